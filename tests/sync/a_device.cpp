#include "sync/a_device.hpp"

#include <cstdio>
#include <cstdlib>

#include "pairbook/sync/transfer_file.hpp"

namespace pairbook::sync {

namespace {

template <class T>
T must(base::Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s: %s\n", result.error().where.c_str(),
                 result.error().detail.c_str());
    std::abort();
  }
  return std::move(*result);
}

constexpr const char* devices_name = "sync/devices";

}  // namespace

ADevice::ADevice(const vault::Keyring& keyring, std::uint64_t seed)
    : random_(seed), passphrase_(crypto::Key::random(random_)) {
  const vault::PassphraseKey key{passphrase_.clone(), {}, crypto::least_cost};
  auto made = must(vault::Vault::create(key, crypto::RecoveryCode::random(random_), random_));
  static_cast<void>(vault::store(disk_, made.commit));
  const auto commit = must(made.vault.replace_keyring(keyring.clone(), random_));
  static_cast<void>(vault::store(disk_, commit));
  copy_ = disk_;
  open();
}

void ADevice::open() {
  auto opened = must(vault::Vault::open(disk_, 0, passphrase_));
  const ledger::SpaceId id = opened.vault.keyring().spaces().front().id;
  running_.emplace(
      Running{std::move(opened.vault), ledger::Ledger(id), {}, nullptr, nullptr, {}});
  Running& now = *running_;
  const auto devices = opened.records.find(devices_name);
  if (devices != opened.records.end() && !learn_certificates(now.members, devices->second)) {
    std::abort();
  }
  now.members.add_own(now.vault.keyring().device_key().public_key());
  if (trusts_) now.members.trust(now.vault.keyring().person_key().public_key());
  for (auto& entry : opened.entries) {
    static_cast<void>(now.ledger.receive(std::move(entry), {0}));
  }
  Progress progress = Progress::none(id);
  const auto record = opened.records.find(progress_record(id, home));
  if (record != opened.records.end()) progress = must(decode_progress(record->second));
  now.space = std::make_unique<BookSpace>(id, now.vault.keyring(), now.ledger, now.members);
  now.talk = std::make_unique<Talk>(std::string(home), *now.space, progress,
                                    now.vault.log_end(), random_);
}

void ADevice::trust() {
  trusts_ = true;
  if (running_) running_->members.trust(keyring().person_key().public_key());
}

void ADevice::keep_members(vault::Change& change) const {
  change.records[devices_name] = encode_certificates(running_->members);
}

void ADevice::write(std::string_view text, base::Instant now) {
  Running& in = *running_;
  ledger::Writing writing;
  writing.device = in.vault.keyring().device();
  writing.epoch = in.vault.keyring().spaces().front().epochs.back().epoch;
  writing.now = clock(now);
  const auto bytes = base::bytes_of(text);
  std::vector<ledger::OpBytes> ops = {{1, false, {bytes.begin(), bytes.end()}}};
  if (!in.members.is_vouched_for(writing.device)) {
    const auto own = DeviceCertificate::make(in.vault.keyring().person_key(),
                                             in.vault.keyring().device_key().public_key());
    in.members.learn(own);
    ops.push_back(to_op(own));
  }
  vault::Change change;
  change.entries =
      must(in.ledger.append(writing, std::move(ops), in.vault.keyring().device_key()));
  keep_members(change);
  auto commit = must(in.vault.commit(change, random_));
  in.stores.push_back({std::move(commit), {}, false, 0, in.vault.log_end()});
}

void ADevice::keep(const Keep& what) {
  Running& in = *running_;
  Store store;
  store.position = in.vault.log_end();
  vault::Change change;
  change.entries = what.entries;
  keep_members(change);
  change.records[progress_record(in.space->id(), home)] =
      encode(what.progress_at(store.position));
  store.commit = must(in.vault.commit(change, random_));
  store.log_end = in.vault.log_end();
  store.is_keep = true;
  store.taken = what.entries;
  in.stores.push_back(std::move(store));
}

Actions ADevice::store_one(base::Instant now) {
  Running& in = *running_;
  Store store = std::move(in.stores.front());
  in.stores.pop_front();
  if (!vault::store(disk_, store.commit)) std::abort();
  if (!store.is_keep) return in.talk->wrote(store.log_end, clock(now));
  for (auto& entry : store.taken) {
    static_cast<void>(in.ledger.receive(std::move(entry), clock(now)));
  }
  return in.talk->kept(store.position, store.log_end, clock(now));
}

Actions ADevice::fetch(const Fetch& what, base::Instant now) {
  Running& in = *running_;
  auto piece = must(in.vault.log(disk_, in.space->id(), what.from, what.most_bytes));
  return in.talk->fetched(std::move(piece.entries), piece.next, clock(now));
}

base::Bytes ADevice::to_file() {
  return encode(must(pack(log(), *running_->space)));
}

void ADevice::take_file(base::BytesView bytes, base::Instant now) {
  Running& in = *running_;
  vault::Change change;
  change.entries = must(unpack(must(decode_transfer(bytes)), *in.space)).fresh;
  if (change.entries.empty()) return;
  keep_members(change);
  for (const auto& entry : change.entries) {
    static_cast<void>(in.ledger.receive(entry, clock(now)));
  }
  auto commit = must(in.vault.commit(change, random_));
  in.stores.push_back({std::move(commit), {}, false, 0, in.vault.log_end()});
}

void ADevice::put_back() {
  running_.reset();
  disk_ = copy_;
}

void ADevice::renew() {
  Running& in = *running_;
  vault::Keyring keyring = in.vault.keyring().clone();
  keyring.renew_device(random_);
  auto commit = must(in.vault.replace_keyring(std::move(keyring), random_));
  while (!in.stores.empty()) {
    static_cast<void>(vault::store(disk_, in.stores.front().commit));
    in.stores.pop_front();
  }
  static_cast<void>(vault::store(disk_, commit));
  open();
}

std::vector<ledger::SignedEntry> ADevice::log() {
  return must(running_->vault.log(disk_, running_->space->id(), 0, SIZE_MAX)).entries;
}

}  // namespace pairbook::sync
