#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "pairbook/vault/vault.hpp"

namespace pairbook::vault {

/// A book in memory with its rows, keys that were never stretched (so that tests are quick),
/// and a ledger that writes into it.
struct SomeBook {
  base::SeededRandom random;
  crypto::Key passphrase;
  crypto::RecoveryCode recovery;
  std::optional<Vault> vault;
  Rows rows;
  std::optional<ledger::Ledger> ledger;
  std::vector<Commit> commits;  // all that were stored

  explicit SomeBook(std::uint64_t seed = 1)
      : random(seed),
        passphrase(crypto::Key::random(random)),
        recovery(crypto::RecoveryCode::random(random)) {
    auto created = Vault::create(passphrase_key(passphrase), recovery, random);
    vault = std::move(created->vault);
    ledger.emplace(space());
    keep(created->commit);
  }

  static PassphraseKey passphrase_key(const crypto::Key& key) {
    return {key.clone(), {}, crypto::least_cost};
  }
  [[nodiscard]] ledger::SpaceId space() const { return vault->keyring().spaces()[0].id; }

  void keep(const Commit& commit) {
    (void)store(rows, commit);
    commits.push_back(commit);
  }

  std::vector<ledger::SignedEntry> sign(std::string_view text) {
    ledger::Writing writing;
    writing.device = vault->keyring().device();
    writing.epoch = 1;
    writing.now = {1'800'000'000'000};
    const auto bytes = base::bytes_of(text);
    return *ledger->append(writing, {{1, false, {bytes.begin(), bytes.end()}}},
                           vault->keyring().device_key());
  }
  void write(std::string_view text) {
    Change change;
    change.entries = sign(text);
    keep(*vault->commit(change, random));
  }
  void record(const std::string& name, std::string_view text) {
    Change change;
    const auto bytes = base::bytes_of(text);
    change.records[name] = {bytes.begin(), bytes.end()};
    keep(*vault->commit(change, random));
  }
  void snapshot(std::string_view state) {
    Change change;
    const auto bytes = base::bytes_of(state);
    change.snapshot = Snapshot{space(), ledger->summary(), {bytes.begin(), bytes.end()}};
    keep(*vault->commit(change, random));
  }

  [[nodiscard]] base::Result<Opened> open() const { return open(rows); }
  [[nodiscard]] base::Result<Opened> open(const Rows& some_rows) const {
    return Vault::open(some_rows, 0, passphrase);
  }
};

/// The texts of entries, joined.
inline std::string story(const std::vector<ledger::SignedEntry>& entries) {
  std::string out;
  for (const auto& entry : entries) {
    for (const auto& op : entry.entry.ops) out += base::text_of(op.payload) + " ";
  }
  return out;
}

inline std::string text(const base::Bytes& bytes) {
  return base::text_of(bytes);
}

}  // namespace pairbook::vault
