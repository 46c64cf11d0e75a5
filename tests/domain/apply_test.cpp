#include "pairbook/domain/apply.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "pairbook/base/random.hpp"
#include "support/programmes.hpp"

namespace pairbook::domain {
namespace {

using namespace testing_support;

Outcome apply_to(Programme& programme, const Op& op) {
  return apply(programme, op, coordinator_today());
}

TEST(Apply, SaysWhyItIgnoresWhatMakesNoSense) {
  Programme programme = a_programme().with(a_pair(1, 2).ended());
  const Programme before = programme;

  for (const Op& op : {Op{ProgrammeFounded{"Other", {}}}, Op{PairEnded{pair_id(1002), {}, ""}},
                       Op{PeopleRemoved{{person_id(9)}}}, Op{RoundClosed{7, {}}},
                       Op{PeopleChanged{{{person_id(9), {}}}}}, Op{UnknownOp{999, {}}},
                       Op{PairChecked{pair_id(9), Side::mentor, Check{}}},
                       Op{RematchAsked{pair_id(9), Another::wanted, Another::no}},
                       Op{RequestMade{{}, std::nullopt}},
                       Op{RequestAnswered{{}, RequestAnswer::declined, {}}}}) {
    const Outcome outcome = apply_to(programme, op);
    EXPECT_FALSE(outcome.applied);
    EXPECT_FALSE(outcome.ignored_because.empty());
  }
  EXPECT_EQ(programme, before);
}

TEST(Apply, AddsNobodyTwice) {
  Programme programme = a_programme().with(a_mentor(1).named("Here first"));

  apply_to(programme, PeopleAdded{{a_mentor(1).person, a_mentor(2).person}});

  EXPECT_EQ(programme.people.size(), 2U);
  EXPECT_EQ(programme.people.at(person_id(1)).name, "Here first");
}

TEST(Apply, ClosesARoundWithItsCountAndTotal) {
  ProgrammeBuilder builder = a_programme().with(a_pair(1, 2)).with(a_pair(3, 4));
  for (auto& [id, pair] : builder.programme.pairs) pair.points = 10;

  apply_to(builder.programme, RoundClosed{1, base::Date::of(2026, 11, 22)});

  EXPECT_EQ(builder.programme.round, 2);
  EXPECT_EQ(builder.programme.rounds.at(0).pairs, 2);
  EXPECT_EQ(builder.programme.rounds.at(0).points, 20);
}

TEST(Apply, KeepsAnswersWhenTheirQuestionGoes) {
  Programme programme = a_programme()
                            .with(a_field("team", FieldKind::text))
                            .with(a_mentor(1).says("team", {"Red"}));

  apply_to(programme, FieldRemoved{key("team")});

  EXPECT_EQ(programme.people.at(person_id(1)).answers.at(key("team")).values.at(0), "Red");
}

/// Ops of every kind, about a handful of people, sensible or not.
class RandomOps {
 public:
  explicit RandomOps(std::uint64_t seed) : random_(seed) {}

  Op next(const Programme& programme) {
    switch (random_.below(22)) {
      case 0:
        return ProgrammeRenamed{name()};
      case 1:
        return FieldDefined{field(), position()};
      case 2:
        return FieldRemoved{field().key};
      case 3:
        return PeopleAdded{
            {a_mentor(number()).named(name()).person, a_mentee(number()).person}};
      case 4:
        return PeopleChanged{{{person_id(number()), patch()}, {person_id(number()), patch()}}};
      case 5:
        return PeopleRemoved{{person_id(number()), person_id(number())}};
      case 6:
        return RulesChanged{rules()};
      case 7:
        return VerdictGiven{mentor_id(number()), mentee_id(number()),
                            static_cast<Verdict>(random_.below(3))};
      case 8:
        return PairsApproved{
            {a_pair(number(), number()).pair, a_pair(number(), number()).pair}};
      case 9:
        return PairsWithdrawn{{pair_id(number() * 1000 + number())}};
      case 10:
        return PairEnded{any_pair(programme), base::Date::of(2026, 11, 5), name()};
      case 11:
        return PairResumed{any_pair(programme)};
      case 12:
        return RoundClosed{programme.round, base::Date::of(2026, 11, 6)};
      case 13:
        return PairChecked{any_pair(programme), side(), check()};
      case 14:
        return RematchAsked{any_pair(programme), another(), another()};
      case 15:
        return LetterChanged{LetterKind::to_mentor, LetterTemplate{name(), name()}};
      case 16:
        return ProposalKept{proposal(), head(), kept_pairs()};
      case 17:
        return ProposalRenamed{proposal(), name()};
      case 18:
        return ProposalForgotten{proposal(), forgotten()};
      case 19:
        return RequestMade{request(), random_.below(3) == 0 ? std::nullopt : made()};
      case 20:
        return RequestAnswered{request(), static_cast<RequestAnswer>(random_.below(4)),
                               base::Date{static_cast<int>(random_.below(3))}};
      default:
        return MappingRemembered{
            {{{name(), Meaning::name, {}}}, static_cast<FileRole>(random_.below(4))}};
    }
  }

 private:
  unsigned number() { return static_cast<unsigned>(1 + random_.below(5)); }
  std::string name() { return "Name " + std::to_string(random_.below(4)); }
  std::optional<int> position() {
    return random_.below(2) == 0 ? std::nullopt
                                 : std::optional(static_cast<int>(random_.below(4)));
  }
  Field field() {
    return a_field("field" + std::to_string(random_.below(4)),
                   static_cast<FieldKind>(random_.below(2)));
  }
  PersonPatch patch() {
    PersonPatch patch;
    if (random_.below(2) == 0) patch.name = name();
    if (random_.below(2) == 0) patch.places = static_cast<int>(random_.below(4));
    patch.answers[field().key] = random_.below(2) == 0 ? Answer{} : Answer{{name()}};
    return patch;
  }
  Side side() { return random_.below(2) == 0 ? Side::mentor : Side::mentee; }
  std::optional<Check> check() {
    if (random_.below(3) == 0) return std::nullopt;
    return Check{base::Date::of(2026, 11, 7),
                 static_cast<PairFit>(random_.below(3)),
                 {},
                 random_.below(2) == 0 ? name() : ""};
  }
  Another another() { return static_cast<Another>(random_.below(3)); }
  Rules rules() {
    Rules rules;
    rules.bonus_for_unmatched = static_cast<int>(random_.below(3));
    rules.bonus_for_rematch = static_cast<int>(random_.below(2));
    return rules;
  }
  RequestId request() {
    RequestId id;
    id.bytes[0] = static_cast<std::byte>(random_.below(3));
    return id;
  }
  std::optional<Request> made() {
    return Request{mentee_id(number()), mentor_id(number()), {}, {}, RequestAnswer::none, {}};
  }
  ProposalId proposal() {
    ProposalId id;
    id.bytes[0] = static_cast<std::byte>(random_.below(3));
    return id;
  }
  std::optional<KeptHead> head() {
    if (random_.below(3) == 0) return std::nullopt;
    return KeptHead{name(), base::Date::of(2026, 11, 7), 2, rules()};
  }
  std::vector<KeptPair> kept_pairs() {
    std::vector<KeptPair> pairs;
    for (unsigned i = 0; i < random_.below(4); ++i)
      pairs.push_back({mentee_id(number()), mentor_id(number()), static_cast<int>(number())});
    return pairs;
  }
  std::vector<MenteeId> forgotten() {
    if (random_.below(2) == 0) return {};
    return {mentee_id(number()), mentee_id(number())};
  }
  PairId any_pair(const Programme& programme) {
    if (programme.pairs.empty()) return pair_id(1);
    auto at = programme.pairs.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(random_.below(programme.pairs.size())));
    return at->first;
  }
  base::SeededRandom random_;
};

TEST(Invert, TakesBackWhateverHappened) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomOps ops(seed);
    Programme programme = a_programme();
    for (int step = 0; step < 60; ++step) {
      const Programme before = programme;
      const Op op = ops.next(programme);
      const std::vector<Op> inverse = invert(programme, op);
      const Outcome outcome = apply_to(programme, op);
      if (!outcome.applied) {
        ASSERT_EQ(programme, before);
        ASSERT_TRUE(inverse.empty()) << "op " << op.index();
      }
      Programme undone = programme;
      for (const Op& back : inverse)
        ASSERT_TRUE(apply_to(undone, back).applied) << "op " << op.index();
      ASSERT_EQ(undone, before) << "op " << op.index();
    }
  }
}

TEST(Invert, OfAnUndoIsTheRedo) {
  RandomOps ops(7);
  Programme programme = a_programme();
  for (int step = 0; step < 400; ++step) {
    const Op op = ops.next(programme);
    const std::vector<Op> inverse = invert(programme, op);
    apply_to(programme, op);
    const Programme after = programme;
    std::vector<Op> redo;
    Programme undone = programme;
    for (const Op& back : inverse) {
      auto again = invert(undone, back);
      redo.insert(redo.begin(), again.begin(), again.end());
      apply_to(undone, back);
    }
    for (const Op& forward : redo) apply_to(undone, forward);
    ASSERT_EQ(undone, after) << "op " << op.index();
  }
}

}  // namespace
}  // namespace pairbook::domain
