#include "pairbook/sync/lobby.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/vector_file.hpp"

namespace pairbook::sync {
namespace {

using crypto::SigningKey;

constexpr base::Instant now{1'800'000'000'000};

struct Door : testing::Test {
  base::SeededRandom random{77};
  SigningKey ana = person(), bo = person(), eve = person();
  vault::SpaceKeys space = vault::SpaceKeys::create(vault::SpaceKind::programme, random);
  Invitation invitation = invite();
  Lobby at_anas{invitation, ana, random}, at_bos{invitation, bo, random},
      at_eves{invitation, eve, random};

  SigningKey person() { return SigningKey::from_seed(crypto::Key::random(random)); }
  Invitation invite() {
    Invitation out;
    random.fill(out.secret);
    out.inviter = fingerprint_of(ana.public_key());
    out.part = Part::leads;
    out.expires = {1'900'000'000'000};
    out.relay = "wss://relay.example:8443";
    return out;
  }
  /// Brings what one has to another, as a relay does.
  static void carry(const Lobby& from, Lobby& to) {
    std::vector<ledger::SignedEntry> entries;
    for (const ledger::SignedEntry& entry : from.log(0)) {
      auto opened = to.open(from.seal(entry, 0)->sealed);
      ASSERT_TRUE(opened);
      if (!to.has(*opened)) entries.push_back(std::move(*opened));
    }
    to.take_in(std::move(entries), now);
  }
  [[nodiscard]] Welcome words() const {
    return {space.clone(), ana.public_key(), "Harbour Mentoring", "wss://relay.example:8443"};
  }
};

TEST_F(Door, ALinkSaysEverythingAndNoticesMistakes) {
  const std::string link = link_of(invitation);
  EXPECT_TRUE(link.starts_with("https://relay.example:8443/#/join/")) << link;
  EXPECT_EQ(*read_link(link), invitation);
  EXPECT_EQ(*read_link(" \n" + link.substr(link.rfind('/') + 1) + "\n"), invitation);
  std::string wrapped = link;
  wrapped.insert(wrapped.size() - 20, "\r\n");
  EXPECT_EQ(*read_link(wrapped), invitation);
  for (std::size_t at = link.rfind('/') + 1; at < link.size(); ++at) {
    std::string other = link;
    other[at] = other[at] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(read_link(other)) << at;
    EXPECT_FALSE(read_link(link.substr(0, at))) << at;
  }
  EXPECT_EQ(read_link("https://relay.example/").error().code, base::Errc::invalid_input);
  EXPECT_EQ(read_link("hello").error().code, base::Errc::invalid_input);
  EXPECT_EQ(read_link(std::string(5000, 'A')).error().code, base::Errc::invalid_input);
}

TEST_F(Door, WhoHasTheLinkMeetsInOnePlaceAndNobodyElseDoes) {
  EXPECT_EQ(at_anas.id(), at_bos.id());
  EXPECT_NE(at_anas.device(), at_bos.device());
  Invitation other = invitation;
  other.secret[0] ^= std::byte{1};
  const Lobby elsewhere(other, bo, random);
  EXPECT_NE(elsewhere.id(), at_bos.id());
  EXPECT_NE(other.id(), invitation.id());
  ASSERT_TRUE(at_bos.knock("Bo", now));
  EXPECT_FALSE(elsewhere.open(at_bos.seal(at_bos.log(0).front(), 0)->sealed));
}

TEST_F(Door, SomebodyAsksAndIsLetIn) {
  ASSERT_TRUE(at_bos.knock("Bo Chen", now));
  carry(at_bos, at_anas);
  const std::vector<Knock> expected{{bo.public_key(), "Bo Chen"}};
  EXPECT_EQ(at_anas.knocks(), expected);
  EXPECT_FALSE(at_anas.is_welcome_for(bo.public_key()));
  EXPECT_EQ(at_bos.welcome().error().code, base::Errc::not_found);

  ASSERT_TRUE(at_anas.welcome(bo.public_key(), words(), now, random));
  carry(at_anas, at_bos);
  const auto welcome = at_bos.welcome();
  ASSERT_TRUE(welcome);
  EXPECT_EQ(welcome->space.id, space.id);
  EXPECT_EQ(*welcome->space.admin_seed, *space.admin_seed);
  EXPECT_EQ(welcome->space.epochs.back().key, space.epochs.back().key);
  EXPECT_EQ(welcome->founder, ana.public_key());
  EXPECT_EQ(welcome->programme, "Harbour Mentoring");
  EXPECT_EQ(welcome->relay, "wss://relay.example:8443");
  EXPECT_TRUE(at_anas.is_welcome_for(bo.public_key()));
}

TEST_F(Door, ASecondOneWithTheLinkIsSeenByBothAndGetsNothing) {
  ASSERT_TRUE(at_bos.knock("Bo Chen", now));
  ASSERT_TRUE(at_eves.knock("Bo Chen", now));
  carry(at_bos, at_anas);
  carry(at_eves, at_anas);
  EXPECT_EQ(at_anas.knocks().size(), 2U);
  ASSERT_TRUE(at_anas.welcome(bo.public_key(), words(), now, random));
  ASSERT_TRUE(at_anas.decline(eve.public_key(), now));
  carry(at_anas, at_eves);
  carry(at_anas, at_bos);
  EXPECT_EQ(at_eves.welcome().error().code, base::Errc::not_found);
  EXPECT_TRUE(at_eves.is_declined(eve.public_key()));
  EXPECT_FALSE(at_bos.is_declined(bo.public_key()));
  EXPECT_TRUE(at_bos.welcome());
  EXPECT_EQ(at_bos.knocks().size(), 2U);
}

// Whoever has the link can write anything there, also a welcome to a space of their own.
TEST_F(Door, OnlyTheInviterCanWelcomeOrDecline) {
  ASSERT_TRUE(at_eves.welcome(bo.public_key(), words(), now, random));
  ASSERT_TRUE(at_eves.decline(bo.public_key(), now));
  carry(at_eves, at_bos);
  EXPECT_EQ(at_bos.welcome().error().code, base::Errc::not_found);
  EXPECT_FALSE(at_bos.is_declined(bo.public_key()));
  EXPECT_FALSE(at_bos.is_welcome_for(bo.public_key()));
}

TEST_F(Door, TheFirstNameStaysAndABadOneIsRefused) {
  EXPECT_FALSE(at_bos.knock("", now));
  ASSERT_TRUE(at_bos.knock("Bo Chen", now));
  ASSERT_TRUE(at_bos.knock("Somebody Else", {now.ms + 5}));
  carry(at_bos, at_anas);
  ASSERT_EQ(at_anas.knocks().size(), 1U);
  EXPECT_EQ(at_anas.knocks().front().name, "Bo Chen");
}

TEST_F(Door, ASafetyNumberIsSixGroupsAndBelongsToOneKey) {
  const std::string number = safety_number(ana.public_key());
  EXPECT_EQ(number.size(), 35U);
  EXPECT_EQ(std::ranges::count(number, ' '), 5);
  EXPECT_NE(number, safety_number(bo.public_key()));
  EXPECT_EQ(number, safety_number(ana.public_key()));
}

TEST_F(Door, AWelcomeIsReadAsWrittenAndNoticesCuts) {
  const base::Bytes bytes = encode(words());
  ASSERT_TRUE(decode_welcome(bytes));
  EXPECT_EQ(encode(*decode_welcome(bytes)), bytes);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(decode_welcome(base::BytesView(bytes).first(size))) << size;
}

TEST(InvitationVectors, AreReadAndWrittenAsEver) {
  const auto vectors = testing_support::read_vectors("sync/invitation.txt");
  ASSERT_GE(vectors.size(), 10U);
  for (const auto& vector : vectors) {
    const auto hex = vector.find("invitation");
    const auto bytes = base::from_hex(hex == vector.end() ? "" : hex->second);
    ASSERT_TRUE(bytes);
    const auto read = decode_invitation(*bytes);
    ASSERT_EQ(read.has_value(), vector.at("expect") == "good") << vector.at("comment");
    if (!read) {
      const bool is_newer = read.error().code == base::Errc::unsupported_version;
      EXPECT_EQ(is_newer, vector.at("expect") == "unsupported_version") << vector.at("comment");
      continue;
    }
    EXPECT_EQ(encode(*read), *bytes) << vector.at("comment");
    EXPECT_EQ(link_of(*read), vector.at("link"));
    EXPECT_EQ(*read_link(vector.at("link")), *read);
    EXPECT_EQ(read->id().hex(), vector.at("id"));
    EXPECT_EQ(read->lobby().id.hex(), vector.at("lobby"));
    EXPECT_EQ(base::to_hex(read->lobby().epochs.front().key.bytes()), vector.at("lobby-key"));
  }
}

TEST(PersonVectors, AreNumbersAndFingerprints) {
  const auto vectors = testing_support::read_vectors("sync/person.txt");
  ASSERT_GE(vectors.size(), 2U);
  for (const auto& vector : vectors) {
    crypto::PublicKey person;
    std::ranges::copy(*base::from_hex(vector.at("person")), person.bytes.begin());
    EXPECT_EQ(base::to_hex(fingerprint_of(person)), vector.at("fingerprint"));
    EXPECT_EQ(safety_number(person), vector.at("number"));
  }
}

}  // namespace
}  // namespace pairbook::sync
