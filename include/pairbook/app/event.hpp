#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/intent.hpp"
#include "pairbook/app/local_times.hpp"
#include "pairbook/app/preferences.hpp"
#include "pairbook/base/bytes.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/vault/row.hpp"

namespace pairbook::app {

// What a shell tells the application. Intents of screens are events too.

/// What the place we run in can do.
struct Capabilities {
  bool storage = true;      // books can be kept on this device at all
  bool persisted = false;   // the browser promised not to clear them by itself
  bool local_file = false;  // opened from file://, where all local pages share one store
  bool webgl = true;        // false: the page itself is the screen
  bool print = true;
  bool apple_keys = false;  // shortcuts read "Cmd" rather than "Ctrl"
  bool operator==(const Capabilities&) const = default;
};

/// First of all events.
struct Started {
  std::vector<BookId> books;  // kept on this device, most recently used first
  Preferences preferences;
  Capabilities capabilities;
  std::string route;  // the hash of the address, "#/people" or empty
  LocalTimes times;
  std::string served_from;  // "https://club.example"; empty when the page is a file
};

/// Some rows of a book, in any order: the first pieces of a large one.
struct BookRows {
  BookId book;
  std::vector<vault::Row> rows;
};
/// The rows of a book that have not come before, in any order. `writer`: this tab may write;
/// false while another tab does.
struct BookLoaded {
  BookId book;
  std::vector<vault::Row> rows;
  bool writer = true;
};
/// The browser has cleared it, or it never was here.
struct BookMissing {
  BookId book;
};
/// The storage could not be read: corrupt, not_permitted.
struct LoadFailed {
  BookId book;
  base::Error error;
};
struct Saved {
  BookId book;
  std::uint64_t generation = 0;
};
/// The transaction did nothing. storage_full, conflict (another tab wrote meanwhile),
/// not_permitted (no storage), corrupt.
struct SaveFailed {
  BookId book;
  std::uint64_t generation = 0;
  base::Error error;
};
struct BookDeleted {
  BookId book;
};

struct JobProgress {
  std::uint32_t job = 0;
  std::uint32_t part = 0, whole = 0;
};
struct JobDone {
  std::uint32_t job = 0;
  base::Bytes output;
};
struct JobFailed {
  std::uint32_t job = 0;
  base::Error error;
};

enum class PickPurpose : std::uint8_t {
  import_people,
  open_book,
  import_rules,
  import_wishes,
  import_checks,
  check_report
};

/// Chosen, or dropped on the page (`dropped`; `purpose` is then what was last asked for, and
/// the application decides by what is on the screen and by the bytes).
struct FilePicked {
  PickPurpose purpose = PickPurpose::import_people;
  std::string name;
  base::Bytes bytes;
  bool dropped = false;
};
struct FileRefused {  // too large to read, or it could not be read
  std::string name;
  base::Error error;
};
/// Pasted outside any field: from a spreadsheet, most likely.
struct TextPasted {
  std::string text;
};
struct TextCopied {
  bool worked = true;
};

/// The time asked for by WakeAt has come, or the moment asked for by Continue.
struct Woke {};
/// A key, a press or a touch: the person is here. At most one a second.
struct PersonActive {};
struct PageHidden {};
struct PageShown {};

/// Another tab took this book over; writing here would be refused.
struct WriterLost {
  BookId book;
};
/// After TakeOverWriter: the rows may have changed and are loaded again.
struct WriterGranted {
  BookId book;
};

/// Back, forward, a typed address or a followed link.
struct RouteChanged {
  std::string route;
};
struct PersistenceChanged {
  bool persisted = false;
};

/// A line that OpenLine asked for: it stands, said something, or is no more.
struct LineOpened {
  std::uint32_t line = 0;
};
struct LineHeard {
  std::uint32_t line = 0;
  base::Bytes message;
};
struct LineClosed {
  std::uint32_t line = 0;
};

using Event =
    std::variant<Intent, Started, BookLoaded, BookMissing, Saved, SaveFailed, BookDeleted,
                 JobProgress, JobDone, JobFailed, FilePicked, FileRefused, TextPasted,
                 TextCopied, Woke, PersonActive, PageHidden, PageShown, WriterLost,
                 WriterGranted, RouteChanged, PersistenceChanged, BookRows, LoadFailed,
                 LineOpened, LineHeard, LineClosed>;

}  // namespace pairbook::app
