// Phases: all prices at once, then many mentees at once.
//
// raise_all_prices() raises every price as far as it can go without breaking a pair: by the
// distance to the nearest free place, or to the nearest mentee who might as well stay out. One
// backward Dijkstra. After it a path of length 0 leads on from every mentor, and
// match_along_free_paths() matches along as many of these as it finds, depth first.
//
// Source: Goldberg & Kennedy 1995 and 1997 (global price updates); Hopcroft & Karp 1973, Dinic
//         1970 (many paths in one phase).
#include <algorithm>

#include "engine.hpp"

namespace pairbook::matching {

void Engine::raise_all_prices() {
  std::vector<Index> at_once;
  for (Index j = 0; j < graph_->mentors(); ++j) {
    distance_[j] = far;
    if (places_[j] == 0) continue;
    if (has_room(j)) {
      distance_[j] = 0;
      at_once.push_back(j);
      continue;
    }
    for (const Index k : holders(j)) {
      distance_[j] = std::min(distance_[j], graph_->stay_out[k] - level_[k]);
    }
    heap_.put(j, distance_[j]);
  }
  for (const Index j : at_once) relax_column(j);
  while (!heap_.empty()) relax_column(heap_.take());

  for (Index j = 0; j < graph_->mentors(); ++j) {
    const std::int64_t distance = std::exchange(distance_[j], far);
    if (distance == far || distance == 0) continue;
    price_[j] += distance;
    for (const Index k : holders(j)) level_[k] += distance;
  }
}

/// Who would come to this mentor could lead their own mentor's next mentee to a free place.
void Engine::relax_column(Index mentor) {
  const std::int64_t here = distance_[mentor];
  for (const Edge& edge : graph_->column_of(mentor)) {
    const Index mate = mate_[edge.to];
    if (mate == nobody || distance_[mate] <= here) continue;
    const std::int64_t distance = here + graph_->cost(edge) + price_[mentor] - level_[edge.to];
    if (distance >= distance_[mate]) continue;
    distance_[mate] = distance;
    heap_.put(mate, distance);
  }
}

void Engine::match_along_free_paths() {
  next_edge_.assign(graph_->row_begin.begin(), graph_->row_begin.end() - 1);
  next_holder_.assign(graph_->mentors(), 0);
  visited_.assign(graph_->mentors(), false);
  for (const Index mentee : free_mentees()) {
    level_[mentee] = best_level(mentee);
    if (free_path_from(mentee)) continue;
    settled_[mentee] = level_[mentee] == graph_->stay_out[mentee];
  }
}

Index Engine::next_free_step(Index mentee) {
  for (std::uint32_t& e = next_edge_[mentee]; e < graph_->row_begin[mentee + 1]; ++e) {
    const Edge& edge = graph_->row[e];
    if (!visited_[edge.to] && reduced(mentee, edge) == 0) return edge.to;
  }
  return nobody;
}

bool Engine::free_path_from(Index start) {
  scanned_.clear();  // the mentors on the path
  for (Index mentee = start;;) {
    const Index mentor = next_free_step(mentee);
    if (mentor == nobody) {
      if (mentee == start) return false;
      const Index back = mate_[mentee];
      if (++next_holder_[back] < load_[back]) {
        mentee = holders(back)[next_holder_[back]];
      } else {
        scanned_.pop_back();
        mentee = reached_by_[back];
      }
      continue;
    }
    reached_by_[mentor] = mentee;
    end_ = End::nothing;
    if (has_room(mentor)) {
      end_ = End::place;
      end_at_ = mentor;
    } else {
      for (const Index k : holders(mentor)) {
        if (level_[k] == graph_->stay_out[k]) {
          end_ = End::stay_out;
          end_at_ = k;
          break;
        }
      }
    }
    if (end_ != End::nothing) {
      make_last_move();
      for (const Index j : scanned_) visited_[j] = false;  // their other holders may lead on
      return true;
    }
    visited_[mentor] = true;
    scanned_.push_back(mentor);
    if (next_holder_[mentor] < load_[mentor]) {
      mentee = holders(mentor)[next_holder_[mentor]];
    } else {
      scanned_.pop_back();  // was exhausted before; stays visited
    }
  }
}

}  // namespace pairbook::matching
