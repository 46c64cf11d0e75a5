// read  := seed derive(space key, "pairbook/v1/relay/read-key", space[16])
// write := seed derive(space key, "pairbook/v1/relay/write-key", space[16])
#include "pairbook/sync/place_keys.hpp"

#include "pairbook/crypto/hash.hpp"

namespace pairbook::sync {

namespace {

crypto::SigningKey door(const vault::SpaceKeys& space, std::string_view label) {
  return crypto::SigningKey::from_seed(
      crypto::derive(space.epochs.back().key, label, space.id.bytes));
}

}  // namespace

PlaceKeys PlaceKeys::of(const vault::SpaceKeys& space) {
  std::optional<crypto::SigningKey> admin;
  if (space.admin_seed) admin = crypto::SigningKey::from_seed(*space.admin_seed);
  return {{space.id.bytes},
          door(space, "pairbook/v1/relay/read-key"),
          door(space, "pairbook/v1/relay/write-key"),
          std::move(admin)};
}

std::optional<wire::Doors> PlaceKeys::doors() const {
  if (!admin) return std::nullopt;
  return wire::Doors{admin->public_key().bytes, read.public_key().bytes,
                     write.public_key().bytes};
}

}  // namespace pairbook::sync
