#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "graph.hpp"
#include "heap.hpp"

namespace pairbook::matching {

/// Solves a Graph exactly and keeps the prices warm. Works in costs: the least sum of
/// cost(pair) plus stay_out(unmatched mentee).
///
/// What holds between any two steps, for prices q (by mentor) and levels pi (by mentee):
///   q >= 0, and q = 0 while the mentor has a place free
///   pi <= cost + q along every arc, and pi = cost + q along the arc that is used
///   pi <= stay_out, and pi = stay_out for a mentee who is settled without a mentor
/// (while places look for mentees, q may be above 0 although one is free, and nobody waits)
/// When every mentee is settled this is complementary slackness: the matching is optimal.
class Engine {
 public:
  explicit Engine(const Graph& graph);

  /// False when `keep_going` said stop: then the matching is feasible, not optimal.
  [[nodiscard]] bool solve(const KeepGoing& keep_going);

  /// The same from mates and prices of a question that was much like this one.
  [[nodiscard]] bool solve_from(const std::vector<Index>& mates,
                                const std::vector<std::int64_t>& prices,
                                const KeepGoing& keep_going);

  /// Takes up a solution: optimal mates with the prices that prove it.
  void resume(const std::vector<Index>& mates, const std::vector<std::int64_t>& prices);

  // One change to a solved engine, after which it is solved again.
  void take_out(Index mentee);     // leaves the programme
  void close_place(Index mentor);  // the mentor takes one less; must have a place
  void open_place(Index mentor);   // the mentor takes one more
  /// Comes back, and finds the arcs of `graph`: the same but for those of this mentee.
  void put_back(Index mentee, const Graph& graph);

  [[nodiscard]] Index mate(Index mentee) const { return mate_[mentee]; }
  [[nodiscard]] std::int64_t price(Index mentor) const { return price_[mentor]; }
  [[nodiscard]] std::int64_t level(Index mentee) const { return level_[mentee]; }

 private:
  static constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max();

  // The holders of a mentor's places.
  [[nodiscard]] bool has_room(Index mentor) const { return load_[mentor] < places_[mentor]; }
  [[nodiscard]] std::span<const Index> holders(Index mentor) const {
    return {held_.data() + held_begin_[mentor], load_[mentor]};
  }
  void hold(Index mentor, std::uint32_t slot, Index mentee);
  void leave(Index mentee);  // and close the gap among the holders

  [[nodiscard]] std::int64_t reduced(Index mentee, const Edge& edge) const {
    return graph_->cost(edge) + price_[edge.to] - level_[mentee];
  }
  [[nodiscard]] std::int64_t best_level(Index mentee) const;

  using Stopped = std::function<bool(std::uint64_t left)>;
  [[nodiscard]] bool match_the_free(const Stopped& stopped);

  // engine_auction.cpp
  void auction();
  [[nodiscard]] Index bid(Index mentee);
  void rise(Index mentor, std::uint32_t slot, Index mentee);
  void sink(Index mentor, Index mentee);
  // engine_places.cpp
  struct Offer {
    std::int64_t gain = 0;
    bool is_alone = false;
    Index mentee = 0;
    bool operator<(const Offer& other) const {  // the best first
      if (gain != other.gain) return gain > other.gain;
      return is_alone != other.is_alone ? is_alone : mentee < other.mentee;
    }
  };
  [[nodiscard]] bool places_are_short() const;
  void auction_of_places();
  void gather_offers(Index mentor, std::size_t most, std::vector<Offer>& offers) const;
  void look_for_mentees(Index mentor, std::vector<Offer>& offers, std::vector<Index>& waiting);
  [[nodiscard]] std::int64_t price_after_auction(Index mentor) const;
  void lower_all_prices();
  [[nodiscard]] bool fill_all_places(const Stopped& stopped);
  // engine_phase.cpp
  [[nodiscard]] std::vector<Index> free_mentees() const;
  void raise_all_prices();
  void match_along_free_paths();
  [[nodiscard]] bool free_path_from(Index start);
  [[nodiscard]] Index next_free_step(Index mentee);
  // engine_search.cpp
  void insert(Index mentee);
  void open_search();
  void see(Index mentor, Index by, std::int64_t distance);
  void relax_row(Index mentee, std::int64_t distance);
  void relax_column(Index mentor);
  void run_search();
  void raise_scanned_prices();
  void make_last_move();
  void shift_along(Index mentor, std::uint32_t slot);
  void fill_place(Index mentor);

  enum class End : std::uint8_t { nothing, place, stay_out };

  const Graph* graph_;
  std::vector<std::uint32_t> places_;
  std::vector<std::int64_t> price_;
  std::vector<std::int64_t> level_;
  std::vector<Index> mate_;
  std::vector<std::uint32_t> slot_;  // of a matched mentee among the holders
  std::vector<bool> settled_;        // unmatched for good, or gone
  std::vector<bool> gone_;
  std::vector<std::uint32_t> load_;
  std::vector<std::uint32_t> held_begin_;
  std::vector<Index> held_;

  // Of one search; `seen_` holds what must be put back.
  DistanceHeap heap_;
  std::vector<std::int64_t> distance_;  // by mentor
  std::vector<Index> reached_by_;       // by mentor: the mentee on the path
  std::vector<Index> goes_to_;          // by mentee, when a place is being filled
  std::vector<Index> seen_;
  std::vector<Index> scanned_;
  std::int64_t end_distance_ = 0;
  Index end_at_ = nobody;
  End end_ = End::nothing;
  std::uint64_t rows_scanned_ = 0;
  std::uint64_t columns_scanned_ = 0;

  std::vector<std::int64_t> threshold_;     // by mentee, in the auction only
  std::vector<std::uint32_t> next_edge_;    // by mentee, in one phase
  std::vector<std::uint32_t> next_holder_;  // by mentor, in one phase
  std::vector<bool> visited_;               // by mentor, in one phase
};

}  // namespace pairbook::matching
