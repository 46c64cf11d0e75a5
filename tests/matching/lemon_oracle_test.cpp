// LEMON's network simplex knows nothing of our engine: both must find the same optimum.
#include <gtest/gtest.h>
#include <lemon/list_graph.h>
#include <lemon/network_simplex.h>

#include "pairbook/matching/fair_floor.hpp"
#include "pairbook/matching/what_if.hpp"
#include "random_assignment.hpp"

namespace pairbook::matching {
namespace {

using base::SeededRandom;
using testing::random_assignment;
using testing::Shape;

/// The least cost by LEMON, as a value: mentees send one unit each, to a mentor or to nobody.
std::int64_t value_by_lemon(const Assignment& question) {
  using Graph = lemon::ListDigraph;
  Graph graph;
  Graph::ArcMap<std::int64_t> cost(graph);
  Graph::ArcMap<int> most(graph);
  Graph::NodeMap<int> supply(graph);
  const auto n = question.mentees.size();
  std::vector<Graph::Node> node;
  for (std::size_t i = 0; i < n + question.mentors.size() + 1; ++i)
    node.push_back(graph.addNode());
  const auto add = [&](std::size_t from, std::size_t to, std::int64_t c, int capacity) {
    const auto arc = graph.addArc(node[from], node[to]);
    cost[arc] = c;
    most[arc] = capacity;
  };
  for (std::size_t i = 0; i < n; ++i) {
    supply[node[i]] = 1;
    add(i, node.size() - 1, question.mentees[i].penalty, 1);
  }
  for (const Arc& arc : question.arcs)
    add(arc.mentee, n + arc.mentor, -question.weight * arc.score, 1);
  for (std::size_t j = 0; j < question.mentors.size(); ++j) {
    add(n + j, node.size() - 1, 0, static_cast<int>(question.mentors[j].capacity));
  }
  supply[node.back()] = -static_cast<int>(n);
  lemon::NetworkSimplex<Graph, int, std::int64_t> simplex(graph);
  simplex.upperMap(most).costMap(cost).supplyMap(supply);
  EXPECT_EQ(simplex.run(), (lemon::NetworkSimplex<Graph, int, std::int64_t>::OPTIMAL));
  return -simplex.totalCost<std::int64_t>();
}

void expect_lemons_value(std::uint64_t seed, const Shape& shape, Goal goal) {
  SCOPED_TRACE(seed);
  SeededRandom random(seed);
  Assignment question = random_assignment(random, shape);
  aim_for(goal, question);

  const auto answer = assign(question);

  ASSERT_TRUE(answer);
  ASSERT_TRUE(answer->optimal);
  ASSERT_TRUE(check_certificate(question, *answer));
  ASSERT_EQ(answer->value, value_by_lemon(question));
}

TEST(LemonOracle, AgreesWhenPlacesAreScarce) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    expect_lemons_value(seed,
                        {.mentees = 300, .mentors = 60, .arcs_of_100 = 30, .scores = 10000},
                        Goal::most_matched);
  }
}

TEST(LemonOracle, AgreesWhenThereIsAboutOnePlaceForEverybody) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    expect_lemons_value(seed,
                        {.mentees = 150,
                         .mentors = 40,
                         .most_places = 7,
                         .arcs_of_100 = 20,
                         .scores = seed % 3 == 0 ? 5 : 10000},
                        seed % 2 == 0 ? Goal::best_total : Goal::most_matched);
  }
}

TEST(LemonOracle, AgreesWhenPlacesAbound) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    expect_lemons_value(seed,
                        {.mentees = 200, .mentors = 150, .arcs_of_100 = 15, .scores = 1000},
                        Goal::best_total);
  }
}

TEST(LemonOracle, AgreesWhenAlmostEveryScoreIsTheSame) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    expect_lemons_value(seed, {.mentees = 250, .mentors = 120, .arcs_of_100 = 10, .scores = 3},
                        seed % 2 == 0 ? Goal::best_total : Goal::most_matched);
  }
}

TEST(LemonOracle, AgreesWhenHardlyAnyPairIsAllowed) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    expect_lemons_value(seed, {.mentees = 400, .mentors = 300, .arcs_of_100 = 1, .scores = 50},
                        Goal::best_total);
  }
}

TEST(LemonOracle, AgreesAboutThePriceOfAThousandForcedPairs) {
  SeededRandom random(2026);
  Assignment question = random_assignment(
      random, {.mentees = 120, .mentors = 45, .arcs_of_100 = 25, .scores = 10'000});
  aim_for(Goal::most_matched, question);
  const auto solved = SolvedAssignment::solve(question);
  ASSERT_TRUE(solved);
  int equal = 0;
  for (int asked = 0; asked < 1000; ++asked) {
    const Arc forced = question.arcs[testing::draw(random, question.arcs.size())];
    const auto change = solved->if_locked({&forced, 1});
    // A mentor without any place, from whom LEMON would get none either.
    if (question.mentors[forced.mentor].capacity == 0) {
      ASSERT_FALSE(change);
      ++equal;
      continue;
    }
    ASSERT_TRUE(change);
    // For LEMON nobody else is possible for this mentee, and being alone costs too much.
    Assignment other = question;
    std::erase_if(other.arcs, [&](const Arc& arc) {
      return arc.mentee == forced.mentee && arc.mentor != forced.mentor;
    });
    const std::int64_t dear = 1'000'000'000'000;
    other.mentees[forced.mentee].penalty = dear;
    const std::int64_t by_lemon = value_by_lemon(other);
    ASSERT_GT(by_lemon, -dear / 2);
    equal += solved->answer().value - change->value == by_lemon ? 1 : 0;
  }
  EXPECT_EQ(equal, 1000);
}

TEST(LemonOracle, AgreesAboutTheFloorAndTheOptimumUnderIt) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const Assignment question =
        random_assignment(random, {.mentees = 40,
                                   .mentors = static_cast<Index>(15 + random.below(30)),
                                   .arcs_of_100 = 25,
                                   .scores = seed % 3 == 0 ? 6 : 1000});

    const auto fair = fair_floor(question);

    ASSERT_TRUE(fair);
    EXPECT_TRUE(check_certificate(question, *fair));
    const auto most_pairs = [&](std::int32_t floor) {
      Assignment pairs = under_floor(question, floor);
      for (Arc& arc : pairs.arcs) arc.score = 0;
      for (AssignMentee& mentee : pairs.mentees) mentee.penalty = 1;
      return static_cast<std::int64_t>(pairs.mentees.size()) + value_by_lemon(pairs);
    };
    const std::int64_t most = most_pairs(0);
    EXPECT_EQ(fair->answer.matched, most);
    EXPECT_EQ(most_pairs(fair->floor), most);
    EXPECT_LT(most_pairs(fair->floor + 1), most);
    EXPECT_EQ(fair->answer.value, value_by_lemon(under_floor(question, fair->floor)));
  }
}

}  // namespace
}  // namespace pairbook::matching
