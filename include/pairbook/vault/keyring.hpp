#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pairbook/base/random.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/crypto/sign.hpp"
#include "pairbook/ledger/signed_entry.hpp"

namespace pairbook::vault {

enum class SpaceKind : std::uint8_t { programme = 1, bulletin = 2, pair = 3, drop_box = 4 };

/// The key that entries of a space are sealed with from some time on. Two members who remove
/// somebody without knowing of each other make two keys with one number; both are kept.
struct EpochKey {
  std::uint32_t epoch = 0;
  crypto::Key key;
};

struct SpaceKeys {
  ledger::SpaceId id;
  SpaceKind kind = SpaceKind::programme;
  std::optional<crypto::Key> admin_seed;  // only who may add and remove members has it
  std::vector<EpochKey> epochs;           // ascending; the last is written with (add())

  /// A new space with its first epoch. Its id is the hash of its admin key: nobody can claim
  /// it.
  [[nodiscard]] static SpaceKeys create(SpaceKind kind, base::RandomSource& random);
  /// From keys that there are.
  [[nodiscard]] static SpaceKeys of(SpaceKind kind, crypto::Key admin_seed, EpochKey first);
  [[nodiscard]] SpaceKeys clone() const;
  /// In its place; one that is there already is not added again.
  void add(EpochKey key);
  /// All keys with that number: opening tries each.
  [[nodiscard]] std::vector<const crypto::Key*> keys_of(std::uint32_t epoch) const;
};

/// Every secret that a book holds besides what people typed: who we are, and what we may read.
class Keyring {
 public:
  /// A new person on a new device in a new space of that kind.
  [[nodiscard]] static Keyring create(SpaceKind kind, base::RandomSource& random);

  [[nodiscard]] ledger::DeviceId device() const { return device_; }
  [[nodiscard]] crypto::SigningKey device_key() const;
  [[nodiscard]] crypto::SigningKey person_key() const;
  [[nodiscard]] const std::vector<SpaceKeys>& spaces() const { return spaces_; }
  [[nodiscard]] const SpaceKeys* find(const ledger::SpaceId& space) const;

  void add(SpaceKeys space) { spaces_.push_back(std::move(space)); }
  /// The same person and device, in that space and no other.
  void move_to(SpaceKeys space);
  /// Goes on as a new device of the same person: when own entries may have been lost, or when a
  /// copy of the book is opened in a second place. Two devices under one name would fork.
  void renew_device(base::RandomSource& random);

  [[nodiscard]] Keyring clone() const;

 private:
  friend base::Bytes encode(const Keyring&);
  friend base::Result<Keyring> decode_keyring(base::BytesView);
  Keyring(crypto::Key person, crypto::Key device);

  crypto::Key person_seed_;
  crypto::Key device_seed_;
  ledger::DeviceId device_;
  std::vector<SpaceKeys> spaces_;
};

/// Secret bytes: only ever inside a sealed record.
[[nodiscard]] base::Bytes encode(const Keyring& keyring);
/// Errors: corrupt, unsupported_version, too_large.
[[nodiscard]] base::Result<Keyring> decode_keyring(base::BytesView bytes);

/// One space of it, for somebody who is let in. Secret bytes too.
[[nodiscard]] base::Bytes encode(const SpaceKeys& space);
/// Errors: corrupt, too_large.
[[nodiscard]] base::Result<SpaceKeys> decode_space_keys(base::BytesView bytes);

}  // namespace pairbook::vault
