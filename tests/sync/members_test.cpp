#include "pairbook/sync/members.hpp"

#include <gtest/gtest.h>

#include "support/vector_file.hpp"
#include "sync/some_talk.hpp"

namespace pairbook::sync {
namespace {

struct People {
  base::SeededRandom random{8};
  crypto::SigningKey ada = crypto::SigningKey::from_seed(crypto::Key::random(random));
  crypto::SigningKey bo = crypto::SigningKey::from_seed(crypto::Key::random(random));
  crypto::SigningKey laptop = crypto::SigningKey::from_seed(crypto::Key::random(random));
  crypto::SigningKey phone = crypto::SigningKey::from_seed(crypto::Key::random(random));
  Members members;

  [[nodiscard]] bool believes(const crypto::SigningKey& device) const {
    const crypto::PublicKey* key = members.key_of(ledger::device_id(device.public_key()));
    return key != nullptr && *key == device.public_key();
  }
};

TEST(Members, BelieveTheDevicesOfAKnownPerson) {
  People people;
  people.members.trust(people.ada.public_key());
  EXPECT_TRUE(
      people.members.learn(DeviceCertificate::make(people.ada, people.laptop.public_key())));
  EXPECT_TRUE(
      people.members.learn(DeviceCertificate::make(people.bo, people.phone.public_key())));
  EXPECT_TRUE(people.believes(people.laptop));
  EXPECT_FALSE(people.believes(people.phone));
  EXPECT_EQ(people.members.believed(), 1U);

  people.members.trust(people.bo.public_key());
  EXPECT_TRUE(people.believes(people.phone));
}

TEST(Members, LearnNothingFromAWrongSignatureAndNothingTwice) {
  People people;
  people.members.trust(people.ada.public_key());
  auto forged = DeviceCertificate::make(people.bo, people.laptop.public_key());
  forged.person = people.ada.public_key();
  EXPECT_FALSE(people.members.learn(forged));
  EXPECT_FALSE(people.believes(people.laptop));
  const auto true_one = DeviceCertificate::make(people.ada, people.laptop.public_key());
  EXPECT_TRUE(people.members.learn(true_one));
  EXPECT_FALSE(people.members.learn(true_one));
}

// Otherwise a stranger who got hold of a device's public key could keep it out.
TEST(Members, TakeTheWordOfAKnownPersonOverAStrangers) {
  People people;
  people.members.trust(people.ada.public_key());
  EXPECT_TRUE(
      people.members.learn(DeviceCertificate::make(people.bo, people.laptop.public_key())));
  EXPECT_TRUE(
      people.members.learn(DeviceCertificate::make(people.ada, people.laptop.public_key())));
  EXPECT_TRUE(people.believes(people.laptop));
  EXPECT_FALSE(
      people.members.learn(DeviceCertificate::make(people.bo, people.laptop.public_key())));
}

TEST(Members, AreKeptAndReadAgain) {
  People people;
  people.members.trust(people.ada.public_key());
  people.members.learn(DeviceCertificate::make(people.ada, people.laptop.public_key()));
  people.members.learn(DeviceCertificate::make(people.ada, people.phone.public_key()));
  const base::Bytes bytes = encode_certificates(people.members);

  Members again;
  again.trust(people.ada.public_key());
  ASSERT_TRUE(learn_certificates(again, bytes));
  EXPECT_EQ(again.certificates(), people.members.certificates());
  EXPECT_EQ(again.believed(), 2U);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(learn_certificates(again, base::BytesView(bytes).first(size))) << size;
  }
  base::Bytes newer = bytes;
  newer[0] = std::byte{2};
  EXPECT_EQ(learn_certificates(again, newer).error().code, base::Errc::unsupported_version);
  base::Bytes many = {std::byte{1}, std::byte{0x81}, std::byte{0x20}};  // 4097
  EXPECT_EQ(learn_certificates(again, many).error().code, base::Errc::too_large);
}

TEST(Members, NoticeEveryFlippedBitOfACertificate) {
  People people;
  base::Bytes bytes =
      to_op(DeviceCertificate::make(people.ada, people.laptop.public_key())).payload;
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    const std::byte mask = std::byte{1} << (bit % 8);
    bytes[bit / 8] ^= mask;
    const auto read = decode_certificate(bytes);
    ASSERT_FALSE(read && read->is_signed()) << bit;
    bytes[bit / 8] ^= mask;
  }
  EXPECT_TRUE(decode_certificate(bytes)->is_signed());
}

TEST(CertificateVectors, AreReadAndWrittenAsEver) {
  const auto vectors = testing_support::read_vectors("sync/certificate.txt");
  ASSERT_GE(vectors.size(), 10U);
  for (const auto& vector : vectors) {
    const auto hex = vector.find("op");
    const auto bytes = base::from_hex(hex == vector.end() ? "" : hex->second);
    ASSERT_TRUE(bytes);
    const auto read = decode_certificate(*bytes);
    ASSERT_EQ(read.has_value(), vector.at("expect") == "good") << vector.at("comment");
    if (!read) {
      const bool is_newer = read.error().code == base::Errc::unsupported_version;
      EXPECT_EQ(is_newer, vector.at("expect") == "unsupported_version") << vector.at("comment");
      continue;
    }
    EXPECT_EQ(to_op(*read).payload, *bytes) << vector.at("comment");
    EXPECT_EQ(read->is_signed(), vector.at("signed") == "yes") << vector.at("comment");
  }
}

}  // namespace
}  // namespace pairbook::sync
