// Runs the sessions in tests/cli/scripts, one test each: what a coordinator types and reads.
//
//   # words about what happens       left out
//   $ pairbook people club.pairbook  typed, in a folder of its own
//   > more of the same line          a continued line
//   Amina Diallo  mentor             what is printed, on both outputs; "..." is anything
//   [status 2]                       how it ends, when not with 0
//
// $PROGRAMMES is the folder tests/data, $PRESETS web/presets.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "program.hpp"

namespace pairbook {
namespace {

namespace fs = std::filesystem;

struct Step {
  std::size_t line = 0;
  std::string command;
  std::vector<std::string> expected;
};

std::vector<Step> read_script(const fs::path& script) {
  std::vector<Step> steps;
  std::ifstream file(script);
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.starts_with("#")) continue;
    if (line.starts_with("$ ")) {
      steps.push_back({number, line.substr(2), {}});
    } else if (line.starts_with("> ") && !steps.empty() && steps.back().expected.empty()) {
      steps.back().command += "\n" + line.substr(2);
    } else if (!steps.empty()) {
      steps.back().expected.push_back(line);
    }
  }
  for (Step& step : steps) {
    while (!step.expected.empty() && step.expected.back().empty()) step.expected.pop_back();
  }
  return steps;
}

std::vector<std::string> lines_of(const std::string& command) {
  auto [status, all] = testing_support::run(command);
  std::vector<std::string> lines;
  while (!all.empty()) {
    const auto end = all.find('\n');
    lines.push_back(all.substr(0, end));
    all.erase(0, end == std::string::npos ? all.size() : end + 1);
    std::erase(lines.back(), '\r');
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  if (status != 0) lines.push_back("[status " + std::to_string(status) + "]");
  return lines;
}

bool fits(const std::string& line, const std::string& pattern) {
  const auto dots = pattern.find("...");
  if (dots == std::string::npos) return line == pattern;
  if (!line.starts_with(pattern.substr(0, dots))) return false;
  const std::string rest = pattern.substr(dots + 3);
  for (std::size_t at = dots; at <= line.size(); ++at) {
    if (fits(line.substr(at), rest)) return true;
  }
  return false;
}

bool fits(const std::vector<std::string>& lines, const std::vector<std::string>& patterns) {
  return std::equal(lines.begin(), lines.end(), patterns.begin(), patterns.end(),
                    [](const auto& line, const auto& pattern) { return fits(line, pattern); });
}

class Session : public testing::Test {
 public:
  explicit Session(fs::path script) : script_(std::move(script)) {}

  void TestBody() override {
    const testing_support::Folder folder;
    const auto steps = read_script(script_);
    EXPECT_FALSE(steps.empty());
    for (const Step& step : steps) {
      const auto lines = lines_of(step.command);
      std::string printed;
      for (const std::string& line : lines) printed += line + "\n";
      EXPECT_TRUE(fits(lines, step.expected))
          << script_.string() << ":" << step.line << "\n$ " << step.command << "\n"
          << printed;
    }
  }

 private:
  fs::path script_;
};

void register_sessions() {
  std::vector<fs::path> scripts;
  for (const auto& item : fs::directory_iterator(PAIRBOOK_SOURCE_DIR "/tests/cli/scripts")) {
    if (item.path().extension() == ".txt") scripts.push_back(item.path());
  }
  std::sort(scripts.begin(), scripts.end());
  for (const fs::path& script : scripts) {
    testing::RegisterTest("Session", script.stem().c_str(), nullptr, nullptr, __FILE__,
                          __LINE__,
                          [script]() -> testing::Test* { return new Session(script); });
  }
}

}  // namespace
}  // namespace pairbook

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  const std::string programs = std::filesystem::path(PAIRBOOK_PROGRAM).parent_path();
  setenv("PATH", (programs + ":" + getenv("PATH")).c_str(), 1);
  setenv("PROGRAMMES", PAIRBOOK_SOURCE_DIR "/tests/data", 1);
  setenv("PRESETS", PAIRBOOK_SOURCE_DIR "/web/presets", 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  unsetenv("PAIRBOOK_PASSPHRASE");
  pairbook::register_sessions();
  return RUN_ALL_TESTS();
}
