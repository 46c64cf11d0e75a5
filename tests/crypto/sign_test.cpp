#include "pairbook/crypto/sign.hpp"

#include <gtest/gtest.h>

#include "pairbook/crypto/hash.hpp"

namespace pairbook::crypto {
namespace {

using base::bytes_of;

TEST(Sign, IsVerifiedByThePublicKeyOnly) {
  base::SeededRandom random(1);
  const SigningKey alice = SigningKey::from_seed(Key::random(random));
  const SigningKey bob = SigningKey::from_seed(Key::random(random));

  const Signature signature = alice.sign(bytes_of("I agree"));

  EXPECT_TRUE(verify(alice.public_key(), bytes_of("I agree"), signature));
  EXPECT_FALSE(verify(alice.public_key(), bytes_of("I disagree"), signature));
  EXPECT_FALSE(verify(bob.public_key(), bytes_of("I agree"), signature));
}

TEST(Sign, GrowsTheSamePairFromTheSameSeed) {
  const auto seed = Key::from(base::Bytes(32, std::byte{9}));
  const SigningKey a = SigningKey::from_seed(*seed);
  const SigningKey b = a.clone();
  EXPECT_EQ(a.public_key(), SigningKey::from_seed(*seed).public_key());
  EXPECT_EQ(a.sign(bytes_of("x")), b.sign(bytes_of("x")));
}

// RFC 8032, 7.1, test 2.
TEST(Sign, AgreesWithThePublishedVector) {
  const auto seed = Key::from(
      *base::from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
  const SigningKey key = SigningKey::from_seed(*seed);

  EXPECT_EQ(base::to_hex(key.public_key().bytes),
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  const base::Bytes message{std::byte{0x72}};
  EXPECT_EQ(base::to_hex(key.sign(message)),
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
}

// The browser's signing is put together otherwise than that of other programs; the hash is of
// what libsodium's own made.
TEST(Sign, MakesTheSameSignaturesEverywhere) {
  base::SeededRandom random(7);
  base::Bytes all;
  for (std::size_t length = 0; length < 200; length += 9) {
    const SigningKey key = SigningKey::from_seed(Key::random(random));
    base::Bytes message(length);
    random.fill(message);

    const Signature signature = key.sign(message);

    EXPECT_TRUE(verify(key.public_key(), message, signature)) << length;
    all.insert(all.end(), signature.begin(), signature.end());
  }
  EXPECT_EQ(base::to_hex(hash(all)),
            "c3acef9e3e21e3c98c22767cba4a22c6d22df73feba86df3538a12e1b986bb12");
}

}  // namespace
}  // namespace pairbook::crypto
