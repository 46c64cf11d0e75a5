// Documents are part of the work: their links lead somewhere, and the commands they name exist.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<fs::path> documents() {
  const fs::path root = PAIRBOOK_SOURCE_DIR;
  std::vector<fs::path> found;
  for (const char* name : {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"})
    found.push_back(root / name);
  std::error_code none;
  for (fs::recursive_directory_iterator at(root / "docs", none), end; at != end;
       at.increment(none)) {
    if (at->path().extension() == ".md") found.push_back(at->path());
  }
  return found;
}

TEST(Documents, LinkOnlyToWhatIsThere) {
  const std::regex link("\\]\\(([^)#:]+)(#[^)]*)?\\)");
  int links = 0;
  for (const fs::path& document : documents()) {
    const std::string text = read(document);
    for (std::sregex_iterator at(text.begin(), text.end(), link), end; at != end;
         ++at, ++links) {
      std::error_code none;
      const fs::path target = document.parent_path() / (*at)[1].str();
      EXPECT_TRUE(fs::exists(target, none)) << document << " links to " << (*at)[1].str();
    }
  }
  EXPECT_GT(links, 15);
}

TEST(Documents, NameOnlyToolsThatCanBeRun) {
  const std::regex tool("\\./(tools/[a-z-]+)");
  int tools = 0;
  for (const fs::path& document : documents()) {
    const std::string text = read(document);
    for (std::sregex_iterator at(text.begin(), text.end(), tool), end; at != end;
         ++at, ++tools) {
      std::error_code none;
      const fs::path program = fs::path(PAIRBOOK_SOURCE_DIR) / (*at)[1].str();
      const auto may = fs::status(program, none).permissions();
      EXPECT_NE(may & fs::perms::owner_exec, fs::perms::none)
          << document << " names " << program;
    }
  }
  EXPECT_GT(tools, 3);
}

TEST(Documents, TheReadmeTellsTheTwoCommands) {
  const std::string readme = read(fs::path(PAIRBOOK_SOURCE_DIR) / "README.md");
  EXPECT_NE(readme.find("\n./tools/run\n"), std::string::npos);
  EXPECT_NE(readme.find("\n./tools/test\n"), std::string::npos);
}

}  // namespace
