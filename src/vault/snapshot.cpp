// A snapshot on its way into a book.
#include <algorithm>

#include "book.hpp"

namespace pairbook::vault {

using base::Errc;
using base::fail;

SealedSnapshot::SealedSnapshot(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
SealedSnapshot::SealedSnapshot(SealedSnapshot&&) noexcept = default;
SealedSnapshot& SealedSnapshot::operator=(SealedSnapshot&&) noexcept = default;
SealedSnapshot::~SealedSnapshot() = default;

namespace {

std::uint64_t some_series(base::RandomSource& random) {
  std::array<std::byte, 8> bytes{};
  random.fill(bytes);
  base::ByteReader in(bytes);
  return in.u64();
}

}  // namespace

base::Done check_reach(const Snapshot& snapshot,
                       const std::map<ledger::SpaceId, ledger::ChainEnd>& own) {
  const auto found = own.find(snapshot.space);
  if (found == own.end()) return {};
  const auto& ends = snapshot.summary.ends;
  const auto reached = std::ranges::find_if(ends, [&](const ledger::ChainEnd& end) {
    return end.dot.device == found->second.dot.device && end.dot.seq >= found->second.dot.seq;
  });
  if (reached != ends.end()) return {};
  return fail(Errc::invalid_input, "snapshot", "older than the entries it should cover");
}

bool is_covered(const ledger::Dot& dot, const ledger::Summary& summary) {
  return std::ranges::any_of(summary.ends, [&](const ledger::ChainEnd& end) {
    return end.dot.device == dot.device && end.dot.seq >= dot.seq;
  });
}

void Vault::Book::put_snapshot(Commit& commit, SealedSnapshot::Inside&& snapshot,
                               base::RandomSource& random) {
  const ledger::SpaceId& space = snapshot.stored.snapshot.space;
  for (SealedRow& row : snapshot.rows) put(commit, std::move(row));
  std::size_t& kept = parts[space];
  for (std::size_t i = snapshot.rows.size(); i < kept; ++i) {
    remove(commit, record_key(keys.names, part_name(space, i)));
  }
  kept = snapshot.rows.size();
  // Entries that came meanwhile, or wait for others, are not in it.
  std::erase_if(uncovered, [&](const Uncovered& entry) {
    return entry.space == space && is_covered(entry.dot, snapshot.stored.snapshot.summary);
  });
  const auto first = std::ranges::find(uncovered, space, &Uncovered::space);
  std::uint64_t& position = snapshot.stored.position;
  if (first != uncovered.end()) position = std::min(position, first->position);
  put_record(commit, {snapshot_name(space), encode(snapshot.stored)}, random);
  new_entries = 0;
  new_bytes = 0;
  pack(commit, random);
}

SealedSnapshot Vault::begin_snapshot(Snapshot snapshot) const {
  auto inside = std::make_unique<SealedSnapshot::Inside>();
  inside->stored.position = book_->next_position;
  const std::size_t size = snapshot.state.size();
  if (size > part_size) {
    inside->stored.parts = Parts{0, (size + part_size - 1) / part_size, size};
  }
  inside->stored.snapshot = std::move(snapshot);
  return SealedSnapshot(std::move(inside));
}

bool Vault::seal_some(SealedSnapshot& snapshot, std::size_t most_bytes,
                      base::RandomSource& random) const {
  StoredSnapshot& stored = snapshot.inside_->stored;
  if (!stored.parts) return true;
  if (stored.snapshot.state.size() > max_state) return true;  // commit() refuses it
  if (stored.parts->series == 0) stored.parts->series = some_series(random);
  const base::BytesView state = stored.snapshot.state;
  std::size_t& at = snapshot.inside_->at;
  for (std::size_t done = 0; at < state.size() && done < most_bytes;) {
    const base::BytesView piece = state.subspan(at, std::min(part_size, state.size() - at));
    const std::string name = part_name(stored.snapshot.space, snapshot.inside_->rows.size());
    const Record record{name, encode(StatePart{stored.parts->series, piece})};
    snapshot.inside_->rows.push_back(
        book_->sealed(record_key(book_->keys.names, name), encode(record), random));
    at += piece.size();
    done += piece.size();
  }
  return at == state.size();
}

base::Result<Commit> Vault::commit(SealedSnapshot snapshot, base::RandomSource& random) {
  Book& book = *book_;
  SealedSnapshot::Inside& inside = *snapshot.inside_;
  const StoredSnapshot& stored = inside.stored;
  if (book.read_only) return fail(Errc::not_permitted, "book", "read-only");
  if (stored.snapshot.state.size() > max_state) {
    return fail(Errc::too_large, "snapshot", "over 128 MiB");
  }
  if (stored.parts && inside.at < stored.snapshot.state.size()) {
    return fail(Errc::cancelled, "snapshot", "not all sealed");
  }
  if (const auto fine = check_reach(stored.snapshot, book.own); !fine)
    return base::pass_on(fine);
  const bool is_next = std::ranges::all_of(inside.rows, [&](const SealedRow& row) {
    return row.mark.version == book.contents.version(row.row.key) + 1;
  });
  if (!is_next) return fail(Errc::conflict, "snapshot", "another was made meanwhile");
  Commit commit = book.begin();
  book.put_snapshot(commit, std::move(inside), random);
  book.finish(commit, random);
  return commit;
}

}  // namespace pairbook::vault
