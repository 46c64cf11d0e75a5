#include "pairbook/vault/row.hpp"

#include <algorithm>
#include <utility>

namespace pairbook::vault {

std::uint64_t stored_generation(const Rows& rows) {
  const auto found = rows.find(generation_key);
  if (found == rows.end() || found->second.size() != 8) return 0;
  base::ByteReader in(found->second);
  return in.u64();
}

base::Done store(Rows& rows, const Commit& commit) {
  if (stored_generation(rows) != commit.expected) {
    return base::fail(base::Errc::conflict, generation_key, "made for other rows");
  }
  for (const std::string& key : commit.remove) rows.erase(key);
  for (const Row& row : commit.put) rows[row.key] = row.bytes;
  return {};
}

Commit merge(Commit older, Commit newer) {
  const auto replaced = [&](const std::string& key) {
    return std::ranges::find(newer.put, key, &Row::key) != newer.put.end() ||
           std::ranges::find(newer.remove, key) != newer.remove.end();
  };
  std::erase_if(older.put, [&](const Row& row) { return replaced(row.key); });
  std::erase_if(older.remove, replaced);
  newer.expected = older.expected;
  std::ranges::move(older.put, std::back_inserter(newer.put));
  std::ranges::move(older.remove, std::back_inserter(newer.remove));
  return newer;
}

}  // namespace pairbook::vault
