#include "pairbook/matching/outlook.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "matching/survey.hpp"
#include "pairbook/matching/match_stably.hpp"
#include "some_problem.hpp"

namespace pairbook::matching {
namespace {

Problem round_of(std::uint64_t seed) {
  Problem problem = fit(testing::some_programme(seed, 26, 14)).problem;
  problem.goal = seed % 2 == 0 ? Goal::best_total : Goal::most_matched;
  return problem;
}

/// blocking_pairs() over everybody, from score_pair() and likes_of().
std::size_t naive_blocking(const Problem& problem, const Solution& solution) {
  Likings likings;
  for (const Participant& mentee : problem.mentees) likings.mentees.push_back(mentee.key);
  for (const Participant& mentor : problem.mentors)
    likings.mentors.push_back({mentor.key, mentor.places});
  for (Index i = 0; i < problem.mentees.size(); ++i) {
    for (Index j = 0; j < problem.mentors.size(); ++j) {
      const PairScore score = score_pair(problem, i, j);
      if (!score.allowed && solution.mentor_of[i] != j) continue;
      const Likes likes = likes_of(problem, i, j, score.points);
      likings.pairs.push_back({i, j, likes.by_mentee, likes.by_mentor});
    }
  }
  return blocking_pairs(likings, solution.mentor_of)->size();
}

TEST(Blocking, IsCountedAsAListOfAllOfThemIsLong) {
  std::uint64_t all = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    const Problem problem = round_of(seed);
    const auto held = solve_holding(problem, 1'000'000, {});
    const auto by_rows = solve_holding(problem, 0, {});
    ASSERT_TRUE(held && by_rows);
    EXPECT_EQ(held->blocking, naive_blocking(problem, *held));
    EXPECT_EQ(by_rows->blocking, naive_blocking(problem, *by_rows));
    all += held->blocking;
  }
  EXPECT_GT(all, 20U);
}

TEST(Blocking, GoesByEachOnesOwnWish) {
  using namespace domain;
  Programme programme;
  Field wish;
  wish.key = testing::key("wish");
  programme.fields = {wish};
  const auto add = [&](unsigned number, bool mentor, const char* name, const char* wishes) {
    Person person;
    person.id = testing_support::person_id(number);
    person.name = name;
    (mentor ? person.roles.mentor : person.roles.mentee) = true;
    if (*wishes != 0) person.answers[testing::key("wish")] = Answer{{wishes}};
    programme.people.emplace(person.id, person);
  };
  add(1, true, "Amina", "Chidi");
  add(2, false, "Chidi", "");
  programme.rules.rules = {
      {PointsForWish{testing::key("wish"), testing::key("wish"), 20}, {}, true}};
  const Problem problem = fit(programme).problem;

  const std::int32_t points = score_pair(problem, 0, 0).points;
  const Likes likes = likes_of(problem, 0, 0, points);

  EXPECT_EQ(points, 10);
  EXPECT_EQ(likes.by_mentor, 10);
  EXPECT_EQ(likes.by_mentee, 0);
}

/// The same, but pairs below are forbidden by hand.
Problem forbidden_below(Problem problem, std::int32_t floor) {
  for (Index i = 0; i < problem.mentees.size(); ++i) {
    for (Index j = 0; j < problem.mentors.size(); ++j) {
      if (score_pair(problem, i, j).points >= floor) continue;
      const auto there = left_out(problem, i, j);
      if (there.empty()) problem.left_out.push_back({i, j, by_hand});
      std::sort(problem.left_out.begin(), problem.left_out.end(),
                [](const LeftOut& a, const LeftOut& b) {
                  return std::tuple(a.mentee, a.mentor, a.why) <
                         std::tuple(b.mentee, b.mentor, b.why);
                });
    }
  }
  return problem;
}

TEST(LeastPoints, AreAsIfEveryPairBelowWereForbiddenByHand) {
  int fewer = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    Problem problem = round_of(seed);
    const Solution before = *solve(problem);
    for (const std::int32_t floor : {1, 20, 45}) {
      problem.at_least = 0;
      const Solution by_hand_alone = *solve(forbidden_below(problem, floor));
      problem.at_least = floor;
      for (const std::size_t held : {std::size_t{1'000'000}, std::size_t{0}}) {
        const auto found = solve_holding(problem, held, {});
        ASSERT_TRUE(found && found->optimal);
        EXPECT_EQ(found->total, by_hand_alone.total);
        EXPECT_EQ(found->matched, by_hand_alone.matched);
        EXPECT_EQ(found->allowed_pairs, by_hand_alone.allowed_pairs);
        EXPECT_EQ(found->mentee_options, by_hand_alone.mentee_options);
        for (Index i = 0; i < problem.mentees.size(); ++i) {
          const bool locked = std::any_of(problem.locked.begin(), problem.locked.end(),
                                          [&](const Couple& lock) { return lock.mentee == i; });
          if (locked) {
            EXPECT_NE(found->mentor_of[i], nobody);
          } else if (found->mentor_of[i] != nobody) {
            EXPECT_GE(found->points[i], floor);
          }
        }
      }
      fewer += by_hand_alone.matched < before.matched ? 1 : 0;
    }
  }
  EXPECT_GT(fewer, 10);
}

TEST(LeastPoints, AreCountedAmongWhatLeavesPairsOut) {
  Problem problem = round_of(5);
  problem.at_least = 30;
  std::uint64_t below = 0, alone = 0;
  for (Index i = 0; i < problem.mentees.size(); ++i) {
    for (Index j = 0; j < problem.mentors.size(); ++j) {
      if (score_pair(problem, i, j).points >= 30) continue;
      ++below;
      Problem without = problem;
      without.at_least = 0;
      alone += score_pair(without, i, j).allowed ? 1 : 0;
    }
  }
  const auto effects = solve(problem)->effects;
  const auto found = std::find_if(effects.begin(), effects.end(), [](const RuleEffect& effect) {
    return effect.rule == too_few_points;
  });
  ASSERT_NE(found, effects.end());
  EXPECT_EQ(found->removed, below);
  EXPECT_EQ(found->by_alone, alone);
}

TEST(Outlook, TellsBothGoalsAndEveryFloorAsSolvingEachDoes) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    Problem problem = round_of(seed);
    if (seed % 3 == 0) problem.at_least = 15;
    const auto outlook = look_out(problem, *solve(problem));
    ASSERT_TRUE(outlook);
    const auto solved = [&](Goal goal, std::int32_t floor) {
      Problem other = problem;
      other.goal = goal;
      other.at_least = floor;
      const Solution found = *solve(other);
      return FloorPoint{floor, found.matched, found.total};
    };
    EXPECT_EQ(outlook->best_total, solved(Goal::best_total, problem.at_least));
    EXPECT_EQ(outlook->most_matched, solved(Goal::most_matched, problem.at_least));
    ASSERT_TRUE(outlook->whole);
    const std::uint32_t most = solved(Goal::most_matched, 0).matched;
    std::int32_t highest = -1;
    for (const FloorPoint& point : outlook->floors) {
      EXPECT_EQ(point, solved(Goal::most_matched, point.floor));
      if (point.matched == most) highest = point.floor;
    }
    // Locked pairs stand whatever they score.
    const bool all_locked = solved(Goal::most_matched, 1'000'000).matched == most;
    if (outlook->floors.empty() || all_locked) continue;
    EXPECT_EQ(highest, outlook->fair);
    EXPECT_LT(solved(Goal::most_matched, outlook->fair + 1).matched, most);
  }
}

TEST(Outlook, StopsWhenItIsTold) {
  const Problem problem = round_of(3);
  const auto stopped =
      look_out(problem, *solve(problem), [](std::uint64_t, std::uint64_t) { return false; });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().code, base::Errc::cancelled);
}

}  // namespace
}  // namespace pairbook::matching
