#include "pairbook/sync/membership.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "pairbook/ledger/ledger.hpp"
#include "pairbook/sync/members.hpp"
#include "support/vector_file.hpp"

namespace pairbook::sync {
namespace {

using crypto::SigningKey;

/// Persons with one device each, who write about members; and somebody who reads it.
struct Club {
  base::SeededRandom random{31};
  ledger::SpaceId space = ledger::SpaceId::random(random);
  std::uint64_t ms = 1'800'000'000'000;

  struct Person {
    SigningKey key;
    SigningKey device;
    ledger::Ledger ledger;
  };
  [[nodiscard]] Person person() {
    return {SigningKey::from_seed(crypto::Key::random(random)),
            SigningKey::from_seed(crypto::Key::random(random)), ledger::Ledger(space)};
  }
  Person ada = person(), bo = person(), cy = person(), di = person();

  ledger::SignedEntry writes(Person& by, std::vector<ledger::OpBytes> ops) {
    ops.insert(ops.begin(), to_op(DeviceCertificate::make(by.key, by.device.public_key())));
    const ledger::Writing writing{
        ledger::device_id(by.device.public_key()), 1, 1, {}, std::nullopt,
        {static_cast<std::int64_t>(++ms)}};
    return by.ledger.append(writing, std::move(ops), by.device)->front();
  }
  ledger::SignedEntry lets_in(Person& by, const Person& whom, std::vector<crypto::Digest> past,
                              Part part = Part::works_along) {
    Admission admission{
        std::move(past), whom.key.public_key(), "Somebody", part, Verified::by_link, {}};
    return writes(by, {to_op(admission)});
  }
};

bool is_in(const Membership& membership, const Club::Person& person) {
  return membership.find(person.key.public_key()) != nullptr;
}

TEST(Membership, BeginsWithTheFounderWhoMayLetOthersIn) {
  Club club;
  Membership all;
  all.found(club.ada.key.public_key());
  EXPECT_TRUE(all.leads(club.ada.key.public_key()));
  const auto entry = club.lets_in(club.ada, club.bo, {});
  EXPECT_TRUE(all.learn(entry, club.ada.key.public_key()));
  EXPECT_FALSE(all.learn(entry, club.ada.key.public_key())) << "known already";
  ASSERT_TRUE(is_in(all, club.bo));
  EXPECT_FALSE(all.leads(club.bo.key.public_key()));
  EXPECT_EQ(all.find(club.bo.key.public_key())->let_in_by, club.ada.key.public_key());
  EXPECT_EQ(all.heads(), std::vector{entry.hash});
}

TEST(Membership, CountsNobodyWhomANonMemberOrAPlainMemberLetIn) {
  Club club;
  Membership all;
  all.found(club.ada.key.public_key());
  all.learn(club.lets_in(club.cy, club.di, {}), club.cy.key.public_key());
  EXPECT_FALSE(is_in(all, club.di));
  const auto bo_in = club.lets_in(club.ada, club.bo, {});
  all.learn(bo_in, club.ada.key.public_key());
  all.learn(club.lets_in(club.bo, club.cy, {bo_in.hash}), club.bo.key.public_key());
  EXPECT_FALSE(is_in(all, club.cy)) << "Bo works along and does not lead";
}

TEST(Membership, LetsALeaderLetOthersIn) {
  Club club;
  Membership all;
  all.found(club.ada.key.public_key());
  const auto bo_in = club.lets_in(club.ada, club.bo, {}, Part::leads);
  const auto cy_in = club.lets_in(club.bo, club.cy, {bo_in.hash});
  // In any order: it waits until its past is there.
  EXPECT_TRUE(all.learn(cy_in, club.bo.key.public_key()));
  EXPECT_FALSE(is_in(all, club.cy));
  all.learn(bo_in, club.ada.key.public_key());
  EXPECT_TRUE(is_in(all, club.cy));
  EXPECT_EQ(all.heads(), std::vector{cy_in.hash});
}

// Else it would depend on what came first whether somebody is a member.
TEST(Membership, AsksWhatTheAuthorKnewAndNotWhatIsKnownNow) {
  Club club;
  Membership all;
  all.found(club.ada.key.public_key());
  all.learn(club.lets_in(club.ada, club.bo, {}, Part::leads), club.ada.key.public_key());
  all.learn(club.lets_in(club.bo, club.cy, {}), club.bo.key.public_key());
  EXPECT_FALSE(is_in(all, club.cy));
}

TEST(Membership, IsTheSameWhateverCameFirst) {
  Club club;
  const auto bo_in = club.lets_in(club.ada, club.bo, {}, Part::leads);
  const auto cy_by_ada = club.lets_in(club.ada, club.cy, {});
  const auto cy_by_bo = club.lets_in(club.bo, club.cy, {bo_in.hash}, Part::leads);
  std::vector<crypto::Digest> both{cy_by_ada.hash, cy_by_bo.hash};
  std::ranges::sort(both);
  const auto di_in = club.lets_in(club.cy, club.di, both);
  const auto named = club.writes(club.cy, {to_name_op("Cy Roth")});
  using Written = std::pair<const ledger::SignedEntry*, const Club::Person*>;
  std::vector<Written> entries = {{&bo_in, &club.ada},
                                  {&cy_by_ada, &club.ada},
                                  {&cy_by_bo, &club.bo},
                                  {&di_in, &club.cy},
                                  {&named, &club.cy}};
  std::ranges::sort(entries);
  std::optional<base::Bytes> first;
  do {
    Membership all;
    all.found(club.ada.key.public_key());
    for (const auto& [entry, author] : entries) all.learn(*entry, author->key.public_key());
    EXPECT_EQ(all.members().size(), 4U);
    EXPECT_TRUE(all.leads(club.cy.key.public_key()));
    EXPECT_EQ(all.find(club.cy.key.public_key())->name, "Cy Roth");
    EXPECT_EQ(all.find(club.cy.key.public_key())->let_in_by, club.ada.key.public_key());
    EXPECT_EQ(all.heads(), std::vector{di_in.hash});
    const base::Bytes bytes = all.encode();
    EXPECT_EQ(bytes, first.value_or(bytes));
    first = bytes;
  } while (std::ranges::next_permutation(entries).found);

  const auto again = Membership::decode(*first);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->encode(), *first);
  EXPECT_EQ(again->members().size(), 4U);
  for (std::size_t size = 0; size < first->size(); ++size)
    EXPECT_FALSE(Membership::decode(base::BytesView(*first).first(size))) << size;
}

TEST(Membership, KeepsTheLaterOfTwoNames) {
  Club club;
  Membership all;
  all.found(club.ada.key.public_key());
  const auto first = club.writes(club.ada, {to_name_op("Ada")});
  const auto second = club.writes(club.ada, {to_name_op("Ada Osei")});
  all.learn(second, club.ada.key.public_key());
  EXPECT_FALSE(all.learn(first, club.ada.key.public_key()));
  EXPECT_EQ(all.find(club.ada.key.public_key())->name, "Ada Osei");
}

TEST(Members, BelieveThoseWhoWereLetIn) {
  Club club;
  Members members;
  members.found(club.ada.key.public_key());
  const auto bo_writes = club.writes(club.bo, {to_name_op("Bo")});
  const auto bo_in = club.lets_in(club.ada, club.bo, {});
  members.learn(bo_writes.entry);
  EXPECT_EQ(members.key_of(bo_writes.entry.device), nullptr);
  members.learn(bo_in.entry);
  EXPECT_TRUE(members.hear(bo_in));
  EXPECT_NE(members.key_of(bo_writes.entry.device), nullptr);
  // As after opening the book again.
  Members again;
  again.remember(*Membership::decode(members.membership().encode()));
  ASSERT_TRUE(learn_certificates(again, encode_certificates(members)));
  EXPECT_NE(again.key_of(bo_writes.entry.device), nullptr);
}

TEST(MemberName, IsSomethingToSeeOnOneLine) {
  for (const char* good : {"Ana", "Zoë Ångström", "李小龙", "O’Neill, jr.", "محمد"})
    EXPECT_TRUE(is_member_name(good)) << good;
  for (const char* bad : {"", "   ", "a\nb", "a\x07", "\xC2\x85",
                          "\xE2\x80\xAE"
                          "evil",
                          "\xFF"})
    EXPECT_FALSE(is_member_name(bad)) << bad;
  EXPECT_TRUE(is_member_name(std::string(200, 'a')));
  EXPECT_FALSE(is_member_name(std::string(201, 'a')));
}

TEST(Admission, NoticesWhatIsWrong) {
  base::SeededRandom random{3};
  Admission whole{{},
                  SigningKey::from_seed(crypto::Key::random(random)).public_key(),
                  "Bo",
                  Part::leads,
                  Verified::number_compared,
                  InvitationId::random(random)};
  whole.past.resize(2);
  whole.past[1].fill(std::byte{7});
  const base::Bytes bytes = to_op(whole).payload;
  EXPECT_EQ(*decode_admission(bytes), whole);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(decode_admission(base::BytesView(bytes).first(size))) << size;
  std::swap(whole.past[0], whole.past[1]);
  EXPECT_FALSE(decode_admission(to_op(whole).payload)) << "past not ascending";
  whole.past.clear();
  whole.name = "two\nlines";
  EXPECT_FALSE(decode_admission(to_op(whole).payload));
  whole.name = "Bo";
  whole.part = Part{3};
  EXPECT_FALSE(decode_admission(to_op(whole).payload));
  base::Bytes newer = bytes;
  newer[0] = std::byte{2};
  EXPECT_EQ(decode_admission(newer).error().code, base::Errc::unsupported_version);
}

TEST(AdmissionVectors, AreReadAndWrittenAsEver) {
  const auto vectors = testing_support::read_vectors("sync/admission.txt");
  ASSERT_GE(vectors.size(), 20U);
  for (const auto& vector : vectors) {
    const auto hex = vector.find("op");
    const auto bytes = base::from_hex(hex == vector.end() ? "" : hex->second);
    ASSERT_TRUE(bytes);
    const auto read = decode_admission(*bytes);
    ASSERT_EQ(read.has_value(), vector.at("expect") == "good") << vector.at("comment");
    if (read) {
      EXPECT_EQ(to_op(*read).payload, *bytes) << vector.at("comment");
      continue;
    }
    const bool is_newer = read.error().code == base::Errc::unsupported_version;
    EXPECT_EQ(is_newer, vector.at("expect") == "unsupported_version") << vector.at("comment");
    const bool is_long = read.error().code == base::Errc::too_large;
    EXPECT_EQ(is_long, vector.at("expect") == "too_large") << vector.at("comment");
  }
}

}  // namespace
}  // namespace pairbook::sync
