// Everybody begins with what they like best at the first prices; then, unit by unit, what a
// mentor has no place for moves along the shortest path to a free place or aside. From time to
// time one backward search raises all prices as far as they go, and as many as can move along
// paths of length 0.
//
// Source: Busacker & Gowen 1961, Edmonds & Karp 1972 (shortest paths with prices, from a start
//         that satisfies every mentee and overfills mentors); Goldberg & Kennedy 1997 (global
//         price updates); Dinic 1970 (many paths at once).
#include "many_engine.hpp"

#include <algorithm>
#include <utility>

namespace pairbook::matching {

ManyEngine::ManyEngine(const ManyGraph& question)
    : question_(question),
      graph_(question.graph),
      price_(graph_.mentors(), 0),
      level_(graph_.mentees(), 0),
      aside_(graph_.mentees(), 0),
      taken_(graph_.mentors(), 0),
      holders_(graph_.mentors()),
      has_(graph_.mentees()),
      used_(graph_.row.size(), false),
      heap_(std::size_t{graph_.mentors()} + graph_.mentees()),
      distance_(std::size_t{graph_.mentors()} + graph_.mentees(), far),
      by_(distance_.size(), none),
      from_(distance_.size(), nobody) {
  for (Index j = 0; j < graph_.mentors(); ++j) {
    if (question.least[j] > 0) price_[j] = -question.bonus;
  }
  for (Index i = 0; i < graph_.mentees(); ++i) choose(i);
  for (Index j = 0; j < graph_.mentors(); ++j) {
    const std::uint32_t first = question.least[j] > 0 ? question.least[j] : graph_.places[j];
    taken_[j] = std::min(static_cast<std::uint32_t>(holders_[j].size()), first);
  }
}

std::int64_t ManyEngine::next_aside(Index mentee) const {
  const std::uint32_t left = question_.wants[mentee] - aside_[mentee];
  if (left == 0) return far;
  return left == 1 ? question_.last[mentee] : question_.each[mentee];
}

std::int64_t ManyEngine::next_place(Index mentor) const {
  if (taken_[mentor] >= graph_.places[mentor]) return far;
  return (taken_[mentor] < question_.least[mentor] ? -question_.bonus : 0) - price_[mentor];
}

std::uint64_t ManyEngine::waiting() const {
  std::uint64_t out = 0;
  for (Index j = 0; j < graph_.mentors(); ++j) out += too_many(j);
  return out;
}

/// The best there is at these prices, whoever else wants it.
void ManyEngine::choose(Index mentee) {
  const std::uint32_t begin = graph_.row_begin[mentee];
  const std::uint32_t end = graph_.row_begin[mentee + 1];
  std::vector<std::pair<std::int64_t, std::uint32_t>> best;
  for (std::uint32_t e = begin; e < end; ++e) best.emplace_back(dear(e), e);
  const std::size_t wants = question_.wants[mentee];
  const std::size_t most = std::min(wants, best.size());
  std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(most), best.end());
  std::size_t next = 0;
  for (std::size_t k = 0; k < wants; ++k) {
    const std::int64_t aside = next_aside(mentee);
    if (next < most && best[next].first <= aside) {
      level_[mentee] = best[next].first;
      use(best[next++].second, mentee);
    } else {
      level_[mentee] = aside;
      ++aside_[mentee];
    }
  }
}

void ManyEngine::use(std::uint32_t edge, Index mentee) {
  used_[edge] = true;
  has_[mentee].push_back(edge);
  holders_[graph_.row[edge].to].push_back({mentee, edge});
}

void ManyEngine::unuse(std::uint32_t edge) {
  used_[edge] = false;
  std::vector<Holder>& holders = holders_[graph_.row[edge].to];
  const auto at = std::find_if(holders.begin(), holders.end(),
                               [&](const Holder& holder) { return holder.edge == edge; });
  std::vector<std::uint32_t>& has = has_[at->mentee];
  *std::find(has.begin(), has.end(), edge) = has.back();
  has.pop_back();
  *at = holders.back();
  holders.pop_back();
}

bool ManyEngine::solve(const KeepGoing& keep_going) {
  const std::uint64_t all = waiting();
  const std::uint64_t most_rows = 2 * std::uint64_t{graph_.mentees()};
  for (std::uint64_t left = all;; left = waiting()) {
    if (keep_going && !keep_going(all - left, all)) return left == 0;
    if (left == 0) return true;
    if (left > 8) {
      raise_all_prices();
      move_along_free_paths();
    }
    rows_scanned_ = 0;
    for (Index j = 0; j < graph_.mentors() && rows_scanned_ <= most_rows; ++j) {
      while (too_many(j) > 0 && rows_scanned_ <= most_rows) move_on(j);
    }
  }
}

void ManyEngine::open_search() {
  heap_.clear();
  for (const Index node : seen_) distance_[node] = far;
  seen_.clear();
  end_ = nobody;
  end_distance_ = far;
}

void ManyEngine::see(Index node, Index from, std::uint32_t by, std::int64_t distance) {
  if (distance >= end_distance_ || distance >= distance_[node]) return;
  if (distance_[node] == far) seen_.push_back(node);
  distance_[node] = distance;
  from_[node] = from;
  by_[node] = by;
  heap_.put(node, distance);
}

void ManyEngine::end_at(Index node, std::int64_t distance) {
  if (distance >= end_distance_) return;
  end_ = node;
  end_distance_ = distance;
}

void ManyEngine::scan_mentor(Index mentor) {
  const std::int64_t here = distance_[mentor];
  if (next_place(mentor) != far) end_at(mentor, here + next_place(mentor));
  for (const Holder& holder : holders_[mentor]) {
    see(node_of(holder.mentee), mentor, holder.edge,
        here + level_[holder.mentee] - dear(holder.edge));
  }
}

void ManyEngine::scan_mentee(Index mentee) {
  ++rows_scanned_;
  const std::int64_t base = distance_[node_of(mentee)] - level_[mentee];
  if (next_aside(mentee) != far) end_at(node_of(mentee), base + next_aside(mentee));
  for (std::uint32_t e = graph_.row_begin[mentee]; e < graph_.row_begin[mentee + 1]; ++e) {
    if (!used_[e]) see(graph_.row[e].to, node_of(mentee), e, base + dear(e));
  }
}

/// One of the mentor's mentees leaves, or one of the places above the least is taken.
void ManyEngine::move_on(Index mentor) {
  const Index mentors = graph_.mentors();
  std::vector<Index> scanned;
  open_search();
  see(mentor, nobody, none, 0);
  while (!heap_.empty() && heap_.nearest() < end_distance_) {
    const Index node = heap_.take();
    scanned.push_back(node);
    if (node < mentors) {
      scan_mentor(node);
    } else {
      scan_mentee(node - mentors);
    }
  }
  for (const Index node : scanned) {
    (node < mentors ? price_[node] : level_[node - mentors]) += end_distance_ - distance_[node];
  }
  shift_along(mentor, end_);
  open_search();
}

/// Each on the path takes the place of the next.
void ManyEngine::shift_along(Index start, Index end) {
  const Index mentors = graph_.mentors();
  ++(end < mentors ? taken_[end] : aside_[end - mentors]);
  for (Index node = end; node != start; node = from_[node]) {
    if (node < mentors) {
      use(by_[node], from_[node] - mentors);
    } else {
      unuse(by_[node]);
    }
  }
}

/// By how far everything is from a free place or from going aside.
void ManyEngine::raise_all_prices() {
  const Index mentors = graph_.mentors();
  open_search();
  for (Index j = 0; j < mentors; ++j) {
    if (next_place(j) != far) see(j, nobody, none, next_place(j));
  }
  for (Index i = 0; i < graph_.mentees(); ++i) {
    if (next_aside(i) != far) see(node_of(i), nobody, none, next_aside(i) - level_[i]);
  }
  while (!heap_.empty()) {
    const Index node = heap_.take();
    const std::int64_t here = distance_[node];
    if (node >= mentors) {
      const Index mentee = node - mentors;
      for (const std::uint32_t e : has_[mentee]) {
        see(graph_.row[e].to, node, e, here + level_[mentee] - dear(e));
      }
      continue;
    }
    for (const Edge& edge : graph_.column_of(node)) {
      const auto holds = [&](std::uint32_t e) { return graph_.row[e].to == node; };
      const std::vector<std::uint32_t>& has = has_[edge.to];
      if (std::any_of(has.begin(), has.end(), holds)) continue;
      see(node_of(edge.to), node, none,
          here + graph_.cost(edge) + price_[node] - level_[edge.to]);
    }
  }
  for (const Index node : seen_) {
    (node < mentors ? price_[node] : level_[node - mentors]) += distance_[node];
  }
  open_search();
}

/// As many as can along paths of length 0, depth first. Where nothing was found is not looked
/// at again in one pass; the last pass finds nothing at all.
void ManyEngine::move_along_free_paths() {
  for (bool moved = true; moved;) {
    moved = false;
    visited_.assign(distance_.size(), false);
    next_.assign(distance_.size(), 0);
    for (Index j = 0; j < graph_.mentors(); ++j) {
      while (too_many(j) > 0 && !visited_[j] && free_path_from(j)) moved = true;
    }
  }
}

bool ManyEngine::free_path_from(Index start) {
  const Index mentors = graph_.mentors();
  std::vector<Index> path = {start};
  visited_[start] = true;
  while (!path.empty()) {
    const Index node = path.back();
    const bool is_end = node < mentors ? next_place(node) == 0
                                       : next_aside(node - mentors) == level_[node - mentors];
    if (is_end) {
      shift_along(start, node);
      for (const Index passed : path) visited_[passed] = false;
      return true;
    }
    const Index next =
        node < mentors ? next_free_holder(node) : next_free_mentor(node - mentors);
    if (next == nobody) {
      path.pop_back();
    } else {
      visited_[next] = true;
      from_[next] = node;
      path.push_back(next);
    }
  }
  return false;
}

Index ManyEngine::next_free_holder(Index mentor) {
  const std::vector<Holder>& holders = holders_[mentor];
  for (std::uint32_t& k = next_[mentor]; k < holders.size(); ++k) {
    const Index node = node_of(holders[k].mentee);
    if (visited_[node] || level_[holders[k].mentee] != dear(holders[k].edge)) continue;
    by_[node] = holders[k].edge;
    return node;
  }
  return nobody;
}

Index ManyEngine::next_free_mentor(Index mentee) {
  const std::uint32_t begin = graph_.row_begin[mentee];
  const std::uint32_t size = graph_.row_begin[mentee + 1] - begin;
  for (std::uint32_t& k = next_[node_of(mentee)]; k < size; ++k) {
    const Index mentor = graph_.row[begin + k].to;
    if (used_[begin + k] || visited_[mentor] || level_[mentee] != dear(begin + k)) continue;
    by_[mentor] = begin + k;
    return mentor;
  }
  return nobody;
}

void ManyEngine::seat_the_rest() {
  const auto cost = [&](const Holder& holder) { return graph_.row[holder.edge].cost; };
  for (Index j = 0; j < graph_.mentors(); ++j) {
    std::vector<Holder> leave = holders_[j];
    std::sort(leave.begin(), leave.end(), [&](const Holder& a, const Holder& b) {
      return cost(a) != cost(b) ? cost(a) < cost(b) : a.mentee < b.mentee;
    });
    leave.erase(leave.begin(),
                leave.begin() + static_cast<std::ptrdiff_t>(
                                    std::min<std::size_t>(leave.size(), graph_.places[j])));
    for (const Holder& holder : leave) {
      unuse(holder.edge);
      ++aside_[holder.mentee];
    }
  }
  for (Index i = 0; i < graph_.mentees(); ++i) {
    while (aside_[i] > 0) {
      std::uint32_t best = none;
      for (std::uint32_t e = graph_.row_begin[i]; e < graph_.row_begin[i + 1]; ++e) {
        const Index j = graph_.row[e].to;
        if (used_[e] || holders_[j].size() >= graph_.places[j]) continue;
        if (best == none || graph_.row[e].cost < graph_.row[best].cost) best = e;
      }
      --aside_[i];  // what the next one aside costs is what this one would
      if (best == none || graph_.cost(graph_.row[best]) > next_aside(i)) break;
      use(best, i);
    }
  }
}

std::vector<Edge> ManyEngine::edges_of(Index mentee) const {
  std::vector<Edge> out;
  for (const std::uint32_t e : has_[mentee]) out.push_back(graph_.row[e]);
  std::sort(out.begin(), out.end(), [](const Edge& a, const Edge& b) { return a.to < b.to; });
  return out;
}

}  // namespace pairbook::matching
