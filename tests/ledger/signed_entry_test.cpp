#include "pairbook/ledger/signed_entry.hpp"

#include <gtest/gtest.h>

#include "some_entries.hpp"
#include "support/flipped_bits.hpp"

namespace pairbook::ledger {
namespace {

using base::Bytes;
using base::Errc;

struct Author {
  base::SeededRandom random{11};
  crypto::SigningKey key = crypto::SigningKey::from_seed(crypto::Key::random(random));
  crypto::Key space_key = crypto::Key::random(random);

  SignedEntry write(std::string_view text) {
    Entry entry;
    entry.space = some_space();
    entry.epoch = 1;
    entry.device = device_id(key.public_key());
    entry.ops = {some_op(1, text)};
    return *sign(std::move(entry), key);
  }
};

TEST(SignedEntry, IsVerifiedByItsAuthorsKeyOnly) {
  Author alice;
  SignedEntry entry = alice.write("hello");
  const auto mallory = crypto::SigningKey::from_seed(crypto::Key::random(alice.random));

  EXPECT_TRUE(is_signed_by(entry, alice.key.public_key()));
  EXPECT_FALSE(is_signed_by(entry, mallory.public_key()));
}

TEST(SignedEntry, CannotBeSignedInAnothersName) {
  Author alice;
  const auto mallory = crypto::SigningKey::from_seed(crypto::Key::random(alice.random));
  const auto forged = sign(alice.write("hello").entry, mallory);
  ASSERT_TRUE(forged);
  EXPECT_FALSE(is_signed_by(*forged, mallory.public_key()));
  EXPECT_FALSE(is_signed_by(*forged, alice.key.public_key()));
}

TEST(SignedEntry, NoticesAChangedOp) {
  Author alice;
  SignedEntry entry = alice.write("hello");
  entry.entry.ops[0].kind = 2;
  EXPECT_FALSE(is_signed_by(entry, alice.key.public_key()));
}

TEST(SealedEntry, OpensWithTheKeyOfItsSpace) {
  Author alice;
  const SignedEntry entry = alice.write("hello");
  const Bytes sealed = *seal(entry, {1, alice.space_key});

  const auto opened = open(sealed, some_space(), alice.space_key);

  ASSERT_TRUE(opened);
  EXPECT_EQ(*opened, entry);
  ASSERT_TRUE(peek(sealed));
  EXPECT_EQ(peek(sealed)->epoch, 1U);
}

TEST(SealedEntry, DoesNotOpenElsewhere) {
  Author alice;
  const Bytes sealed = *seal(alice.write("hello"), {1, alice.space_key});
  const auto other_key = crypto::Key::random(alice.random);
  SpaceId other_space = some_space();
  other_space.bytes[0] = std::byte{1};

  EXPECT_EQ(open(sealed, some_space(), other_key).error().code, Errc::wrong_key);
  EXPECT_EQ(open(sealed, other_space, alice.space_key).error().code, Errc::wrong_key);
}

TEST(SealedEntry, NoticesEveryFlippedBit) {
  Author alice;
  Bytes sealed = *seal(alice.write("hello"), {1, alice.space_key});
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    const std::byte mask = std::byte{1} << (bit % 8);
    sealed[bit / 8] ^= mask;
    EXPECT_FALSE(open(sealed, some_space(), alice.space_key)) << bit;
    sealed[bit / 8] ^= mask;
  }
}

TEST(SealedEntry, AsLargeAsARelayTakesNoticesAnyFlippedBit) {
  Author alice;
  Entry entry = alice.write("").entry;
  entry.ops = {{1, false, Bytes(max_entry_body - 200)}};
  Bytes sealed = *seal(*sign(std::move(entry), alice.key), {1, alice.space_key});
  const Bytes before = sealed;
  const testing_support::Ends head_nonce_and_tag{4 + 16 + 4 + 24, 16};

  std::size_t wrong_key = 0;
  const auto flipped = testing_support::flip_bits(sealed, head_nonce_and_tag, [&] {
    const auto opened = open(sealed, some_space(), alice.space_key);
    if (!opened && opened.error().code == Errc::wrong_key) ++wrong_key;
    return !opened;
  });

  EXPECT_EQ(flipped.unnoticed, std::vector<std::size_t>{});
  EXPECT_GT(flipped.tried, 60'000U);
  EXPECT_EQ(wrong_key, flipped.tried - 8 * 4) << "all but those of the magic letters";
  EXPECT_EQ(sealed, before);
  EXPECT_TRUE(open(sealed, some_space(), alice.space_key));
}

TEST(SealedEntry, HidesHowLongAShortTextIs) {
  Author alice;
  EXPECT_EQ(seal(alice.write(""), {1, alice.space_key})->size(),
            seal(alice.write("a short sentence"), {1, alice.space_key})->size());
}

TEST(SealedEntry, FitsTheRelayEvenWhenItIsFull) {
  Author alice;
  Entry entry = alice.write("").entry;
  entry.ops = {{1, false, Bytes(max_entry_body - 200)}};
  const auto full = sign(std::move(entry), alice.key);
  ASSERT_TRUE(full);
  EXPECT_LE(seal(*full, {1, alice.space_key})->size(), 64 * 1024U);
}

TEST(SealedEntry, IsNotMadeWhenItIsTooLarge) {
  Author alice;
  Entry entry = alice.write("").entry;
  entry.ops = {{1, false, Bytes(max_entry_body)}};
  EXPECT_EQ(sign(std::move(entry), alice.key).error().code, Errc::too_large);
}

TEST(SealedEntry, IsTheSameWheneverAndWhereverItIsMade) {
  Author alice;
  const SignedEntry entry = alice.write("hello");
  EXPECT_EQ(*seal(entry, {1, alice.space_key}), *seal(entry, {1, alice.space_key}));
}

TEST(SealedEntry, IsAnotherForAnotherEntryKeyNumberOrAttempt) {
  Author alice;
  const SignedEntry entry = alice.write("hello");
  const crypto::Key other = crypto::Key::random(alice.random);
  const auto id = [](const base::Result<Bytes>& sealed) { return peek(*sealed)->id; };
  const EntryId first = id(seal(entry, {1, alice.space_key}));
  EXPECT_NE(first, id(seal(alice.write("hallo"), {1, alice.space_key})));
  EXPECT_NE(first, id(seal(entry, {1, other})));
  EXPECT_NE(first, id(seal(entry, {2, alice.space_key})));
  EXPECT_NE(first, id(seal(entry, {1, alice.space_key, 1})));
}

TEST(SealedEntry, MayBeSealedWithALaterKeyThanItWasWrittenUnder) {
  Author alice;
  const SignedEntry entry = alice.write("hello");
  const auto sealed = seal(entry, {2, alice.space_key});
  ASSERT_TRUE(sealed);
  EXPECT_EQ(peek(*sealed)->epoch, 2U);
  EXPECT_EQ(*open(*sealed, some_space(), alice.space_key), entry);
}

TEST(SealedEntry, IsNotSealedWithAnEarlierKey) {
  Author alice;
  EXPECT_EQ(seal(alice.write("hello"), {0, alice.space_key}).error().code, Errc::invalid_input);
}

TEST(SealedEntry, SaysThatItComesFromANewerVersion) {
  Author alice;
  Bytes sealed = *seal(alice.write("hello"), {1, alice.space_key});
  sealed[3] = std::byte{'2'};
  EXPECT_EQ(peek(sealed).error().code, Errc::unsupported_version);
}

}  // namespace
}  // namespace pairbook::ledger
