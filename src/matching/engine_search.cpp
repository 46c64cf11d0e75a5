// One change at a time: the shortest path from a mentee without a place (or from a place that
// closes) to a free place or to somebody who might as well stay out; and the other way round,
// from a place that opens to whoever gains most by it.
//
// Source: Tomizawa 1971, Edmonds & Karp 1972 (shortest augmenting paths with prices); Jonker &
//         Volgenant 1987 (only what was scanned changes its price, the search stops at the
//         first end).
#include <algorithm>

#include "engine.hpp"

namespace pairbook::matching {

void Engine::open_search() {
  heap_.clear();
  for (const Index j : seen_) distance_[j] = far;
  seen_.clear();
  scanned_.clear();
  end_ = End::nothing;
  end_at_ = nobody;
  end_distance_ = far;
}

void Engine::see(Index mentor, Index by, std::int64_t distance) {
  if (distance_[mentor] == far) seen_.push_back(mentor);
  distance_[mentor] = distance;
  reached_by_[mentor] = by;
}

void Engine::relax_row(Index mentee, std::int64_t distance) {
  ++rows_scanned_;
  const std::int64_t base = distance - level_[mentee];
  for (const Edge& edge : graph_->row_of(mentee)) {
    const std::int64_t there = base + graph_->cost(edge) + price_[edge.to];
    if (there >= end_distance_ || there >= distance_[edge.to]) continue;
    see(edge.to, mentee, there);
    if (has_room(edge.to)) {
      end_ = End::place;
      end_at_ = edge.to;
      end_distance_ = there;
    } else {
      heap_.put(edge.to, there);
    }
  }
}

void Engine::run_search() {
  while (!heap_.empty() && heap_.nearest() < end_distance_) {
    const Index mentor = heap_.take();
    scanned_.push_back(mentor);
    for (const Index k : holders(mentor)) {
      const std::int64_t there = distance_[mentor] + graph_->stay_out[k] - level_[k];
      if (there >= end_distance_) continue;
      end_ = End::stay_out;
      end_at_ = k;
      end_distance_ = there;
    }
    for (const Index k : holders(mentor)) relax_row(k, distance_[mentor]);
  }
}

void Engine::raise_scanned_prices() {
  for (const Index j : scanned_) {
    const std::int64_t rise = end_distance_ - distance_[j];
    price_[j] += rise;
    for (const Index k : holders(j)) level_[k] += rise;
  }
}

void Engine::insert(Index mentee) {
  open_search();
  level_[mentee] = best_level(mentee);
  end_ = End::stay_out;
  end_at_ = mentee;
  end_distance_ = graph_->stay_out[mentee] - level_[mentee];
  relax_row(mentee, 0);
  run_search();
  raise_scanned_prices();
  level_[mentee] += end_distance_;
  make_last_move();
  open_search();
}

void Engine::close_place(Index mentor) {
  if (!has_room(mentor)) {
    open_search();
    see(mentor, nobody, 0);
    heap_.put(mentor, 0);
    run_search();
    raise_scanned_prices();
    make_last_move();
    open_search();
  }
  --places_[mentor];
}

void Engine::make_last_move() {
  if (end_ == End::place) {
    shift_along(end_at_, load_[end_at_]);
    return;
  }
  const Index mentor = mate_[end_at_];
  mate_[end_at_] = nobody;
  settled_[end_at_] = true;
  if (mentor != nobody) shift_along(mentor, slot_[end_at_]);
}

/// The place is empty: whoever the path came from takes it, and their place is the next one.
void Engine::shift_along(Index mentor, std::uint32_t slot) {
  while (mentor != nobody) {
    const Index mentee = reached_by_[mentor];
    if (mentee == nobody) {  // the search began here: the place goes
      const std::uint32_t last = --load_[mentor];
      if (slot != last) {
        const Index other = held_[held_begin_[mentor] + last];
        held_[held_begin_[mentor] + slot] = other;
        slot_[other] = slot;
      }
      return;
    }
    const Index next_mentor = mate_[mentee];
    const std::uint32_t next_slot = slot_[mentee];
    hold(mentor, slot, mentee);
    mentor = next_mentor;
    slot = next_slot;
  }
}

/// The mentor has a place to give away at a price above 0. Backward from it: somebody without
/// a mentor comes in, or somebody moves and leaves a cheaper place behind, or the price falls.
void Engine::fill_place(Index mentor) {
  open_search();
  see(mentor, nobody, 0);
  heap_.put(mentor, 0);
  end_distance_ = price_[mentor];
  while (!heap_.empty() && heap_.nearest() < end_distance_) {
    const Index here = heap_.take();
    scanned_.push_back(here);
    ++columns_scanned_;
    for (const Edge& edge : graph_->column_of(here)) {
      const Index mentee = edge.to;
      if (gone_[mentee]) continue;
      const std::int64_t there =
          distance_[here] + graph_->cost(edge) + price_[here] - level_[mentee];
      if (there >= end_distance_) continue;
      const Index mate = mate_[mentee];
      if (mate == nobody) {
        end_ = End::stay_out;
        end_at_ = mentee;
        end_distance_ = there;
        goes_to_[mentee] = here;
      } else if (there < distance_[mate]) {
        see(mate, mentee, there);
        goes_to_[mentee] = here;
        heap_.put(mate, there);
        if (there + price_[mate] < end_distance_) {
          end_ = End::place;
          end_at_ = mate;
          end_distance_ = there + price_[mate];
        }
      }
    }
  }
  for (const Index j : scanned_) {
    const std::int64_t fall = end_distance_ - distance_[j];
    price_[j] -= fall;
    for (const Index k : holders(j)) level_[k] -= fall;
  }
  if (end_ != End::nothing) {
    const Index first = end_ == End::place ? reached_by_[end_at_] : end_at_;
    if (end_ == End::place) leave(first);
    settled_[first] = false;
    Index mentee = first;
    for (Index to = goes_to_[mentee];; to = goes_to_[mentee]) {
      if (to == mentor) {
        hold(mentor, load_[mentor], mentee);
        break;
      }
      const Index moves_on = reached_by_[to];
      hold(to, slot_[moves_on], mentee);
      mentee = moves_on;
    }
  }
  open_search();
}

}  // namespace pairbook::matching
