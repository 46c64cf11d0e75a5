#pragma once

#include <vector>

#include "graph.hpp"

namespace pairbook::matching {

/// As many pairs as there can be along the arcs that cost at most a limit, by shortest
/// augmenting paths in breadth. Goes on from the pairs it has when the limit changes.
class MostPairs {
 public:
  explicit MostPairs(const Graph& graph);

  /// False as soon as it is clear that there are not `wanted` pairs; then the pairs are too
  /// few.
  [[nodiscard]] bool reach(Index wanted, std::int32_t most_cost);
  /// All there can be.
  void reach_all(std::int32_t most_cost);

  [[nodiscard]] Index pairs() const { return pairs_; }
  [[nodiscard]] Index mate(Index mentee) const { return mate_[mentee]; }

  /// After reach_all(): mentees and mentors who are in every pair.
  [[nodiscard]] bool covers_mentee(Index mentee) const { return !reached_[mentee]; }
  [[nodiscard]] bool covers_mentor(Index mentor) const { return seen_[mentor]; }

 private:
  void drop_pairs_above(std::int32_t most_cost);
  [[nodiscard]] bool find_place(Index start, std::int32_t most_cost);
  void hold(Index mentor, Index mentee);
  void leave(Index mentee);
  [[nodiscard]] bool has_room(Index mentor) const {
    return held_[mentor].size() < graph_->places[mentor];
  }

  const Graph* graph_;
  Index pairs_ = 0;
  std::vector<Index> mate_;
  std::vector<std::int32_t> cost_;        // of a mentee's pair
  std::vector<std::vector<Index>> held_;  // by mentor
  // Of one limit: those whom a search in vain has come to; no later search finds more there.
  std::vector<bool> reached_;  // by mentee
  std::vector<bool> seen_;     // by mentor
  std::vector<Index> seen_by_;
  std::vector<std::int32_t> seen_at_;  // the cost of that arc
  std::vector<Index> queue_;
  std::vector<Index> seen_now_;
};

}  // namespace pairbook::matching
