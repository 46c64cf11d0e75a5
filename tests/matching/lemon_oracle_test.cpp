// LEMON's network simplex knows nothing of our engine: both must find the same optimum.
#include <gtest/gtest.h>
#include <lemon/list_graph.h>
#include <lemon/network_simplex.h>

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

}  // namespace
}  // namespace pairbook::matching
