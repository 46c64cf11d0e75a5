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
  std::vector<LogRow> loose;  // rows not yet packed into segments
  std::size_t new_entries = 0;
  std::size_t new_bytes = 0;

  [[nodiscard]] Commit begin() const;
  void put(Commit& commit, const std::string& key, base::BytesView plain,
           base::RandomSource& random);
  void remove(Commit& commit, const std::string& key);
  void put_record(Commit& commit, const Record& record, base::RandomSource& random);
  void put_keyring(Commit& commit, base::RandomSource& random);
  void put_header(Commit& commit) const;
  void put_log_rows(Commit& commit, std::vector<LogRow> rows, base::RandomSource& random);
  void pack(Commit& commit, base::RandomSource& random);
  /// The manifest, last: what makes the rest count.
  void finish(Commit& commit, base::RandomSource& random);
};

/// Rows opened one by one: all of a whole book, whatever opens of a damaged one.
struct Reading {
  std::map<std::string, base::Bytes> records;
  std::vector<StoredSnapshot> snapshots;
  std::optional<Keyring> keyring;
  std::vector<std::string> damaged;
};

[[nodiscard]] Reading read_records(const Rows& rows, const BookKeys& keys,
                                   const VaultId& vault);
/// Errors: corrupt with the row's key.
[[nodiscard]] base::Result<LogRow> read_log_row(const std::string& key, base::BytesView bytes,
                                                const BookKeys& keys, const VaultId& vault);
/// Errors: corrupt with the row's key; not_found without the epoch's key.
[[nodiscard]] base::Result<ledger::SignedEntry> open_entry(const base::Bytes& sealed,
                                                           const ledger::SpaceId& space,
                                                           const Keyring& keyring);

}  // namespace pairbook::vault
