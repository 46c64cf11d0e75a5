#include "pairbook/sync/place_keys.hpp"

#include <gtest/gtest.h>

#include "pairbook/crypto/hash.hpp"
#include "pairbook/wire/statement.hpp"

namespace pairbook::sync {
namespace {

TEST(PlaceKeys, BelongToTheSpaceAndItsNewestKey) {
  base::SeededRandom random(1);
  vault::SpaceKeys space = vault::SpaceKeys::create(vault::SpaceKind::programme, random);
  const PlaceKeys before = PlaceKeys::of(space);
  EXPECT_EQ(before.place.bytes, space.id.bytes);
  EXPECT_EQ(crypto::hash(wire::place_statement(before.doors()->admin))[0], space.id.bytes[0]);
  space.add({2, crypto::Key::random(random)});
  const PlaceKeys after = PlaceKeys::of(space);
  EXPECT_NE(before.read.public_key(), after.read.public_key());
  EXPECT_NE(before.write.public_key(), after.write.public_key());
  EXPECT_NE(after.read.public_key(), after.write.public_key());
}

}  // namespace
}  // namespace pairbook::sync
