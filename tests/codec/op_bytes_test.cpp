#include "pairbook/codec/op_bytes.hpp"

#include <gtest/gtest.h>

#include "codec/some_programmes.hpp"
#include "support/vectors.hpp"

namespace pairbook::codec {
namespace {

using base::Bytes;
using base::Errc;

Bytes hex(std::string_view text) {
  return *base::from_hex(text);
}

TEST(OpBytes, EveryKindOfOpComesBackAsItWas) {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    SCOPED_TRACE(seed);
    base::SeededRandom random(seed);
    for (const domain::Op& op : test::some_ops(random)) {
      const OpBytes bytes = encode_op(op);
      const auto back = decode_op(bytes.kind, bytes.payload);
      ASSERT_TRUE(back) << "kind " << bytes.kind << ' ' << back.error().detail;
      EXPECT_EQ(*back, op);
    }
  }
}

TEST(OpBytes, EveryKindHasItsNumber) {
  base::SeededRandom random(1);
  std::vector<std::uint16_t> kinds;
  for (const domain::Op& op : test::some_ops(random)) kinds.push_back(encode_op(op).kind);

  EXPECT_EQ(kinds,
            (std::vector<std::uint16_t>{1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12,
                                        13, 14, 15, 16, 17, 18, 19, 20, 20, 21, 22, 23,
                                        24, 25, 26, 26, 27, 19, 28, 29, 29, 30, 30, 900}));
}

TEST(OpBytes, AKindFromANewerPairbookIsKeptAsItIs) {
  const auto op = decode_op(40'000, hex("00ff"));

  ASSERT_TRUE(op);
  EXPECT_EQ(*op, domain::Op(domain::UnknownOp{40'000, hex("00ff")}));
  EXPECT_EQ(encode_op(*op), (OpBytes{40'000, false, hex("00ff")}));
}

TEST(OpBytes, ALevelFromANewerPairbookIsKeptAsItIs) {
  for (const std::uint16_t kind :
       {std::uint16_t{19}, std::uint16_t{20}, std::uint16_t{23}, std::uint16_t{28}}) {
    const auto op = decode_op(kind, hex("7eff"));
    ASSERT_TRUE(op);
    EXPECT_EQ(*op, domain::Op(domain::UnknownOp{kind, hex("7eff")}));
  }
}

TEST(OpBytes, WhatLevel0CanSayIsWrittenAsItAlwaysWas) {
  base::SeededRandom random(5);
  const auto rules = test::some_rules(random, test::Level::first);
  EXPECT_EQ(encode_op(domain::RulesChanged{rules}).kind, 8);
  domain::Rules newer = rules;
  newer.rules.front().importance = test::key("grade");
  EXPECT_EQ(encode_op(domain::RulesChanged{newer}).kind, 20);
  EXPECT_TRUE(encode_op(domain::RulesChanged{newer}).critical);
  EXPECT_EQ(encode_op(domain::RulesChanged{newer}).payload.front(), std::byte{1});
  newer.bonus_for_rematch = 0;
  EXPECT_EQ(encode_op(domain::RulesChanged{newer}).payload.front(), std::byte{3});
  newer.mentors_per_round = 2;
  EXPECT_EQ(encode_op(domain::RulesChanged{newer}).payload.front(), std::byte{6});
  newer.mentors_per_round = 1;
  newer.least_mentees = 3;
  EXPECT_EQ(encode_op(domain::RulesChanged{newer}).payload.front(), std::byte{6});
}

TEST(OpBytes, WhatIsCutShortOrGoesOnIsRefused) {
  base::SeededRandom random(7);
  for (const domain::Op& op : test::some_ops(random)) {
    if (std::holds_alternative<domain::UnknownOp>(op)) continue;
    OpBytes bytes = encode_op(op);
    for (std::size_t size = 0; size < bytes.payload.size(); ++size) {
      EXPECT_FALSE(decode_op(bytes.kind, base::BytesView(bytes.payload).first(size)));
    }
    bytes.payload.push_back(std::byte{0});
    EXPECT_FALSE(decode_op(bytes.kind, bytes.payload));
  }
}

// tests/vectors/ops: lines of "kind hex # what it is"; bad ones add the code they are refused
// with.
TEST(OpBytes, GoodVectorsDecodeAndEncodeToTheSameBytes) {
  const auto lines = pairbook::test::vector_lines("ops/good.txt");
  ASSERT_GE(lines.size(), 18U);
  for (const auto& line : lines) {
    SCOPED_TRACE(line.note);
    const auto kind = static_cast<std::uint16_t>(std::stoi(line.words.at(0)));
    const Bytes payload = hex(line.words.size() > 1 ? line.words[1] : "");
    const auto op = decode_op(kind, payload);
    ASSERT_TRUE(op) << op.error().where << ' ' << op.error().detail;
    EXPECT_FALSE(std::holds_alternative<domain::UnknownOp>(*op));
    EXPECT_EQ(encode_op(*op).payload, payload);
  }
}

TEST(OpBytes, BadVectorsAreRefused) {
  const auto lines = pairbook::test::vector_lines("ops/bad.txt");
  ASSERT_GE(lines.size(), 10U);
  for (const auto& line : lines) {
    SCOPED_TRACE(line.note);
    const auto kind = static_cast<std::uint16_t>(std::stoi(line.words.at(1)));
    const auto op = decode_op(kind, hex(line.words.size() > 2 ? line.words[2] : ""));
    ASSERT_FALSE(op);
    EXPECT_EQ(op.error().code, line.words[0] == "too_large" ? Errc::too_large : Errc::corrupt);
  }
}

TEST(ProgrammeBytes, AProgrammeComesBackAsItWas) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    base::SeededRandom random(seed);
    const auto programme = test::some_programme(random, seed % 12);
    const Bytes bytes = encode_programme(programme);
    const auto back = decode_programme(bytes);
    ASSERT_TRUE(back) << back.error().where << ' ' << back.error().detail;
    EXPECT_EQ(*back, programme);
    EXPECT_EQ(encode_programme(*back), bytes);
  }
}

TEST(ProgrammeBytes, TheVersionIsTheLowestThatCanSayIt) {
  base::SeededRandom random(9);
  domain::Programme programme;
  programme.rules = test::some_rules(random, test::Level::first);
  Bytes bytes = encode_programme(programme);
  EXPECT_EQ(bytes.front(), std::byte{1});
  bytes.front() = std::byte{2};
  EXPECT_FALSE(decode_programme(bytes));

  programme.fields.push_back(test::field("Can do", domain::FieldKind::skills));
  EXPECT_EQ(encode_programme(programme).front(), std::byte{2});

  domain::Programme with_a_proposal = programme;
  with_a_proposal.kept[{}].head.name = "A";
  EXPECT_EQ(encode_programme(with_a_proposal).front(), std::byte{3});
  programme.rules.at_least_points = 1;
  EXPECT_EQ(encode_programme(programme).front(), std::byte{3});
}

TEST(ProgrammeBytes, ASectionThatIsNotKnownAsksForAnUpdateAndAnEmptyOneIsRefused) {
  domain::Programme programme;
  programme.rules.at_least_points = 1;
  Bytes bytes = encode_programme(programme);
  ASSERT_EQ(bytes.back(), std::byte{0});  // no sections
  bytes.back() = std::byte{1};
  Bytes unknown = bytes, empty = bytes;
  for (const int byte : {99, 1, 7}) unknown.push_back(static_cast<std::byte>(byte));
  for (const int byte : {2, 1, 0}) empty.push_back(static_cast<std::byte>(byte));

  EXPECT_EQ(decode_programme(unknown).error().code, Errc::unsupported_version);
  EXPECT_EQ(decode_programme(empty).error().code, Errc::corrupt);
}

TEST(ProgrammeBytes, AProposalWithSomebodyTwiceIsRefused) {
  domain::Programme programme;
  programme.kept[{}].pairs.resize(2);

  EXPECT_FALSE(decode_programme(encode_programme(programme)));
}

TEST(ProgrammeBytes, LettersAboutWishesAndAnswersThatNobodySeesNeedLevel5) {
  domain::Programme programme;
  programme.letters[domain::LetterKind::to_unmatched] = {};
  EXPECT_EQ(encode_programme(programme).front(), std::byte{1});
  programme.letters[domain::LetterKind::shortlist] = {};
  EXPECT_EQ(encode_programme(programme).front(), std::byte{6});
  programme.letters.clear();
  programme.fields = {test::kept_to_itself()};
  EXPECT_EQ(encode_programme(programme).front(), std::byte{6});
}

TEST(ProgrammeBytes, SeveralMentorsInARoundAndALeastOfMenteesNeedLevel6) {
  domain::Programme programme;
  programme.rules.mentors_per_round = 2;
  EXPECT_EQ(encode_programme(programme).front(), std::byte{7});
  programme.rules = {};
  programme.rules.least_mentees = 3;
  Bytes bytes = encode_programme(programme);
  EXPECT_EQ(bytes.front(), std::byte{7});
  ASSERT_EQ(decode_programme(bytes), programme);
  bytes.front() = std::byte{8};
  EXPECT_EQ(decode_programme(bytes).error().code, Errc::unsupported_version);
}

TEST(ProgrammeBytes, ARequestIsASectionAndADayNeedsAnAnswer) {
  domain::Programme programme;
  programme.requests[{}].answered = base::Date{1};
  const Bytes bytes = encode_programme(programme);
  EXPECT_EQ(bytes.front(), std::byte{3});
  EXPECT_EQ(decode_programme(bytes).error().code, Errc::corrupt);
  programme.requests[{}].answer = domain::RequestAnswer::declined;
  EXPECT_EQ(decode_programme(encode_programme(programme)), programme);
}

TEST(ProgrammeBytes, WhatIsKnownOfPairsNeedsSections) {
  domain::Programme programme;
  programme.follow_ups[domain::PairId{}].for_mentor = domain::Another::wanted;
  EXPECT_EQ(encode_programme(programme).front(), std::byte{3});
}

TEST(ProgrammeBytes, SectionsStandInOneWayOnly) {
  const std::string one = "01" + std::string(32, '0') + "00000100";  // a pair, for the mentor
  domain::Programme programme;
  programme.follow_ups[domain::PairId{}].for_mentor = domain::Another::wanted;
  const Bytes whole = encode_programme(programme);
  const Bytes its_section = hex("010315" + one);
  ASSERT_TRUE(std::equal(its_section.rbegin(), its_section.rend(), whole.rbegin()));
  const auto with = [&](std::string_view version, std::string_view sections) {
    Bytes bytes = hex(version);
    bytes.insert(bytes.end(), whole.begin() + 1, whole.end() - std::ssize(its_section));
    const Bytes more = hex(sections);
    bytes.insert(bytes.end(), more.begin(), more.end());
    const auto back = decode_programme(bytes);
    return back ? std::nullopt : std::optional(back.error().code);
  };
  const auto section = [&](const char* number) { return number + ("15" + one); };
  EXPECT_EQ(with("03", "01" + section("03")), std::nullopt);
  EXPECT_EQ(with("03", "00"), Errc::corrupt) << "no section: version 1 can say it";
  EXPECT_EQ(with("03", "01030100"), Errc::corrupt) << "a section of nothing";
  EXPECT_EQ(with("03", "010316" + one + "00"), Errc::corrupt) << "bytes left over in it";
  EXPECT_EQ(with("03", "02" + section("03") + section("03")), Errc::corrupt) << "twice";
  EXPECT_EQ(with("03", "010000"), Errc::corrupt) << "section 0";
  EXPECT_EQ(with("03", "ff01"), Errc::too_large) << "more than 250 sections";
  EXPECT_EQ(with("03", "01" + section("c8")), Errc::unsupported_version);
  EXPECT_EQ(with("7e", "00"), Errc::unsupported_version);
}

TEST(ProgrammeBytes, ABlindReviewIsASectionOfVersion3) {
  domain::Programme programme;
  EXPECT_EQ(encode_programme(programme).front(), std::byte{1});
  programme.blind = {2, true, true, {{domain::PersonId{}, 7}}, {domain::PersonId{}}};
  const Bytes bytes = encode_programme(programme);
  EXPECT_EQ(bytes.front(), std::byte{3});
  const auto back = decode_programme(bytes);
  ASSERT_TRUE(back) << back.error().detail;
  EXPECT_EQ(*back, programme);
}

TEST(ProgrammeBytes, ASectionFromANewerPairbookAsksForAnUpdate) {
  domain::Programme programme;
  programme.blind.round = 1;
  Bytes bytes = encode_programme(programme);
  // ... count 1, number 1, length 5: round on seen codes looked_at.
  ASSERT_EQ(bytes.at(bytes.size() - 7), std::byte{1});
  bytes[bytes.size() - 7] = std::byte{200};
  const auto back = decode_programme(bytes);
  ASSERT_FALSE(back);
  EXPECT_EQ(back.error().code, Errc::unsupported_version);
}

TEST(ProgrammeBytes, AnEmptySectionIsRefused) {
  domain::Programme programme;
  programme.blind.round = 1;
  Bytes bytes = encode_programme(programme);
  bytes[bytes.size() - 5] = std::byte{0};  // the round
  const auto back = decode_programme(bytes);
  ASSERT_FALSE(back);
  EXPECT_EQ(back.error().code, Errc::corrupt);
}

TEST(ProgrammeBytes, WrittenAndReadInStepsItIsTheSame) {
  base::SeededRandom random(3);
  for (const std::size_t people : {0U, 1U, 7U, 8U}) {
    const domain::Programme programme = test::some_programme(random, people);
    ProgrammeWriter writer(programme);
    int steps = 1;
    while (!writer.step(3)) ++steps;
    EXPECT_GE(steps, static_cast<int>(people / 3));
    const Bytes bytes = writer.take();
    EXPECT_EQ(bytes, encode_programme(programme));

    ProgrammeReader reader(bytes);
    auto done = reader.step(3);
    for (; done && !*done; done = reader.step(3)) EXPECT_LT(reader.done(), reader.whole());
    ASSERT_TRUE(done);
    EXPECT_EQ(reader.take(), programme);
  }
}

TEST(ProgrammeBytes, ReadInStepsEveryCutIsRefusedToo) {
  base::SeededRandom random(4);
  const Bytes bytes = encode_programme(test::some_programme(random, 4));
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    ProgrammeReader reader({bytes.data(), size});
    auto done = reader.step(1);
    while (done && !*done) done = reader.step(1);
    EXPECT_FALSE(done) << size;
  }
}

TEST(ProgrammeBytes, ANewerVersionAsksForAnUpdate) {
  base::SeededRandom random(1);
  Bytes bytes = encode_programme(test::some_programme(random, 1));
  bytes[0] = std::byte{100};

  const auto back = decode_programme(bytes);

  ASSERT_FALSE(back);
  EXPECT_EQ(back.error().code, Errc::unsupported_version);
}

TEST(ProgrammeBytes, EveryCutIsRefused) {
  base::SeededRandom random(2);
  const Bytes bytes = encode_programme(test::some_programme(random, 4));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_programme(base::BytesView(bytes).first(size))) << size;
  }
}

TEST(ProgrammeBytes, APersonUnderAnotherIdIsRefused) {
  base::SeededRandom random(3);
  auto programme = test::some_programme(random, 1);
  programme.people.begin()->second.id = domain::PersonId::random(random);

  EXPECT_FALSE(decode_programme(encode_programme(programme)));
}

}  // namespace
}  // namespace pairbook::codec
