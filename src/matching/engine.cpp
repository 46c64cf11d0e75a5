#include "engine.hpp"

#include <algorithm>

namespace pairbook::matching {

Engine::Engine(const Graph& graph)
    : graph_(&graph),
      places_(graph.places),
      price_(graph.mentors(), 0),
      level_(graph.mentees(), 0),
      mate_(graph.mentees(), nobody),
      slot_(graph.mentees(), 0),
      settled_(graph.mentees(), false),
      gone_(graph.mentees(), false),
      load_(graph.mentors(), 0),
      heap_(graph.mentors()),
      distance_(graph.mentors(), far),
      reached_by_(graph.mentors(), nobody),
      goes_to_(graph.mentees(), nobody) {
  std::uint32_t begin = 0;
  for (Index j = 0; j < graph.mentors(); ++j) {
    held_begin_.push_back(begin);
    const auto wanted = static_cast<std::uint32_t>(graph.column_of(j).size());
    begin += std::min(places_[j], wanted);
  }
  held_.assign(begin, nobody);
}

namespace {

std::function<bool(std::uint64_t)> stop_when_told(const KeepGoing& keep_going, Index mentees) {
  return [&keep_going, n = std::uint64_t{mentees}](std::uint64_t left) {
    return keep_going && !keep_going(n - left, n);
  };
}

}  // namespace

bool Engine::solve(const KeepGoing& keep_going) {
  const Stopped stopped = stop_when_told(keep_going, graph_->mentees());
  if (stopped(graph_->mentees())) return false;
  if (places_are_short()) {
    auction_of_places();
    return fill_all_places(stopped);
  }
  auction();
  return match_the_free(stopped);
}

bool Engine::solve_from(const std::vector<Index>& mates,
                        const std::vector<std::int64_t>& prices, const KeepGoing& keep_going) {
  const Stopped stopped = stop_when_told(keep_going, graph_->mentees());
  price_ = prices;
  for (Index i = 0; i < graph_->mentees(); ++i) {
    level_[i] = best_level(i);
    settled_[i] = level_[i] == graph_->stay_out[i];
    const auto row = graph_->row_of(i);
    const auto used = std::find_if(row.begin(), row.end(),
                                   [&](const Edge& edge) { return edge.to == mates[i]; });
    if (used == row.end() || reduced(i, *used) != 0 || !has_room(mates[i])) continue;
    settled_[i] = false;
    hold(mates[i], load_[mates[i]], i);
  }
  return match_the_free(stopped) && fill_all_places(stopped);
}

/// Phases and paths until nobody waits.
bool Engine::match_the_free(const Stopped& stopped) {
  const std::uint64_t n = graph_->mentees();
  for (std::vector<Index> free = free_mentees(); !free.empty(); free = free_mentees()) {
    if (stopped(free.size())) return false;
    // A phase costs a sweep or two over the arcs: worth it while many are waiting.
    if (free.size() > 8) {
      raise_all_prices();
      match_along_free_paths();
      free = free_mentees();
    }
    rows_scanned_ = 0;
    for (std::size_t i = 0; i < free.size() && rows_scanned_ < 2 * n; ++i) {
      insert(free[i]);
      if (i % 64 == 63 && stopped(free.size() - i)) return false;
    }
  }
  return !stopped(0);
}

std::vector<Index> Engine::free_mentees() const {
  std::vector<Index> free;
  for (Index i = 0; i < graph_->mentees(); ++i) {
    if (mate_[i] == nobody && !settled_[i]) free.push_back(i);
  }
  return free;
}

void Engine::resume(const std::vector<Index>& mates, const std::vector<std::int64_t>& prices) {
  price_ = prices;
  for (Index i = 0; i < graph_->mentees(); ++i) {
    level_[i] = best_level(i);
    settled_[i] = mates[i] == nobody;
    if (mates[i] != nobody) hold(mates[i], load_[mates[i]], i);
  }
}

void Engine::put_back(Index mentee, const Graph& graph) {
  graph_ = &graph;
  gone_[mentee] = false;
  settled_[mentee] = false;
  insert(mentee);
}

void Engine::take_out(Index mentee) {
  const Index mentor = mate_[mentee];
  gone_[mentee] = true;
  settled_[mentee] = true;
  if (mentor == nobody) return;
  leave(mentee);
  if (price_[mentor] > 0) fill_place(mentor);
}

void Engine::open_place(Index mentor) {
  ++places_[mentor];
  const std::uint32_t end = held_begin_[mentor] + load_[mentor];
  held_.insert(held_.begin() + static_cast<std::ptrdiff_t>(end), nobody);
  for (Index j = mentor + 1; j < held_begin_.size(); ++j) ++held_begin_[j];
  if (price_[mentor] > 0) fill_place(mentor);
}

void Engine::hold(Index mentor, std::uint32_t slot, Index mentee) {
  if (slot == load_[mentor]) ++load_[mentor];
  held_[held_begin_[mentor] + slot] = mentee;
  mate_[mentee] = mentor;
  slot_[mentee] = slot;
}

void Engine::leave(Index mentee) {
  const Index mentor = mate_[mentee];
  const Index last = held_[held_begin_[mentor] + load_[mentor] - 1];
  held_[held_begin_[mentor] + slot_[mentee]] = last;
  slot_[last] = slot_[mentee];
  --load_[mentor];
  mate_[mentee] = nobody;
}

std::int64_t Engine::best_level(Index mentee) const {
  std::int64_t best = graph_->stay_out[mentee];
  for (const Edge& edge : graph_->row_of(mentee)) {
    best = std::min(best, graph_->cost(edge) + price_[edge.to]);
  }
  return best;
}

}  // namespace pairbook::matching
