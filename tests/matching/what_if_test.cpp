#include "pairbook/matching/what_if.hpp"

#include <gtest/gtest.h>

#include "random_assignment.hpp"

namespace pairbook::matching {
namespace {

using base::Errc;
using base::SeededRandom;
using testing::random_assignment;

TEST(WhatIf, CostsWhatANewSolveWithTheLockSays) {
  int asked = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    Assignment question = random_assignment(
        random, {.mentees = static_cast<Index>(5 + random.below(30)),
                 .mentors = static_cast<Index>(4 + random.below(12)),
                 .most_places = static_cast<std::uint32_t>(1 + random.below(4)),
                 .arcs_of_100 = static_cast<int>(20 + random.below(60)),
                 .scores = seed % 3 == 0 ? 4 : 200});
    if (seed % 2 == 0) testing::lock_and_forbid_some(random, question);
    aim_for(seed % 4 < 2 ? Goal::best_total : Goal::most_matched, question);
    const auto solved = SolvedAssignment::solve(question);
    ASSERT_TRUE(solved);
    for (int i = 0; i < 10; ++i) {
      std::vector<Arc> locks;
      Assignment other = question;
      const auto how_many = 1 + random.below(2);
      for (std::uint64_t l = 0; l < how_many; ++l) {
        const Arc lock{static_cast<Index>(random.below(question.mentees.size())),
                       static_cast<Index>(random.below(question.mentors.size())),
                       static_cast<std::int32_t>(random.below(200))};
        locks.push_back(lock);
        other.locked.push_back(lock);
        std::erase(other.forbidden, Couple{lock.mentee, lock.mentor});
      }
      const auto anew = assign(other);
      const auto asked_warm = solved->if_locked(locks);

      ASSERT_EQ(anew.has_value(), asked_warm.has_value());
      if (!anew) continue;
      ++asked;
      ASSERT_EQ(asked_warm->value, solved->answer().value - anew->value);
      if (locks.size() == 1) {
        ASSERT_LE(solved->lost_at_least(locks[0]), asked_warm->value);
      }
    }
  }
  EXPECT_GT(asked, 1500);
}

TEST(WhatIf, MovesLeadToAnAllowedMatchingOfThatValue) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    Assignment question = random_assignment(random, {.mentees = 25, .mentors = 10});
    aim_for(Goal::most_matched, question);
    const auto solved = SolvedAssignment::solve(question);
    const Arc& arc = question.arcs[testing::draw(random, question.arcs.size())];
    const auto change = solved->if_locked({&arc, 1});
    if (!change) continue;  // a mentor without places

    Assignment locked = question;
    locked.locked = {arc};
    Assigned after = *assign(locked);
    after.mentor_of = solved->answer().mentor_of;
    for (const Move& move : change->moves) {
      ASSERT_EQ(after.mentor_of[move.mentee], move.from);
      after.mentor_of[move.mentee] = move.to;
    }
    after.matched = solved->answer().matched - static_cast<std::uint32_t>(change->matched);
    after.total = solved->answer().total - change->total;
    after.value = solved->answer().value - change->value;
    ASSERT_TRUE(check_certificate(locked, after));
  }
}

TEST(WhatIf, SaysWhoMovesAndWhoIsLeftOut) {
  Assignment question;
  question.mentees = {{1, 0}, {2, 0}};
  question.mentors = {{3, 1}, {4, 1}};
  question.arcs = {{0, 0, 10}, {0, 1, 3}, {1, 0, 6}};
  aim_for(Goal::best_total, question);  // mentee 0 with mentor 0: 10 points, against 3 + 6
  const auto solved = SolvedAssignment::solve(question);

  const Arc other{1, 0, 6};
  const auto change = solved->if_locked({&other, 1});

  EXPECT_EQ(change->total, 1);
  EXPECT_EQ(change->matched, -1);
  EXPECT_EQ(change->moves, (std::vector<Move>{{0, 0, 1}, {1, nobody, 0}}));
}

TEST(WhatIf, RefusesAMentorWithoutAPlace) {
  Assignment question;
  question.mentees = {{1, 0}, {2, 0}};
  question.mentors = {{3, 1}};
  question.locked = {{0, 0, 1}};
  const auto solved = SolvedAssignment::solve(question);

  const Arc pair{1, 0, 5};
  EXPECT_EQ(solved->if_locked({&pair, 1}).error().code, Errc::conflict);
  const Arc again{0, 0, 5};
  EXPECT_EQ(solved->if_locked({&again, 1}).error().code, Errc::invalid_input);
}

TEST(WhatIf, CanBeCancelled) {
  SeededRandom random(1);
  const Assignment question = random_assignment(random, {});

  const auto solved =
      SolvedAssignment::solve(question, [](std::uint64_t, std::uint64_t) { return false; });

  ASSERT_FALSE(solved);
  EXPECT_EQ(solved.error().code, Errc::cancelled);
}

}  // namespace
}  // namespace pairbook::matching
