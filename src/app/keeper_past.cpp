#include "keeper_inside.hpp"

namespace pairbook::app {

using base::pass_on;
using base::Result;

struct PastReader::Inside {
  explicit Inside(const ledger::SpaceId& space) : ledger(space) {}

  std::string after;  // the key of the last row that was opened
  std::vector<ledger::SignedEntry> entries;
  std::size_t received = 0;
  ledger::Ledger ledger;
  std::size_t at = 0;
};

PastReader::PastReader(const Keeper& keeper)
    : inside_(std::make_unique<Inside>(keeper.inside_->ledger.space())) {}
PastReader::PastReader(PastReader&&) noexcept = default;
PastReader& PastReader::operator=(PastReader&&) noexcept = default;
PastReader::~PastReader() = default;

Result<bool> PastReader::read(const Keeper& keeper, std::size_t most_bytes) {
  Inside& in = *inside_;
  // A ledger is given entries in the order of the log, as it was when they came in.
  constexpr std::size_t entries_at_once = 64;
  for (std::size_t i = 0; i < entries_at_once && in.received < in.entries.size(); ++i) {
    ledger::SignedEntry& entry = in.entries[in.received++];
    const base::Instant when{static_cast<std::int64_t>(entry.entry.clock.ms)};
    static_cast<void>(in.ledger.receive(std::move(entry), when));
  }
  if (in.received < in.entries.size()) return false;
  in.entries.clear();
  in.received = 0;
  const Keeper::Inside& book = *keeper.inside_;
  auto more = book.vault.history(book.rows, in.ledger.space(), {in.after, most_bytes});
  if (!more) return pass_on(more);
  if (more->entries.empty() && more->last) return true;
  in.entries = std::move(more->entries);
  in.after = std::move(more->after);
  return false;
}

bool PastReader::finished() const {
  return inside_->at == inside_->ledger.size();
}

Result<PastChange> PastReader::next() {
  auto past = past_at(inside_->ledger, inside_->at);
  if (past) ++inside_->at;
  return past;
}

}  // namespace pairbook::app
