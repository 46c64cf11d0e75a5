#include "pairbook/matching/propose.hpp"

#include <gtest/gtest.h>

#include "small_round.hpp"

namespace pairbook::matching {
namespace {

using namespace domain;
using testing::key;
using testing::mentors_in;
using testing::small;
using testing::some_programme;
using testing_support::mentee_id;
using testing_support::mentor_id;
using testing_support::person_id;

TEST(Explain, AddsUpToTheScoreOfEveryPair) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Fit made = fit(some_programme(seed, 25, 12));
    for (Index i = 0; i < made.mentees.size(); ++i) {
      for (Index j = 0; j < made.mentors.size(); ++j) {
        const Explanation why = explain(made, i, j);
        const PairScore score = score_pair(made.problem, i, j);
        int sum = 0;
        for (const Fact& fact : why.facts) sum += fact.points;
        ASSERT_EQ(sum, score.points);
        ASSERT_EQ(why.forbidden_by.empty(), score.allowed);
      }
    }
  }
}

TEST(Explain, NamesWhatTheTwoShare) {
  const Fit made = fit(small());

  const Explanation why =
      explain(made, made.position(mentee_id(12)), made.position(mentor_id(1)));

  ASSERT_EQ(why.facts.size(), 1U);
  EXPECT_EQ(why.facts[0].rule, 0U);
  EXPECT_EQ(why.facts[0].points, 20);
  EXPECT_EQ(why.facts[0].values, (std::vector<std::string>{"law", "sea"}));
}

TEST(Propose, KeepsWhatIsLockedAndNeverMakesWhatIsForbidden) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    const Programme programme = some_programme(seed, 40, 20);
    const auto proposal = propose(programme);
    ASSERT_TRUE(proposal);
    ASSERT_TRUE(proposal->solution.optimal);
    const auto mentors = mentors_in(*proposal);
    for (const Couple& lock : proposal->fit.problem.locked) {
      ASSERT_EQ(proposal->solution.mentor_of[lock.mentee], lock.mentor);
    }
    for (const ProposedPair& pair : pairs_of(*proposal)) {
      const PairScore score =
          score_pair(proposal->fit.problem, proposal->fit.position(pair.mentee),
                     proposal->fit.position(pair.mentor));
      ASSERT_TRUE(score.allowed || pair.locked);
      ASSERT_EQ(score.points, pair.points);
    }
  }
}

TEST(Propose, RanksPartnersInBothLists) {
  const auto proposal = propose(small());

  // Mentor 1 has 20 points with 11 and with 12; mentor 2 has 10 with everybody.
  for (const ProposedPair& pair : pairs_of(*proposal)) {
    EXPECT_EQ(pair.mentees_rank, 1U);
    const bool first_choice = pair.mentor == mentor_id(1) || pair.mentee == mentee_id(13);
    EXPECT_EQ(pair.mentors_rank, first_choice ? 1U : 2U);
  }
}

TEST(Unmatched, SaysWhoHasThePlaces) {
  const auto proposal = propose(small());
  const auto left = unmatched_mentees(*proposal);
  ASSERT_EQ(left.size(), 1U);

  const Unmatched why = why_unmatched_mentee(*proposal, left[0]);

  EXPECT_EQ(why.why, WhyUnmatched::places_taken);
  EXPECT_EQ(why.allowed, 2U);
  ASSERT_EQ(why.rivals.size(), 2U);
  EXPECT_LE(why.rivals[0].points - why.rivals[0].would_score,
            why.rivals[1].points - why.rivals[1].would_score);
}

TEST(Unmatched, SaysWhichRuleLeavesNobody) {
  Programme programme = small();
  programme.people.at(person_id(13)).answers[key("topics")] = Answer{{"tea"}};
  programme.rules.rules.push_back({MustShare{{key("topics"), key("topics")}}, {}, true});
  const auto proposal = propose(programme);

  const Unmatched why = why_unmatched_mentee(*proposal, proposal->fit.position(mentee_id(13)));

  EXPECT_EQ(why.why, WhyUnmatched::no_partner_allowed);
  ASSERT_EQ(why.rules.size(), 1U);
  EXPECT_EQ(why.rules[0], (RuleEffect{1, 2, 2}));
}

TEST(Difference, NamesWhoMovesAndWhoIsLeftOut) {
  const Programme before = small();
  Programme after = before;
  const auto first = propose(before);
  const MenteeId out{first->fit.mentees[unmatched_mentees(*first)[0]]};
  after.verdicts[{mentor_id(2), out}] = Verdict::locked;

  const auto changes = difference(*first, *propose(after));

  int left_out = 0;
  for (const Change& change : changes) {
    EXPECT_NE(change.before, change.after);
    if (change.mentee == out) {
      EXPECT_EQ(change.before, std::nullopt);
      EXPECT_EQ(change.after, mentor_id(2));
    }
    if (change.after == std::nullopt) ++left_out;
  }
  EXPECT_GE(changes.size(), 2U);
  EXPECT_EQ(left_out, 1);
}

TEST(OpenProposal, PricesLocksSwapsAndVetoesAsANewSolveWould) {
  int asked = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    SCOPED_TRACE(seed);
    Programme programme = some_programme(seed, 30, 14);
    programme.rules.goal = seed % 2 == 0 ? MatchGoal::most_matched : MatchGoal::best_total;
    const auto proposal = propose(programme);
    const auto open = OpenProposal::open(*proposal);
    ASSERT_TRUE(open);
    for (const ProposedPair& pair : pairs_of(*proposal)) {
      if (pair.locked) continue;
      const auto veto = open->if_forbidden(pair.mentee);
      ASSERT_TRUE(veto);
      Programme other = programme;
      other.verdicts[{pair.mentor, pair.mentee}] = Verdict::forbidden;
      const auto anew = propose(other);
      EXPECT_EQ(veto->points, proposal->solution.total - anew->solution.total);
      EXPECT_EQ(veto->pairs, static_cast<int>(proposal->solution.matched) -
                                 static_cast<int>(anew->solution.matched));
      for (const auto& alternative : open->alternatives(pair.mentee, 3)) {
        Programme locked = programme;
        locked.verdicts[{alternative.mentor, pair.mentee}] = Verdict::locked;
        const auto with_lock = propose(locked);
        EXPECT_EQ(alternative.cost.points,
                  proposal->solution.total - with_lock->solution.total);
        ++asked;
      }
    }
  }
  EXPECT_GT(asked, 40);
}

TEST(OpenProposal, SwapsTwoMentees) {
  const auto proposal = propose(small());
  const auto pairs = pairs_of(*proposal);
  ASSERT_EQ(pairs.size(), 2U);

  const auto cost = OpenProposal::open(*proposal)->if_swapped(pairs[0].mentee, pairs[1].mentee);

  ASSERT_TRUE(cost);
  EXPECT_EQ(cost->moves.size(), 2U);
  EXPECT_EQ(cost->pairs, 0);
}

TEST(OpenProposal, RefusesWhatIsNotProven) {
  auto proposal = propose(small());
  proposal->solution.optimal = false;
  EXPECT_FALSE(OpenProposal::open(*proposal));

  proposal->solution.optimal = true;
  proposal->solution.price[0] += 1;
  EXPECT_FALSE(OpenProposal::open(*proposal));
}

}  // namespace
}  // namespace pairbook::matching
