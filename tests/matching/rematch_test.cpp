// Who asked for another partner, and pairs that go on.
#include <gtest/gtest.h>

#include "small_round.hpp"

namespace pairbook::matching {
namespace {

using namespace domain;
using testing::key;
using testing::mentors_in;
using testing::small;
using testing_support::mentee_id;
using testing_support::mentor_id;
using testing_support::pair_id;
using testing_support::person_id;

/// small(), after a pair of 1 and 11 has ended.
Programme after_an_end(Another for_mentor, Another for_mentee) {
  Programme out = small();
  Pair pair;
  pair.id = testing_support::pair_id(1);
  pair.mentor = mentor_id(1);
  pair.mentee = mentee_id(11);
  pair.state = PairState::ended;
  out.pairs.emplace(pair.id, pair);
  if (for_mentor != Another::no || for_mentee != Another::no)
    out.follow_ups[pair.id] = FollowUp{{}, {}, for_mentor, for_mentee};
  return out;
}

TEST(Rematch, GivesPriorityToWhoeverAskedForAnotherPartner) {
  Programme programme = after_an_end(Another::no, Another::wanted);
  programme.people.erase(person_id(1));  // one place left: mentor 2, for whom all are alike
  programme.rules.bonus_for_rematch = 1;
  EXPECT_EQ(mentors_in(*propose(programme)),
            (std::map<MenteeId, MentorId>{{mentee_id(11), mentor_id(2)}}));

  // 12 is better by 20, so the bonus must be more than that.
  programme.people.at(person_id(12)).answers[key("topics")] = Answer{{"law", "sky", "tea"}};
  programme.people.at(person_id(2)).answers[key("topics")] = Answer{{"law", "sky", "tea"}};
  programme.rules.bonus_for_rematch = 19;
  EXPECT_TRUE(mentors_in(*propose(programme)).contains(mentee_id(12)));
  programme.rules.bonus_for_rematch = 21;
  EXPECT_TRUE(mentors_in(*propose(programme)).contains(mentee_id(11)));
}

TEST(Rematch, TellsTheBonusOfBothAsAFactOfItsOwn) {
  Programme programme = after_an_end(Another::wanted, Another::wanted);
  programme.rules.bonus_for_rematch = 7;
  programme.rules.bonus_for_unmatched = 100;  // nobody has a pair: it goes to nobody
  const Fit made = fit(programme);

  const auto bonus = [&](unsigned mentee, unsigned mentor) {
    const auto why =
        explain(made, made.position(mentee_id(mentee)), made.position(mentor_id(mentor)));
    return why.facts.back().rematch ? why.facts.back().points : 0;
  };
  EXPECT_EQ(bonus(12, 1), 7);
  EXPECT_EQ(bonus(11, 2), 7);
  EXPECT_EQ(bonus(13, 2), 0);
  EXPECT_EQ(bonus(11, 1), 14);
}

TEST(Rematch, NeverProposesThosePeopleToEachOtherAgainUnlessLocked) {
  for (const Another asked : {Another::wanted, Another::found}) {
    Programme programme = after_an_end(asked, Another::no);
    Fit made = fit(programme);
    const Index mentee = made.position(mentee_id(11)), mentor = made.position(mentor_id(1));
    EXPECT_EQ(explain(made, mentee, mentor).forbidden_by, std::vector{parted});

    programme.verdicts[{mentor_id(1), mentee_id(11)}] = Verdict::locked;
    EXPECT_EQ(mentors_in(*propose(programme)).at(mentee_id(11)), mentor_id(1));
  }
  const Fit free = fit(after_an_end(Another::no, Another::no));
  EXPECT_TRUE(
      score_pair(free.problem, free.position(mentee_id(11)), free.position(mentor_id(1)))
          .allowed);
}

TEST(Rematch, LeavesActivePairsAlone) {
  Programme programme = after_an_end(Another::wanted, Another::wanted);
  Pair pair;
  pair.id = testing_support::pair_id(2);
  pair.mentor = mentor_id(2);
  pair.mentee = mentee_id(12);
  programme.pairs.emplace(pair.id, pair);

  const auto found = mentors_in(*propose(programme));

  EXPECT_EQ(found, (std::map<MenteeId, MentorId>{{mentee_id(13), mentor_id(1)}}))
      << "the one free place goes to the only one who may have it";
}

}  // namespace
}  // namespace pairbook::matching
