#include "pairbook/crypto/hash.hpp"

#include <gtest/gtest.h>

namespace pairbook::crypto {
namespace {

using base::bytes_of;

TEST(Hash, AgreesWithThePublishedBlake2b) {
  EXPECT_EQ(base::to_hex(hash(bytes_of("abc"))),
            "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(Hash, ReadsPartsAsOneText) {
  EXPECT_EQ(hash({bytes_of("ab"), {}, bytes_of("c")}), hash(bytes_of("abc")));
}

TEST(KeyedHash, DependsOnTheKey) {
  base::SeededRandom random(1);
  const Key a = Key::random(random);
  const Key b = Key::random(random);
  EXPECT_EQ(keyed_hash(a, {bytes_of("x")}), keyed_hash(a, {bytes_of("x")}));
  EXPECT_NE(keyed_hash(a, {bytes_of("x")}), keyed_hash(b, {bytes_of("x")}));
}

TEST(Derive, MakesAnotherKeyForEachLabelAndContext) {
  base::SeededRandom random(1);
  const Key parent = Key::random(random);
  const Key records = derive(parent, "pairbook/v1/records");
  EXPECT_TRUE(records == derive(parent, "pairbook/v1/records"));
  EXPECT_FALSE(records == derive(parent, "pairbook/v1/record", bytes_of("s")));
  EXPECT_FALSE(records == derive(parent, "pairbook/v1/records", bytes_of("s")));
  EXPECT_FALSE(records == parent);
}

// Fixed for ever: books of version 1 depend on it.
TEST(Derive, IsTheSameInEveryVersionAndOnEveryMachine) {
  const auto parent = Key::from(base::Bytes(32, std::byte{0x42}));
  EXPECT_EQ(base::to_hex(derive(*parent, "pairbook/v1/test", bytes_of("context")).bytes()),
            "cba9cdaea70d26e9af709ae01dad5171e0fc65a88f9a52339aff3c04d2ba2aeb");
}

}  // namespace
}  // namespace pairbook::crypto
