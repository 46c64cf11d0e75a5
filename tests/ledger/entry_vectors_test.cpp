// The bytes of entries are fixed for ever: tests/vectors/entry, made by tests/vectors/make.py,
// a writer of its own in another language.
#include <gtest/gtest.h>

#include "pairbook/ledger/signed_entry.hpp"
#include "support/vector_file.hpp"

namespace pairbook::ledger {
namespace {

using testing_support::VectorCase;

std::string_view name_of(base::Errc code) {
  switch (code) {
    case base::Errc::corrupt:
      return "corrupt";
    case base::Errc::wrong_key:
      return "wrong_key";
    case base::Errc::too_large:
      return "too_large";
    case base::Errc::unsupported_version:
      return "unsupported_version";
    default:
      return "other";
  }
}

base::Bytes hex(const VectorCase& vector, const std::string& field) {
  const auto found = vector.find(field);
  const auto bytes = base::from_hex(found == vector.end() ? "" : found->second);
  return bytes ? *bytes : base::Bytes{};
}

TEST(EntryVectors, BodiesAreReadAndWrittenAsEver) {
  const auto vectors = testing_support::read_vectors("entry/body.txt");
  ASSERT_GE(vectors.size(), 20U);
  for (const VectorCase& vector : vectors) {
    const base::Bytes body = hex(vector, "body");
    const auto entry = decode_entry(body);
    if (vector.at("expect") == "good") {
      ASSERT_TRUE(entry) << vector.at("comment");
      EXPECT_EQ(encode(*entry), body) << vector.at("comment");
      EXPECT_EQ(base::to_hex(hash_of(*entry)), vector.at("hash")) << vector.at("comment");
    } else {
      ASSERT_FALSE(entry) << vector.at("comment");
      EXPECT_EQ(name_of(entry.error().code), vector.at("expect")) << vector.at("comment");
    }
  }
}

TEST(EntryVectors, SealedEntriesOpenAsEver) {
  const auto vectors = testing_support::read_vectors("entry/sealed.txt");
  ASSERT_GE(vectors.size(), 8U);
  for (const VectorCase& vector : vectors) {
    const auto key = crypto::Key::from(hex(vector, "space-key"));
    const auto space = SpaceId::from_hex(vector.at("space"));
    ASSERT_TRUE(key && space);
    const auto entry = open(hex(vector, "sealed"), *space, *key);
    if (vector.at("expect") == "good") {
      ASSERT_TRUE(entry) << vector.at("comment");
      EXPECT_EQ(encode(entry->entry), hex(vector, "body")) << vector.at("comment");
      crypto::PublicKey signer;
      std::ranges::copy(hex(vector, "signer"), signer.bytes.begin());
      EXPECT_TRUE(is_signed_by(*entry, signer)) << vector.at("comment");
      if (const auto made = vector.find("made"); made != vector.end()) {
        const auto digit = [&](std::size_t at) {
          return static_cast<std::uint8_t>(made->second[at] - '0');
        };
        EXPECT_EQ(*seal(*entry, {digit(0), *key, digit(2)}), hex(vector, "sealed"))
            << vector.at("comment");
      }
    } else {
      ASSERT_FALSE(entry) << vector.at("comment");
      EXPECT_EQ(name_of(entry.error().code), vector.at("expect")) << vector.at("comment");
    }
  }
}

}  // namespace
}  // namespace pairbook::ledger
