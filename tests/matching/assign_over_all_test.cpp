#include "pairbook/matching/assign_over_all.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "random_assignment.hpp"

namespace pairbook::matching {
namespace {

using base::SeededRandom;
using testing::draw;
using testing::Shape;

/// People and every score between them, in two forms of the same question.
struct Everybody {
  Assignment with_arcs;
  Assignment people;
  std::vector<std::int32_t> scores;

  Everybody(SeededRandom& random, const Shape& shape, Goal goal)
      : with_arcs(testing::random_assignment(random, shape)) {
    // Some mentors please everybody, so that lists of the best alone do not suffice.
    std::vector<std::int32_t> bonus;
    for (std::size_t j = 0; j < with_arcs.mentors.size(); ++j) {
      bonus.push_back(static_cast<std::int32_t>(random.below(2) * 5000));
    }
    for (Arc& arc : with_arcs.arcs) arc.score += bonus[arc.mentor];
    aim_for(goal, with_arcs);
    take_scores();
  }
  void take_scores() {
    people = with_arcs;
    people.arcs.clear();
    scores.assign(people.mentees.size() * people.mentors.size(), -1);
    for (const Arc& arc : with_arcs.arcs) {
      scores[arc.mentee * people.mentors.size() + arc.mentor] = arc.score;
    }
  }
  [[nodiscard]] ScoreRow rows() const {
    return [this](Index mentee, std::span<std::int32_t> row) {
      std::copy_n(scores.begin() + static_cast<std::ptrdiff_t>(mentee * row.size()), row.size(),
                  row.begin());
    };
  }
};

Everybody some_people(SeededRandom& random, std::uint64_t seed) {
  const Shape shape{.mentees = 150 + draw(random, 200),
                    .mentors = 80 + draw(random, 150),
                    .most_places = 1 + draw(random, 4),
                    .arcs_of_100 = 60,
                    .scores = seed % 4 == 0 ? 6 : 10'000};
  return {random, shape, seed % 2 == 0 ? Goal::best_total : Goal::most_matched};
}

TEST(AssignOverAll, IsAsGoodAsWithAllPairsAtOnce) {
  std::uint32_t most_rounds = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const Everybody all = some_people(random, seed);
    const auto at_once = assign(all.with_arcs);
    ASSERT_TRUE(at_once);

    const auto in_rounds = assign_over_all(all.people, all.rows());

    ASSERT_TRUE(in_rounds);
    EXPECT_TRUE(in_rounds->assigned.optimal);
    EXPECT_EQ(in_rounds->assigned.value, at_once->value);
    EXPECT_EQ(in_rounds->assigned.matched, at_once->matched);
    EXPECT_TRUE(check_certificate(all.with_arcs, in_rounds->assigned));
    EXPECT_TRUE(check_certificate(all.people, all.rows(), in_rounds->assigned));
    most_rounds = std::max(most_rounds, in_rounds->rounds);
  }
  EXPECT_GT(most_rounds, 1U);  // or the rounds have not been tested
}

TEST(AssignOverAll, KeepsLockedPairs) {
  SeededRandom random(3);
  Everybody all(random, {.mentees = 200, .mentors = 90}, Goal::most_matched);
  for (Index k = 0; k < 20; ++k) {
    const Index mentor = k % 90;
    if (all.with_arcs.mentors[mentor].capacity > 0) {
      all.with_arcs.locked.push_back({k * 3, mentor, 7});
    }
  }
  all.take_scores();
  const auto at_once = assign(all.with_arcs);
  ASSERT_TRUE(at_once);

  const auto in_rounds = assign_over_all(all.people, all.rows());

  ASSERT_TRUE(in_rounds);
  EXPECT_EQ(in_rounds->assigned.value, at_once->value);
  EXPECT_TRUE(check_certificate(all.people, all.rows(), in_rounds->assigned));
  for (const Arc& lock : all.people.locked) {
    EXPECT_EQ(in_rounds->assigned.mentor_of[lock.mentee], lock.mentor);
  }
}

TEST(AssignOverAll, FindsTheSamePairsWhateverTheOrderOfPeople) {
  SeededRandom random(11);
  const Everybody all(random, {.mentees = 180, .mentors = 100, .arcs_of_100 = 80, .scores = 9},
                      Goal::best_total);
  const auto mentees = testing::shuffled(all.people.mentees.size(), random);
  const auto mentors = testing::shuffled(all.people.mentors.size(), random);
  Assignment other = all.people;
  for (Index i = 0; i < mentees.size(); ++i) other.mentees[i] = all.people.mentees[mentees[i]];
  for (Index j = 0; j < mentors.size(); ++j) other.mentors[j] = all.people.mentors[mentors[j]];
  const ScoreRow turned = [&](Index mentee, std::span<std::int32_t> row) {
    for (Index j = 0; j < row.size(); ++j) {
      row[j] = all.scores[mentees[mentee] * row.size() + mentors[j]];
    }
  };

  const auto one = assign_over_all(all.people, all.rows());
  const auto two = assign_over_all(other, turned);

  ASSERT_TRUE(one && two);
  for (Index i = 0; i < mentees.size(); ++i) {
    const Index mine = two->assigned.mentor_of[i];
    EXPECT_EQ(one->assigned.mentor_of[mentees[i]], mine == nobody ? nobody : mentors[mine]);
  }
}

TEST(AssignOverAll, StoppedEarlyKnowsHowMuchIsMissingAtMost) {
  bool some_stopped = false, some_kept = false;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const Everybody all = some_people(random, seed);
    const auto best = assign_over_all(all.people, all.rows());
    ASSERT_TRUE(best);
    if (best->rounds == 1) continue;
    for (int asked_at_most = 1; asked_at_most < 80; asked_at_most += 2) {
      int asked = 0;
      const auto answer = assign_over_all(
          all.people, all.rows(),
          [&](std::uint64_t, std::uint64_t) { return ++asked <= asked_at_most; });
      if (!answer) {
        EXPECT_EQ(answer.error().code, base::Errc::cancelled);
        some_stopped = true;
        continue;
      }
      some_kept = some_kept || !answer->assigned.optimal;
      EXPECT_LE(answer->assigned.value, best->assigned.value);
      EXPECT_GE(answer->assigned.certificate.bound, best->assigned.value);
      EXPECT_TRUE(check_certificate(all.people, all.rows(), answer->assigned));
    }
  }
  EXPECT_TRUE(some_stopped);
  EXPECT_TRUE(some_kept);
}

TEST(AssignOverAll, RefusesWhatItCannotKeep) {
  SeededRandom random(5);
  Everybody all(random, {.mentees = 5, .mentors = 5}, Goal::most_matched);
  all.scores[7] = 30'001;
  const auto too_high = assign_over_all(all.people, all.rows());
  ASSERT_FALSE(too_high);
  EXPECT_EQ(too_high.error().code, base::Errc::invalid_input);
  all.scores[7] = 1;
  all.people.forbidden.push_back({1, 1});
  EXPECT_FALSE(assign_over_all(all.people, all.rows()));
}

TEST(OverAllCertificate, FindsAPairThatWouldGainMore) {
  SeededRandom random(9);
  Everybody all(random, {.mentees = 60, .mentors = 40}, Goal::most_matched);
  const auto answer = assign_over_all(all.people, all.rows());
  ASSERT_TRUE(answer);
  ASSERT_TRUE(check_certificate(all.people, all.rows(), answer->assigned));
  all.scores[123] = 29'000;
  EXPECT_FALSE(check_certificate(all.people, all.rows(), answer->assigned));
}

}  // namespace
}  // namespace pairbook::matching
