#include "sync-server/options.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace pairbook::relay {
namespace {

using Variables = std::map<std::string, std::string>;

TEST(Options, HaveDefaultsForAllButTheFolder) {
  const auto options = read_options({"--web", "dist"}, {});

  ASSERT_TRUE(options);
  EXPECT_EQ(options->web, "dist");
  EXPECT_EQ(options->listen, (Endpoint{"127.0.0.1", 8080}));
  EXPECT_FALSE(options->health);
  EXPECT_EQ(options->task, Task::serve);
  EXPECT_TRUE(options->store.empty());
}

TEST(Options, NameTheFolderWhenItIsMissing) {
  const auto options = read_options({}, {});

  ASSERT_FALSE(options);
  EXPECT_EQ(options.error().status, 2);
  EXPECT_NE(options.error().text.find("--web DIR"), std::string::npos);
}

TEST(Options, ComeFromTheEnvironmentToo) {
  const auto options =
      read_options({}, Variables{{"PAIRBOOK_RELAY_WEB", "a folder"},
                                 {"PAIRBOOK_RELAY_MAX_CONNECTIONS", "7"},
                                 {"PAIRBOOK_RELAY_PORT", "tcp://10.0.0.1:80"}});

  ASSERT_TRUE(options);
  EXPECT_EQ(options->web, "a folder");
  EXPECT_EQ(options->limits.connections, 7u);
}

TEST(Options, AStoreMayStandAlone) {
  const auto options = read_options({"--store", "sqlite:a file.sqlite"}, {});

  ASSERT_TRUE(options) << options.error().text;
  EXPECT_EQ(options->store, "a file.sqlite");
  EXPECT_TRUE(options->web.empty());
}

TEST(Options, KnowOnlyStoresThatThereAre) {
  for (const char* store : {"mysql://x", "sqlite:", "places.sqlite"}) {
    EXPECT_FALSE(read_options({"--store", store}, {})) << store;
  }
}

TEST(Options, TakeSeveralOrigins) {
  const auto options = read_options(
      {"--store", "sqlite:x", "--origin", "wss://a.example,ws://localhost:8080"}, {});

  ASSERT_TRUE(options) << options.error().text;
  EXPECT_EQ(options->origins,
            (std::vector<std::string>{"wss://a.example", "ws://localhost:8080"}));
}

TEST(Options, RefuseWhatIsNoOrigin) {
  for (const char* origin :
       {"https://a.example", "wss://a.example/", "wss://A.example", "wss://", "a.example"}) {
    EXPECT_FALSE(read_options({"--store", "sqlite:x", "--origin", origin}, {})) << origin;
  }
}

TEST(Options, NameTheCopyToMakeOrToPutBack) {
  const auto backup = read_options({"backup", "--store", "sqlite:x", "--to", "y"}, {});
  ASSERT_TRUE(backup) << backup.error().text;
  EXPECT_EQ(backup->task, Task::back_up);
  EXPECT_EQ(backup->copy, "y");

  const auto restore = read_options({"restore", "--from", "y", "--store", "sqlite:x"}, {});
  ASSERT_TRUE(restore) << restore.error().text;
  EXPECT_EQ(restore->task, Task::restore);
  EXPECT_FALSE(read_options({"backup", "--to", "y"}, {}));
  EXPECT_FALSE(read_options({"backup", "--store", "sqlite:x"}, {}));
}

class ConfigFile : public testing::Test {
 protected:
  std::string file(const std::string& text) {
    path_ = std::filesystem::temp_directory_path() /
            ("pairbook-relay-options-" + std::to_string(getpid()) + ".toml");
    std::ofstream(path_) << text;
    return path_.string();
  }
  void TearDown() override { std::filesystem::remove(path_); }

 private:
  std::filesystem::path path_;
};

TEST_F(ConfigFile, IsRead) {
  const auto options = read_options(
      {"--config", file("web = \"dist\"\nlisten = \"[::1]:9000\"\nidle-seconds = 3\n")}, {});

  ASSERT_TRUE(options) << options.error().text;
  EXPECT_EQ(options->listen, (Endpoint{"::1", 9000}));
  EXPECT_EQ(options->limits.idle_seconds.count(), 3);
}

TEST_F(ConfigFile, CountsAfterTheEnvironmentWhichCountsAfterTheCommandLine) {
  const auto options = read_options(
      {"--config", file("web = \"file\"\nidle-seconds = 3\nmax-requests = 3\n"),
       "--max-requests", "1"},
      Variables{{"PAIRBOOK_RELAY_IDLE_SECONDS", "2"}, {"PAIRBOOK_RELAY_MAX_REQUESTS", "2"}});

  ASSERT_TRUE(options) << options.error().text;
  EXPECT_EQ(options->web, "file");
  EXPECT_EQ(options->limits.idle_seconds.count(), 2);
  EXPECT_EQ(options->limits.requests, 1u);
}

TEST_F(ConfigFile, IsRefusedWhenItHoldsAnUnknownWord) {
  const auto options = read_options({"--config", file("web = \"dist\"\nlistne = \"x\"\n")}, {});

  ASSERT_FALSE(options);
  EXPECT_NE(options.error().text.find("listne"), std::string::npos);
}

TEST(Options, RefuseWhatTheyDoNotKnow) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--web", "d", "--port", "80"},
        {"--web", "d", "--listen", "8080"},
        {"--web", "d", "--idle-seconds", "0"},
        {"--web", "d", "--max-connections", "-1"},
        {"--config", "/nowhere/at/all"},
        {"--web", "d", "--health", "127.0.0.1:8080"}}) {
    const auto options = read_options(arguments, {});
    ASSERT_FALSE(options) << arguments.back();
    EXPECT_EQ(options.error().status, 2);
  }
}

TEST(Options, HelpAndVersionAreNotFailures) {
  const auto help = read_options({"--help"}, {});
  const auto version = read_options({"--version"}, {});

  ASSERT_FALSE(help);
  EXPECT_EQ(help.error().status, 0);
  EXPECT_NE(help.error().text.find("--listen"), std::string::npos);
  ASSERT_FALSE(version);
  EXPECT_EQ(version.error().status, 0);
  EXPECT_TRUE(version.error().text.starts_with("pairbook-relay 0."));
}

TEST(Endpoint, IsAnAddressAndAPort) {
  EXPECT_EQ(endpoint("0.0.0.0:0"), (Endpoint{"0.0.0.0", 0}));
  EXPECT_EQ(endpoint("[::]:65535"), (Endpoint{"::", 65535}));
  EXPECT_EQ(endpoint("localhost:80"), (Endpoint{"127.0.0.1", 80}));
}

TEST(Endpoint, IsRefusedWhenItCouldBeReadInTwoWays) {
  for (const char* text : {"", ":80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "::1:80",
                           "[127.0.0.1]:80", "127.0.0.1:80x", "127.0.0.1:-1", "pairbook:80"}) {
    EXPECT_FALSE(endpoint(text)) << text;
  }
}

TEST(Endpoint, BecomesAUrl) {
  EXPECT_EQ(url({"127.0.0.1", 80}), "http://127.0.0.1:80/");
  EXPECT_EQ(url({"::1", 81}), "http://[::1]:81/");
}

}  // namespace
}  // namespace pairbook::relay
