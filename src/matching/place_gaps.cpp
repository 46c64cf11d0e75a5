// One more place for a mentor is one shortest path backward from it: somebody without a mentor
// comes in, or somebody moves and leaves a cheaper place behind, or the price falls to nothing.
// The prices of a proven answer say beforehand what it can bring at most.
#include <algorithm>
#include <utility>

#include "pairbook/base/sort.hpp"
#include "pairbook/matching/gaps.hpp"
#include "solved.hpp"

namespace pairbook::matching {

namespace {

/// The question with an arc to everybody who has no place, so that a first one can be looked
/// at.
struct Widened {
  Graph graph;
  std::vector<std::int64_t> prices;  // by the graph's mentors
  std::vector<Index> mates;          // by its mentees
};

base::Result<Widened> widen(Assignment question, const Solution& solution) {
  std::vector<std::uint32_t> left;
  for (const AssignMentor& mentor : question.mentors) left.push_back(mentor.capacity);
  for (const Arc& lock : question.locked) --left[lock.mentor];
  for (Index j = 0; j < left.size(); ++j) question.mentors[j].capacity += left[j] == 0 ? 1 : 0;
  base::Result<Graph> made = make_graph(question);
  if (!made) return base::pass_on(made);
  Widened out{std::move(*made), {}, {}};
  Graph& graph = out.graph;
  for (const Index at : graph.mentor_at) out.prices.push_back(solution.price[at]);
  for (const Index at : graph.mentee_at) {
    const Index mentor = solution.mentor_of[at];
    out.mates.push_back(mentor == nobody ? nobody : graph.mentor_as[mentor]);
  }
  // Who has no place costs what the dearest mentee would gain: nobody is drawn there.
  for (Index j = 0; j < graph.mentors(); ++j) {
    if (left[graph.mentor_at[j]] != 0) continue;
    graph.places[j] = 0;
    out.prices[j] = 0;
    for (const Edge& edge : graph.column_of(j)) {
      const std::int64_t worth = graph.weight * (graph.top - edge.cost);
      out.prices[j] = std::max(out.prices[j], worth - solution.gain[graph.mentee_at[edge.to]]);
    }
  }
  return out;
}

std::int32_t score_in(const Graph& graph, Index mentee, Index mentor) {
  if (mentor == nobody) return 0;
  for (const Edge& edge : graph.row_of(mentee)) {
    if (edge.to == mentor) return graph.top - edge.cost;
  }
  return 0;
}

PlaceGap compare(const Graph& graph, const Engine& before, const Engine& after, Index mentor) {
  PlaceGap out;
  out.mentor = graph.mentor_at[mentor];
  for (Index i = 0; i < graph.mentees(); ++i) {
    const Index was = before.mate(i), is = after.mate(i);
    if (was == is) continue;
    out.points += score_in(graph, i, is) - score_in(graph, i, was);
    if (was == nobody) {
      ++out.pairs;
      out.mentee = graph.mentee_at[i];
    }
    if (is == nobody) --out.pairs;
  }
  return out;
}

}  // namespace

base::Result<PlaceGaps> place_gaps(const Problem& problem, const Solution& solution,
                                   std::size_t most, const KeepGoing& keep_going) {
  if (!solution.optimal) return base::fail(base::Errc::conflict, "solution", "not proven");
  base::Result<Assignment> question = to_assignment(problem, keep_going);
  if (!question) return base::pass_on(question);
  const base::Result<Widened> wide = widen(std::move(*question), solution);
  if (!wide) return base::pass_on(wide);
  const Graph& graph = wide->graph;
  Engine engine(graph);
  engine.resume(wide->mates, wide->prices);

  std::vector<Index> dear;
  for (Index j = 0; j < graph.mentors(); ++j) {
    if (wide->prices[j] > 0) dear.push_back(j);
  }
  base::sort(dear, [&](Index a, Index b) { return wide->prices[a] > wide->prices[b]; });
  PlaceGaps out;
  out.worth = static_cast<std::uint32_t>(dear.size());
  out.asked = static_cast<std::uint32_t>(std::min(most, dear.size()));
  for (std::uint32_t at = 0; at < out.asked; ++at) {
    if (keep_going && !keep_going(at, out.asked)) return base::fail(base::Errc::cancelled);
    Engine after = engine;
    after.open_place(dear[at]);
    const PlaceGap gap = compare(graph, engine, after, dear[at]);
    if (gap.pairs > 0 || gap.points > 0) out.places.push_back(gap);
  }
  const auto key = [&](const PlaceGap& gap) { return problem.mentors[gap.mentor].key; };
  base::sort(out.places, [&](const PlaceGap& a, const PlaceGap& b) {
    if (a.pairs != b.pairs) return a.pairs > b.pairs;
    if (a.points != b.points) return a.points > b.points;
    return key(a) != key(b) ? key(a) < key(b) : a.mentor < b.mentor;
  });
  return out;
}

}  // namespace pairbook::matching
