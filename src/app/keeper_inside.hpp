#pragma once

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

struct Keeper::Inside {
  vault::Vault vault;
  ledger::Ledger ledger;
  vault::Rows rows;  // as they are on the device once all commits are stored
  OpenedBy by;
  std::optional<Home> home;
  FormerDevices devices;

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
};

/// Entry number `position` of the order, as ops.
[[nodiscard]] base::Result<PastChange> past_at(const ledger::Ledger& ledger,
                                               std::size_t position);

/// Opens with the first slot of the kind that the key fits.
[[nodiscard]] base::Result<Opening> open_book(vault::Rows& rows, OpenedBy by, Start start);

}  // namespace pairbook::app
