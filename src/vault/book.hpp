#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "contents.hpp"
#include "manifest.hpp"
#include "pairbook/vault/vault.hpp"
#include "row_seal.hpp"

namespace pairbook::vault {

/// A row as it will be stored, and what it adds to the list of contents.
struct SealedRow {
  Row row;
  Contents::Mark mark;
};

struct SealedSnapshot::Inside {
  StoredSnapshot stored;
  std::vector<SealedRow> rows;  // the parts so far
  std::size_t at = 0;           // of the state
};

/// An entry of the log that no snapshot stands for, so that it has to be read when the book is
/// opened.
struct Uncovered {
  std::uint64_t position = 0;
  ledger::SpaceId space;
  ledger::Dot dot;
};

/// Whether a snapshot that ends there stands for the entry.
[[nodiscard]] bool is_covered(const ledger::Dot& dot, const ledger::Summary& summary);

/// What a Vault keeps in memory: keys, and what it needs to write the next commit.
struct Vault::Book {
  Book(Header h, crypto::Key key, Keyring ring)
      : header(std::move(h)),
        book_key(std::move(key)),
        keys(BookKeys::of(book_key)),
        keyring(std::move(ring)) {}

  Header header;
  crypto::Key book_key;
  BookKeys keys;
  Keyring keyring;
  Contents contents;
  std::uint64_t expected = 0;    // what storage says in clear
  std::uint64_t generation = 0;  // of the newest manifest
  crypto::Digest manifest_hash{};
  std::uint64_t next_position = 0;
  std::map<ledger::SpaceId, ledger::ChainEnd> own;
  bool read_only = false;
  std::vector<std::string> damaged;
  std::vector<LogRow> loose;         // rows not yet packed into segments
  std::vector<Uncovered> uncovered;  // ascending by position
  std::size_t new_entries = 0;
  std::size_t new_bytes = 0;
  std::map<ledger::SpaceId, std::size_t> parts;  // of the last snapshot: how many

  [[nodiscard]] Commit begin() const;
  [[nodiscard]] SealedRow sealed(const std::string& key, base::BytesView plain,
                                 base::RandomSource& random) const;
  void put(Commit& commit, SealedRow sealed);
  void put(Commit& commit, const std::string& key, base::BytesView plain,
           base::RandomSource& random);
  void remove(Commit& commit, const std::string& key);
  void put_record(Commit& commit, const Record& record, base::RandomSource& random);
  void put_keyring(Commit& commit, base::RandomSource& random);
  void put_header(Commit& commit) const;
  void put_log_rows(Commit& commit, std::vector<LogRow> rows, base::RandomSource& random);
  void put_snapshot(Commit& commit, SealedSnapshot::Inside&& snapshot,
                    base::RandomSource& random);
  void pack(Commit& commit, base::RandomSource& random);
  [[nodiscard]] bool is_all_covered(const LogRow& row) const;
  /// The manifest, last: what makes the rest count.
  void finish(Commit& commit, base::RandomSource& random);
};

/// A snapshot must reach at least as far as what this device wrote, or entries would be hidden.
[[nodiscard]] base::Done check_reach(const Snapshot& snapshot,
                                     const std::map<ledger::SpaceId, ledger::ChainEnd>& own);

/// Rows opened one by one: all of a whole book, whatever opens of a damaged one.
class Reading {
 public:
  void read(const std::string& key, base::BytesView bytes, const BookKeys& keys,
            const VaultId& vault);
  /// After the last row: puts the states of snapshots together.
  void join_parts(const BookKeys& keys);

  std::map<std::string, base::Bytes> records;
  std::vector<StoredSnapshot> snapshots;
  std::map<ledger::SpaceId, std::size_t> parts_found;  // the highest number of a part, and 1
  std::optional<Keyring> keyring;
  std::vector<std::string> damaged;

 private:
  bool take(Record record);
  bool take_snapshot(Record record);

  std::map<std::string, base::Bytes> parts_;  // by name
};

/// Errors: corrupt with the row's key.
[[nodiscard]] base::Result<LogRow> read_log_row(const std::string& key, base::BytesView bytes,
                                                const BookKeys& keys, const VaultId& vault);
/// Errors: corrupt with the row's key; not_found without the epoch's key.
[[nodiscard]] base::Result<ledger::SignedEntry> open_entry(const base::Bytes& sealed,
                                                           const ledger::SpaceId& space,
                                                           const Keyring& keyring);

}  // namespace pairbook::vault
