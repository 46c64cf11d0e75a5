#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "agreeing.hpp"
#include "book_view.hpp"
#include "import_view.hpp"
#include "match_view.hpp"
#include "pairbook/app/effect.hpp"
#include "pairbook/app/keeper.hpp"
#include "pairbook/app/model.hpp"
#include "pairbook/app/screen.hpp"
#include "pairbook/codec/op_bytes.hpp"
#include "pairbook/domain/apply.hpp"
#include "pairbook/domain/programme.hpp"
#include "people_view.hpp"
#include "remains.hpp"
#include "speaker.hpp"

namespace pairbook::app {

/// One thing a person did, and how it is taken back.
struct Change {
  base::Instant when;
  std::string label;  // "Amina Yusuf added"
  std::string plain;  // "Somebody added": while names are hidden
  std::vector<domain::Op> ops;
  std::vector<domain::Op> inverse;  // latest first
};

/// A line of the history screen; `done` counts the changes that stand just after it.
struct HistoryLine {
  base::Instant when;
  std::string text, plain;
  int done = 0;
};

struct OpenedBook;
/// The whole past being folded again beside the open book, for history and undo.
struct OlderPast {
  PastReader reader;
  std::size_t at_change = 0;
  std::size_t written_then = 0;  // of the open book when it began
  std::shared_ptr<OpenedBook> scratch;
  bool all_open = false;
};

/// The programme being written down whole: some people at a time, then sealed part by part.
struct SnapshotWork {
  codec::ProgrammeWriter writer;
  std::optional<vault::SealedSnapshot> sealed;
  std::size_t written_then = 0;  // of the open book when it began
};

/// The open book: what it says, and how it came to say so.
struct OpenedBook {
  BookId id;
  bool sample = false;           // kept nowhere
  bool read_only = false;        // another tab writes
  bool recovered = false;        // opened by the sheet: nobody knows the passphrase
  std::optional<Keeper> keeper;  // none for sample people
  domain::Programme programme;
  std::optional<domain::Programme> veil;  // while something is hidden, what may be seen of it
  bool veil_hides_names = false;
  std::vector<Change> done;    // oldest first
  std::vector<Change> undone;  // the next one to do again is last
  // How many changes shall be done in the end, while undo or redo goes on.
  std::optional<std::size_t> done_wanted;
  std::vector<HistoryLine> lines;
  std::size_t written = 0;             // changes written down since opening
  std::vector<std::string> ignored;    // entries that made no sense here, in words
  std::vector<vault::Notice> notices;  // what was found damaged on opening
  bool has_older_past = false;     // changes from before the last snapshot are not listed yet
  std::optional<OlderPast> older;  // ... but are being read
  bool older_failed = false;       // ... and cannot be
  std::optional<SnapshotWork> snapshot;
  /// Entries came that are not folded yet: the programme lags behind the history.
  bool stale = false;
  std::unique_ptr<Agreeing> agreeing;
};

/// Work in slices: commands or ops that make one change together. Undo and redo take their ops
/// from the change at the end of the past.
struct Running {
  enum class Kind : std::uint8_t { import, change, undo, redo } kind = Kind::import;
  ledger::ChangeId change;
  std::size_t done = 0, whole = 0;     // ops
  bool tell = false;                   // in a toast, at the end of a change
  Change draft;                        // as far as the kind needs it
  std::optional<vault::Commit> bytes;  // all so far as one transaction
  std::string title;
};

/// Where the bytes are: on the device, or still here.
struct Saving {
  std::deque<vault::Commit> waiting;  // handed to the shell or not, oldest first
  std::size_t handed = 0;             // of them, wholly
  std::size_t handed_rows = 0;        // of the next one
  bool failed = false;
  base::Error error;
};

struct ToastShown {
  int id = 0;
  Tone tone = Tone::plain;
  std::string text;
  bool with_undo = false;
  base::Instant until;
};

enum class Place : std::uint8_t {
  starting,
  welcome,
  new_book,
  unlock,
  opening,
  problem,
  inside
};

enum class DialogKind : std::uint8_t {
  none,
  shortcuts,
  forget_book,
  end_pair,
  show_names,
  report
};

struct FrameView {
  std::string route = "#/";
  std::vector<ToastShown> toasts;
  int next_toast = 1;
  bool palette = false;
  std::string palette_query;
  int palette_selected = 0;
  DialogKind dialog = DialogKind::none;
  std::string dialog_subject;
  std::vector<std::string> dialog_lines;  // of a report
  FocusRequest focus;
  base::Instant last_active;
  bool lock_when_saved = false;
  bool asked_to_keep = false;            // by hand, so the answer is told
  std::optional<base::Instant> wake_at;  // as the shell was told
};

/// Texts typed into fields that are done when the field is left.
using Drafts = std::map<ControlId, std::string>;

struct HistoryView {
  int first = 0, rows = 40;
};

/// Rows of a book that come in pieces, until the last one.
struct Arriving {
  BookId book;
  vault::Rows rows;
};

struct Model::State {
  Capabilities capabilities;
  LocalTimes times;
  Preferences preferences;
  std::vector<BookId> books;
  Language language = Language::english;
  Place place = Place::starting;
  std::uint32_t next_job = 1;
  std::uint32_t next_line = 1;
  std::string served_from;

  std::optional<OpenedBook> book;
  std::optional<Running> running;
  Saving saving;

  FrameView frame;
  Drafts drafts;
  std::map<ControlId, std::string> field_errors;
  NewBookView new_book;
  Arriving arriving;
  UnlockView unlock;
  ProblemView problem;
  PeopleView people;
  QuestionView question;
  ImportView import;
  Remains remains;
  HistoryView history;
  Counts counts;
  AreaViews areas;  // rules, match, pairs, letters
};

}  // namespace pairbook::app
