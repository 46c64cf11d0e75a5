#include "pairbook/vault/header.hpp"

#include <gtest/gtest.h>

#include "some_book.hpp"

namespace pairbook::vault {
namespace {

using base::Bytes;
using base::Errc;

struct SomeHeader {
  base::SeededRandom random{3};
  crypto::Key book_key = crypto::Key::random(random);
  crypto::Key slot_key = crypto::Key::random(random);
  Header header;

  explicit SomeHeader(crypto::KdfCost cost = crypto::least_cost) {
    header.vault = VaultId::random(random);
    header.commitment = commitment_of(book_key, header.vault);
    header.slots.push_back(
        wrap(SlotKind::passphrase, cost, {}, slot_key, book_key, header, random));
  }
};

/// The checksum made right again after a change: what somebody would do on purpose.
Bytes with_checksum(base::BytesView whole) {
  const auto body = whole.first(whole.size() - 16);
  Bytes bytes(body.begin(), body.end());
  const auto hash = crypto::hash(bytes);
  bytes.insert(bytes.end(), hash.begin(), hash.begin() + 16);
  return bytes;
}

TEST(Header, IsReadBackWithSlotsOfLaterKinds) {
  SomeHeader some;
  some.header.slots.push_back({static_cast<SlotKind>(9), {0, 0}, {}, {}, Bytes(40)});
  some.header.slots.back().cost = {};
  const auto read = decode_header(encode(some.header));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, some.header);
  EXPECT_EQ(unwrap(*read, 1, some.slot_key).error().code, Errc::unsupported_version);
  EXPECT_EQ(unwrap(*read, 2, some.slot_key).error().code, Errc::not_found);
}

TEST(Header, TellsAWrongPassphraseFromADamagedBook) {
  SomeHeader some;
  const auto other = crypto::Key::random(some.random);
  EXPECT_EQ(unwrap(some.header, 0, other).error().code, Errc::wrong_key);

  Bytes damaged = encode(some.header);
  damaged[80] ^= std::byte{1};
  EXPECT_EQ(decode_header(damaged).error().code, Errc::corrupt);
}

TEST(Header, NoticesEveryFlippedBitAndEveryCut) {
  const Bytes whole = encode(SomeHeader().header);
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    Bytes flipped = whole;
    flipped[bit / 8] ^= std::byte{1} << (bit % 8);
    EXPECT_FALSE(decode_header(flipped)) << bit;
  }
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(decode_header(base::BytesView(whole).first(size))) << size;
  }
}

TEST(Header, DoesNotOpenWhenAnythingInItWasChangedOnPurpose) {
  SomeHeader some;
  const Bytes whole = encode(some.header);
  for (std::size_t at = 4; at < whole.size() - 16; ++at) {
    Bytes changed = whole;
    changed[at] ^= std::byte{1};
    const auto header = decode_header(with_checksum(changed));
    EXPECT_TRUE(!header || !unwrap(*header, 0, some.slot_key)) << at;
  }
}

TEST(Header, SaysThatItComesFromANewerVersion) {
  Bytes bytes = encode(SomeHeader().header);
  bytes[3] = std::byte{'2'};
  EXPECT_EQ(decode_header(bytes).error().code, Errc::unsupported_version);
  bytes[0] = std::byte{'X'};
  EXPECT_EQ(decode_header(bytes).error().code, Errc::corrupt);
}

TEST(Header, RefusesKeyStretchingOutsideTheLimits) {
  EXPECT_EQ(decode_header(encode(SomeHeader({2, 64 * 1024}).header)).error().code,
            Errc::invalid_input);
  EXPECT_EQ(decode_header(encode(SomeHeader({3, 1024}).header)).error().code,
            Errc::invalid_input);
  EXPECT_EQ(decode_header(encode(SomeHeader({3, 1024 * 1024}).header)).error().code,
            Errc::too_large);
  EXPECT_EQ(decode_header(encode(SomeHeader({1000, 64 * 1024}).header)).error().code,
            Errc::too_large);
}

TEST(Header, OpensWithOneBookKeyOnly) {
  // Somebody who knows the slot's key wraps another book key: the commitment gives it away.
  SomeHeader some;
  const auto other = crypto::Key::random(some.random);
  some.header.slots[0] = wrap(SlotKind::passphrase, crypto::least_cost, {}, some.slot_key,
                              other, some.header, some.random);
  EXPECT_EQ(unwrap(some.header, 0, some.slot_key).error().code, Errc::corrupt);
}

TEST(Header, IsNotFoundAmongForeignRows) {
  EXPECT_EQ(read_header({{"log/x", {}}}).error().code, Errc::not_found);
}

}  // namespace
}  // namespace pairbook::vault
