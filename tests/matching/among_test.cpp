#include "pairbook/matching/among.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "small_round.hpp"

namespace pairbook::matching {
namespace {

using base::Errc;
using testing::small;
using testing_support::person_id;

/// Mentees 11 {art, law}, 12 {law, sea}, 13 {law}, 14 {art, sea}, 15 {sea}, 16 {art}.
domain::Programme six() {
  domain::Programme programme = small();
  const auto add = [&](unsigned number, std::vector<std::string> values) {
    domain::Person person;
    person.id = person_id(number);
    person.name = "Person " + base::to_text(number);
    person.roles.mentee = true;
    person.answers[testing::key("topics")] = domain::Answer{std::move(values)};
    programme.people.emplace(person.id, person);
  };
  add(14, {"art", "sea"});
  add(15, {"sea"});
  add(16, {"art"});
  return programme;
}

domain::MenteeId mentee(unsigned number) {
  return {person_id(number)};
}

TEST(Among, PutsMenteesOnBothSides) {
  const Fit made = fit(six(), {.among_mentees = true});

  EXPECT_EQ(made.mentees.size(), 6U);
  ASSERT_EQ(made.mentors.size(), 6U);
  for (Index i = 0; i < 6; ++i) {
    EXPECT_EQ(made.mentees[i].person, made.mentors[i].person);
    EXPECT_EQ(made.problem.mentees[i], made.problem.mentors[i]);
    EXPECT_FALSE(score_pair(made.problem, i, i).allowed);
  }
}

TEST(Among, PairsPeersWithAProof) {
  const auto proposal = propose_peers(six());

  ASSERT_TRUE(proposal);
  EXPECT_TRUE(proposal->matched.optimal);
  EXPECT_EQ(proposal->matched.matched, 3U);
  EXPECT_EQ(proposal->matched.total, 30);
}

TEST(Among, FormsCirclesOfPeopleWithPointsInCommon) {
  const auto proposal = propose_circles(six(), 3, 3);

  ASSERT_TRUE(proposal);
  EXPECT_EQ(proposal->formed.circles, 2U);
  EXPECT_EQ(proposal->formed.seated, 6U);
  EXPECT_EQ(proposal->formed.points, 50);
  const auto circles = circles_of(*proposal);
  ASSERT_EQ(circles.size(), 2U);
  EXPECT_EQ(circles[0].size(), 3U);
  EXPECT_EQ(circles[1].size(), 3U);
}

TEST(Among, AsksMustsInBothDirections) {
  domain::Programme programme = six();
  // "14 is not to have 15 as mentor" keeps the two apart as peers.
  programme.verdicts[{domain::MentorId{person_id(15)}, mentee(14)}] =
      domain::Verdict::forbidden;
  const Fit made = fit(programme, {.among_mentees = true});
  const Index a = made.position(mentee(14)), b = made.position(mentee(15));

  const auto peers = to_peer_question(made.problem);
  const auto circles = to_circle_question(made.problem, 3, 6);

  ASSERT_TRUE(peers && circles);
  const auto both = [&](const Peers& pair) {
    return std::minmax(pair.one, pair.other) == std::minmax(a, b);
  };
  EXPECT_EQ(peers->pairs.size(), 14U);
  EXPECT_TRUE(std::none_of(peers->pairs.begin(), peers->pairs.end(), both));
  EXPECT_TRUE(std::none_of(circles->pairs.begin(), circles->pairs.end(), both));
}

TEST(Among, TakesHalfOfBothDirections) {
  domain::Programme programme = testing::some_programme(3, 25, 5);
  const Problem problem = fit(programme, {.among_mentees = true}).problem;

  const auto question = to_circle_question(problem, 3, 6);

  ASSERT_TRUE(question);
  std::size_t allowed = 0;
  const auto n = static_cast<Index>(problem.mentees.size());
  for (Index i = 0; i < n; ++i) {
    for (Index j = i + 1; j < n; ++j) {
      const PairScore there = score_pair(problem, i, j), back = score_pair(problem, j, i);
      if (!there.allowed || !back.allowed) continue;
      ASSERT_LT(allowed, question->pairs.size());
      EXPECT_EQ(question->pairs[allowed++], (Peers{i, j, (there.points + back.points) / 2}));
    }
  }
  EXPECT_EQ(allowed, question->pairs.size());
  EXPECT_GT(allowed, 0U);
}

TEST(Among, KeepsLockedPeersTogether) {
  domain::Programme programme = six();
  programme.verdicts[{domain::MentorId{person_id(15)}, mentee(13)}] = domain::Verdict::locked;

  const auto peers = propose_peers(programme);
  const auto circles = propose_circles(programme, 3, 3);

  ASSERT_TRUE(peers && circles);
  const Index a = peers->fit.position(mentee(13)), b = peers->fit.position(mentee(15));
  EXPECT_EQ(peers->matched.partner_of[a], b);
  EXPECT_EQ(circles->formed.circle_of[a], circles->formed.circle_of[b]);
  EXPECT_EQ(circles->formed.points, 50);  // 13 and 15 with 12
}

TEST(Among, RefusesProblemsOfTwoSidesAndStops) {
  const Problem two_sides = fit(six()).problem;
  EXPECT_EQ(to_peer_question(two_sides).error().code, Errc::invalid_input);
  const auto stop = [](auto, auto) { return false; };
  EXPECT_EQ(propose_circles(six(), 3, 3, stop).error().code, Errc::cancelled);
}

}  // namespace
}  // namespace pairbook::matching
