// keyring  := version:u8 in 1..2 person[32] device[32] count:varint in 1..4096 { space }
// space    := kind:varint admin:u8 in 0..1 ( admin_seed[32] if 1 ) id[16]
//             count:varint in 1..65536 { epoch:u32 key[32] }
//
// Epochs ascending; those with one number ascend by key. Version 2 exactly when a space has a
// number twice.
//
// Space id: first 16 bytes of BLAKE2b-256("pairbook/v1/space-id" admin public key).
#include "pairbook/vault/keyring.hpp"

#include <algorithm>
#include <cstring>

namespace pairbook::vault {

using base::ByteReader;
using base::ByteWriter;
using base::Errc;
using crypto::Key;
using crypto::SigningKey;

namespace {

ledger::SpaceId space_id(const Key& admin_seed) {
  const SigningKey admin = SigningKey::from_seed(admin_seed);
  const auto hash =
      crypto::hash({base::bytes_of("pairbook/v1/space-id"), admin.public_key().bytes});
  ledger::SpaceId id;
  std::copy_n(hash.begin(), id.bytes.size(), id.bytes.begin());
  return id;
}

ledger::DeviceId id_of_device(const Key& seed) {
  return ledger::device_id(SigningKey::from_seed(seed).public_key());
}

Key read_key(ByteReader& in) {
  auto bytes = in.fixed<Key::size>();
  auto key = Key::from(bytes);
  crypto::wipe(bytes);
  return std::move(*key);
}

/// Which of two keys stands first.
int compare(const EpochKey& a, const EpochKey& b) {
  if (a.epoch != b.epoch) return a.epoch < b.epoch ? -1 : 1;
  return std::memcmp(a.key.bytes().data(), b.key.bytes().data(), Key::size);
}

bool has_number_twice(const SpaceKeys& space) {
  return std::ranges::adjacent_find(space.epochs, {}, &EpochKey::epoch) != space.epochs.end();
}

SpaceKeys read_space(ByteReader& in) {
  SpaceKeys space;
  const std::uint64_t kind = in.varint();
  if (kind == 0 || kind > 255) in.refuse(Errc::corrupt, "kind of a space");
  space.kind = static_cast<SpaceKind>(kind);
  const std::uint8_t has_admin = in.u8();
  if (has_admin > 1) in.refuse(Errc::corrupt, "neither with nor without an admin key");
  if (has_admin == 1) space.admin_seed = read_key(in);
  space.id.bytes = in.fixed<16>();
  if (in.ok() && space.admin_seed && space_id(*space.admin_seed) != space.id) {
    in.refuse(Errc::corrupt, "a space with another's admin key");
  }
  const std::size_t count = in.count(65'536);
  if (count == 0) in.refuse(Errc::corrupt, "a space without a key");
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    const std::uint32_t epoch = in.u32();
    EpochKey next{epoch, read_key(in)};
    if (!space.epochs.empty() && compare(space.epochs.back(), next) >= 0) {
      in.refuse(Errc::corrupt, "epochs not ascending");
    }
    space.epochs.push_back(std::move(next));
  }
  return space;
}

void write_space(ByteWriter& out, const SpaceKeys& space) {
  out.varint(static_cast<std::uint64_t>(space.kind));
  out.u8(space.admin_seed ? 1 : 0);
  if (space.admin_seed) out.raw(space.admin_seed->bytes());
  out.raw(space.id.bytes);
  out.varint(space.epochs.size());
  for (const EpochKey& epoch : space.epochs) {
    out.u32(epoch.epoch);
    out.raw(epoch.key.bytes());
  }
}

}  // namespace

SpaceKeys SpaceKeys::create(SpaceKind kind, base::RandomSource& random) {
  Key admin_seed = Key::random(random);  // one after the other, as below
  return of(kind, std::move(admin_seed), {1, Key::random(random)});
}

SpaceKeys SpaceKeys::of(SpaceKind kind, Key admin_seed, EpochKey first) {
  SpaceKeys space;
  space.kind = kind;
  space.id = space_id(admin_seed);
  space.admin_seed = std::move(admin_seed);
  space.epochs.push_back(std::move(first));
  return space;
}

SpaceKeys SpaceKeys::clone() const {
  SpaceKeys same;
  same.id = id;
  same.kind = kind;
  if (admin_seed) same.admin_seed = admin_seed->clone();
  for (const EpochKey& epoch : epochs) same.epochs.push_back({epoch.epoch, epoch.key.clone()});
  return same;
}

void SpaceKeys::add(EpochKey key) {
  const auto place = std::ranges::find_if(
      epochs, [&](const EpochKey& other) { return compare(other, key) >= 0; });
  if (place != epochs.end() && compare(*place, key) == 0) return;
  epochs.insert(place, std::move(key));
}

std::vector<const Key*> SpaceKeys::keys_of(std::uint32_t epoch) const {
  std::vector<const Key*> out;
  for (const EpochKey& held : epochs) {
    if (held.epoch == epoch) out.push_back(&held.key);
  }
  return out;
}

Keyring::Keyring(Key person, Key device)
    : person_seed_(std::move(person)),
      device_seed_(std::move(device)),
      device_(id_of_device(device_seed_)) {}

Keyring Keyring::create(SpaceKind kind, base::RandomSource& random) {
  Key device = Key::random(random);  // one after the other: the order of arguments is nobody's
  Key person = Key::random(random);
  Keyring keyring(std::move(person), std::move(device));
  keyring.add(SpaceKeys::create(kind, random));
  return keyring;
}

SigningKey Keyring::device_key() const {
  return SigningKey::from_seed(device_seed_);
}

SigningKey Keyring::person_key() const {
  return SigningKey::from_seed(person_seed_);
}

const SpaceKeys* Keyring::find(const ledger::SpaceId& space) const {
  const auto found = std::ranges::find(spaces_, space, &SpaceKeys::id);
  return found == spaces_.end() ? nullptr : &*found;
}

void Keyring::move_to(SpaceKeys space) {
  spaces_.clear();
  add(std::move(space));
}

void Keyring::renew_device(base::RandomSource& random) {
  device_seed_ = Key::random(random);
  device_ = id_of_device(device_seed_);
}

Keyring Keyring::clone() const {
  Keyring copy(person_seed_.clone(), device_seed_.clone());
  for (const SpaceKeys& space : spaces_) copy.add(space.clone());
  return copy;
}

base::Bytes encode(const SpaceKeys& space) {
  ByteWriter out;
  write_space(out, space);
  return out.take();
}

base::Result<SpaceKeys> decode_space_keys(base::BytesView bytes) {
  ByteReader in(bytes);
  SpaceKeys space = read_space(in);
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return space;
}

base::Bytes encode(const Keyring& keyring) {
  ByteWriter out;
  out.u8(std::ranges::any_of(keyring.spaces_, has_number_twice) ? 2 : 1);
  out.raw(keyring.person_seed_.bytes());
  out.raw(keyring.device_seed_.bytes());
  out.varint(keyring.spaces_.size());
  for (const SpaceKeys& space : keyring.spaces_) write_space(out, space);
  return out.take();
}

base::Result<Keyring> decode_keyring(base::BytesView bytes) {
  ByteReader in(bytes);
  const std::uint8_t version = in.u8();
  if (in.ok() && version != 1 && version != 2) {
    in.refuse(version > 2 ? Errc::unsupported_version : Errc::corrupt, "version of a keyring");
  }
  Key person = read_key(in);
  Key device = read_key(in);
  Keyring keyring(std::move(person), std::move(device));
  const std::size_t count = in.count(4096);
  if (count == 0) in.refuse(Errc::corrupt, "a keyring without a space");
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    SpaceKeys space = read_space(in);
    if (in.ok() && keyring.find(space.id) != nullptr) in.refuse(Errc::corrupt, "a space twice");
    if (in.ok()) keyring.add(std::move(space));
  }
  if (in.ok() && std::ranges::any_of(keyring.spaces_, has_number_twice) != (version == 2)) {
    in.refuse(Errc::corrupt, "version of a keyring");
  }
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return keyring;
}

}  // namespace pairbook::vault
