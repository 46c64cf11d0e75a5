// People who ask too much, on purpose or not: slowly, all at once, without end, in no language.
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <thread>

#include "relay/folder.hpp"
#include "relay/running_relay.hpp"

namespace pairbook::relay {
namespace {

using Clock = std::chrono::steady_clock;

class Flood : public testing::Test {
 protected:
  Flood() { folder_.write("index.html", std::string(100'000, 'i')); }
  [[nodiscard]] std::vector<std::string> with(std::vector<std::string> more) const {
    more.insert(more.begin(), {"--web", folder_.path().string()});
    return more;
  }
  Folder folder_;
};

TEST_F(Flood, TwoHundredAtOnceAreAllServed) {
  const RunningRelay relay(with({}));
  std::vector<Wire> wires;
  for (int i = 0; i < 200; ++i) wires.emplace_back(relay.port());
  for (const Wire& wire : wires) wire.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");

  for (const Wire& wire : wires) EXPECT_EQ(body(wire.read_answer()).size(), 100'000u);
}

TEST_F(Flood, OneTooManyIsToldToComeBack) {
  const RunningRelay relay(with({"--max-connections", "3"}));
  std::vector<Wire> wires;
  for (int i = 0; i < 3; ++i) {
    wires.emplace_back(relay.port());
    wires.back().send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(body(wires.back().read_answer()), "ok\n");
  }

  const std::string refused = get(relay.port(), "/");
  EXPECT_EQ(status_line(refused), "HTTP/1.1 503 Service Unavailable");
  EXPECT_NE(refused.find("Retry-After: 5"), std::string::npos);

  wires.clear();
  std::string served;
  for (int i = 0; i < 50 && !served.starts_with("HTTP/1.1 200"); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    served = get(relay.port(), "/");
  }
  EXPECT_EQ(status_line(served), "HTTP/1.1 200 OK");
}

TEST_F(Flood, AThousandWhoHangUpLeaveNothingOpen) {
  const RunningRelay relay(with({}));
  for (int i = 0; i < 1000; ++i) Wire(relay.port()).send("GET / HTTP/1.1\r\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(500));

  const std::string metrics = body(get(relay.health_port(), "/metrics"));
  EXPECT_NE(metrics.find("connections_open 1\n"), std::string::npos) << metrics;
}

TEST_F(Flood, ARequestInDribletsIsCutOff) {
  const RunningRelay relay(with({"--header-seconds", "1"}));
  const Wire wire(relay.port());
  const auto begin = Clock::now();
  wire.send("GET / HTTP/1.1\r\nHost: x\r\n");
  while (wire.send("a") && Clock::now() - begin < std::chrono::seconds(6)) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }

  EXPECT_LT(Clock::now() - begin, std::chrono::seconds(4));
  EXPECT_NE(body(get(relay.health_port(), "/metrics")).find("timeouts_total 1\n"),
            std::string::npos);
}

TEST_F(Flood, AConnectionThatSaysNothingIsClosed) {
  const RunningRelay relay(with({"--header-seconds", "1"}));
  const Wire silent(relay.port());

  EXPECT_EQ(silent.read_all(), "");
  EXPECT_NE(body(get(relay.health_port(), "/metrics")).find("timeouts_total 1\n"),
            std::string::npos);
}

TEST_F(Flood, AConnectionThatIsDoneIsClosedAfterTheIdleTime) {
  const RunningRelay relay(with({"--idle-seconds", "1"}));
  const Wire wire(relay.port());
  wire.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(body(wire.read_answer()), "ok\n");

  const auto begin = Clock::now();
  EXPECT_EQ(wire.read_all(), "");
  EXPECT_LT(Clock::now() - begin, std::chrono::seconds(5));
}

TEST_F(Flood, AReaderThatStopsReadingIsCutOff) {
  folder_.write("big.bin", std::string(30'000'000, 'b'));
  const RunningRelay relay(with({"--write-seconds", "1"}));
  const Wire wire(relay.port());
  wire.send("GET /big.bin HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(std::chrono::seconds(3));

  EXPECT_NE(body(get(relay.health_port(), "/metrics")).find("timeouts_total 1\n"),
            std::string::npos);
  EXPECT_LT(wire.read_all().size(), 30'000'000u);
}

TEST_F(Flood, TooMuchHeaderIsRefused) {
  const RunningRelay relay(with({"--max-header-bytes", "4096"}));
  EXPECT_EQ(status_line(get(relay.port(), "/", "X: " + std::string(5000, 'x') + "\r\n")),
            "HTTP/1.1 431 Request Header Fields Too Large");
  EXPECT_EQ(status_line(get(relay.port(), "/" + std::string(2500, 'a'))),
            "HTTP/1.1 414 URI Too Long");
}

TEST_F(Flood, ARequestWithContentIsRefused) {
  const RunningRelay relay(with({}));
  EXPECT_EQ(status_line(get(relay.port(), "/", "Content-Length: 5\r\n")),
            "HTTP/1.1 413 Payload Too Large");
  EXPECT_EQ(status_line(get(relay.port(), "/", "Transfer-Encoding: chunked\r\n")),
            "HTTP/1.1 413 Payload Too Large");
}

TEST_F(Flood, WhatIsNotHttpIsRefused) {
  const RunningRelay relay(with({}));
  for (const std::string& bytes :
       {std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11),
        std::string("GET / HTTP/9.9\r\n\r\n"), std::string("GET / HTTP/1.1\r\n\r\n"),
        std::string("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
        std::string("GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n", 28),
        std::string("GET / HTTP/1.1\r\nHost: x\r\n bad\x01: y\r\n\r\n")}) {
    const Wire wire(relay.port());
    wire.send(bytes);
    EXPECT_EQ(status_line(wire.read_all()), "HTTP/1.1 400 Bad Request") << bytes;
  }
  EXPECT_EQ(body(get(relay.port(), "/healthz")), "ok\n");
}

}  // namespace
}  // namespace pairbook::relay
