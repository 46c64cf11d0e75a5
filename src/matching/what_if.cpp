#include "pairbook/matching/what_if.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "solved.hpp"

namespace pairbook::matching {

using base::Errc;
using base::fail;

struct SolvedAssignment::Inside {
  Graph graph;
  Engine engine;
  Assigned answer;
  std::vector<std::int64_t> penalties;  // by the graph's mentees
  std::vector<std::int32_t> scores;     // of their pairs, 0 without one

  // The engine points into the graph, so this never moves.
  explicit Inside(Graph made) : graph(std::move(made)), engine(graph) {}
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

  void remember(const Assignment& assignment, Assigned found);
  [[nodiscard]] WhatIf compare(const Engine& after, std::span<const Arc> locks) const;
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

void SolvedAssignment::Inside::remember(const Assignment& assignment, Assigned found) {
  answer = std::move(found);
  for (Index i = 0; i < graph.mentees(); ++i) {
    penalties.push_back(assignment.mentees[graph.mentee_at[i]].penalty);
    const Index mate = engine.mate(i);
    scores.push_back(mate == nobody ? 0 : score_in(graph, i, mate));
  }
}

base::Result<SolvedAssignment> SolvedAssignment::solve(const Assignment& assignment,
                                                       const KeepGoing& keep_going) {
  base::Result<Graph> graph = make_graph(assignment);
  if (!graph) return base::pass_on(graph);
  auto inside = std::make_unique<Inside>(std::move(*graph));
  if (!inside->engine.solve(keep_going)) return fail(Errc::cancelled);
  inside->remember(assignment, answer_of(assignment, inside->graph, inside->engine));
  return SolvedAssignment(std::move(inside));
}

base::Result<SolvedAssignment> SolvedAssignment::resume(const Assignment& assignment,
                                                        const Assigned& answer) {
  base::Result<Graph> graph = make_graph(assignment);
  if (!graph) return base::pass_on(graph);
  if (const base::Done sound = check_certificate(assignment, answer); !sound) {
    return base::pass_on(sound);
  }
  if (!answer.optimal) return fail(Errc::corrupt, "", "not proven");
  auto inside = std::make_unique<Inside>(std::move(*graph));
  const Graph& made = inside->graph;
  std::vector<Index> mates;
  for (const Index at : made.mentee_at) {
    const Index mentor = answer.mentor_of[at];
    mates.push_back(mentor == nobody ? nobody : made.mentor_as[mentor]);
  }
  std::vector<std::int64_t> prices;
  for (const Index at : made.mentor_at) prices.push_back(answer.certificate.price[at]);
  inside->engine.resume(mates, prices);
  inside->remember(assignment, answer);
  return SolvedAssignment(std::move(inside));
}

const Assigned& SolvedAssignment::answer() const {
  return inside_->answer;
}

WhatIf SolvedAssignment::Inside::compare(const Engine& after_it,
                                         std::span<const Arc> locks) const {
  WhatIf out;
  for (Index i = 0; i < graph.mentees(); ++i) {
    const Index before = engine.mate(i);
    Index after = after_it.mate(i);
    std::int32_t score = 0;
    const auto lock = std::find_if(locks.begin(), locks.end(), [&](const Arc& arc) {
      return graph.mentee_as[arc.mentee] == i;
    });
    if (lock != locks.end()) {
      after = graph.mentor_as[lock->mentor];
      score = lock->score;
    } else if (after == before) {
      continue;
    } else if (after != nobody) {
      score = score_in(graph, i, after);
    }
    out.total += scores[i] - score;
    out.value += graph.weight * (scores[i] - score);
    if (before == nobody) {
      --out.matched;
      out.value -= penalties[i];
    }
    if (after == nobody) {
      ++out.matched;
      out.value += penalties[i];
    }
    if (after == before) continue;  // locked where they were
    const auto name = [&](Index j) { return j == nobody ? nobody : graph.mentor_at[j]; };
    out.moves.push_back({graph.mentee_at[i], name(before), name(after)});
  }
  base::sort(out.moves, [](const Move& a, const Move& b) { return a.mentee < b.mentee; });
  return out;
}

base::Result<WhatIf> SolvedAssignment::if_locked(std::span<const Arc> pairs) const {
  const Graph& graph = inside_->graph;
  std::vector<std::uint32_t> places = graph.places;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const std::string where = "pairs[" + base::to_text(static_cast<long long>(i)) + "]";
    const Arc& pair = pairs[i];
    const auto same = [&](const Arc& other) { return other.mentee == pair.mentee; };
    if (pair.mentee >= graph.mentee_as.size() || pair.mentor >= graph.mentors() ||
        pair.score < 0 || graph.mentee_as[pair.mentee] == nobody ||
        std::any_of(pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(i), same)) {
      return fail(Errc::invalid_input, where, "no such person, or locked already");
    }
    if (places[graph.mentor_as[pair.mentor]]-- == 0) {
      return fail(Errc::conflict, where, "no place that is not locked");
    }
  }

  // Everybody who is locked leaves, then the places they take close: each is one shortest path.
  Engine engine = inside_->engine;
  for (const Arc& pair : pairs) engine.take_out(graph.mentee_as[pair.mentee]);
  for (const Arc& pair : pairs) engine.close_place(graph.mentor_as[pair.mentor]);
  return inside_->compare(engine, pairs);
}

base::Result<WhatIf> SolvedAssignment::if_forbidden(Index mentee) const {
  const Graph& graph = inside_->graph;
  const Index i = mentee < graph.mentee_as.size() ? graph.mentee_as[mentee] : nobody;
  if (i == nobody || inside_->engine.mate(i) == nobody) {
    return fail(Errc::invalid_input, "mentee", "has no pair that could be forbidden");
  }
  // They leave, and come back to a row without that arc: two shortest paths.
  Graph without = graph;
  const auto row = without.row_of(i);
  const auto arc = std::find_if(row.begin(), row.end(), [&](const Edge& edge) {
    return edge.to == inside_->engine.mate(i);
  });
  without.row.erase(without.row.begin() + (&*arc - without.row.data()));
  for (Index k = i; k < graph.mentees(); ++k) --without.row_begin[k + 1];
  Engine engine = inside_->engine;
  engine.take_out(i);
  engine.put_back(i, without);
  return inside_->compare(engine, {});
}

std::int64_t SolvedAssignment::lost_at_least(const Arc& pair) const {
  const Certificate& proof = inside_->answer.certificate;
  return proof.gain[pair.mentee] + proof.price[pair.mentor] -
         inside_->graph.weight * pair.score;
}

}  // namespace pairbook::matching
