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
  EXPECT_FALSE(options->store.is_named());
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
  EXPECT_EQ(options->store.where, "a file.sqlite");
  EXPECT_TRUE(options->web.empty());
}

TEST(Options, AStoreMayBeADatabase) {
  const std::string address =
      "postgresql://relay:secret@db.example:5433/pairbook?sslmode=verify-full";
  const auto options = read_options({"--store", address, "--sweep-seconds", "7"},
                                    Variables{{"PAIRBOOK_RELAY_NO_NOTIFY", "true"}});

  ASSERT_TRUE(options) << options.error().text;
  EXPECT_EQ(options->store, (StoreName{StoreName::Kind::postgresql, address}));
  EXPECT_EQ(options->store.shown(), "postgresql://db.example:5433/pairbook");
  EXPECT_EQ(options->sweep_seconds, 7);
  EXPECT_FALSE(options->notify);
  EXPECT_TRUE(read_options({"--store", address}, {})->notify);
}

TEST(Options, NeverShowWhatStandsBeforeTheHost) {
  for (const auto& [text, shown] :
       {std::pair{"postgres://a:b@c@host/d", "postgresql://host/d"},
        std::pair{"postgresql:///pairbook?host=/tmp&password=x", "postgresql:///pairbook"},
        std::pair{"postgresql://host?password=a@b", "postgresql://host"}}) {
    EXPECT_EQ(store_name(text)->shown(), shown);
  }
}

TEST(Options, NameTwoStoresToMoveBetween) {
  const auto options = read_options({"migrate", "sqlite:x", "postgresql://y/z"}, {});

  ASSERT_TRUE(options) << options.error().text;
  EXPECT_EQ(options->task, Task::migrate);
  EXPECT_EQ(options->store.where, "x");
  EXPECT_EQ(options->to.where, "postgresql://y/z");
  EXPECT_FALSE(read_options({"migrate", "sqlite:x"}, {}));
  EXPECT_FALSE(read_options({"migrate", "sqlite:x", "y"}, {}));
}

TEST(Options, KnowOnlyStoresThatThereAre) {
  for (const char* store : {"mysql://x", "sqlite:", "places.sqlite"}) {
    EXPECT_FALSE(read_options({"--store", store}, {})) << store;
  }
}

TEST(Options, NeverRepeatWhatMayBeAPassword) {
  const std::string config = testing::TempDir() + "pairbook-relay-wrong-store.toml";
  std::ofstream(config) << "store = \"postgresq://u:hush@db.example/x\"\n";
  const std::vector<std::vector<std::string>> wrong{
      {"--store", "postgresq://u:hush@db.example/x"},
      {"--store", "postgresql:/u:hush@db.example/x"},
      {"--store", "u:hush@db.example/x"},
      {"--store", "host=db.example password=hush"},
      {"--store", "postgres:hu sh@db.example"},
      {"migrate", "sqlite:x", "psql://u:hush@db.example/x"},
      {"postgresql://u:hush@db.example/x"},
      {"--stor=postgresql://u:hush@db.example/x"},
      {"--stor", "postgresql://db.example/x?password=hush"},
      {"--listen", "postgresql://u:hush@db.example/x"},
      {"--origin", "postgresql://u:hush@db.example/x"},
      {"--place-mib", "postgresql://u:hush@db.example/x"},
      {"--config", config}};
  for (const auto& words : wrong) {
    const auto options = read_options(words, {});

    ASSERT_FALSE(options) << words.back();
    EXPECT_EQ(options.error().status, 2);
    EXPECT_EQ(options.error().text.find("hush"), std::string::npos) << options.error().text;
    EXPECT_EQ(options.error().text.find("sh@"), std::string::npos) << options.error().text;
  }
  std::filesystem::remove(config);
  const auto usual = read_options({"--store", "mysql:x"}, {});
  EXPECT_NE(usual.error().text.find("postgresql://database.example/pairbook"),
            std::string::npos)
      << usual.error().text;
}

TEST(Options, TakeSeveralOrigins) {
  const auto options = read_options(
      {"--store", "sqlite:x", "--origin", "wss://a.example,ws://localhost:8080"}, {});

  ASSERT_TRUE(options) << options.error().text;
  EXPECT_EQ(options->origins,
            (std::vector<std::string>{"wss://a.example", "ws://localhost:8080"}));
}

TEST(Options, TakeOriginsFromTheCommandLineOrElseFromTheEnvironment) {
  const Variables variables{{"PAIRBOOK_RELAY_ORIGIN", "wss://old.example,wss://a.example"}};

  const auto both = read_options(
      {"--store", "sqlite:x", "--origin", "wss://new.example", "--origin=wss://b.example"},
      variables);
  const auto one = read_options({"--store", "sqlite:x"}, variables);

  ASSERT_TRUE(both && one);
  EXPECT_EQ(both->origins, (std::vector<std::string>{"wss://new.example", "wss://b.example"}));
  EXPECT_EQ(one->origins, (std::vector<std::string>{"wss://old.example", "wss://a.example"}));
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

TEST(Options, ACertificateAndItsKeyBelongTogether) {
  const auto both =
      read_options({"--store", "sqlite:x", "--tls-cert", "a.pem", "--tls-key", "a.key"}, {});
  ASSERT_TRUE(both) << both.error().text;
  EXPECT_EQ(both->tls_certificate, "a.pem");
  EXPECT_EQ(both->tls_key, "a.key");
  EXPECT_FALSE(read_options({"--store", "sqlite:x", "--tls-cert", "a.pem"}, {}));
  EXPECT_FALSE(read_options({"--store", "sqlite:x", "--tls-key", "a.key"}, {}));
}

TEST(Endpoint, BecomesAUrl) {
  EXPECT_EQ(url({"127.0.0.1", 80}), "http://127.0.0.1:80/");
  EXPECT_EQ(url({"::1", 81}), "http://[::1]:81/");
  EXPECT_EQ(url({"::1", 81}, true), "https://[::1]:81/");
}

}  // namespace
}  // namespace pairbook::relay
