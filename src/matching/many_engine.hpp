#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

#include "graph.hpp"
#include "heap.hpp"

namespace pairbook::matching {

/// What a Graph does not say: how many mentors somebody wants and which places come first.
struct ManyGraph {
  Graph graph;                       // `stay_out` is not looked at
  std::vector<std::uint32_t> wants;  // by mentee
  std::vector<std::int64_t> each;    // by mentee: cost of a mentor who is missing
  std::vector<std::int64_t> last;    // by mentee: cost of the last who is missing
  std::vector<std::uint32_t> least;  // by mentor
  std::int64_t bonus = 0;
};

/// Solves a ManyGraph as the flow of least cost it is: every mentee sends `wants` units, each
/// over an arc of its own or aside.
///
/// What holds between any two steps, for prices q (by mentor) and levels pi (by mentee):
///   cost + q >= pi along arcs that are not used, <= pi along those that are
///   what comes next aside costs >= pi, what was taken last <= pi
///   q = -bonus while a least place is free, -bonus <= q <= 0 while only others are, q = 0 when
///   one of those is taken and one free
/// Everybody has what they ask for; some mentors have more than places, and the search moves
/// these on. When none has, the flow is optimal.
class ManyEngine {
 public:
  explicit ManyEngine(const ManyGraph& question);

  /// False when `keep_going` said stop: then some mentors have too many.
  [[nodiscard]] bool solve(const KeepGoing& keep_going);
  /// After a stop: whom a mentor has no place for goes, the dearest first, and who wants
  /// somebody takes the best free place there is.
  void seat_the_rest();

  /// The mentors somebody has.
  [[nodiscard]] std::vector<Edge> edges_of(Index mentee) const;
  [[nodiscard]] std::int64_t price(Index mentor) const { return price_[mentor]; }

 private:
  static constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max();
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Holder {
    Index mentee = 0;
    std::uint32_t edge = 0;  // in graph.row
  };

  [[nodiscard]] std::int64_t dear(std::uint32_t edge) const {
    const Edge& e = graph_.row[edge];
    return graph_.cost(e) + price_[e.to];
  }
  /// What the next unit aside costs, or `far`.
  [[nodiscard]] std::int64_t next_aside(Index mentee) const;
  /// How far a mentor's next place is, or `far`.
  [[nodiscard]] std::int64_t next_place(Index mentor) const;
  [[nodiscard]] std::uint32_t too_many(Index mentor) const {
    return static_cast<std::uint32_t>(holders_[mentor].size()) - taken_[mentor];
  }
  [[nodiscard]] std::uint64_t waiting() const;
  void choose(Index mentee);
  void use(std::uint32_t edge, Index mentee);
  void unuse(std::uint32_t edge);

  // Nodes of a search: mentors, then mentees.
  [[nodiscard]] Index node_of(Index mentee) const { return graph_.mentors() + mentee; }
  void open_search();
  void see(Index node, Index from, std::uint32_t by, std::int64_t distance);
  void end_at(Index node, std::int64_t distance);
  void scan_mentor(Index mentor);
  void scan_mentee(Index mentee);
  void move_on(Index mentor);
  void shift_along(Index start, Index end);
  void raise_all_prices();
  void move_along_free_paths();
  [[nodiscard]] bool free_path_from(Index start);
  [[nodiscard]] Index next_free_holder(Index mentor);
  [[nodiscard]] Index next_free_mentor(Index mentee);

  const ManyGraph& question_;
  const Graph& graph_;
  std::vector<std::int64_t> price_;
  std::vector<std::int64_t> level_;
  std::vector<std::uint32_t> aside_;             // by mentee: mentors they do without
  std::vector<std::uint32_t> taken_;             // by mentor: places
  std::vector<std::vector<Holder>> holders_;     // by mentor, more than places for a while
  std::vector<std::vector<std::uint32_t>> has_;  // by mentee: edges
  std::vector<bool> used_;                       // by edge

  DistanceHeap heap_;
  std::vector<std::int64_t> distance_;  // by node
  std::vector<std::uint32_t> by_;       // by node: the edge it was reached along
  std::vector<Index> from_;             // by node: where from
  std::vector<Index> seen_;
  std::int64_t end_distance_ = far;
  Index end_ = nobody;
  std::uint64_t rows_scanned_ = 0;
  std::vector<bool> visited_;        // by node, in one pass
  std::vector<std::uint32_t> next_;  // by node, in one pass
};

}  // namespace pairbook::matching
