// A book in a file, and the devices it has been.
#include <algorithm>

#include "keeper_inside.hpp"

namespace pairbook::app {

using base::pass_on;
using base::Result;

namespace {

using Commit = Result<vault::Commit>;

Commit both(Commit first, Commit second) {
  if (!first || !second) return first ? second : first;
  return vault::merge(std::move(*first), std::move(*second));
}

}  // namespace

Commit Keeper::Inside::put_record(const char* name, base::Bytes bytes,
                                  base::RandomSource& random) {
  vault::Change change;
  change.records.emplace(name, std::move(bytes));
  return keep(vault.commit(change, random));
}

// The key that others check our entries with would be lost with the device's own.
Commit Keeper::Inside::remember_device(const crypto::PublicKey& key,
                                       base::RandomSource& random) {
  const auto place = std::ranges::lower_bound(devices, key);
  if (place == devices.end() || *place != key) devices.insert(place, key);
  members.add_own(key);
  return put_record(devices_record, encode(devices), random);
}

Commit Keeper::carry_on(base::RandomSource& random) {
  const crypto::PublicKey before = inside_->vault.keyring().device_key().public_key();
  auto carried = inside_->keep(inside_->vault.carry_on(random));
  inside_->members.add_own(inside_->vault.keyring().device_key().public_key());
  if (!carried) return carried;
  return both(std::move(carried), inside_->remember_device(before, random));
}

Commit Keeper::become_another_device(base::RandomSource& random) {
  vault::Keyring keyring = inside_->vault.keyring().clone();
  const crypto::PublicKey before = keyring.device_key().public_key();
  const bool has_written = inside_->ledger.end_of(keyring.device()).has_value();
  keyring.renew_device(random);
  auto replaced = inside_->keep(inside_->vault.replace_keyring(std::move(keyring), random));
  inside_->members.add_own(inside_->vault.keyring().device_key().public_key());
  if (!replaced || !has_written) return replaced;
  return both(std::move(replaced), inside_->remember_device(before, random));
}

base::Done Keeper::begin_in_file(const FilePlace& place, base::RandomSource& random) {
  if (is_read_only()) return base::fail(base::Errc::not_permitted, "book", "read-only");
  const Home here{inside_->vault.keyring().device(), place};
  if (inside_->home == here) return {};
  const Commit renewed = become_another_device(random);
  if (!renewed) return pass_on(renewed);
  return {};
}

base::Done Keeper::settle_in_file(const FilePlace& place, base::RandomSource& random) {
  const Home here{inside_->vault.keyring().device(), place};
  const Commit kept = inside_->put_record(home_record, encode(here), random);
  if (!kept) return pass_on(kept);
  inside_->home = here;
  return {};
}

}  // namespace pairbook::app
