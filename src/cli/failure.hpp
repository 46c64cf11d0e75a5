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
  damaged = 4,           // a book that was cut short or changed by something else
  storage = 5,           // could not be read or written
  not_a_book = 6,        //
  newer = 7,             // a book from a newer Pairbook
  in_use = 8,            // by another pairbook
  no_relay = 9,          // it does not answer, or does not do what was asked
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

template <class T>
[[nodiscard]] std::unexpected<Failure> pass_on(Outcome<T>& failed) {
  return std::unexpected(std::move(failed.error()));
}

// Sentences for errors of the core. What the browser says too is said in the same words.

/// Something that was asked of a programme.
[[nodiscard]] std::unexpected<Failure> refused(const base::Error& error);
/// A spreadsheet.
[[nodiscard]] std::unexpected<Failure> bad_spreadsheet(const base::Error& error,
                                                       std::string_view file);
/// Rules or people as JSON: names the place.
[[nodiscard]] std::unexpected<Failure> bad_json(const base::Error& error,
                                                std::string_view file);
/// A book, as it is opened.
[[nodiscard]] std::unexpected<Failure> bad_book(const base::Error& error,
                                                std::string_view file);

}  // namespace pairbook::cli
