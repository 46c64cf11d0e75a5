#pragma once

#include <string>

#include "cli/book.hpp"
#include "cli/tasks.hpp"
#include "pairbook/crypto/recovery_code.hpp"

namespace pairbook::cli {

/// Before anything is made: nobody should get a book without its sheet. `where` is a file, "-"
/// for standard output, or empty when a person can be asked at the terminal.
[[nodiscard]] Outcome<void> check_sheet(const std::string& where);

/// What a new book is called, and where it and its sheet go.
struct NewPlace {
  std::string book;
  std::string programme;
  std::string sheet;
};

/// Hands the sheet over and then puts the book into its file: whatever happens, no book is
/// without one. `done` is what is said about it.
[[nodiscard]] Outcome<Done> put_with_sheet(Book& book, const NewPlace& place,
                                           const crypto::RecoveryCode& code, Done done,
                                           const Shell& shell);

}  // namespace pairbook::cli
