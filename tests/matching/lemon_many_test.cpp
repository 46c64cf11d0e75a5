// LEMON's network simplex knows nothing of our engine: both must find the same optimum.
#include <gtest/gtest.h>
#include <lemon/list_graph.h>
#include <lemon/network_simplex.h>

#include "random_many.hpp"

namespace pairbook::matching {
namespace {

using base::SeededRandom;
using testing::random_many;
using testing::Shape;

/// The least cost by LEMON, as a value: mentees send a unit for every mentor they want, one to
/// a mentor, the rest to nobody; mentors send on what they get, the first few at a gain.
std::int64_t value_by_lemon(const ManyQuestion& question) {
  using Graph = lemon::ListDigraph;
  Graph graph;
  Graph::ArcMap<std::int64_t> cost(graph);
  Graph::ArcMap<int> most(graph);
  Graph::NodeMap<int> supply(graph);
  const auto n = question.mentees.size();
  const auto m = question.mentors.size();
  std::vector<Graph::Node> node;
  for (std::size_t i = 0; i < n + m + 1; ++i) node.push_back(graph.addNode());
  const auto add = [&](std::size_t from, std::size_t to, std::int64_t c, std::size_t capacity) {
    const auto arc = graph.addArc(node[from], node[to]);
    cost[arc] = c;
    most[arc] = static_cast<int>(capacity);
  };
  int all = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const ManyMentee& mentee = question.mentees[i];
    const std::size_t wants = std::min<std::size_t>(mentee.wants, m);
    supply[node[i]] = static_cast<int>(wants);
    all += static_cast<int>(wants);
    if (wants == 0) continue;
    add(i, n + m, mentee.each, wants - 1);
    add(i, n + m, mentee.each + mentee.none, 1);
  }
  for (const Arc& arc : question.arcs) {
    add(arc.mentee, n + arc.mentor, -question.weight * arc.score, 1);
  }
  for (std::size_t j = 0; j < m; ++j) {
    const ManyMentor& mentor = question.mentors[j];
    add(n + j, n + m, -question.bonus, mentor.least);
    add(n + j, n + m, 0, mentor.capacity - mentor.least);
  }
  supply[node.back()] = -all;
  lemon::NetworkSimplex<Graph, int, std::int64_t> simplex(graph);
  simplex.upperMap(most).costMap(cost).supplyMap(supply);
  EXPECT_EQ(simplex.run(), (lemon::NetworkSimplex<Graph, int, std::int64_t>::OPTIMAL));
  return -simplex.totalCost<std::int64_t>();
}

void expect_lemons_value(std::uint64_t seed, const Shape& shape, std::uint32_t most_wanted,
                         std::uint32_t most_least) {
  SCOPED_TRACE(seed);
  SeededRandom random(seed);
  ManyQuestion question = random_many(random, shape, most_wanted, most_least);
  aim_for(seed % 2 == 0 ? Goal::best_total : Goal::most_matched, question);

  const auto answer = assign_many(question);

  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->optimal);
  EXPECT_TRUE(check_certificate(question, *answer));
  EXPECT_EQ(answer->value, value_by_lemon(question));
}

TEST(LemonMany, AgreesWhenPlacesAreScarce) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    expect_lemons_value(
        seed, {.mentees = 200, .mentors = 60, .arcs_of_100 = 30, .scores = 10000}, 3, 2);
  }
}

TEST(LemonMany, AgreesWhenPlacesAbound) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    expect_lemons_value(
        seed,
        {.mentees = 150, .mentors = 120, .most_places = 9, .arcs_of_100 = 20, .scores = 1000},
        3, 0);
  }
}

TEST(LemonMany, AgreesWhenAlmostEveryScoreIsTheSame) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    expect_lemons_value(seed, {.mentees = 200, .mentors = 90, .arcs_of_100 = 12, .scores = 3},
                        4, 3);
  }
}

TEST(LemonMany, AgreesWhenHardlyAnyPairIsAllowed) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    expect_lemons_value(seed, {.mentees = 300, .mentors = 200, .arcs_of_100 = 1, .scores = 50},
                        3, 3);
  }
}

}  // namespace
}  // namespace pairbook::matching
