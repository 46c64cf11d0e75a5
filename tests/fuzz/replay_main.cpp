// Replays a fuzz target's corpus as one test a file, where libFuzzer is not linked.
#include <dirent.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::vector<std::string> corpus_files() {
  std::vector<std::string> names;
  if (DIR* folder = opendir(PAIRBOOK_CORPUS)) {
    while (const dirent* item = readdir(folder)) {
      if (item->d_name[0] != '.') names.emplace_back(item->d_name);
    }
    closedir(folder);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::uint8_t> read_file(const std::string& path) {
  std::vector<std::uint8_t> bytes;
  if (std::FILE* file = std::fopen(path.c_str(), "rb")) {
    std::uint8_t block[65536];
    for (std::size_t got = 0; (got = std::fread(block, 1, sizeof block, file)) > 0;) {
      bytes.insert(bytes.end(), block, block + got);
    }
    std::fclose(file);
  }
  return bytes;
}

class Replay : public testing::Test {
 public:
  explicit Replay(std::string name) : name_(std::move(name)) {}
  void TestBody() override {
    const auto bytes = read_file(std::string(PAIRBOOK_CORPUS "/") + name_);
    EXPECT_EQ(LLVMFuzzerTestOneInput(bytes.data(), bytes.size()), 0);
  }

 private:
  std::string name_;
};

TEST(Corpus, IsNotEmpty) {
  EXPECT_FALSE(corpus_files().empty());
}

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  for (const std::string& name : corpus_files()) {
    testing::RegisterTest("Replay_" PAIRBOOK_FUZZ_NAME, name.c_str(), nullptr, nullptr,
                          __FILE__, __LINE__,
                          [name]() -> testing::Test* { return new Replay(name); });
  }
  return RUN_ALL_TESTS();
}
