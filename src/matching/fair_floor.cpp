#include "pairbook/matching/fair_floor.hpp"

#include <algorithm>

#include "most_pairs.hpp"
#include "pairbook/base/sort.hpp"
#include "solved.hpp"

namespace pairbook::matching {

using base::Errc;
using base::fail;

namespace {

Cover cover_of(const Graph& graph, const MostPairs& pairs) {
  Cover out;
  for (Index i = 0; i < graph.mentees(); ++i) {
    if (pairs.mate(i) != nobody && pairs.covers_mentee(i)) {
      out.mentees.push_back(graph.mentee_at[i]);
    }
  }
  for (Index j = 0; j < graph.mentors(); ++j) {
    if (pairs.covers_mentor(j)) out.mentors.push_back(graph.mentor_at[j]);
  }
  base::sort(out.mentees);
  base::sort(out.mentors);
  return out;
}

bool stopped(const KeepGoing& keep_going, std::uint64_t done, std::uint64_t total) {
  return keep_going && !keep_going(done, total);
}

}  // namespace

Assignment under_floor(const Assignment& question, std::int32_t floor) {
  Assignment out = question;
  std::erase_if(out.arcs, [&](const Arc& arc) { return arc.score < floor; });
  aim_for(Goal::most_matched, out);
  return out;
}

base::Result<FairFloor> fair_floor(const Assignment& question, const KeepGoing& keep_going) {
  Assignment aimed = question;
  aim_for(Goal::most_matched, aimed);
  const base::Result<Graph> graph = make_graph(aimed);
  if (!graph) return base::pass_on(graph);
  FairFloor out;
  MostPairs best(*graph);
  best.reach_all(graph->top);
  const Index wanted = best.pairs();
  out.of_all = cover_of(*graph, best);

  // Costs are top - score: the least limit under which all are still matched.
  std::int32_t enough = graph->top, too_little = -1;
  for (int halving = 0; wanted > 0 && enough - too_little > 1; ++halving) {
    if (stopped(keep_going, static_cast<std::uint64_t>(halving), 64))
      return fail(Errc::cancelled);
    const std::int32_t middle = too_little + (enough - too_little) / 2;
    MostPairs tried = best;
    if (tried.reach(wanted, middle)) {
      best = std::move(tried);
      enough = middle;
    } else {
      too_little = middle;
    }
  }
  if (wanted > 0) {
    best.reach_all(too_little);
    out.above = cover_of(*graph, best);
    out.floor = graph->top - enough;
  }
  base::Result<Assigned> answer = assign(under_floor(question, out.floor), keep_going);
  if (!answer) return base::pass_on(answer);
  if (!answer->optimal) return fail(Errc::cancelled);
  out.answer = std::move(*answer);
  return out;
}

base::Result<std::vector<FloorPoint>> floor_curve(const Assignment& question,
                                                  std::span<const std::int32_t> floors,
                                                  const KeepGoing& keep_going) {
  std::vector<FloorPoint> out;
  std::vector<Index> mates(question.mentees.size(), nobody);
  std::vector<std::int64_t> prices(question.mentors.size(), 0);
  for (const std::int32_t floor : floors) {
    const base::Result<Assigned> answer =
        assign_from(under_floor(question, floor), mates, prices, keep_going);
    if (!answer) return base::pass_on(answer);
    if (!answer->optimal) return fail(Errc::cancelled);
    out.push_back({floor, answer->matched, answer->total});
    mates = answer->mentor_of;
    prices = answer->certificate.price;
  }
  return out;
}

}  // namespace pairbook::matching
