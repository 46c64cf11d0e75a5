#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/event.hpp"
#include "pairbook/app/job.hpp"
#include "pairbook/app/preferences.hpp"
#include "pairbook/app/report.hpp"
#include "pairbook/base/bytes.hpp"
#include "pairbook/base/time.hpp"
#include "pairbook/vault/row.hpp"

namespace pairbook::app {

// What the application asks of a shell, to be carried out in order. Answers come as events.

/// Claims the right to write and reads every row. Answer: BookLoaded, BookMissing or
/// LoadFailed.
struct LoadBook {
  BookId book;
};
/// Some rows of the commit that the next SaveCommit of this book ends with. `begins`: the first
/// piece of a commit, so whatever was staged before is forgotten.
struct StageRows {
  BookId book;
  std::vector<vault::Row> rows;
  bool begins = true;
};
/// One transaction, strictly durable, stored only on top of `commit.expected` (vault/row.hpp).
/// Answer: Saved or SaveFailed. Commits of one book are carried out one after the other; after
/// a failure those behind it fail too (conflict).
struct SaveCommit {
  BookId book;
  vault::Commit commit;
  bool begins = true;  // nothing was staged for it
};
struct DeleteBook {
  BookId book;
};
/// Gives the right to write back: the book was closed.
struct ReleaseBook {
  BookId book;
};
/// Takes the right to write from another tab. Answer: WriterGranted.
struct TakeOverWriter {
  BookId book;
};
struct RequestPersistence {};

/// Answer: JobProgress any number of times, then JobDone or JobFailed. The input may hold a
/// passphrase: wipe it when the job has it.
struct StartJob {
  std::uint32_t job = 0;
  JobKind kind = JobKind::stretch;
  base::Bytes input;
};
/// Answer: JobFailed{cancelled}. At once, whatever the job does: the Worker may be ended.
struct CancelJob {
  std::uint32_t job = 0;
};

/// Answer: Woke, not before `when`. A later WakeAt replaces it.
struct WakeAt {
  base::Instant when;
};
/// Answer: Woke, as soon as the browser has drawn and taken input: there is more to do.
struct Continue {};

/// The file is the chunks joined.
struct Download {
  std::string name;
  std::string type;  // "text/csv;charset=utf-8"
  std::vector<base::Bytes> chunks;
};
/// Answer: TextCopied.
struct CopyText {
  std::string text;
};
struct Print {
  Report report;
};
/// Answer: FilePicked or FileRefused; nothing when the person changes their mind.
struct PickFile {
  PickPurpose purpose = PickPurpose::import_people;
  std::string accept;  // ".csv,.tsv,text/csv"
};
enum class Navigation : std::uint8_t { push, replace };
/// Puts the hash into the address. No RouteChanged comes back for it.
struct SetRoute {
  std::string route;
  Navigation how = Navigation::push;
};
struct SavePreferences {
  Preferences preferences;
};
/// mailto: only.
struct OpenLink {
  std::string address;
};

/// A WebSocket to a relay, of whole binary messages. Answer: LineOpened or LineClosed.
struct OpenLine {
  std::uint32_t line = 0;
  std::string address;  // "wss://relay.example/sync"
};
struct SendOnLine {
  std::uint32_t line = 0;
  base::Bytes message;
};
/// Nothing more is told of it.
struct CloseLine {
  std::uint32_t line = 0;
};

using Effect = std::variant<LoadBook, SaveCommit, DeleteBook, ReleaseBook, TakeOverWriter,
                            RequestPersistence, StartJob, CancelJob, WakeAt, Continue, Download,
                            CopyText, Print, PickFile, SetRoute, SavePreferences, OpenLink,
                            StageRows, OpenLine, SendOnLine, CloseLine>;

}  // namespace pairbook::app
