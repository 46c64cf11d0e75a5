#include "cli/terminal.hpp"

#include <fcntl.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include <span>

namespace pairbook::cli {
namespace {

constexpr std::size_t longest_line = 1024;
constexpr char control_c = 3;

void wipe(std::string& text) {
  crypto::wipe(std::as_writable_bytes(std::span(text)));
  text.clear();
}

class Terminal {
 public:
  Terminal() : number_(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) {}
  ~Terminal() {
    if (number_ >= 0) ::close(number_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  [[nodiscard]] bool is_there() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }
  bool write(std::string_view words) const {
    return ::write(number_, words.data(), words.size()) >= 0;
  }

 private:
  int number_;
};

// What is typed is not shown until this goes. Signals of the keyboard wait until then, so that
// a terminal is never left silent; Ctrl-C ends the line and is found in it.
class Silence {
 public:
  explicit Silence(int terminal) : terminal_(terminal) {
    sigset_t keyboard;
    sigemptyset(&keyboard);
    for (const int number : {SIGINT, SIGTSTP, SIGTERM, SIGHUP, SIGQUIT}) {
      sigaddset(&keyboard, number);
    }
    sigprocmask(SIG_BLOCK, &keyboard, &mask_);
    tcgetattr(terminal_, &before_);
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
    silent.c_lflag |= static_cast<tcflag_t>(ECHONL | ICANON);
    silent.c_cc[VEOL2] = control_c;
    tcsetattr(terminal_, TCSAFLUSH, &silent);
  }
  ~Silence() {
    tcsetattr(terminal_, TCSAFLUSH, &before_);
    sigprocmask(SIG_SETMASK, &mask_, nullptr);
  }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  int terminal_;
  termios before_{};
  sigset_t mask_{};
};

void read_line(int terminal, std::string& line) {
  line.reserve(longest_line + 1);  // so that no copy of it stays behind
  for (char c = 0; ::read(terminal, &c, 1) == 1 && c != '\n';) {
    if (c == control_c) return wipe(line);
    if (line.size() <= longest_line) line.push_back(c);
  }
}

std::unexpected<Failure> nothing_typed() {
  return refuse(Status::bad_input, "Nothing was typed, so nothing was done.");
}

}  // namespace

bool has_terminal() {
  return Terminal().is_there();
}

void tell_terminal(std::string_view words) {
  const Terminal terminal;
  if (terminal.is_there()) terminal.write(words);
}

Outcome<std::string> ask(std::string_view question) {
  const Terminal terminal;
  std::string line;
  if (terminal.is_there() && terminal.write(question)) read_line(terminal.number(), line);
  if (line.empty()) return nothing_typed();
  return line;
}

Outcome<crypto::Secret> ask_secret(std::string_view question) {
  const Terminal terminal;
  std::string line;
  if (terminal.is_there()) {
    const Silence silence(terminal.number());  // before the question: some type ahead
    if (terminal.write(question)) read_line(terminal.number(), line);
  }
  auto secret = crypto::Secret::of(line);
  wipe(line);
  if (secret.empty()) return nothing_typed();
  return secret;
}

}  // namespace pairbook::cli
