#include <algorithm>

#include "book.hpp"

namespace pairbook::vault {

using base::Bytes;
using base::BytesView;
using base::Errc;

namespace {

constexpr std::string_view snapshot_names = "vault/snapshot/";
constexpr std::size_t space_digits = 32;

/// The space and number in a part's name, if it is one.
std::optional<std::pair<ledger::SpaceId, std::size_t>> part_of(std::string_view name) {
  const std::string_view tail = name.substr(snapshot_names.size());
  if (tail.size() < space_digits + 2 || tail.size() > space_digits + 5) return std::nullopt;
  const auto space = ledger::SpaceId::from_hex(tail.substr(0, space_digits));
  if (!space) return std::nullopt;
  std::size_t number = 0;
  for (const char digit : tail.substr(space_digits + 1)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + static_cast<std::size_t>(digit - '0');
  }
  if (number >= max_parts || name != part_name(*space, number)) return std::nullopt;
  return std::pair{*space, number};
}

}  // namespace

/// False when it is one of the vault's own records but not as it should be.
bool Reading::take(Record record) {
  if (record.name == keyring_name || record.name == keyring_copy_name) {
    auto decoded = decode_keyring(record.bytes);
    crypto::wipe(record.bytes);
    if (decoded && !keyring) keyring = std::move(*decoded);
    return decoded.has_value();
  }
  if (record.name.starts_with(snapshot_names)) return take_snapshot(std::move(record));
  records[record.name] = std::move(record.bytes);
  return true;
}

bool Reading::take_snapshot(Record record) {
  if (const auto part = part_of(record.name)) {
    std::size_t& found = parts_found[part->first];
    found = std::max(found, part->second + 1);
    parts_[record.name] = std::move(record.bytes);
    return true;
  }
  auto stored = decode_snapshot(record.bytes);
  if (!stored || snapshot_name(stored->snapshot.space) != record.name) return false;
  snapshots.push_back(std::move(*stored));
  return true;
}

void Reading::read(const std::string& key, BytesView bytes, const BookKeys& keys,
                   const VaultId& vault) {
  auto plain = open_row(keys.rows, vault, key, bytes);
  auto record = plain ? decode_record(*plain) : base::pass_on(plain);
  const bool fits = record && record_key(keys.names, record->name) == key;
  if (!fits || !take(std::move(*record))) damaged.push_back(key);
}

void Reading::join_parts(const BookKeys& keys) {
  std::erase_if(snapshots, [&](StoredSnapshot& stored) {
    if (!stored.parts) return false;
    const ledger::SpaceId& space = stored.snapshot.space;
    Bytes& state = stored.snapshot.state;
    state.reserve(std::min(stored.parts->bytes, parts_.size() * part_size));
    for (std::size_t i = 0; i < stored.parts->count; ++i) {
      const auto found = parts_.find(part_name(space, i));
      const auto part = found == parts_.end() ? base::fail(Errc::not_found, "part", "missing")
                                              : decode_part(found->second);
      if (!part || part->series != stored.parts->series) break;
      state.insert(state.end(), part->bytes.begin(), part->bytes.end());
    }
    if (state.size() == stored.parts->bytes) return false;
    damaged.push_back(record_key(keys.names, snapshot_name(space)));
    return true;
  });
  parts_.clear();
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
  auto entry = base::Result<ledger::SignedEntry>(
      base::fail(Errc::not_found, "keyring", "no key of that epoch"));
  if (keys == nullptr) return entry;
  for (const crypto::Key* key : keys->keys_of(head->epoch)) {
    entry = ledger::open(sealed, space, *key);
    if (entry || entry.error().code != Errc::wrong_key) break;
  }
  return entry;
}

}  // namespace pairbook::vault
