#include "pairbook/crypto/seal_for.hpp"

#include <gtest/gtest.h>

#include "support/vector_file.hpp"

namespace pairbook::crypto {
namespace {

const base::BytesView context = base::bytes_of("where it belongs");
const base::BytesView plain = base::bytes_of("the keys of the place");

struct SealFor : testing::Test {
  base::SeededRandom random{12};
  SigningKey ada = SigningKey::from_seed(Key::random(random));
  SigningKey bo = SigningKey::from_seed(Key::random(random));
  base::Bytes sealed = *seal_for(ada.public_key(), context, plain, random);
};

TEST_F(SealFor, OpensForWhomItWasSealed) {
  ASSERT_EQ(sealed.size(), plain.size() + seal_for_overhead);
  const auto opened = open_for(ada, context, sealed);
  ASSERT_TRUE(opened);
  EXPECT_EQ(base::text_of(*opened), base::text_of(plain));
}

TEST_F(SealFor, OpensForNobodyElseAndNowhereElse) {
  EXPECT_EQ(open_for(bo, context, sealed).error().code, base::Errc::wrong_key);
  EXPECT_EQ(open_for(ada, base::bytes_of("elsewhere"), sealed).error().code,
            base::Errc::wrong_key);
}

TEST_F(SealFor, IsDifferentEachTime) {
  EXPECT_NE(*seal_for(ada.public_key(), context, plain, random), sealed);
}

TEST_F(SealFor, NoticesEveryFlippedBitAndEveryCut) {
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    const std::byte mask = std::byte{1} << (bit % 8);
    // X25519 does not look at the highest bit; the key is derived from it all the same.
    sealed[bit / 8] ^= mask;
    EXPECT_FALSE(open_for(ada, context, sealed)) << bit;
    sealed[bit / 8] ^= mask;
  }
  for (std::size_t size = 0; size < sealed.size(); ++size)
    EXPECT_FALSE(open_for(ada, context, base::BytesView(sealed).first(size))) << size;
}

TEST_F(SealFor, RefusesWhatIsNoKey) {
  PublicKey none;  // of low order: everybody would know what comes of it
  EXPECT_EQ(seal_for(none, context, plain, random).error().code, base::Errc::invalid_input);
  none.bytes.fill(std::byte{0xFF});
  EXPECT_EQ(seal_for(none, context, plain, random).error().code, base::Errc::invalid_input);
}

TEST(SealedForVectors, OpenAsEver) {
  const auto vectors = testing_support::read_vectors("crypto/sealed_for.txt");
  ASSERT_GE(vectors.size(), 4U);
  for (const auto& vector : vectors) {
    const auto me = SigningKey::from_seed(*Key::from(*base::from_hex(vector.at("seed"))));
    const auto opened = open_for(me, *base::from_hex(vector.at("context")),
                                 *base::from_hex(vector.at("sealed")));
    ASSERT_EQ(opened.has_value(), vector.at("expect") == "good") << vector.at("comment");
    if (opened) {
      EXPECT_EQ(base::to_hex(*opened), vector.at("plain"));
    } else {
      EXPECT_EQ(opened.error().code, base::Errc::wrong_key);
    }
  }
}

}  // namespace
}  // namespace pairbook::crypto
