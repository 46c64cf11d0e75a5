#include "book.hpp"

namespace pairbook::vault {

using base::Bytes;
using base::BytesView;
using base::Errc;

namespace {

/// False when it is one of the vault's own records but not as it should be.
bool take(Record record, Reading& out) {
  if (record.name == keyring_name || record.name == keyring_copy_name) {
    auto keyring = decode_keyring(record.bytes);
    crypto::wipe(record.bytes);
    if (keyring && !out.keyring) out.keyring = std::move(*keyring);
    return keyring.has_value();
  }
  if (record.name.starts_with("vault/snapshot/")) {
    auto stored = decode_snapshot(record.bytes);
    if (!stored || snapshot_name(stored->snapshot.space) != record.name) return false;
    out.snapshots.push_back(std::move(*stored));
    return true;
  }
  out.records[record.name] = std::move(record.bytes);
  return true;
}

}  // namespace

Reading read_records(const Rows& rows, const BookKeys& keys, const VaultId& vault) {
  Reading out;
  for (const auto& [key, bytes] : rows) {
    if (is_head(key) || is_log(key)) continue;
    auto plain = open_row(keys.rows, vault, key, bytes);
    auto record = plain ? decode_record(*plain) : base::pass_on(plain);
    const bool fits = record && record_key(keys.names, record->name) == key;
    if (!fits || !take(std::move(*record), out)) out.damaged.push_back(key);
  }
  return out;
}

base::Result<LogRow> read_log_row(const std::string& key, BytesView bytes, const BookKeys& keys,
                                  const VaultId& vault) {
  const auto plain = open_row(keys.rows, vault, key, bytes);
  if (!plain) return base::pass_on(plain);
  const auto position = base::from_hex(key.substr(4));
  if (!position || position->size() != 8) return base::fail(Errc::corrupt, key, "no position");
  std::uint64_t first = 0;
  for (const std::byte b : *position) first = first << 8 | std::to_integer<std::uint64_t>(b);
  auto row = decode_log_row(*plain, first);
  if (!row || log_key(first) != key) return base::fail(Errc::corrupt, key, "not a log row");
  return row;
}

base::Result<ledger::SignedEntry> open_entry(const Bytes& sealed, const ledger::SpaceId& space,
                                             const Keyring& keyring) {
  const auto head = ledger::peek(sealed);
  if (!head) return base::pass_on(head);
  const SpaceKeys* keys = keyring.find(space);
  const crypto::Key* key = keys == nullptr ? nullptr : keys->key_of(head->epoch);
  if (key == nullptr) return base::fail(Errc::not_found, "keyring", "no key of that epoch");
  return ledger::open(sealed, space, *key);
}

}  // namespace pairbook::vault
