// What has been written, read again.
#include <algorithm>

#include "book.hpp"

namespace pairbook::vault {

using base::Errc;

base::Result<HistoryPiece> Vault::history(const Rows& rows, const ledger::SpaceId& space,
                                          const HistoryFrom& from) const {
  HistoryPiece out{{}, from.after, true};
  std::size_t read = 0;
  for (auto at = rows.upper_bound(from.after); at != rows.end(); ++at) {
    const auto& [key, bytes] = *at;
    if (!is_log(key)) continue;
    if (read >= from.most_bytes) {
      out.last = false;
      return out;
    }
    read += bytes.size();
    out.after = key;
    const auto row = read_log_row(key, bytes, book_->keys, book_->header.vault);
    if (!row) return base::pass_on(row);
    if (row->space != space) continue;
    for (const base::Bytes& sealed : row->entries) {
      auto entry = open_entry(sealed, space, book_->keyring);
      if (!entry) return base::fail(Errc::corrupt, key, entry.error().detail);
      out.entries.push_back(std::move(*entry));
    }
  }
  return out;
}

base::Result<std::vector<ledger::SignedEntry>> Vault::history(
    const Rows& rows, const ledger::SpaceId& space) const {
  auto all = history(rows, space, HistoryFrom{});
  if (!all) return base::pass_on(all);
  return std::move(all->entries);
}

base::Result<LogPiece> Vault::log(const Rows& rows, const ledger::SpaceId& space,
                                  std::uint64_t from, std::size_t most_bytes) const {
  LogPiece out{{}, from};
  // The row in which the position lies: a row may have been packed into a larger one.
  auto at = rows.upper_bound(log_key(from));
  if (at != rows.begin() && is_log(std::prev(at)->first)) --at;
  std::size_t read = 0;
  for (; at != rows.end(); ++at) {
    const auto& [key, bytes] = *at;
    if (!is_log(key)) continue;
    const auto row = read_log_row(key, bytes, book_->keys, book_->header.vault);
    if (!row) return base::pass_on(row);
    if (row->position + row->entries.size() <= from) continue;
    if (read >= most_bytes) {
      out.next = row->position;
      return out;
    }
    read += bytes.size();
    out.next = std::max(out.next, row->position + row->entries.size());
    if (row->space != space) continue;
    for (const base::Bytes& sealed : row->entries) {
      auto entry = open_entry(sealed, space, book_->keyring);
      if (!entry) return base::fail(Errc::corrupt, key, entry.error().detail);
      out.entries.push_back(std::move(*entry));
    }
  }
  return out;
}

}  // namespace pairbook::vault
