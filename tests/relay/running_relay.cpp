#include "relay/running_relay.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

namespace pairbook::relay {
namespace {

using Clock = std::chrono::steady_clock;

struct Child {
  pid_t process;
  int out;
  int err;
};

Child start(const std::vector<std::string>& arguments) {
  int out[2];
  int err[2];
  if (pipe(out) != 0 || pipe(err) != 0) abort();
  const pid_t process = fork();
  if (process == 0) {
    dup2(out[1], STDOUT_FILENO);
    dup2(err[1], STDERR_FILENO);
    for (const int handle : {out[0], out[1], err[0], err[1]}) close(handle);
    std::vector<char*> words{const_cast<char*>(PAIRBOOK_RELAY_PROGRAM)};
    for (const std::string& word : arguments) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    execv(PAIRBOOK_RELAY_PROGRAM, words.data());
    _exit(127);
  }
  close(out[1]);
  close(err[1]);
  for (const int handle : {out[0], err[0]}) fcntl(handle, F_SETFD, FD_CLOEXEC);
  return {process, out[0], err[0]};
}

std::string drain(int handle) {
  std::string all;
  char piece[4096];
  for (ssize_t size = 0; (size = read(handle, piece, sizeof piece)) > 0;) {
    all.append(piece, static_cast<std::size_t>(size));
  }
  return all;
}

int port_in(const std::string& line) {
  const auto colon = line.rfind(':');
  return colon == std::string::npos ? 0 : std::atoi(line.c_str() + colon + 1);
}

}  // namespace

Ended run_relay(const std::vector<std::string>& arguments) {
  const Child child = start(arguments);
  Ended ended{.status = -1, .out = drain(child.out), .err = drain(child.err)};
  int status = 0;
  waitpid(child.process, &status, 0);
  if (WIFEXITED(status)) ended.status = WEXITSTATUS(status);
  close(child.out);
  close(child.err);
  return ended;
}

RunningRelay::RunningRelay(std::vector<std::string> arguments) {
  for (const char* more : {"--listen", "127.0.0.1:0", "--health", "127.0.0.1:0"}) {
    arguments.emplace_back(more);
  }
  const Child child = start(arguments);
  process_ = child.process;
  out_ = child.out;
  err_ = child.err;
  port_ = port_in(next_line());
  health_port_ = port_in(next_line());
  EXPECT_NE(port_, 0) << "the relay did not start";
}

RunningRelay::~RunningRelay() {
  if (process_ > 0) {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }
  close(out_);
  close(err_);
}

void RunningRelay::signal(int number) const {
  if (process_ > 0) kill(process_, number);
}

std::optional<int> RunningRelay::wait(std::chrono::milliseconds longest) {
  for (const auto end = Clock::now() + longest; Clock::now() < end;) {
    int status = 0;
    if (waitpid(process_, &status, WNOHANG) == process_) {
      process_ = -1;
      return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return {};
}

std::string RunningRelay::log() {
  return drain(err_);
}

std::string RunningRelay::next_line() {
  std::string line;
  for (char c = 0; read(out_, &c, 1) == 1 && c != '\n';) line.push_back(c);
  return line;
}

Wire::Wire(int port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  const timeval patience{.tv_sec = 10, .tv_usec = 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const auto connected =
      connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address);
  EXPECT_EQ(connected, 0);
}

Wire::~Wire() {
  if (socket_ >= 0) close(socket_);
}

bool Wire::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t size = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (size <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(size));
  }
  return true;
}

std::string Wire::read_all() const {
  return drain(socket_);
}

std::string Wire::read_answer(bool has_body) const {
  std::string answer;
  char c = 0;
  while (!answer.ends_with("\r\n\r\n") && read(socket_, &c, 1) == 1) answer.push_back(c);
  const auto at = answer.find("Content-Length: ");
  if (!has_body || at == std::string::npos) return answer;
  const auto wanted = answer.size() + std::stoul(answer.substr(at + 16));
  std::string piece(65536, '\0');
  while (answer.size() < wanted) {
    const ssize_t size =
        read(socket_, piece.data(), std::min(piece.size(), wanted - answer.size()));
    if (size <= 0) break;
    answer.append(piece, 0, static_cast<std::size_t>(size));
  }
  return answer;
}

std::string get(int port, std::string_view target, std::string_view more_headers) {
  const Wire wire(port);
  std::string request = "GET ";
  request.append(target).append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
  request.append(more_headers).append("\r\n");
  wire.send(request);
  return wire.read_all();
}

std::string status_line(const std::string& answer) {
  return answer.substr(0, answer.find('\r'));
}

std::string body(const std::string& answer) {
  const auto end = answer.find("\r\n\r\n");
  return end == std::string::npos ? std::string() : answer.substr(end + 4);
}

}  // namespace pairbook::relay
