#include <csignal>
#include <cstdio>
#include <string>
#include <vector>

#include "cli/act.hpp"
#include "cli/tasks.hpp"
#include "pairbook/crypto/system_random.hpp"

namespace {

namespace cli = pairbook::cli;

bool print(std::FILE* where, const std::string& text) {
  return std::fwrite(text.data(), 1, text.size(), where) == text.size() &&
         std::fflush(where) == 0;
}

int end(const std::string& text, const std::string& note, cli::Status status) {
  print(stderr, note);
  if (print(stdout, text)) return static_cast<int>(status);
  print(stderr, "pairbook: the output could not be written.\n");
  return static_cast<int>(cli::Status::storage);
}

int fail(const cli::Failure& failure) {
  return end({}, "pairbook: " + failure.sentence + "\n", failure.status);
}

}  // namespace

int main(int argc, char** argv) {
  // A reader that goes away and a limit on files are errors to be told, not ends.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  const auto line = cli::read_command_line(std::vector<std::string>(argv + 1, argv + argc));
  if (!line) {
    const bool is_mistake = line.error().status != cli::Status::fine;
    return end(is_mistake ? "" : line.error().text, is_mistake ? line.error().text : "",
               line.error().status);
  }
  auto random = pairbook::crypto::SystemRandom::create();
  if (!random) {
    return fail({cli::Status::storage, "This system offers no secure random numbers."});
  }
  const cli::Shell shell{line->json, line->passphrase, cli::now(), *random};
  const auto done =
      std::visit([&](const auto& task) { return cli::run(task, shell); }, line->task);
  return done ? end(done->text, done->note, done->status) : fail(done.error());
}
