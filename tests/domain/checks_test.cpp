// After the first meetings: answers of both sides, an end without fault, another partner.
#include <gtest/gtest.h>

#include "pairbook/domain/decide.hpp"
#include "support/programmes.hpp"

namespace pairbook::domain {
namespace {

using namespace testing_support;
using base::Errc;

base::Result<std::vector<Op>> ask(const Programme& programme, const Command& command) {
  return decide(programme, command, coordinator_today());
}

Programme after(Programme programme, const Command& command) {
  const auto ops = ask(programme, command);
  EXPECT_TRUE(ops) << ops.error().where;
  for (const Op& op : ops.value_or(std::vector<Op>{}))
    EXPECT_TRUE(apply(programme, op, coordinator_today()).applied);
  return programme;
}

Check answer(PairFit fit, std::string note = "") {
  return {base::Date::of(2026, 11, 20), fit, 4, std::move(note)};
}

CheckPairs says(unsigned pair, Side by, std::optional<Check> check) {
  return {{{pair_id(pair), by, std::move(check)}}};
}

ProgrammeBuilder a_pair_of_two() {
  return a_programme().with(a_mentor(1).places(2)).with(a_mentee(2)).with(a_pair(1, 2));
}

TEST(CheckPairs, KeepsTheLatestAnswerOfEachSide) {
  Programme p = after(a_pair_of_two(), says(1002, Side::mentee, answer(PairFit::deciding)));
  p = after(p, says(1002, Side::mentor, answer(PairFit::good)));
  p = after(p, says(1002, Side::mentee, answer(PairFit::not_a_fit, "  Different hours ")));

  const FollowUp known = follow_up(p, pair_id(1002));

  EXPECT_EQ(known.mentor, answer(PairFit::good));
  EXPECT_EQ(known.mentee, answer(PairFit::not_a_fit, "Different hours"));
}

TEST(CheckPairs, TakesAnAnswerBackAndThenKnowsNothing) {
  Programme p = after(a_pair_of_two(), says(1002, Side::mentee, answer(PairFit::deciding)));
  p = after(p, says(1002, Side::mentee, std::nullopt));

  EXPECT_TRUE(p.follow_ups.empty());
}

TEST(CheckPairs, DoesNothingWhenTheAnswerIsKnown) {
  const CheckPairs same = says(1002, Side::mentor, answer(PairFit::good));
  const Programme p = after(a_pair_of_two(), same);

  EXPECT_TRUE(ask(p, same)->empty());
}

TEST(CheckPairs, RefusesWhatCannotBe) {
  const Programme p = a_pair_of_two();
  const auto refused = [&](Check check, unsigned pair = 1002) {
    const auto ops = ask(p, says(pair, Side::mentor, std::move(check)));
    return ops ? std::string("nothing") : ops.error().where;
  };
  EXPECT_EQ(refused(answer(PairFit::good), 1003), "pair");
  Check check = answer(PairFit::good);
  check.satisfaction = 6;
  EXPECT_EQ(refused(check), "satisfaction");
  check.satisfaction = 0;
  EXPECT_EQ(refused(check), "satisfaction");
  check = answer(PairFit::good);
  check.on = coordinator_today().today + base::Days{1};
  EXPECT_EQ(refused(check), "date");
  EXPECT_EQ(refused(answer(PairFit::good, std::string(4001, 'x'))), "note");
  EXPECT_EQ(refused(answer(PairFit::good, std::string(4000, 'x'))), "nothing");
}

TEST(EndPair, KeepsWhoWantsAnotherPartner) {
  const Programme p = after(a_pair_of_two(), EndPair{pair_id(1002), "", true, false});

  EXPECT_EQ(follow_up(p, pair_id(1002)).for_mentor, Another::wanted);
  EXPECT_EQ(follow_up(p, pair_id(1002)).for_mentee, Another::no);
  EXPECT_TRUE(parted(p, p.pairs.at(pair_id(1002))));
}

TEST(EndPair, WithoutAWishIsOneOpAsItAlwaysWas) {
  const auto ops = ask(a_pair_of_two(), EndPair{pair_id(1002), ""});

  ASSERT_EQ(ops->size(), 1U);
  EXPECT_TRUE(std::holds_alternative<PairEnded>(ops->front()));
}

TEST(EndPair, TakenBackLeavesNothingBehind) {
  const Programme before = a_pair_of_two();
  Programme p = before;
  const auto ops = ask(p, EndPair{pair_id(1002), "", true, true});
  std::vector<Op> inverse;
  for (const Op& op : *ops) {
    const auto back = invert(p, op);
    inverse.insert(inverse.begin(), back.begin(), back.end());
    apply(p, op, coordinator_today());
  }
  for (const Op& op : inverse) apply(p, op, coordinator_today());

  EXPECT_EQ(p, before);
}

TEST(AskForRematch, IsForPairsThatHaveEnded) {
  Programme p = a_pair_of_two();
  EXPECT_EQ(ask(p, AskForRematch{pair_id(1002), true, true}).error().code, Errc::conflict);
  EXPECT_EQ(ask(p, AskForRematch{pair_id(9), true, true}).error().code, Errc::not_found);
  p = after(p, EndPair{pair_id(1002), ""});

  p = after(p, AskForRematch{pair_id(1002), false, true});

  EXPECT_EQ(follow_up(p, pair_id(1002)).for_mentee, Another::wanted);
  EXPECT_TRUE(ask(p, AskForRematch{pair_id(1002), false, true})->empty());
  EXPECT_TRUE(after(p, AskForRematch{pair_id(1002), false, false}).follow_ups.empty());
}

TEST(ApprovePairs, TellThatSomebodyHasFoundAnotherPartner) {
  ProgrammeBuilder builder = a_pair_of_two();
  builder.with(a_mentor(3)).with(a_mentee(4));
  Programme p = after(builder, EndPair{pair_id(1002), "", true, true});

  p = after(p, ApprovePairs{{a_pair(3, 2).pair}});
  EXPECT_EQ(follow_up(p, pair_id(1002)).for_mentee, Another::found);
  EXPECT_EQ(follow_up(p, pair_id(1002)).for_mentor, Another::wanted);

  p = after(p, ApprovePairs{{a_pair(1, 4).pair}});
  EXPECT_EQ(follow_up(p, pair_id(1002)).for_mentor, Another::found);
  EXPECT_TRUE(parted(p, p.pairs.at(pair_id(1002)))) << "even so";
}

TEST(Parted, AreThoseWhoSaidItWasNotAFit) {
  const auto not_a_fit = says(1002, Side::mentor, answer(PairFit::not_a_fit));
  Programme p = after(a_pair_of_two(), not_a_fit);
  EXPECT_FALSE(parted(p, p.pairs.at(pair_id(1002)))) << "they still are a pair";
  p = after(p, EndPair{pair_id(1002), ""});
  EXPECT_TRUE(parted(p, p.pairs.at(pair_id(1002))));

  Programme other = after(a_pair_of_two(), says(1002, Side::mentor, answer(PairFit::good)));
  other = after(other, EndPair{pair_id(1002), ""});
  EXPECT_FALSE(parted(other, other.pairs.at(pair_id(1002))));
}

TEST(ChangeRules, RefusesABonusForARematchOutOfRange) {
  Rules rules;
  rules.bonus_for_rematch = 10'001;
  EXPECT_EQ(ask(a_programme(), ChangeRules{rules}).error().where, "bonus for a rematch");
  rules.bonus_for_rematch = -1;
  EXPECT_FALSE(ask(a_programme(), ChangeRules{rules}));
  rules.bonus_for_rematch = 0;
  EXPECT_TRUE(ask(a_programme(), ChangeRules{rules}));
}

}  // namespace
}  // namespace pairbook::domain
