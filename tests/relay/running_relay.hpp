#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace pairbook::relay {

/// What a program printed, and how it ended.
struct Ended {
  int status = -1;  // -1 if a signal ended it
  std::string out;
  std::string err;
};

/// Runs the relay's program until it ends by itself.
Ended run_relay(const std::vector<std::string>& arguments);

/// The relay's program on free ports of this machine, from construction to destruction.
class RunningRelay {
 public:
  explicit RunningRelay(std::vector<std::string> arguments);
  ~RunningRelay();
  RunningRelay(const RunningRelay&) = delete;
  RunningRelay& operator=(const RunningRelay&) = delete;

  [[nodiscard]] int port() const { return port_; }
  [[nodiscard]] int health_port() const { return health_port_; }
  void signal(int number) const;
  /// Waits for the end; the exit status, or nothing if it still runs after `longest`.
  std::optional<int> wait(std::chrono::milliseconds longest);
  /// All of standard error so far; call after the end.
  std::string log();

 private:
  std::string next_line();

  pid_t process_ = -1;
  int out_ = -1;
  int err_ = -1;
  int port_ = 0;
  int health_port_ = 0;
};

/// A plain blocking socket: it shares no code with the relay. Reads give up after ten seconds.
class Wire {
 public:
  explicit Wire(int port);
  ~Wire();
  Wire(Wire&& other) noexcept : socket_(other.socket_) { other.socket_ = -1; }
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  /// False when the other side has closed.
  bool send(std::string_view bytes) const;
  /// Until the other side closes.
  [[nodiscard]] std::string read_all() const;
  /// One answer with its body, by Content-Length; `has_body` is false after HEAD.
  [[nodiscard]] std::string read_answer(bool has_body = true) const;
  [[nodiscard]] int handle() const { return socket_; }

 private:
  int socket_ = -1;
};

/// A GET on a connection of its own: the whole answer, head and body.
std::string get(int port, std::string_view target, std::string_view more_headers = {});

[[nodiscard]] std::string status_line(const std::string& answer);
[[nodiscard]] std::string body(const std::string& answer);

}  // namespace pairbook::relay
