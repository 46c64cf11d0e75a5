#include <gtest/gtest.h>

#include "matching/survey.hpp"
#include "pairbook/matching/fit.hpp"
#include "pairbook/matching/solution.hpp"
#include "some_problem.hpp"

namespace pairbook::matching {
namespace {

constexpr std::size_t all_of_them = 1'000'000;

Problem round_of(std::uint64_t seed) {
  Problem problem = fit(testing::some_programme(seed, 30, 20)).problem;
  problem.goal = seed % 2 == 0 ? Goal::best_total : Goal::most_matched;
  return problem;
}

TEST(Solve, IsAsGoodRowByRowAsWithAllPairsHeld) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Problem problem = round_of(seed);
    const auto held = solve_holding(problem, all_of_them, {});
    const auto by_rows = solve_holding(problem, 0, {});
    ASSERT_TRUE(held && by_rows) << seed;
    EXPECT_TRUE(by_rows->optimal) << seed;
    EXPECT_EQ(by_rows->total, held->total) << seed;
    EXPECT_EQ(by_rows->matched, held->matched) << seed;
    EXPECT_EQ(by_rows->weight, held->weight) << seed;
    EXPECT_EQ(by_rows->effects, held->effects) << seed;
    EXPECT_EQ(by_rows->mentee_options, held->mentee_options) << seed;
    EXPECT_EQ(by_rows->mentor_options, held->mentor_options) << seed;
    EXPECT_EQ(by_rows->allowed_pairs, held->allowed_pairs) << seed;
  }
}

TEST(Solve, RanksPartnersRowByRowAsTheyStandInEachList) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Problem problem = round_of(seed);
    const auto solution = solve_holding(problem, 0, {});
    ASSERT_TRUE(solution) << seed;
    for (Index i = 0; i < problem.mentees.size(); ++i) {
      const Index mentor = solution->mentor_of[i];
      if (mentor == nobody) continue;
      const std::int32_t points = score_pair(problem, i, mentor).points;
      std::uint32_t mentors_rank = 1, mentees_rank = 1;
      for (Index j = 0; j < problem.mentors.size(); ++j) {
        const PairScore score = score_pair(problem, i, j);
        mentors_rank += score.allowed && score.points > points ? 1U : 0U;
      }
      for (Index k = 0; k < problem.mentees.size(); ++k) {
        const PairScore score = score_pair(problem, k, mentor);
        mentees_rank += score.allowed && score.points > points ? 1U : 0U;
      }
      EXPECT_EQ(solution->points[i], points) << seed;
      EXPECT_EQ(solution->mentors_rank[i], mentors_rank) << seed;
      EXPECT_EQ(solution->mentees_rank[i], mentees_rank) << seed;
    }
  }
}

TEST(Solve, ScoresARowAsItScoresItsPairs) {
  const Problem problem = round_of(3);
  std::vector<std::int32_t> row(problem.mentors.size());
  for (Index i = 0; i < problem.mentees.size(); ++i) {
    score_row(problem, i, row);
    for (Index j = 0; j < row.size(); ++j) {
      const PairScore score = score_pair(problem, i, j);
      EXPECT_EQ(row[j], score.allowed ? score.points : -1);
    }
  }
}

TEST(Solve, TellsHowFarItIsAndNeverGoesBack) {
  for (const std::size_t most_held : {std::size_t{0}, all_of_them}) {
    std::uint64_t last = 0;
    const auto solution =
        solve_holding(round_of(5), most_held, [&](std::uint64_t done, std::uint64_t total) {
          EXPECT_GE(done, last);
          EXPECT_LE(done, total);
          last = done;
          return true;
        });
    ASSERT_TRUE(solution);
    EXPECT_GT(last, 0U);
  }
}

TEST(Solve, StopsBeforeItKnowsAnyPairs) {
  const auto stopped =
      solve_holding(round_of(5), 0, [](std::uint64_t, std::uint64_t) { return false; });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().code, base::Errc::cancelled);
}

}  // namespace
}  // namespace pairbook::matching
