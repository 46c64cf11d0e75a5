// The rules and the data of a real programme, solved by an independent exact solver before.
#include "careers_network.hpp"

#include <gtest/gtest.h>

#include <map>

#include "pairbook/matching/propose.hpp"

namespace pairbook::matching {
namespace {

using testing::careers_network;

TEST(CareersNetwork, AllowsJust392Of2500Pairs) {
  const Fit made = fit(careers_network());
  int allowed = 0;
  for (Index i = 0; i < 50; ++i) {
    for (Index j = 0; j < 50; ++j) allowed += score_pair(made.problem, i, j).allowed ? 1 : 0;
  }
  EXPECT_EQ(made.mentees.size(), 50U);
  EXPECT_EQ(made.mentors.size(), 50U);
  EXPECT_EQ(allowed, 392);
}

TEST(CareersNetwork, ReachesJust750PointsWith35Pairs) {
  const auto proposal = propose(careers_network());

  ASSERT_TRUE(proposal);
  EXPECT_EQ(proposal->solution.allowed_pairs, 392U);
  EXPECT_EQ(proposal->solution.matched, 35U);
  EXPECT_EQ(proposal->solution.total, 750);
  EXPECT_TRUE(proposal->solution.optimal);
  EXPECT_EQ(pairs_of(*proposal).size(), 35U);
}

TEST(CareersNetwork, ExplainsEveryPointOfEveryPair) {
  const auto proposal = propose(careers_network());
  for (const ProposedPair& pair : pairs_of(*proposal)) {
    const Explanation why = explain(proposal->fit, proposal->fit.position(pair.mentee),
                                    proposal->fit.position(pair.mentor));
    int sum = 0;
    for (const Fact& fact : why.facts) sum += fact.points;
    EXPECT_EQ(sum, pair.points);
    EXPECT_EQ(why.points, pair.points);
    EXPECT_TRUE(why.forbidden_by.empty());
  }
}

TEST(CareersNetwork, CountsWhatEachRuleRemoves) {
  const auto proposal = propose(careers_network());

  ASSERT_EQ(proposal->solution.effects.size(), 2U);  // the two musts
  std::uint64_t removed_by_both = 0;
  std::uint64_t removed_by_one = 0;
  for (const RuleEffect& effect : proposal->solution.effects) {
    removed_by_both += effect.removed - effect.by_alone;
    removed_by_one += effect.by_alone;
  }
  EXPECT_EQ(removed_by_both / 2 + removed_by_one, 2500U - 392U);
}

TEST(CareersNetwork, MakesTheSamePairsWithOtherRandomIds) {
  const domain::Programme first = careers_network(1);
  const domain::Programme second = careers_network(2);  // so in another order too
  ASSERT_NE(first.people.begin()->first, second.people.begin()->first);
  const auto named = [](const domain::Programme& programme) {
    std::map<std::string, std::string> out;
    for (const ProposedPair& pair : pairs_of(*propose(programme))) {
      out.emplace(find_person(programme, pair.mentee.person)->email->text(),
                  find_person(programme, pair.mentor.person)->email->text());
    }
    return out;
  };
  EXPECT_EQ(named(first), named(second));
}

TEST(CareersNetwork, GivesTheNextRoundToWhoeverHasNoPairYet) {
  domain::Programme programme = careers_network();
  for (auto& [id, person] : programme.people) person.places = 2;
  const auto first = propose(programme);
  ASSERT_EQ(first->solution.matched, 35U);
  unsigned number = 0;
  for (const ProposedPair& pair : pairs_of(*first)) {
    domain::Pair made;
    made.id.bytes[0] = static_cast<std::byte>(++number);
    made.mentor = pair.mentor;
    made.mentee = pair.mentee;
    programme.pairs.emplace(made.id, made);
  }
  programme.round = 2;

  const auto second = propose(programme);

  ASSERT_TRUE(second);
  EXPECT_EQ(second->fit.mentees.size(), 15U);  // the others have their mentor
  for (const ProposedPair& pair : pairs_of(*second)) {
    const Index j = second->fit.position(pair.mentor);
    const bool waiting = second->fit.problem.mentors[j].waiting;
    EXPECT_GE(pair.points, waiting ? 200 : 100);
  }
  EXPECT_GT(second->solution.matched, 0U);
}

}  // namespace
}  // namespace pairbook::matching
