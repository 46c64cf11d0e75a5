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

namespace {

vault::Rows by_key(const std::vector<vault::Row>& rows) {
  vault::Rows out;
  for (const vault::Row& row : rows) out.emplace(row.key, row.bytes);
  return out;
}

}  // namespace

Result<PastChange> past_at(const ledger::Ledger& ledger, std::size_t position) {
  const ledger::Entry& entry = ledger.at(position).entry;
  PastChange past;
  past.change = entry.change;
  past.when.ms = static_cast<std::int64_t>(entry.clock.ms);
  past.goes_on =
      position + 1 < ledger.size() && ledger.at(position + 1).entry.change == entry.change;
  for (const ledger::OpBytes& op : entry.ops) {
    auto decoded = codec::decode_op(static_cast<std::uint16_t>(op.kind), op.payload);
    if (!decoded) return pass_on(decoded);
    past.ops.push_back(std::move(*decoded));
  }
  return past;
}

Result<Opening> open_book(vault::Rows rows, OpenedBy by, Start start) {
  const auto header = vault::read_header(rows);
  if (!header) return pass_on(header);
  Result<vault::Opened> opened = fail(Errc::wrong_key, "header", "no slot of that kind");
  for (const std::size_t slot : header->slots_of(by.kind)) {
    const crypto::Key key = by.key.clone();
    opened = vault::Vault::open(rows, slot, key);
    if (opened || opened.error().code != Errc::wrong_key) break;
  }
  if (!opened) return pass_on(opened);
  if (opened->vault.keyring().spaces().empty())
    return fail(Errc::corrupt, "keyring", "no space");

  const ledger::SpaceId space = opened->vault.keyring().spaces().front().id;
  ledger::Ledger ledger(space);
  auto inside = std::make_unique<Opening::Inside>();
  for (vault::Snapshot& snapshot : opened->snapshots) {
    if (snapshot.space != space) continue;
    inside->snapshot = std::move(snapshot.state);
    inside->reader.emplace(inside->snapshot);
    inside->from_snapshot = true;
    ledger = ledger::Ledger(space, snapshot.summary);
  }
  for (ledger::SignedEntry& entry : opened->entries) {
    const base::Instant when{static_cast<std::int64_t>(entry.entry.clock.ms)};
    static_cast<void>(ledger.receive(std::move(entry), when));
  }
  std::optional<Home> home;
  if (const auto record = opened->records.find(home_record); record != opened->records.end()) {
    const auto decoded = decode_home(record->second);
    if (!decoded) return pass_on(decoded);
    home = *decoded;
  }
  FormerDevices devices;
  if (const auto record = opened->records.find(devices_record);
      record != opened->records.end()) {
    auto decoded = decode_devices(record->second);
    if (!decoded) return pass_on(decoded);
    devices = std::move(*decoded);
  }
  inside->notices = std::move(opened->notices);
  inside->keeper = std::make_unique<Keeper::Inside>(
      Keeper::Inside{std::move(opened->vault), std::move(ledger), std::move(rows),
                     std::move(by), home, std::move(devices)});
  Opening opening(std::move(inside));
  while (start == Start::at_once) {
    const auto whole = opening.read_start(SIZE_MAX);
    if (!whole) return pass_on(whole);
    if (*whole) break;
  }
  return opening;
}

Result<bool> Opening::read_start(std::size_t most_people) {
  Inside& inside = *inside_;
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

Result<Opening> Opening::with_passphrase(const std::vector<vault::Row>& rows,
                                         const crypto::Key& stretched, Start start) {
  return open_book(by_key(rows), {vault::SlotKind::passphrase, stretched.clone()}, start);
}

Result<Opening> Opening::with_recovery(const std::vector<vault::Row>& rows,
                                       const crypto::RecoveryCode& code, Start start) {
  vault::Rows all = by_key(rows);
  const auto header = vault::read_header(all);
  if (!header) return pass_on(header);
  const auto slots = header->slots_of(vault::SlotKind::recovery);
  if (slots.empty()) return fail(Errc::wrong_key, "header", "no recovery slot");
  return open_book(std::move(all),
                   {vault::SlotKind::recovery, code.key(header->slots[slots.front()].salt)},
                   start);
}

Result<Opening> Keeper::open_again(std::vector<vault::Row> rows) const {
  return open_book(by_key(rows), {inside_->by.kind, inside_->by.key.clone()}, Start::in_steps);
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
std::size_t Opening::done() const {
  return inside_->people + inside_->at;
}
std::size_t Opening::whole() const {
  const std::size_t people = inside_->reader ? inside_->reader->whole() : inside_->people;
  return people + (inside_->keeper ? inside_->keeper->ledger.size() : inside_->at);
}

bool Opening::finished() const {
  return !inside_->reader && done() == whole();
}

Result<PastChange> Opening::next() {
  auto past = past_at(inside_->keeper->ledger, inside_->at);
  if (past) ++inside_->at;
  return past;
}

Keeper Opening::take() {
  return Keeper(std::move(inside_->keeper));
}

Result<BookFace> face_of(const std::vector<vault::Row>& rows) {
  const auto header = vault::read_header(by_key(rows));
  if (!header) return pass_on(header);
  const auto slots = header->slots_of(vault::SlotKind::passphrase);
  if (slots.empty()) return fail(Errc::corrupt, "header", "no passphrase slot");
  const vault::KeySlot& slot = header->slots[slots.front()];
  return BookFace{header->vault, {slot.salt, slot.cost}};
}

Result<std::vector<vault::Row>> rows_of_file(base::BytesView file) {
  if (!vault::looks_like_book_file(file))
    return fail(Errc::invalid_input, "file", "not a book");
  auto rows = vault::read_book_file(file);
  if (!rows) return pass_on(rows);
  std::vector<vault::Row> out;
  for (auto& [key, bytes] : *rows) out.push_back({key, std::move(bytes)});
  return out;
}

}  // namespace pairbook::app
