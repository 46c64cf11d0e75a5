// What is signed and hashed, against tests/vectors/wire/statements.txt, which a writer of its
// own made.
#include "pairbook/wire/statement.hpp"

#include <gtest/gtest.h>

#include "pairbook/crypto/hash.hpp"
#include "pairbook/crypto/sign.hpp"
#include "support/vector_file.hpp"

namespace pairbook::wire {
namespace {

template <std::size_t N>
std::array<std::byte, N> filled(std::uint8_t value) {
  std::array<std::byte, N> bytes;
  bytes.fill(static_cast<std::byte>(value));
  return bytes;
}

class Statements : public testing::Test {
 protected:
  const testing_support::VectorCase vector_ =
      testing_support::read_vectors("wire/statements.txt").at(0);
  const crypto::SigningKey admin_ =
      crypto::SigningKey::from_seed(*crypto::Key::from(filled<32>(0x11)));
  const PlaceId place_{filled<16>(0x5a)};
  const Doors doors_{filled<32>(0xa1), filled<32>(0xa2), filled<32>(0xa3)};
  const Challenge challenge_{"wss://relay.example", filled<32>(0x0c), filled<32>(0x0e)};

  [[nodiscard]] std::string signed_hex(const base::Bytes& statement) const {
    return base::to_hex(admin_.sign(statement));
  }
};

TEST_F(Statements, NameAPlaceByItsAdminKey) {
  const auto hash = crypto::hash(place_statement(admin_.public_key().bytes));

  EXPECT_EQ(base::to_hex(admin_.public_key().bytes), vector_.at("admin"));
  EXPECT_EQ(base::to_hex(hash).substr(0, 32), vector_.at("place"));
}

TEST_F(Statements, ChainEntries) {
  const auto sealed = crypto::hash(base::bytes_of("sealed"));

  EXPECT_EQ(base::to_hex(crypto::hash(first_link_statement(place_))), vector_.at("first-link"));
  EXPECT_EQ(base::to_hex(crypto::hash(link_statement(
                filled<32>(0x0d), 300, EntryKind::membership, {filled<16>(0x01)}, sealed))),
            vector_.at("link"));
}

TEST_F(Statements, AreSignedToCreate) {
  const Doors doors{admin_.public_key().bytes, doors_.read, doors_.write};

  EXPECT_EQ(signed_hex(create_statement(challenge_, doors)), vector_.at("create"));
}

TEST_F(Statements, AreSignedToProve) {
  const Prove proof{place_, Door::admin, admin_.public_key().bytes, {}};

  EXPECT_EQ(signed_hex(prove_statement(challenge_, proof)), vector_.at("prove"));
}

TEST_F(Statements, AreSignedToRotate) {
  Rotate rotate{place_, 2, 300, doors_, {}, {}};
  const base::BytesView first = base::bytes_of("sealed");
  rotate.entries.push_back({EntryKind::edit, {filled<16>(0x01)}, {first.begin(), first.end()}});
  rotate.entries.push_back(
      {EntryKind::membership, {filled<16>(0x02)}, base::Bytes(200, std::byte{'x'})});

  EXPECT_EQ(signed_hex(rotate_statement("wss://relay.example", rotate)), vector_.at("rotate"));
}

TEST_F(Statements, DifferForEveryRelayConnectionAndDoor) {
  const Prove proof{place_, Door::read, doors_.read, {}};
  const base::Bytes statement = prove_statement(challenge_, proof);
  Challenge elsewhere = challenge_;
  elsewhere.origin = "wss://other.example";
  Challenge later = challenge_;
  later.relay = filled<32>(0x0f);
  Prove other_door = proof;
  other_door.door = Door::write;

  EXPECT_NE(prove_statement(elsewhere, proof), statement);
  EXPECT_NE(prove_statement(later, proof), statement);
  EXPECT_NE(prove_statement(challenge_, other_door), statement);
}

}  // namespace
}  // namespace pairbook::wire
