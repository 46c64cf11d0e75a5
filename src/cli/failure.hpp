#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "pairbook/base/result.hpp"

namespace pairbook::cli {

/// How the program ends; docs/cli.md promises these numbers.
enum class Status {
  fine = 0,
  refused = 1,           // by a rule of the programme, or there is nothing of the kind
  bad_input = 2,         // a file, an option or a command that cannot be understood
  wrong_passphrase = 3,  //
  damaged = 4,           // not a book, or one that was changed, or from a newer Pairbook
  storage = 5,           // could not be read or written
};

/// Why something did not work, in a sentence that says what to do.
struct Failure {
  Status status = Status::bad_input;
  std::string sentence;
};

template <class T>
using Outcome = std::expected<T, Failure>;

[[nodiscard]] inline std::unexpected<Failure> refuse(Status status, std::string sentence) {
  return std::unexpected(Failure{status, std::move(sentence)});
}

/// A sentence for an error of the core. `about` is what it concerns: a file or a person.
[[nodiscard]] Failure failure_from(const base::Error& error, std::string_view about);

template <class T>
[[nodiscard]] std::unexpected<Failure> give_up(const base::Result<T>& failed,
                                               std::string_view about) {
  return std::unexpected(failure_from(failed.error(), about));
}

template <class T>
[[nodiscard]] std::unexpected<Failure> pass_on(Outcome<T>& failed) {
  return std::unexpected(std::move(failed.error()));
}

}  // namespace pairbook::cli
