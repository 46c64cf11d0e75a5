#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pairbook/base/random.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/crypto/recovery_code.hpp"
#include "pairbook/crypto/stretch.hpp"
#include "pairbook/ledger/ledger.hpp"
#include "pairbook/vault/header.hpp"
#include "pairbook/vault/keyring.hpp"
#include "pairbook/vault/row.hpp"

namespace pairbook::vault {

/// A passphrase after crypto::stretch(), with what it was stretched with.
struct PassphraseKey {
  crypto::Key key;
  crypto::Salt salt{};
  crypto::KdfCost cost;
};

/// A state that the application folded, kept so that opening need not fold the whole history.
struct Snapshot {
  ledger::SpaceId space;
  ledger::Summary summary;  // up to where the state goes: Ledger(space, summary) goes on there
  base::Bytes state;
};

/// A snapshot on its way into rows, a part at a time: sealing the state of 50,000 people at
/// once would make a page wait. What is committed meanwhile does no harm. Usual course:
/// Vault::begin_snapshot() → seal_some() until it is true → commit().
class SealedSnapshot {
 public:
  SealedSnapshot(SealedSnapshot&&) noexcept;
  SealedSnapshot& operator=(SealedSnapshot&&) noexcept;
  ~SealedSnapshot();

  struct Inside;
  explicit SealedSnapshot(std::unique_ptr<Inside> inside);

 private:
  friend class Vault;
  std::unique_ptr<Inside> inside_;
};

/// What changes in one commit. Entries are signed; the vault seals them with their space's key.
struct Change {
  std::vector<ledger::SignedEntry> entries;
  std::map<std::string, base::Bytes> records;  // by name, new or changed
  std::vector<std::string> drop_records;
  std::optional<Snapshot> snapshot;
};

/// What is not as it should be. A person is told; nothing is hidden or repaired in silence.
enum class NoticeKind : std::uint8_t {
  older_state,       // the newest state was damaged or removed; an earlier one is whole
  incomplete,        // rows are missing, exchanged or rolled back: read-only, see row notices
  row_damaged,       // `where` is the row's key; what was in it is not shown
  manifest_damaged,  // the list of contents does not open
  own_entries_missing,  // this device had written more: it must go on as a new device
  two_passphrases,      // a change of passphrase was interrupted: both open the book
};

struct Notice {
  NoticeKind kind{};
  std::string where;
  bool operator==(const Notice&) const = default;
};

/// When a new snapshot pays off.
inline constexpr std::size_t snapshot_after_entries = 500;
inline constexpr std::size_t snapshot_after_bytes = 256 * 1024;

struct Opened;

/// Which piece of a history: of rows behind the one named, and about how large.
struct HistoryFrom {
  std::string after;
  std::size_t most_bytes = SIZE_MAX;
};
struct HistoryPiece {
  std::vector<ledger::SignedEntry> entries;
  std::string after;  // where the next piece begins
  bool last = false;
};

/// Entries as they lie in the log, and the position where the next piece begins.
struct LogPiece {
  std::vector<ledger::SignedEntry> entries;
  std::uint64_t next = 0;
};

/// A book whose key is in memory: turns changes into rows, and rows back (format PBV1).
///
/// It keeps no rows and touches no storage. A shell stores each Commit as one transaction. The
/// order matters: what a device wrote is stored before anybody else sees it. To lock the book,
/// destroy the Vault: its keys are wiped.
///
/// Usual course, new:     salt → stretch (in a Worker) → create() → store the commit.
///               opening: read_header() → stretch with that slot's salt and cost → open().
/// Cost:   opening reads and hashes every row once but opens only the records and the entries
///         that the snapshot does not cover; no signature is verified, because nothing came
///         into the log without that.
/// Source: docs/formats/vault.md
class Vault {
 public:
  /// An empty book with two key slots, one person, one device and one space.
  struct Created;
  [[nodiscard]] static base::Result<Created> create(const PassphraseKey& passphrase,
                                                    const crypto::RecoveryCode& recovery,
                                                    base::RandomSource& random,
                                                    SpaceKind kind = SpaceKind::programme);

  /// `slot` is a number of read_header(rows).slots, `slot_key` the stretched passphrase or
  /// RecoveryCode::key(slot.salt).
  ///
  /// Errors: wrong_key (another passphrase); corrupt with the row that is damaged beyond use;
  ///         unsupported_version; not_found without a header.
  /// Shape:  a book that is not whole opens all the same, read-only, with notices.
  [[nodiscard]] static base::Result<Opened> open(const Rows& rows, std::size_t slot,
                                                 const crypto::Key& slot_key);

  [[nodiscard]] const Header& header() const;
  [[nodiscard]] const Keyring& keyring() const;
  [[nodiscard]] std::uint64_t generation() const;
  [[nodiscard]] bool is_read_only() const;
  /// Enough has been written since the last snapshot (or since opening, if that is longer ago).
  [[nodiscard]] bool snapshot_is_due() const;

  /// Errors: not_permitted when read-only; not_found when the keyring has no key for an entry's
  ///         space and epoch; too_large; invalid_input for a reserved name ("vault/…").
  [[nodiscard]] base::Result<Commit> commit(const Change& change, base::RandomSource& random);

  [[nodiscard]] SealedSnapshot begin_snapshot(Snapshot snapshot) const;
  /// Seals up to `most_bytes` more of the state; true when it is all done.
  [[nodiscard]] bool seal_some(SealedSnapshot& snapshot, std::size_t most_bytes,
                               base::RandomSource& random) const;
  /// Errors: as commit(); conflict when another snapshot was made meanwhile; invalid_input when
  ///         entries of this device have overtaken it; cancelled when it is not all sealed.
  [[nodiscard]] base::Result<Commit> commit(SealedSnapshot snapshot,
                                            base::RandomSource& random);

  /// Two commits, in order; after each of them the book opens, with both passphrases in
  /// between.
  [[nodiscard]] base::Result<std::vector<Commit>> change_passphrase(
      const PassphraseKey& passphrase, base::RandomSource& random);
  /// Keeps the newest passphrase only: finishes an interrupted change.
  [[nodiscard]] base::Result<Commit> drop_older_passphrases(base::RandomSource& random);
  /// The sheets printed before open nothing any more.
  [[nodiscard]] base::Result<Commit> replace_recovery_code(const crypto::RecoveryCode& code,
                                                           base::RandomSource& random);
  [[nodiscard]] base::Result<Commit> replace_keyring(Keyring keyring,
                                                     base::RandomSource& random);

  /// Goes on with a read-only book as it is, after a person saved a copy and said so: rows that
  /// do not open are removed, and this becomes a new device of the same person.
  [[nodiscard]] base::Result<Commit> carry_on(base::RandomSource& random);

  /// Every entry of a space from the whole log, also those that the snapshot covers.
  /// Errors: corrupt with the row's key.
  [[nodiscard]] base::Result<std::vector<ledger::SignedEntry>> history(
      const Rows& rows, const ledger::SpaceId& space) const;
  /// The same a piece at a time.
  [[nodiscard]] base::Result<HistoryPiece> history(const Rows& rows,
                                                   const ledger::SpaceId& space,
                                                   const HistoryFrom& from) const;

  /// The position that the next entry of any space gets. An entry keeps its position for ever.
  [[nodiscard]] std::uint64_t log_end() const;
  /// Entries of a space from a position on, whole rows at a time: perhaps also some from before
  /// it. What somebody has to be sent who has everything before the position. Of rows that are
  /// given here only: what is not stored yet is not sent.
  /// Errors: corrupt with the row's key.
  [[nodiscard]] base::Result<LogPiece> log(const Rows& rows, const ledger::SpaceId& space,
                                           std::uint64_t from, std::size_t most_bytes) const;

  Vault(Vault&&) noexcept;
  Vault& operator=(Vault&&) noexcept;
  ~Vault();

 private:
  struct Book;
  friend class OpenWork;
  explicit Vault(std::unique_ptr<Book> book);
  std::unique_ptr<Book> book_;
};

struct Vault::Created {
  Vault vault;
  Commit commit;
};

/// A book as it was found.
struct Opened {
  Vault vault;
  std::map<std::string, base::Bytes> records;
  std::vector<Snapshot> snapshots;           // at most one a space
  std::vector<ledger::SignedEntry> entries;  // those that no snapshot covers, in log order
  std::vector<Notice> notices;
};

/// Vault::open() some rows at a time, for books that are large.
///
/// Shape: `rows` stay where and as they are until take().
class OpenWork {
 public:
  /// Errors: as open(), except for those of step().
  [[nodiscard]] static base::Result<OpenWork> begin(const Rows& rows, std::size_t slot,
                                                    const crypto::Key& slot_key);
  /// Reads rows of about `most_bytes` more; true when all are read.
  /// Errors: corrupt with the row that is damaged beyond use.
  [[nodiscard]] base::Result<bool> step(std::size_t most_bytes);
  /// How far it is: every row is looked at twice.
  [[nodiscard]] std::size_t rows_done() const;
  [[nodiscard]] std::size_t rows_in_all() const;
  /// Once, when step() said true.
  [[nodiscard]] Opened take();

  OpenWork(OpenWork&&) noexcept;
  OpenWork& operator=(OpenWork&&) noexcept;
  ~OpenWork();

 private:
  struct Inside;
  explicit OpenWork(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace pairbook::vault
