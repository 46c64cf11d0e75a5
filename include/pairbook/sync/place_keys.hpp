#pragma once

#include <optional>

#include "pairbook/crypto/sign.hpp"
#include "pairbook/vault/keyring.hpp"
#include "pairbook/wire/frame.hpp"

namespace pairbook::sync {

/// What opens a space's place at a relay.
///
/// The place has the space's name. The keys of its read and write doors grow from the key that
/// the space's entries are sealed with, so whoever can read the entries can fetch and bring
/// them, and a new space key is a new pair of doors. The admin key is one of its own: only who
/// may remove members has it.
struct PlaceKeys {
  wire::PlaceId place;
  crypto::SigningKey read;
  crypto::SigningKey write;
  std::optional<crypto::SigningKey> admin;

  [[nodiscard]] static PlaceKeys of(const vault::SpaceKeys& space);
  /// The doors as a relay is told them; only with an admin key.
  [[nodiscard]] std::optional<wire::Doors> doors() const;
};

}  // namespace pairbook::sync
