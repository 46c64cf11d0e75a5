#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pairbook/app/event.hpp"
#include "pairbook/app/keeper.hpp"

namespace pairbook::app {

enum class NewBookStep : std::uint8_t { name, passphrase, again, sheet, confirm_sheet };
/// The same steps make a book, change its passphrase or print a new sheet.
enum class NewBookPurpose : std::uint8_t { new_book, new_passphrase, new_sheet };

/// A key of a new passphrase, and how it was stretched.
struct NewKey {
  StretchAsked asked;
  crypto::Key key;
};

struct NewBookView {
  NewBookPurpose purpose = NewBookPurpose::new_book;
  NewBookStep step = NewBookStep::name;
  std::string name;
  bool remember_name = true;
  bool recovered = false;  // the sheet opened the book: the passphrase so far is not asked for
  std::string current;     // the passphrase so far, when it is changed
  std::string passphrase;
  std::string again;
  std::string group_one, group_two;
  int ask_one = 1, ask_two = 5;  // which groups are typed back, from 0
  bool sheet_out = false;        // printed or saved
  std::string trouble;           // a sentence for the step's notice
  std::optional<crypto::RecoveryCode> code;
  std::uint32_t job = 0;  // 0: none runs
  std::optional<StretchAsked> asked;
  base::Instant asked_at;       // when that began
  std::optional<NewKey> first;  // while it is stretched once more, further
};

/// A file of the book that is being opened, whose history is taken in.
struct MergeWork {
  vault::Rows rows;                // until the own book is open
  std::optional<Opening> opening;  // until the file's is
  std::optional<Keeper> file;
  std::uint64_t next = 0;  // of its log
  FromOthers from;
  std::size_t unreadable = 0;
  std::size_t authors = 0;  // that were believed when reading began
};

struct UnlockView {
  BookId book;
  std::string name_hint;
  bool from_file = false;  // rows came from a file and are not on the device yet
  bool writer = true;
  bool recovering = false;
  std::string secret;
  std::string trouble;
  bool pressed = false;  // Unlock, before the rows were all here
  vault::Rows rows;
  std::uint32_t job = 0;
  std::optional<Opening> opening;  // the key fits: rows are being read
  bool start_is_read = false;      // the snapshot's people
  std::size_t at_change = 0;       // pieces of the change being folded
  bool replaces = false;           // the copy on the device gives way to the file's
  std::optional<MergeWork> bringing;
  std::string brought;  // told once it is open
};

enum class Problem : std::uint8_t {
  none,
  damaged_book,
  newer_book,
  foreign_file,
  damaged_file,
  newer_file,
  missing_book,
  unreadable_book,
  already_here,
  file_refused,
};

struct ProblemView {
  Problem problem = Problem::none;
  BookId book;
  std::string detail;
  vault::Rows from_file;  // of a book that is here already
};

}  // namespace pairbook::app
