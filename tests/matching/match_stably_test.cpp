#include "pairbook/matching/match_stably.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "random_assignment.hpp"

namespace pairbook::matching {
namespace {

using base::SeededRandom;
using testing::draw;

Likings random_likings(SeededRandom& random, Index mentees, Index mentors,
                       std::uint64_t degrees) {
  Likings out;
  for (Index i = 0; i < mentees; ++i) out.mentees.push_back(random.next());
  for (Index j = 0; j < mentors; ++j) out.mentors.push_back({random.next(), draw(random, 4)});
  for (Index i = 0; i < mentees; ++i) {
    for (Index j = 0; j < mentors; ++j) {
      if (random.below(2) != 0) continue;
      out.pairs.push_back({i, j, static_cast<std::int32_t>(random.below(degrees)),
                           static_cast<std::int32_t>(random.below(degrees))});
    }
  }
  return out;
}

TEST(MatchStably, LeavesNobodyWhoBlocks) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const Likings likings = random_likings(random, 1 + draw(random, 40), 1 + draw(random, 20),
                                           seed % 2 == 0 ? 3 : 1000);

    const auto matching = match_stably(likings);

    ASSERT_TRUE(matching);
    const auto blocking = blocking_pairs(likings, *matching);
    ASSERT_TRUE(blocking);
    EXPECT_TRUE(blocking->empty());
  }
}

/// How much a mentee likes what they have.
std::int64_t liked(const Likings& likings, const Matching& matching, Index mentee) {
  for (const Liking& pair : likings.pairs) {
    if (pair.mentee == mentee && matching[mentee] == pair.mentor) return pair.by_mentee;
  }
  return -1;
}

/// Calls `visit` with every matching that keeps to pairs and places.
template <class Visit>
void every_matching(const Likings& likings, Matching& made, Index mentee, Visit& visit) {
  if (mentee == likings.mentees.size()) return visit(made);
  made[mentee] = nobody;
  every_matching(likings, made, mentee + 1, visit);
  for (const Liking& pair : likings.pairs) {
    if (pair.mentee != mentee) continue;
    const auto held = std::count(made.data(), made.data() + mentee, pair.mentor);
    if (held >= std::int64_t{likings.mentors[pair.mentor].capacity}) continue;
    made[mentee] = pair.mentor;
    every_matching(likings, made, mentee + 1, visit);
    made[mentee] = nobody;
  }
}

TEST(MatchStably, GivesEveryMenteeTheBestOfAllStableMatchings) {
  int stable = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    // So many degrees that no two are liked alike.
    Likings likings = random_likings(random, 5, 6, 1'000'000'000);
    for (AssignMentor& mentor : likings.mentors) mentor.capacity = 1;
    const auto matching = match_stably(likings);
    ASSERT_TRUE(matching);
    const auto visit = [&](const Matching& other) {
      if (!blocking_pairs(likings, other)->empty()) return;
      ++stable;
      for (Index i = 0; i < 5; ++i) {
        EXPECT_GE(liked(likings, *matching, i), liked(likings, other, i));
      }
    };
    Matching made(5, nobody);
    every_matching(likings, made, 0, visit);
  }
  EXPECT_GT(stable, 100);
}

TEST(MatchStably, MakesTheSamePairsWhateverTheOrder) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const Likings likings = random_likings(random, 30, 12, 3);
    Likings turned = likings;
    std::reverse(turned.mentees.begin(), turned.mentees.end());
    std::reverse(turned.mentors.begin(), turned.mentors.end());
    std::reverse(turned.pairs.begin(), turned.pairs.end());
    for (Liking& pair : turned.pairs) {
      pair.mentee = 29 - pair.mentee;
      pair.mentor = 11 - pair.mentor;
    }

    const auto one = match_stably(likings), other = match_stably(turned);

    ASSERT_TRUE(one && other);
    for (Index i = 0; i < 30; ++i) {
      const Index mentor = (*other)[29 - i];
      EXPECT_EQ((*one)[i], mentor == nobody ? nobody : 11 - mentor);
    }
  }
}

TEST(BlockingPairs, AreThoseWhoWouldBothRather) {
  Likings likings;
  likings.mentees = {1, 2, 3};
  likings.mentors = {{4, 1}, {5, 1}, {6, 0}};
  likings.pairs = {{0, 0, 9, 1}, {0, 1, 5, 5}, {1, 0, 3, 8}, {1, 1, 7, 7}, {2, 2, 9, 9}};

  // Mentee 0 holds mentor 1, whom mentee 1 would rather have and who would rather have them.
  EXPECT_EQ(*blocking_pairs(likings, {1, 0, nobody}), (std::vector<Couple>{{1, 1}}));
  EXPECT_EQ(*blocking_pairs(likings, {0, 1, nobody}), (std::vector<Couple>{}));
  EXPECT_EQ(*blocking_pairs(likings, {nobody, 1, nobody}), (std::vector<Couple>{{0, 0}}));
}

TEST(BlockingPairs, AreToldOfAnyResultOfASolve) {
  SeededRandom random(5);
  Assignment question =
      testing::random_assignment(random, {.mentees = 60, .mentors = 20, .scores = 1000});
  aim_for(Goal::best_total, question);
  const auto answer = assign(question);
  ASSERT_TRUE(answer);
  Likings likings;
  for (const AssignMentee& mentee : question.mentees) likings.mentees.push_back(mentee.key);
  likings.mentors = question.mentors;
  for (const Arc& arc : question.arcs) {
    likings.pairs.push_back({arc.mentee, arc.mentor, arc.score, arc.score});
  }

  const auto blocking = blocking_pairs(likings, answer->mentor_of);

  ASSERT_TRUE(blocking);
  // Both would gain by the points of the pair: more than each has now.
  EXPECT_FALSE(blocking->empty());
}

TEST(BlockingPairs, RefuseWhatIsNoMatching) {
  Likings likings;
  likings.mentees = {1, 2};
  likings.mentors = {{3, 1}, {4, 1}};
  likings.pairs = {{0, 0, 1, 1}, {1, 0, 1, 1}};
  const auto refused = [&](const Matching& matching) {
    const auto blocking = blocking_pairs(likings, matching);
    return blocking ? std::string() : blocking.error().detail;
  };

  EXPECT_EQ(refused({0}), "sizes differ");
  EXPECT_EQ(refused({0, 0}), "more pairs than places");
  EXPECT_EQ(refused({1, nobody}), "a pair that may not be");
  likings.pairs.push_back({0, 0, 2, 2});
  EXPECT_EQ(match_stably(likings).error().detail, "a pair twice");
  likings.pairs.back() = {2, 0, 1, 1};
  EXPECT_EQ(match_stably(likings).error().detail, "no such person");
}

}  // namespace
}  // namespace pairbook::matching
