#include "pairbook/matching/what_if.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "pairbook/base/text.hpp"
#include "solved.hpp"

namespace pairbook::matching {

using base::Errc;
using base::fail;

struct SolvedAssignment::Inside {
  Graph graph;
  Engine engine;
  Assigned answer;
  std::vector<std::int64_t> penalties;
  std::vector<std::int32_t> scores;  // of the pair of each mentee, 0 without one
};

SolvedAssignment::SolvedAssignment(std::unique_ptr<Inside> inside)
    : inside_(std::move(inside)) {}
SolvedAssignment::SolvedAssignment(SolvedAssignment&&) noexcept = default;
SolvedAssignment& SolvedAssignment::operator=(SolvedAssignment&&) noexcept = default;
SolvedAssignment::~SolvedAssignment() = default;

namespace {

std::int32_t score_in(const Graph& graph, Index mentee, Index mentor) {
  for (const Edge& edge : graph.row_of(mentee)) {
    if (edge.to == mentor) return graph.top - edge.cost;
  }
  return 0;
}

}  // namespace

base::Result<SolvedAssignment> SolvedAssignment::solve(const Assignment& assignment,
                                                       const KeepGoing& keep_going) {
  base::Result<Graph> graph = make_graph(assignment);
  if (!graph) return base::pass_on(graph);
  // The engine points into the graph, so the graph must not move again.
  auto inside =
      std::unique_ptr<Inside>(new Inside{std::move(*graph), Engine(Graph{}), {}, {}, {}});
  inside->engine = Engine(inside->graph);
  if (!inside->engine.solve(keep_going)) return fail(Errc::cancelled);
  inside->answer = answer_of(assignment, inside->graph, inside->engine);
  for (Index i = 0; i < inside->graph.mentees(); ++i) {
    inside->penalties.push_back(assignment.mentees[inside->graph.mentee_at[i]].penalty);
    const Index mate = inside->engine.mate(i);
    inside->scores.push_back(mate == nobody ? 0 : score_in(inside->graph, i, mate));
  }
  return SolvedAssignment(std::move(inside));
}

const Assigned& SolvedAssignment::answer() const {
  return inside_->answer;
}

base::Result<WhatIf> SolvedAssignment::if_locked(std::span<const Arc> pairs) const {
  const Graph& graph = inside_->graph;
  std::vector<std::uint32_t> places = graph.places;
  std::vector<Index> locked;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const std::string where = "pairs[" + base::to_text(static_cast<long long>(i)) + "]";
    const Arc& pair = pairs[i];
    if (pair.mentee >= graph.mentee_as.size() || pair.mentor >= graph.mentors() ||
        pair.score < 0 || graph.mentee_as[pair.mentee] == nobody ||
        std::find(locked.begin(), locked.end(), graph.mentee_as[pair.mentee]) != locked.end()) {
      return fail(Errc::invalid_input, where, "no such person, or locked already");
    }
    locked.push_back(graph.mentee_as[pair.mentee]);
    if (places[graph.mentor_as[pair.mentor]]-- == 0) {
      return fail(Errc::conflict, where, "no place that is not locked");
    }
  }

  // Everybody who is locked leaves, then the places they take close: each is one shortest path.
  Engine engine = inside_->engine;
  for (const Index mentee : locked) engine.take_out(mentee);
  for (const Arc& pair : pairs) engine.close_place(graph.mentor_as[pair.mentor]);

  WhatIf out;
  for (Index i = 0; i < graph.mentees(); ++i) {
    const Index before = inside_->engine.mate(i);
    Index after = engine.mate(i);
    std::int32_t score = 0;
    const auto lock = std::find(locked.begin(), locked.end(), i);
    if (lock != locked.end()) {
      const Arc& pair = pairs[static_cast<std::size_t>(lock - locked.begin())];
      after = graph.mentor_as[pair.mentor];
      score = pair.score;
    } else if (after == before) {
      continue;
    } else if (after != nobody) {
      score = score_in(graph, i, after);
    }
    out.total += inside_->scores[i] - score;
    out.value += graph.weight * (inside_->scores[i] - score);
    if (before == nobody) {
      --out.matched;
      out.value -= inside_->penalties[i];
    }
    if (after == nobody) {
      ++out.matched;
      out.value += inside_->penalties[i];
    }
    if (after == before) continue;  // locked where they were
    const auto name = [&](Index j) { return j == nobody ? nobody : graph.mentor_at[j]; };
    out.moves.push_back({graph.mentee_at[i], name(before), name(after)});
  }
  std::sort(out.moves.begin(), out.moves.end(),
            [](const Move& a, const Move& b) { return a.mentee < b.mentee; });
  return out;
}

std::int64_t SolvedAssignment::lost_at_least(const Arc& pair) const {
  const Certificate& proof = inside_->answer.certificate;
  return proof.gain[pair.mentee] + proof.price[pair.mentor] -
         inside_->graph.weight * pair.score;
}

}  // namespace pairbook::matching
