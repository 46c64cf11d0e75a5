// A book among the devices of others: whose entries it believes, and what it takes in.
#include <iterator>

#include "keeper_inside.hpp"

namespace pairbook::app {

using base::pass_on;
using base::Result;

namespace {

constexpr std::uint16_t schema = 1;
constexpr std::string_view sync_prefix = "sync/";
constexpr const char* members_record = "sync/devices";

}  // namespace

void Keeper::Inside::believe_ourselves() {
  const vault::Keyring& keyring = vault.keyring();
  members.trust(keyring.person_key().public_key());
  members.add_own(keyring.device_key().public_key());
  for (const crypto::PublicKey& device : devices) members.add_own(device);
}

void Keeper::Inside::add_members(vault::Change& change) const {
  change.records.emplace(members_record, encode_certificates(members));
  if (!members.membership().is_empty())
    change.records.emplace(persons_record, members.membership().encode());
}

base::Done Keeper::Inside::read_records(std::map<std::string, base::Bytes> records) {
  if (const auto record = records.find(home_record); record != records.end()) {
    const auto decoded = decode_home(record->second);
    if (!decoded) return pass_on(decoded);
    home = *decoded;
  }
  if (const auto record = records.find(devices_record); record != records.end()) {
    auto decoded = decode_devices(record->second);
    if (!decoded) return pass_on(decoded);
    devices = std::move(*decoded);
  }
  const vault::Keyring& keyring = vault.keyring();
  believe_ourselves();
  for (auto& [name, bytes] : records) {
    if (name == members_record) {
      if (const auto learned = sync::learn_certificates(members, bytes); !learned)
        return pass_on(learned);
    } else if (name == persons_record) {
      auto membership = sync::Membership::decode(bytes);
      if (!membership) return pass_on(membership);
      members.remember(std::move(*membership));
    } else if (name.starts_with(sync_prefix)) {
      sync_records.emplace(name, std::move(bytes));
    }
  }
  // Who was let in knows who founded it; every other book was founded by its own person.
  if (!members.membership().founder()) members.found(keyring.person_key().public_key());
  space = std::make_unique<sync::BookSpace>(ledger.space(), keyring, ledger, members);
  return {};
}

std::vector<ledger::OpBytes> Keeper::Inside::missing_certificates() {
  std::vector<ledger::OpBytes> ops;
  const vault::Keyring& keyring = vault.keyring();
  const auto add = [&](const crypto::PublicKey& device) {
    if (members.is_vouched_for(ledger::device_id(device))) return;
    ops.push_back(to_op(sync::DeviceCertificate::make(keyring.person_key(), device)));
  };
  add(keyring.device_key().public_key());
  for (const crypto::PublicKey& device : devices) add(device);
  return ops;
}

Result<vault::Commit> Keeper::Inside::write(const ledger::ChangeId& change,
                                            std::vector<ledger::OpBytes> ops,
                                            const domain::Moment& moment,
                                            base::RandomSource& random) {
  const vault::Keyring& keyring = vault.keyring();
  const std::uint32_t epoch = keyring.find(ledger.space())->epochs.back().epoch;
  const ledger::Writing writing{keyring.device(), epoch,        schema,
                                change,           std::nullopt, moment.when};
  auto entries = ledger.append(writing, std::move(ops), keyring.device_key());
  if (!entries) return pass_on(entries);
  vault::Change written;
  bool learned = false;
  for (const ledger::SignedEntry& entry : *entries) {
    if (members.learn(entry.entry)) learned = true;
    if (members.hear(entry)) learned = true;
  }
  if (learned) add_members(written);
  written.entries = std::move(*entries);
  return keep(vault.commit(written, random));
}

base::Done Keeper::Inside::read_whole_history() {
  auto entries = vault.history(rows, ledger.space());
  if (!entries) return pass_on(entries);
  ledger = ledger::Ledger(ledger.space());
  for (ledger::SignedEntry& entry : *entries) {
    const base::Instant when{static_cast<std::int64_t>(entry.entry.clock.ms)};
    static_cast<void>(ledger.receive(std::move(entry), when));
  }
  return {};
}

const sync::Space& Keeper::space() const {
  return *inside_->space;
}
const sync::Members& Keeper::members() const {
  return inside_->members;
}
std::uint64_t Keeper::log_end() const {
  return inside_->vault.log_end();
}

Result<vault::LogPiece> Keeper::log(std::uint64_t from, std::size_t most_bytes) const {
  return inside_->vault.log(inside_->rows, inside_->ledger.space(), from, most_bytes);
}

base::BytesView Keeper::sync_record(const std::string& name) const {
  const auto found = inside_->sync_records.find(name);
  return found == inside_->sync_records.end() ? base::BytesView() : found->second;
}

Result<std::optional<vault::Commit>> Keeper::vouch(const domain::Moment& moment,
                                                   base::RandomSource& random) {
  auto ops = inside_->missing_certificates();
  const ledger::DeviceId device = inside_->vault.keyring().device();
  // A device that has written nothing yet puts its own into whatever it writes first.
  const bool is_only_own = ops.size() == 1 && !inside_->members.is_vouched_for(device);
  if (ops.empty() || (is_only_own && !inside_->ledger.end_of(device))) return std::nullopt;
  auto commit =
      inside_->write(ledger::ChangeId::random(random), std::move(ops), moment, random);
  if (!commit) return pass_on(commit);
  return std::move(*commit);
}

Result<vault::Commit> Keeper::take_in(FromOthers from, base::Instant now,
                                      base::RandomSource& random) {
  if (is_read_only()) return base::fail(base::Errc::not_permitted, "book", "read-only");
  Inside& in = *inside_;
  vault::Change change;
  change.records = from.records;
  if (!from.entries.empty()) in.add_members(change);
  change.entries = from.entries;
  auto commit = in.keep(in.vault.commit(change, random));
  if (!commit) return commit;
  bool is_late = false, has_fork = false;
  const std::size_t before = in.ledger.size(), disorder = in.ledger.disorder().size();
  for (ledger::SignedEntry& entry : from.entries) {
    const auto taken = in.ledger.receive(std::move(entry), now);
    if (taken.receipt == ledger::Receipt::needs_history) is_late = true;
    if (taken.receipt == ledger::Receipt::forked) has_fork = true;
  }
  if (is_late) {
    if (const auto read = in.read_whole_history(); !read) return pass_on(read);
    in.is_late = true;
  }
  in.news_begin.reset();
  if (!is_late && !has_fork && in.ledger.disorder().size() == disorder) in.news_begin = before;
  for (auto& [name, bytes] : from.records) in.sync_records[name] = std::move(bytes);
  return commit;
}

std::optional<std::size_t> Keeper::news_begin() const {
  return inside_->news_begin;
}
std::size_t Keeper::past_size() const {
  return inside_->ledger.size();
}
Result<PastChange> Keeper::past(std::size_t position) const {
  return past_at(inside_->ledger, position);
}

std::vector<domain::Op> Keeper::written_aside() const {
  std::vector<domain::Op> all;
  for (const ledger::SignedEntry* held : inside_->ledger.held()) {
    if (held->entry.device != inside_->vault.keyring().device()) continue;
    auto ops = ops_of(held->entry);
    if (!ops) continue;
    all.insert(all.end(), std::make_move_iterator(ops->begin()),
               std::make_move_iterator(ops->end()));
  }
  return all;
}

Keeper::SeenByOthers Keeper::seen_by_others() const {
  const ledger::Ledger& ledger = inside_->ledger;
  const ledger::DeviceId device = inside_->vault.keyring().device();
  const auto end = ledger.end_of(device);
  SeenByOthers seen;
  for (const auto& [other, up_to] : sync::seen_by_others(ledger, device)) {
    ++seen.devices;
    if (!end || up_to >= end->dot.seq) ++seen.all;
  }
  return seen;
}

}  // namespace pairbook::app
