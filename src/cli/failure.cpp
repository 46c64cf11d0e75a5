#include "cli/failure.hpp"

#include "pairbook/app/words.hpp"

namespace pairbook::cli {

namespace words = app::words;
using base::Errc;

namespace {

Status status_of(Errc code) {
  switch (code) {
    case Errc::wrong_key:
      return Status::wrong_passphrase;
    case Errc::corrupt:
      return Status::damaged;
    case Errc::unsupported_version:
      return Status::newer;
    case Errc::storage_full:
    case Errc::out_of_memory:
      return Status::storage;
    case Errc::too_large:
    case Errc::invalid_input:
      return Status::bad_input;
    case Errc::not_found:
    case Errc::conflict:
    case Errc::not_permitted:
    case Errc::offline:
    case Errc::cancelled:
      break;
  }
  return Status::refused;
}

}  // namespace

std::unexpected<Failure> refused(const base::Error& error) {
  return refuse(status_of(error.code), words::refusal(error));
}

std::unexpected<Failure> bad_spreadsheet(const base::Error& error, std::string_view file) {
  if (error.where == codec::not_a_table::book) {
    return refuse(Status::bad_input,
                  "\"" + std::string(file) + "\" is a Pairbook book, not a spreadsheet.");
  }
  return refuse(Status::bad_input, words::file_trouble(error, file));
}

std::unexpected<Failure> bad_json(const base::Error& error, std::string_view file) {
  std::string sentence(file);
  if (error.code == Errc::unsupported_version) {
    return refuse(Status::bad_input,
                  sentence + " was written for a newer Pairbook. Update Pairbook.");
  }
  sentence += error.code == Errc::too_large ? " is too large" : " cannot be understood";
  if (!error.where.empty()) sentence += ": " + error.where;
  if (!error.detail.empty()) sentence += " (" + error.detail + ")";
  return refuse(Status::bad_input, sentence + ".");
}

std::unexpected<Failure> bad_book(const base::Error& error, std::string_view file) {
  if (error.code == Errc::wrong_key || error.code == Errc::out_of_memory) return refused(error);
  const Status status = error.code == Errc::invalid_input         ? Status::not_a_book
                        : error.code == Errc::unsupported_version ? Status::newer
                                                                  : Status::damaged;
  return refuse(status, words::book_file_trouble(error, file));
}

}  // namespace pairbook::cli
