// Who may include which package, and who may read a clock: the house keeps its packages at
// their door.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct SourceFile {
  std::string path;  // from the root of the checkout
  std::string text;
};

std::vector<SourceFile> sources_in(const std::vector<std::string>& folders) {
  std::vector<SourceFile> files;
  const fs::path root = PAIRBOOK_SOURCE_DIR;
  for (const std::string& folder : folders) {
    std::error_code none;
    for (fs::recursive_directory_iterator at(root / folder, none), end; at != end;
         at.increment(none)) {
      const fs::path& path = at->path();
      if (path.filename() == "node_modules") at.disable_recursion_pending();
      if (path.extension() != ".cpp" && path.extension() != ".hpp") continue;
      std::ifstream in(path);
      std::stringstream text;
      text << in.rdbuf();
      files.push_back({fs::relative(path, root, none).string(), text.str()});
    }
  }
  return files;
}

const std::vector<SourceFile>& all_sources() {
  static const auto files = sources_in({"include", "src", "web", "sync-server", "tests"});
  return files;
}

bool is_in(const std::string& path, const std::vector<std::string>& places) {
  for (const std::string& place : places) {
    if (path.starts_with(place)) return true;
  }
  return false;
}

/// Every file in which `pattern` is found but that is not in one of the `places`.
std::vector<std::string> strangers(const std::string& pattern,
                                   const std::vector<std::string>& places) {
  const std::regex wanted(pattern);
  std::vector<std::string> found;
  for (const SourceFile& file : all_sources()) {
    if (is_in(file.path, places) || file.path == "tests/architecture/doors_test.cpp") continue;
    if (std::regex_search(file.text, wanted)) found.push_back(file.path);
  }
  return found;
}

const std::vector<std::string> none;

TEST(Doors, TheHouseIsHere) {
  EXPECT_GT(all_sources().size(), 40U);
}

TEST(Doors, ImGuiStaysInWidgetsAndTheBrowserShell) {
  EXPECT_EQ(strangers("#include [<\"]imgui", {"src/ui/widgets/", "web/", "tests/ui/"}), none);
}

TEST(Doors, EmscriptenStaysInTheBrowserShell) {
  EXPECT_EQ(strangers("#include <emscripten|__EMSCRIPTEN__|EM_JS|EM_ASM", {"web/"}), none);
}

TEST(Doors, LibsodiumStaysInCrypto) {
  // In no header of ours either: not even crypto's own public ones.
  EXPECT_EQ(strangers("#include <sodium", {"src/crypto/"}), none);
}

TEST(Doors, JsonStaysInCodec) {
  EXPECT_EQ(strangers("#include <nlohmann", {"src/codec/"}), none);
}

TEST(Doors, LemonStaysInOneFileOfMatchingAndIsAskedByTests) {
  EXPECT_EQ(strangers("#include <lemon", {"src/matching/blossom_lemon.cpp", "tests/"}), none);
}

TEST(Doors, SqliteStaysInTheRelaysStore) {
  EXPECT_EQ(strangers("#include <sqlite3", {"sync-server/store/", "tests/relay/"}), none);
}

TEST(Doors, PostgreSqlStaysInTheRelaysStore) {
  EXPECT_EQ(strangers("#include <libpq", {"sync-server/store/"}), none);
}

TEST(Doors, TheRelaysCoreHasNoSocketClockOrDisk) {
  const std::regex outside(
      "#include "
      "<(boost|sqlite3|libpq|chrono|ctime|fstream|iostream|filesystem|thread|mutex|sys/|"
      "unistd)|spdlog|std::chrono|#include \"sync-server/(?!core/)");
  const auto files = sources_in({"sync-server/core"});
  EXPECT_GT(files.size(), 8U);
  for (const SourceFile& file : files) {
    EXPECT_FALSE(std::regex_search(file.text, outside)) << file.path;
  }
}

TEST(Doors, ClocksFilesAndPrintingStayInTheShells) {
  const std::vector<std::string> shells = {"src/cli/", "web/", "sync-server/", "tests/"};
  EXPECT_EQ(strangers("std::chrono|#include <ctime>|gettimeofday|clock_gettime", shells), none);
  EXPECT_EQ(strangers("#include <(fstream|iostream|cstdio|filesystem)>|getenv", shells), none);
  EXPECT_EQ(strangers("#include <(thread|mutex|atomic|future)>", shells), none);
}

TEST(Doors, ChanceComesFromOutside) {
  EXPECT_EQ(strangers("#include <random>|std::rand\\b|\\bsrand\\(",
                      {"tests/bench/", "sync-server/", "tests/relay/"}),
            none);
}

TEST(Doors, FloatingPointDecidesNothing) {
  EXPECT_EQ(strangers("\\b(float|double)\\b",
                      {"include/pairbook/ui/", "src/ui/", "web/", "tests/", "sync-server/"}),
            none);
}

// The floors themselves are checked by CMake from each module's USES; here, that includes keep
// to them.
TEST(Floors, AreIncludedFromAboveOnly) {
  const std::map<std::string, int> floors = {
      {"base", 0},   {"domain", 1}, {"crypto", 1}, {"wire", 1}, {"matching", 2}, {"metrics", 2},
      {"ledger", 2}, {"codec", 3},  {"vault", 4},  {"sync", 5}, {"app", 6},      {"ui", 7}};
  const std::regex include("#include \"pairbook/([a-z]+)/");
  const std::regex home("^(?:include/pairbook|src)/([a-z]+)/");
  for (const SourceFile& file : all_sources()) {
    std::smatch own;
    if (!std::regex_search(file.path, own, home) || !floors.contains(own[1].str())) continue;
    for (std::sregex_iterator at(file.text.begin(), file.text.end(), include), end; at != end;
         ++at) {
      const std::string used = (*at)[1].str();
      if (used == own[1].str()) continue;
      ASSERT_TRUE(floors.contains(used))
          << file.path << " includes the unknown module " << used;
      EXPECT_LT(floors.at(used), floors.at(own[1].str()))
          << file.path << " is on floor " << floors.at(own[1].str()) << " and may not include "
          << used;
    }
  }
}

TEST(Relay, CannotOpenABookBecauseItCannotLinkOne) {
  const std::regex opens("#include \"pairbook/(codec|ledger|vault|domain|app|matching)/");
  for (const SourceFile& file : sources_in({"sync-server"})) {
    EXPECT_FALSE(std::regex_search(file.text, opens)) << file.path;
  }
}

TEST(Relay, UsesOfCryptoOnlyTheHashTheCheckOfASignatureAndChance) {
  const std::regex any("#include \"pairbook/crypto/([a-z_]+).hpp\"");
  const std::set<std::string> allowed = {"hash", "sign", "system_random"};
  for (const SourceFile& file : sources_in({"sync-server"})) {
    for (std::sregex_iterator at(file.text.begin(), file.text.end(), any), end; at != end;
         ++at) {
      EXPECT_TRUE(allowed.contains((*at)[1].str())) << file.path;
    }
    EXPECT_EQ(file.text.find("SigningKey"), std::string::npos) << file.path;
  }
}

}  // namespace
