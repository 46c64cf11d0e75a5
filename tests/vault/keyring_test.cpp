#include "pairbook/vault/keyring.hpp"

#include <gtest/gtest.h>

namespace pairbook::vault {
namespace {

using base::Errc;

Keyring some_keyring(base::SeededRandom& random) {
  Keyring keyring = Keyring::create(SpaceKind::programme, random);
  SpaceKeys pair = SpaceKeys::create(SpaceKind::pair, random);
  pair.admin_seed.reset();
  pair.epochs.push_back({7, crypto::Key::random(random)});
  keyring.add(std::move(pair));
  return keyring;
}

TEST(Keyring, IsReadBack) {
  base::SeededRandom random(1);
  const Keyring keyring = some_keyring(random);
  const auto read = decode_keyring(encode(keyring));
  ASSERT_TRUE(read);
  EXPECT_EQ(encode(*read), encode(keyring));
  EXPECT_EQ(encode(read->clone()), encode(keyring));
  EXPECT_EQ(read->device(), keyring.device());
  EXPECT_EQ(read->spaces()[1].kind, SpaceKind::pair);
}

TEST(Keyring, NamesDevicesAndSpacesAfterTheirKeys) {
  base::SeededRandom random(1);
  const Keyring keyring = some_keyring(random);
  EXPECT_EQ(keyring.device(), ledger::device_id(keyring.device_key().public_key()));
  EXPECT_NE(keyring.person_key().public_key(), keyring.device_key().public_key());
  EXPECT_NE(keyring.spaces()[0].id, keyring.spaces()[1].id);
}

TEST(Keyring, FindsTheKeyOfASpaceAndEpoch) {
  base::SeededRandom random(1);
  const Keyring keyring = some_keyring(random);
  const SpaceKeys* pair = keyring.find(keyring.spaces()[1].id);
  ASSERT_NE(pair, nullptr);
  EXPECT_EQ(pair->keys_of(7).size(), 1U);
  EXPECT_TRUE(pair->keys_of(2).empty());
  EXPECT_EQ(keyring.find({}), nullptr);
}

TEST(Keyring, BecomesAnotherDeviceOfTheSamePerson) {
  base::SeededRandom random(1);
  Keyring keyring = some_keyring(random);
  const auto person = keyring.person_key().public_key();
  const auto device = keyring.device();
  keyring.renew_device(random);
  EXPECT_NE(keyring.device(), device);
  EXPECT_EQ(keyring.person_key().public_key(), person);
}

Keyring with_two_keys_of_one_number(base::SeededRandom& random) {
  Keyring keyring = Keyring::create(SpaceKind::programme, random);
  SpaceKeys space = SpaceKeys::create(SpaceKind::pair, random);
  space.add({2, crypto::Key::random(random)});
  space.add({2, crypto::Key::random(random)});
  space.add({3, crypto::Key::random(random)});
  keyring.add(std::move(space));
  return keyring;
}

TEST(Keyring, KeepsTwoKeysThatWereMadeUnderOneNumber) {
  base::SeededRandom random(1);
  const Keyring keyring = with_two_keys_of_one_number(random);
  const base::Bytes bytes = encode(keyring);
  EXPECT_EQ(keyring.spaces()[1].keys_of(2).size(), 2U);
  EXPECT_EQ(bytes[0], std::byte{2});
  const auto read = decode_keyring(bytes);
  ASSERT_TRUE(read);
  EXPECT_EQ(encode(*read), bytes);
}

TEST(Keyring, HoldsAKeyOnceHoweverOftenItIsAdded) {
  base::SeededRandom random(1);
  SpaceKeys space = SpaceKeys::create(SpaceKind::pair, random);
  space.add({1, space.epochs[0].key.clone()});
  EXPECT_EQ(space.epochs.size(), 1U);
}

TEST(Keyring, HasOneVersionForWhatItHolds) {
  base::SeededRandom random(1);
  base::Bytes one = encode(some_keyring(random));
  one[0] = std::byte{2};
  EXPECT_EQ(decode_keyring(one).error().code, Errc::corrupt);
  base::Bytes two = encode(with_two_keys_of_one_number(random));
  two[0] = std::byte{1};
  EXPECT_EQ(decode_keyring(two).error().code, Errc::corrupt);
}

TEST(Keyring, IsRefusedWhereverItIsCutOrNewer) {
  base::SeededRandom random(1);
  base::Bytes bytes = encode(some_keyring(random));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_keyring(base::BytesView(bytes).first(size))) << size;
  }
  bytes[0] = std::byte{3};
  EXPECT_EQ(decode_keyring(bytes).error().code, Errc::unsupported_version);
}

TEST(Keyring, IsRefusedWithoutASpace) {
  base::Bytes bytes(66);
  bytes[0] = std::byte{1};
  EXPECT_EQ(decode_keyring(bytes).error().code, Errc::corrupt);
}

}  // namespace
}  // namespace pairbook::vault
