#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/book_file.hpp"
#include "cli/passphrase.hpp"
#include "pairbook/base/random.hpp"
#include "pairbook/domain/command.hpp"
#include "pairbook/domain/decide.hpp"
#include "pairbook/domain/programme.hpp"

namespace pairbook::cli {

/// An open book file: the same book as in the browser, by the same keeper.
///
/// Nothing reaches the file before save(), which replaces it as a whole. The file is held as
/// long as this lives.
class Book {
 public:
  /// A book that is not in a file yet: save_as() puts it there.
  [[nodiscard]] static Outcome<Book> make(const crypto::Secret& passphrase,
                                          const crypto::RecoveryCode& code,
                                          base::RandomSource& random);

  /// Errors: those of BookFile::hold(); wrong_passphrase, not_a_book, newer; damaged, also
  ///         when the book is not whole and is to be written.
  [[nodiscard]] static Outcome<Book> open(const std::string& path, BookFile::For purpose,
                                          const PassphraseFrom& passphrase,
                                          base::RandomSource& random);

  [[nodiscard]] const domain::Programme& programme() const { return programme_; }
  /// Refuses while names are hidden for a blind review: whoever lists, matches or exports would
  /// see them.
  [[nodiscard]] Outcome<void> shows_names() const;
  /// What is not as it should be; empty for a book that is whole.
  [[nodiscard]] const std::vector<vault::Notice>& notices() const { return notices_; }
  [[nodiscard]] const app::Keeper& keeper() const { return *keeper_; }

  /// Decides a command and writes what it comes to into the history. False: nothing to change.
  [[nodiscard]] Outcome<bool> act(const domain::Command& command, const domain::Moment& moment,
                                  base::RandomSource& random);

  /// Lets others check what this book wrote, and saves it when that took an entry.
  [[nodiscard]] Outcome<void> vouch(const domain::Moment& moment, base::RandomSource& random);
  /// Takes others' entries in and folds everything anew.
  [[nodiscard]] Outcome<void> take_in(app::FromOthers from, base::RandomSource& random);

  /// Something else that the keeper does; save() after it.
  [[nodiscard]] Outcome<void> change(
      const std::function<base::Result<vault::Commit>(app::Keeper&)>& with);

  [[nodiscard]] Outcome<void> save(base::RandomSource& random);
  /// Errors: bad_input when there is a file of that name.
  [[nodiscard]] Outcome<void> save_as(const std::string& path, base::RandomSource& random);

 private:
  Book() = default;
  [[nodiscard]] Outcome<void> unlock(vault::Rows& rows, const crypto::Secret& passphrase);
  [[nodiscard]] Outcome<void> fold(app::Opening& opening);
  [[nodiscard]] BookFile::Filling filling(base::RandomSource& random);

  std::string path_;
  std::optional<BookFile> file_;
  std::optional<app::Keeper> keeper_;
  domain::Programme programme_;
  std::vector<vault::Notice> notices_;
};

}  // namespace pairbook::cli
