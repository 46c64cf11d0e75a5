#include "pairbook/matching/assign.hpp"

#include <algorithm>
#include <utility>

#include "engine.hpp"
#include "solved.hpp"

namespace pairbook::matching {

void aim_for(Goal goal, std::int64_t top, Assignment& assignment) {
  std::int64_t places = 0;
  for (const AssignMentor& mentor : assignment.mentors) places += mentor.capacity;
  const auto most_pairs =
      std::min(places, static_cast<std::int64_t>(assignment.mentees.size()));
  // A point is worth more than all pairs together, or a pair more than all points together.
  const bool total_first = goal == Goal::best_total;
  assignment.weight = total_first ? most_pairs + 1 : 1;
  for (AssignMentee& mentee : assignment.mentees) {
    mentee.penalty = total_first ? 1 : most_pairs * top + 1;
  }
}

void aim_for(Goal goal, Assignment& assignment) {
  std::int64_t top = 0;
  for (const Arc& arc : assignment.arcs) top = std::max<std::int64_t>(top, arc.score);
  aim_for(goal, top, assignment);
}

namespace {

std::int32_t score_of(const Graph& graph, Index mentee, Index mentor) {
  const auto row = graph.row_of(mentee);
  const auto edge = std::lower_bound(row.begin(), row.end(), mentor,
                                     [](const Edge& e, Index to) { return e.to < to; });
  return graph.top - edge->cost;
}

/// After an early stop: who is left takes the best free place there is.
void seat_the_rest(const Graph& graph, std::vector<Index>& mates) {
  std::vector<std::uint32_t> room = graph.places;
  for (const Index mate : mates) {
    if (mate != nobody) --room[mate];
  }
  for (Index i = 0; i < graph.mentees(); ++i) {
    if (mates[i] != nobody) continue;
    std::int64_t best = graph.stay_out[i];
    for (const Edge& edge : graph.row_of(i)) {
      if (room[edge.to] == 0 || graph.cost(edge) > best) continue;
      best = graph.cost(edge);
      mates[i] = edge.to;
    }
    if (mates[i] != nobody) --room[mates[i]];
  }
}

Certificate certificate_of(const Assignment& assignment, const Graph& graph,
                           const Engine& engine) {
  Certificate proof;
  proof.price.assign(assignment.mentors.size(), 0);
  proof.gain.assign(assignment.mentees.size(), 0);
  for (Index j = 0; j < graph.mentors(); ++j) {
    proof.price[graph.mentor_at[j]] = engine.price(j);
    proof.bound += engine.price(j) * graph.places[j];
  }
  for (Index i = 0; i < graph.mentees(); ++i) {
    std::int64_t level = graph.stay_out[i];
    for (const Edge& edge : graph.row_of(i)) {
      level = std::min(level, graph.cost(edge) + engine.price(edge.to));
    }
    const std::int64_t gain = graph.weight * graph.top - level;
    proof.gain[graph.mentee_at[i]] = gain;
    proof.bound += gain;
  }
  for (const Arc& arc : assignment.locked) proof.bound += assignment.weight * arc.score;
  return proof;
}

}  // namespace

Assigned answer_of(const Assignment& assignment, const Graph& graph, const Engine& engine) {
  std::vector<Index> mates(graph.mentees());
  for (Index i = 0; i < graph.mentees(); ++i) mates[i] = engine.mate(i);
  seat_the_rest(graph, mates);

  Assigned out;
  out.mentor_of.assign(assignment.mentees.size(), nobody);
  for (const Arc& arc : assignment.locked) {
    out.mentor_of[arc.mentee] = arc.mentor;
    out.total += arc.score;
  }
  out.matched = static_cast<std::uint32_t>(assignment.locked.size());
  for (Index i = 0; i < graph.mentees(); ++i) {
    const Index at = graph.mentee_at[i];
    if (mates[i] == nobody) {
      out.value -= assignment.mentees[at].penalty;
      continue;
    }
    out.mentor_of[at] = graph.mentor_at[mates[i]];
    out.total += score_of(graph, i, mates[i]);
    ++out.matched;
  }
  out.value += assignment.weight * out.total;
  out.certificate = certificate_of(assignment, graph, engine);
  out.optimal = out.value == out.certificate.bound;
  return out;
}

base::Result<Assigned> assign(const Assignment& assignment, const KeepGoing& keep_going) {
  const base::Result<Graph> graph = make_graph(assignment);
  if (!graph) return base::pass_on(graph);
  Engine engine(*graph);
  (void)engine.solve(keep_going);  // stopped early: answer_of() says what the bound is
  return answer_of(assignment, *graph, engine);
}

base::Result<Assigned> assign_from(const Assignment& assignment,
                                   const std::vector<Index>& mentor_of,
                                   const std::vector<std::int64_t>& prices,
                                   const KeepGoing& keep_going) {
  const base::Result<Graph> graph = make_graph(assignment);
  if (!graph) return base::pass_on(graph);
  std::vector<Index> mates;
  for (const Index at : graph->mentee_at) {
    mates.push_back(mentor_of[at] == nobody ? nobody : graph->mentor_as[mentor_of[at]]);
  }
  std::vector<std::int64_t> price;
  for (const Index at : graph->mentor_at) price.push_back(prices[at]);
  Engine engine(*graph);
  (void)engine.solve_from(mates, price, keep_going);
  return answer_of(assignment, *graph, engine);
}

}  // namespace pairbook::matching
