#pragma once

#include <map>
#include <memory>

#include "file_records.hpp"
#include "pairbook/app/keeper.hpp"
#include "pairbook/codec/op_bytes.hpp"
#include "pairbook/ledger/ledger.hpp"

namespace pairbook::app {

/// Which key slot opened the book, and with what.
struct OpenedBy {
  vault::SlotKind kind = vault::SlotKind::passphrase;
  crypto::Key key;
};

/// What is known of persons in the space: sync::Membership.
inline constexpr const char* persons_record = "sync/members";

struct Keeper::Inside {
  vault::Vault vault;
  ledger::Ledger ledger;
  vault::Rows rows;  // as they are on the device once all commits are stored
  OpenedBy by;
  std::optional<Home> home;
  FormerDevices devices;
  sync::Members members;
  std::map<std::string, base::Bytes> sync_records;  // but for the members'
  std::unique_ptr<sync::BookSpace> space;           // looks at the above
  /// An entry came that belongs before the last snapshot: until there is another one, opening
  /// reads the whole past.
  bool is_late = false;
  std::optional<std::size_t> news_begin;  // of what take_in() brought last

  Inside(vault::Vault opened, ledger::Ledger history, vault::Rows all, OpenedBy key)
      : vault(std::move(opened)),
        ledger(std::move(history)),
        rows(std::move(all)),
        by(std::move(key)) {}
  Inside(const Inside&) = delete;

  /// Reads the records that are the keeper's. Errors: corrupt, unsupported_version.
  [[nodiscard]] base::Done read_records(std::map<std::string, base::Bytes> records);
  /// Our own person and devices need nobody's word.
  void believe_ourselves();
  /// Puts what is known of devices and persons into a commit.
  void add_members(vault::Change& change) const;
  /// Certificates for devices that this book is or was and that the history tells nobody of.
  [[nodiscard]] std::vector<ledger::OpBytes> missing_certificates();
  [[nodiscard]] base::Result<vault::Commit> write(const ledger::ChangeId& change,
                                                  std::vector<ledger::OpBytes> ops,
                                                  const domain::Moment& moment,
                                                  base::RandomSource& random);
  /// Everything from the log, in place of a ledger that began at a snapshot.
  [[nodiscard]] base::Done read_whole_history();

  [[nodiscard]] base::Result<vault::Commit> keep(base::Result<vault::Commit> commit);
  [[nodiscard]] base::Result<vault::Commit> put_record(const char* name, base::Bytes bytes,
                                                       base::RandomSource& random);
  [[nodiscard]] base::Result<vault::Commit> remember_device(const crypto::PublicKey& key,
                                                            base::RandomSource& random);
};

struct Opening::Inside {
  explicit Inside(OpenedBy key) : by(std::move(key)) {}

  vault::Rows rows;                          // until the keeper has them
  OpenedBy by;                               // likewise
  std::optional<vault::OpenWork> work;       // until all rows are read
  std::vector<ledger::SignedEntry> entries;  // that the ledger is given
  std::size_t received = 0;                  // of them
  bool is_late = false;                      // one belongs before the snapshot
  std::optional<std::string> reading_after;  // of the whole past, up to which row
  std::unique_ptr<Keeper::Inside> keeper;
  base::Bytes snapshot;
  std::optional<codec::ProgrammeReader> reader;  // of the snapshot, until it is read
  std::size_t people = 0;                        // of it that were read in steps
  domain::Programme start;
  bool from_snapshot = false;
  std::vector<vault::Notice> notices;
  std::size_t at = 0;

  [[nodiscard]] base::Done make_keeper(vault::Opened opened);
  void receive_some(std::size_t most);
  void begin_whole_past();
  [[nodiscard]] base::Done read_some_past(std::size_t most_bytes);
};

/// What an entry says of the programme.
[[nodiscard]] base::Result<std::vector<domain::Op>> ops_of(const ledger::Entry& entry);
/// Entry number `position` of the order, as ops.
[[nodiscard]] base::Result<PastChange> past_at(const ledger::Ledger& ledger,
                                               std::size_t position);

/// Opens with the first slot of the kind that the key fits.
[[nodiscard]] base::Result<Opening> open_book(vault::Rows& rows, OpenedBy by, Start start);

}  // namespace pairbook::app
