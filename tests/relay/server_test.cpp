// The real program on a free port of this machine, spoken to through real sockets.
#include <gtest/gtest.h>
#include <signal.h>

#include <thread>

#include "relay/folder.hpp"
#include "relay/running_relay.hpp"

namespace pairbook::relay {
namespace {

class Server : public testing::Test {
 protected:
  Server() {
    folder_.write("index.html", "<!doctype html><title>Pairbook</title>");
    folder_.write("app.0123abcd.wasm", std::string(3'000'000, 'w'));
    folder_.write("app.0123abcd.wasm.br", "brotli");
  }
  [[nodiscard]] std::vector<std::string> with(std::vector<std::string> more) const {
    more.insert(more.begin(), {"--web", folder_.path().string()});
    return more;
  }
  Folder folder_;
};

TEST_F(Server, SendsTheAppWithItsHeaders) {
  const RunningRelay relay(with({}));

  const std::string answer = get(relay.port(), "/");

  EXPECT_EQ(status_line(answer), "HTTP/1.1 200 OK");
  EXPECT_EQ(body(answer), "<!doctype html><title>Pairbook</title>");
  EXPECT_NE(answer.find("\r\nContent-Security-Policy: default-src 'none'"), std::string::npos);
  EXPECT_NE(answer.find("\r\nDate: "), std::string::npos);
  EXPECT_NE(answer.find(" GMT\r\n"), std::string::npos);
}

TEST_F(Server, SendsALargeFileWhole) {
  const RunningRelay relay(with({}));

  EXPECT_EQ(body(get(relay.port(), "/app.0123abcd.wasm")), std::string(3'000'000, 'w'));
  EXPECT_EQ(body(get(relay.port(), "/app.0123abcd.wasm", "Accept-Encoding: br\r\n")), "brotli");
}

TEST_F(Server, KeepsAConnectionOpenForSeveralRequests) {
  const RunningRelay relay(with({}));
  const Wire wire(relay.port());
  for (int i = 0; i < 3; ++i) {
    wire.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(body(wire.read_answer()), "ok\n");
  }
}

TEST_F(Server, AnswersPipelinedRequestsInOrder) {
  const RunningRelay relay(with({}));
  const Wire wire(relay.port());
  wire.send(
      "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nHEAD / HTTP/1.1\r\nHost: x\r\n\r\n"
      "GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

  EXPECT_EQ(body(wire.read_answer()), "ok\n");
  const std::string head = wire.read_answer(false);
  EXPECT_NE(head.find("Content-Length: 38"), std::string::npos);
  EXPECT_EQ(status_line(wire.read_all()), "HTTP/1.1 404 Not Found");
}

TEST_F(Server, ClosesAfterTheAllowedNumberOfRequests) {
  const RunningRelay relay(with({"--max-requests", "2"}));
  const Wire wire(relay.port());
  wire.send(
      "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
      "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");

  const std::string all = wire.read_all();
  EXPECT_EQ(all.find("ok\n") == std::string::npos, false);
  EXPECT_EQ(all.rfind("HTTP/1.1 200"), all.find("HTTP/1.1 200", 1));
  EXPECT_NE(all.find("Connection: close"), std::string::npos);
}

TEST_F(Server, LetsNobodyOutOfTheFolder) {
  const Folder outside;
  outside.write("secret.txt", "the secret");
  std::filesystem::create_symlink(outside.path() / "secret.txt", folder_.path() / "link.txt");
  const RunningRelay relay(with({}));
  const std::string way = "/../" + outside.path().filename().string() + "/secret.txt";
  for (const std::string& target :
       {way, "/x/.." + way, "/%2e%2e" + way.substr(3), "/..%2f" + way.substr(4),
        "/%2e%2e%2f" + way.substr(4), "/..%5c" + way.substr(4), "/..\\" + way.substr(4),
        "//" + outside.path().string() + "/secret.txt", outside.path().string() + "/secret.txt",
        std::string("/link.txt"), std::string("/index.html%00.txt"), std::string("/..")}) {
    const std::string answer = get(relay.port(), target);
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 40")) << target << ": " << status_line(answer);
    EXPECT_EQ(answer.find("the secret"), std::string::npos) << target;
  }
}

TEST_F(Server, TellsHealthAndCountsOnItsOwnPort) {
  const RunningRelay relay(with({}));
  get(relay.port(), "/");
  get(relay.port(), "/nowhere");

  EXPECT_EQ(body(get(relay.health_port(), "/healthz")), "ok\n");
  const std::string metrics = body(get(relay.health_port(), "/metrics"));
  EXPECT_NE(metrics.find("answers_total{status=\"2xx\"} 2\n"), std::string::npos) << metrics;
  EXPECT_NE(metrics.find("answers_total{status=\"4xx\"} 1\n"), std::string::npos);
  EXPECT_EQ(metrics.find("127.0.0.1"), std::string::npos);
  EXPECT_EQ(status_line(get(relay.port(), "/metrics")), "HTTP/1.1 404 Not Found");
}

TEST_F(Server, ServesANewBuildAfterSighupAndKeepsTheOldOneIfItIsBroken) {
  RunningRelay relay(with({"--watch-seconds", "0"}));
  folder_.write("index.html", "second");
  EXPECT_NE(body(get(relay.port(), "/")), "second");

  relay.signal(SIGHUP);
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  EXPECT_EQ(body(get(relay.port(), "/")), "second");

  std::filesystem::remove(folder_.path() / "index.html");
  relay.signal(SIGHUP);
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  EXPECT_EQ(body(get(relay.port(), "/")), "second");
}

TEST_F(Server, NoticesANewBuildByItself) {
  const RunningRelay relay(with({"--watch-seconds", "1"}));
  folder_.write("index.html", "second build");

  std::string now;
  for (int i = 0; i < 60 && now != "second build"; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    now = body(get(relay.port(), "/"));
  }
  EXPECT_EQ(now, "second build");
}

TEST_F(Server, StopsAtOnceWhenNobodyIsServed) {
  RunningRelay relay(with({}));
  const Wire idle(relay.port());
  idle.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(body(idle.read_answer()), "ok\n");

  relay.signal(SIGTERM);

  EXPECT_EQ(relay.wait(std::chrono::seconds(2)), 0);
  EXPECT_EQ(idle.read_all(), "");
}

TEST_F(Server, FinishesAnswersUnderWayBeforeItStops) {
  RunningRelay relay(with({}));
  const Wire wire(relay.port());
  wire.send("GET /app.0123abcd.wasm HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(200));

  relay.signal(SIGINT);
  std::this_thread::sleep_for(std::chrono::milliseconds(200));

  EXPECT_EQ(body(wire.read_answer()).size(), 3'000'000u);
  EXPECT_EQ(relay.wait(std::chrono::seconds(4)), 0);
}

TEST_F(Server, WritesNoAddressAndNoPathIntoItsLog) {
  RunningRelay relay(with({}));
  get(relay.port(), "/canary-4711");
  relay.signal(SIGTERM);
  ASSERT_EQ(relay.wait(std::chrono::seconds(2)), 0);

  const std::string log = relay.log();
  EXPECT_NE(log.find("Stopped after 1 connections"), std::string::npos) << log;
  EXPECT_EQ(log.find("canary"), std::string::npos);
  EXPECT_EQ(log.find("127.0.0.1"), std::string::npos);
}

TEST_F(Server, SaysInOneSentenceWhyItDoesNotStart) {
  const RunningRelay other(with({}));
  const Folder empty;
  const auto taken = "127.0.0.1:" + std::to_string(other.port());
  const auto refuses = [](const std::vector<std::string>& arguments, const char* words) {
    const Ended ended = run_relay(arguments);
    EXPECT_GT(ended.status, 0);
    EXPECT_NE(ended.err.find(words), std::string::npos) << ended.err;
  };
  refuses(with({"--listen", taken}), "is in use by another program");
  refuses({"--web", "/nowhere/at/all"}, "does not exist");
  refuses({"--web", empty.path().string()}, "no index.html");
  refuses({}, "Name the folder");
  refuses(with({"--listen", "192.0.2.1:8080"}), "not possible to listen");
}

TEST_F(Server, ChecksWithoutServing) {
  const Ended ended = run_relay(with({"--check"}));

  EXPECT_EQ(ended.status, 0);
  EXPECT_EQ(ended.out, "All is well: 2 files, 3000044 bytes.\n");
}

}  // namespace
}  // namespace pairbook::relay
