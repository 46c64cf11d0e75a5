#include <map>

#include "keeper_inside.hpp"
#include "pairbook/codec/op_bytes.hpp"
#include "pairbook/vault/book_file.hpp"

namespace pairbook::app {

using base::Errc;
using base::fail;
using base::pass_on;
using base::Result;

Opening::Opening(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Opening::Opening(Opening&&) noexcept = default;
Opening& Opening::operator=(Opening&&) noexcept = default;
Opening::~Opening() = default;

Result<std::vector<domain::Op>> ops_of(const ledger::Entry& entry) {
  std::vector<domain::Op> ops;
  for (const ledger::OpBytes& op : entry.ops) {
    if (sync::is_member_op(op.kind)) continue;
    auto decoded = codec::decode_op(static_cast<std::uint16_t>(op.kind), op.payload);
    if (!decoded) return pass_on(decoded);
    // Without it what is shown of people and pairs would be wrong.
    if (op.critical && std::holds_alternative<domain::UnknownOp>(*decoded))
      return fail(Errc::unsupported_version, "history", "of a newer Pairbook");
    ops.push_back(std::move(*decoded));
  }
  return ops;
}

Result<PastChange> past_at(const ledger::Ledger& ledger, std::size_t position) {
  const ledger::Entry& entry = ledger.at(position).entry;
  PastChange past;
  past.change = entry.change;
  past.when.ms = static_cast<std::int64_t>(entry.clock.ms);
  past.goes_on =
      position + 1 < ledger.size() && ledger.at(position + 1).entry.change == entry.change;
  auto ops = ops_of(entry);
  if (!ops) return pass_on(ops);
  past.ops = std::move(*ops);
  return past;
}

Result<Opening> open_book(vault::Rows& rows, OpenedBy by, Start start) {
  const auto header = vault::read_header(rows);
  if (!header) return pass_on(header);
  Result<std::size_t> fits = fail(Errc::wrong_key, "header", "no slot of that kind");
  for (const std::size_t slot : header->slots_of(by.kind)) {
    const auto key = vault::unwrap(*header, slot, by.key);
    fits = key ? Result<std::size_t>(slot) : pass_on(key);
    if (fits || fits.error().code != Errc::wrong_key) break;
  }
  if (!fits) return pass_on(fits);
  auto inside = std::make_unique<Opening::Inside>(std::move(by));
  inside->rows = std::move(rows);
  auto work = vault::OpenWork::begin(inside->rows, *fits, inside->by.key);
  if (!work) return pass_on(work);
  inside->work = std::move(*work);
  Opening opening(std::move(inside));
  while (start == Start::at_once) {
    const auto whole = opening.read_start(SIZE_MAX);
    if (!whole) return pass_on(whole);
    if (*whole) break;
  }
  return opening;
}

base::Done Opening::Inside::make_keeper(vault::Opened opened) {
  if (opened.vault.keyring().spaces().empty())
    return fail(Errc::corrupt, "keyring", "no space");
  const ledger::SpaceId space = opened.vault.keyring().spaces().front().id;
  ledger::Ledger ledger(space);
  for (vault::Snapshot& kept : opened.snapshots) {
    if (kept.space != space) continue;
    snapshot = std::move(kept.state);
    reader.emplace(snapshot);
    from_snapshot = true;
    ledger = ledger::Ledger(space, kept.summary);
  }
  entries = std::move(opened.entries);
  notices = std::move(opened.notices);
  keeper = std::make_unique<Keeper::Inside>(std::move(opened.vault), std::move(ledger),
                                            std::move(rows), std::move(by));
  return keeper->read_records(std::move(opened.records));
}

void Opening::Inside::receive_some(std::size_t most) {
  for (; received < entries.size() && most > 0; ++received, --most) {
    ledger::SignedEntry& entry = entries[received];
    const base::Instant when{static_cast<std::int64_t>(entry.entry.clock.ms)};
    const auto taken = keeper->ledger.receive(std::move(entry), when);
    if (taken.receipt == ledger::Receipt::needs_history) is_late = true;
  }
  if (received < entries.size()) return;
  entries.clear();
  received = 0;
  if (is_late && !reading_after) begin_whole_past();
}

// Something came from another device that belongs before what the snapshot shows.
void Opening::Inside::begin_whole_past() {
  keeper->ledger = ledger::Ledger(keeper->ledger.space());
  keeper->is_late = true;
  reader.reset();
  snapshot = {};
  from_snapshot = false;
  reading_after.emplace();
}

base::Done Opening::Inside::read_some_past(std::size_t most_bytes) {
  const vault::HistoryFrom from{*reading_after, most_bytes};
  auto piece = keeper->vault.history(keeper->rows, keeper->ledger.space(), from);
  if (!piece) return pass_on(piece);
  entries = std::move(piece->entries);
  reading_after = std::move(piece->after);
  if (piece->last) reading_after.reset();
  if (piece->last) is_late = false;  // all is being read
  return {};
}

Result<bool> Opening::read_start(std::size_t most_people) {
  Inside& inside = *inside_;
  constexpr std::size_t people_an_entry = 50;
  const auto bytes_of = [](std::size_t people) {
    constexpr std::size_t bytes_a_person = 512;
    return people < SIZE_MAX / bytes_a_person ? people * bytes_a_person : SIZE_MAX;
  };
  if (inside.work) {
    const auto whole = inside.work->step(bytes_of(most_people));
    if (!whole || !*whole) return whole;
    const auto made = inside.make_keeper(inside.work->take());
    inside.work.reset();
    if (!made) return pass_on(made);
    return false;
  }
  if (!inside.entries.empty()) {
    inside.receive_some(most_people / people_an_entry + 1);
    return false;
  }
  if (inside.reading_after) {
    const auto read = inside.read_some_past(bytes_of(most_people));
    if (!read) return pass_on(read);
    return false;
  }
  if (!inside.reader) return true;
  const auto whole = inside.reader->step(most_people);
  if (!whole) return whole;
  inside.people = inside.reader->done();
  if (*whole) {
    inside.start = inside.reader->take();
    inside.reader.reset();
    inside.snapshot = {};
  }
  return whole;
}

Result<Opening> Opening::with_passphrase(vault::Rows& rows, const crypto::Key& stretched,
                                         Start start) {
  return open_book(rows, {vault::SlotKind::passphrase, stretched.clone()}, start);
}

Result<Opening> Opening::with_recovery(vault::Rows& rows, const crypto::RecoveryCode& code,
                                       Start start) {
  const auto header = vault::read_header(rows);
  if (!header) return pass_on(header);
  const auto slots = header->slots_of(vault::SlotKind::recovery);
  if (slots.empty()) return fail(Errc::wrong_key, "header", "no recovery slot");
  return open_book(
      rows, {vault::SlotKind::recovery, code.key(header->slots[slots.front()].salt)}, start);
}

Result<Opening> Keeper::open_again(vault::Rows& rows) const {
  return open_book(rows, {inside_->by.kind, inside_->by.key.clone()}, Start::in_steps);
}

domain::Programme Opening::take_start() {
  return std::move(inside_->start);
}
bool Opening::from_snapshot() const {
  return inside_->from_snapshot;
}
const std::vector<vault::Notice>& Opening::notices() const {
  return inside_->notices;
}
int Opening::percent() const {
  const Inside& inside = *inside_;
  const auto half = [](std::size_t done, std::size_t whole) {
    return whole == 0 ? 50 : static_cast<int>(done * 50 / whole);
  };
  if (inside.work) return half(inside.work->rows_done(), inside.work->rows_in_all());
  const std::size_t people = inside.reader ? inside.reader->whole() : inside.people;
  const std::size_t entries = inside.keeper ? inside.keeper->ledger.size() : inside.at;
  return 50 + half(inside.people + inside.at, people + entries);
}

bool Opening::finished() const {
  const bool all_here =
      !inside_->work && inside_->entries.empty() && !inside_->reader && !inside_->reading_after;
  return all_here && inside_->at == inside_->keeper->ledger.size();
}

Result<PastChange> Opening::next() {
  auto past = past_at(inside_->keeper->ledger, inside_->at);
  if (past) ++inside_->at;
  return past;
}

Keeper Opening::take() {
  return Keeper(std::move(inside_->keeper));
}

Result<BookFace> face_of(const vault::Rows& rows) {
  const auto header = vault::read_header(rows);
  if (!header) return pass_on(header);
  const auto slots = header->slots_of(vault::SlotKind::passphrase);
  if (slots.empty()) return fail(Errc::corrupt, "header", "no passphrase slot");
  const vault::KeySlot& slot = header->slots[slots.front()];
  return BookFace{header->vault, {slot.salt, slot.cost}};
}

Result<vault::Rows> rows_of_file(base::BytesView file) {
  if (!vault::looks_like_book_file(file))
    return fail(Errc::invalid_input, "file", "not a book");
  return vault::read_book_file(file);
}

}  // namespace pairbook::app
