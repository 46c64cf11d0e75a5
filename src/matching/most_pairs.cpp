// Source: Koenig 1931 (what a search in vain has come to, and what it has not, is a cover).
#include "most_pairs.hpp"

#include <algorithm>

namespace pairbook::matching {

MostPairs::MostPairs(const Graph& graph)
    : graph_(&graph),
      mate_(graph.mentees(), nobody),
      cost_(graph.mentees(), 0),
      held_(graph.mentors()),
      seen_by_(graph.mentors(), nobody),
      seen_at_(graph.mentors(), 0) {}

bool MostPairs::reach(Index wanted, std::int32_t most_cost) {
  drop_pairs_above(most_cost);
  reached_.assign(graph_->mentees(), false);
  seen_.assign(graph_->mentors(), false);
  // Whoever finds no place now finds none later: others' paths do not lead there either.
  Index may_fail = graph_->mentees() - std::min(wanted, graph_->mentees());
  for (Index i = 0; i < graph_->mentees(); ++i) {
    if (mate_[i] != nobody || find_place(i, most_cost)) continue;
    if (may_fail-- == 0) return false;
  }
  return pairs_ >= wanted;
}

void MostPairs::reach_all(std::int32_t most_cost) {
  (void)reach(0, most_cost);
}

void MostPairs::drop_pairs_above(std::int32_t most_cost) {
  for (Index i = 0; i < graph_->mentees(); ++i) {
    if (mate_[i] != nobody && cost_[i] > most_cost) leave(i);
  }
}

bool MostPairs::find_place(Index start, std::int32_t most_cost) {
  queue_.assign(1, start);
  seen_now_.clear();
  for (std::size_t at = 0; at < queue_.size(); ++at) {
    const Index mentee = queue_[at];
    for (const Edge& edge : graph_->row_of(mentee)) {
      if (edge.cost > most_cost || seen_[edge.to]) continue;
      seen_[edge.to] = true;
      seen_now_.push_back(edge.to);
      seen_by_[edge.to] = mentee;
      seen_at_[edge.to] = edge.cost;
      if (!has_room(edge.to)) {
        queue_.insert(queue_.end(), held_[edge.to].begin(), held_[edge.to].end());
        continue;
      }
      for (Index to = edge.to; to != nobody;) {
        const Index moves = seen_by_[to];
        const Index from = mate_[moves];
        if (from != nobody) leave(moves);
        cost_[moves] = seen_at_[to];
        hold(to, moves);
        to = from;
      }
      for (const Index mentor : seen_now_) seen_[mentor] = false;
      return true;
    }
  }
  for (const Index mentee : queue_) reached_[mentee] = true;
  return false;
}

void MostPairs::hold(Index mentor, Index mentee) {
  held_[mentor].push_back(mentee);
  mate_[mentee] = mentor;
  ++pairs_;
}

void MostPairs::leave(Index mentee) {
  std::vector<Index>& held = held_[mate_[mentee]];
  *std::find(held.begin(), held.end(), mentee) = held.back();
  held.pop_back();
  mate_[mentee] = nobody;
  --pairs_;
}

}  // namespace pairbook::matching
