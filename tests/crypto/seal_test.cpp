#include "pairbook/crypto/seal.hpp"

#include <gtest/gtest.h>

namespace pairbook::crypto {
namespace {

using base::Bytes;
using base::bytes_of;
using base::Errc;

TEST(Seal, OpensWithTheSameKeyAndContext) {
  base::SeededRandom random(1);
  const Key key = Key::random(random);

  const Bytes sealed = seal(key, bytes_of("record 7"), bytes_of("a private note"), random);

  EXPECT_EQ(sealed.size(), 14 + seal_overhead);
  const auto opened = open(key, bytes_of("record 7"), sealed);
  ASSERT_TRUE(opened);
  EXPECT_EQ(base::text_of(*opened), "a private note");
}

TEST(Seal, SealsNothingToo) {
  base::SeededRandom random(1);
  const Key key = Key::random(random);
  const auto opened = open(key, {}, seal(key, {}, {}, random));
  ASSERT_TRUE(opened);
  EXPECT_TRUE(opened->empty());
}

TEST(Seal, DoesNotOpenInAnotherPlace) {
  base::SeededRandom random(2);
  const Key key = Key::random(random);
  const Bytes sealed = seal(key, bytes_of("record 7"), bytes_of("note"), random);

  const auto opened = open(key, bytes_of("record 8"), sealed);

  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, Errc::wrong_key);
}

TEST(Seal, NoticesEveryFlippedBit) {
  base::SeededRandom random(3);
  const Key key = Key::random(random);
  Bytes sealed = seal(key, {}, bytes_of("twelve bytes"), random);
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    const std::byte mask = std::byte{1} << (bit % 8);
    sealed[bit / 8] ^= mask;
    EXPECT_FALSE(open(key, {}, sealed)) << "bit " << bit;
    sealed[bit / 8] ^= mask;
  }
}

TEST(Seal, SaysThatHalfASealedTextIsDamaged) {
  base::SeededRandom random(4);
  const Key key = Key::random(random);
  EXPECT_EQ(open(key, {}, Bytes(seal_overhead - 1)).error().code, Errc::corrupt);
}

TEST(Seal, NeverSealsTheSameTextTheSameWay) {
  base::SeededRandom random(5);
  const Key key = Key::random(random);
  EXPECT_NE(seal(key, {}, bytes_of("x"), random), seal(key, {}, bytes_of("x"), random));
}

// RFC draft-irtf-cfrg-xchacha-03, A.3.1: what others seal, we open, natively and as
// WebAssembly.
TEST(Seal, AgreesWithThePublishedVector) {
  const auto key = Key::from(
      *base::from_hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"));
  const auto context = base::from_hex("50515253c0c1c2c3c4c5c6c7");
  const auto sealed = base::from_hex(
      "404142434445464748494a4b4c4d4e4f5051525354555657"
      "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
      "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
      "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
      "21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49");

  const auto opened = open(*key, *context, *sealed);

  ASSERT_TRUE(opened);
  EXPECT_EQ(
      base::text_of(*opened),
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the "
      "future, sunscreen would be it.");
}

}  // namespace
}  // namespace pairbook::crypto
