// The start: an auction in which every bidder offers exactly what the best place is worth to
// them above the second best. It fills most places in a few passes over the arcs and leaves
// prices that the shortest paths go on from.
//
// A mentor's price is the lowest threshold among the holders of its places, and 0 while a place
// is free. A holder's threshold is the price at which the second best looked as good when they
// bid; prices only rise, so the best stays best at any price up to the threshold.
//
// Source: Bertsekas & Castanon 1989 (similar objects); Jonker & Volgenant 1987 (augmenting row
//         reduction: the step that does not raise a price ends the bidding).
#include <algorithm>

#include "engine.hpp"

namespace pairbook::matching {

void Engine::auction() {
  threshold_.assign(graph_->mentees(), 0);
  // Bids may raise a price by 1 only: a limit, not a wait. What is left the paths settle.
  auto bids_left = std::uint64_t{4} * graph_->mentees();
  for (Index i = 0; i < graph_->mentees(); ++i) {
    for (Index bidder = i; bidder != nobody && bids_left > 0; --bids_left) {
      bidder = bid(bidder);
    }
  }
  for (Index i = 0; i < graph_->mentees(); ++i) {
    if (mate_[i] != nobody) level_[i] += price_[mate_[i]];  // until now the cost alone
  }
  threshold_ = {};
}

/// Who lost a place by it, or nobody.
Index Engine::bid(Index mentee) {
  const std::int64_t stay_out = graph_->stay_out[mentee];
  std::int64_t best = far;
  std::int64_t second = stay_out;
  Edge best_edge;
  for (const Edge& edge : graph_->row_of(mentee)) {
    const std::int64_t cost = graph_->cost(edge) + price_[edge.to];
    if (cost > best || (cost == best && (has_room(best_edge.to) || !has_room(edge.to)))) {
      second = std::min(second, cost);
      continue;
    }
    second = std::min(second, best);
    best = cost;
    best_edge = edge;
  }
  if (best > stay_out) {
    level_[mentee] = stay_out;
    settled_[mentee] = true;
    return nobody;
  }
  const Index mentor = best_edge.to;
  const std::int64_t threshold = price_[mentor] + second - best;
  if (!has_room(mentor) && threshold == price_[mentor]) return nobody;  // a tie: wait

  threshold_[mentee] = threshold;
  level_[mentee] = graph_->cost(best_edge);
  Index loser = nobody;
  if (has_room(mentor)) {
    ++load_[mentor];
    rise(mentor, load_[mentor] - 1, mentee);
  } else {
    loser = holders(mentor).front();
    mate_[loser] = nobody;
    sink(mentor, mentee);
  }
  if (!has_room(mentor)) price_[mentor] = threshold_[holders(mentor).front()];
  return loser;
}

// Each mentor's holders are a heap in the auction, the lowest threshold first.

void Engine::rise(Index mentor, std::uint32_t slot, Index mentee) {
  Index* const held = held_.data() + held_begin_[mentor];
  while (slot > 0) {
    const std::uint32_t above = (slot - 1) / 2;
    if (threshold_[held[above]] <= threshold_[mentee]) break;
    held[slot] = held[above];
    slot_[held[slot]] = slot;
    slot = above;
  }
  held[slot] = mentee;
  slot_[mentee] = slot;
  mate_[mentee] = mentor;
}

void Engine::sink(Index mentor, Index mentee) {
  Index* const held = held_.data() + held_begin_[mentor];
  std::uint32_t slot = 0;
  for (std::uint32_t below = 1; below < load_[mentor]; below = 2 * slot + 1) {
    if (below + 1 < load_[mentor] && threshold_[held[below + 1]] < threshold_[held[below]]) {
      ++below;
    }
    if (threshold_[mentee] <= threshold_[held[below]]) break;
    held[slot] = held[below];
    slot_[held[slot]] = slot;
    slot = below;
  }
  held[slot] = mentee;
  slot_[mentee] = slot;
  mate_[mentee] = mentor;
}

}  // namespace pairbook::matching
