#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <vector>

#include "pairbook/matching/solution.hpp"

namespace pairbook::matching {

/// One look at every mentee and every mentor: which pairs may be, and what leaves out the
/// others.
class Survey {
 public:
  /// Holds the allowed pairs as long as there are at most `most_held`.
  Survey(const Problem& problem, std::size_t most_held);

  /// Cost:   a few nanoseconds a rule for every pair.
  /// Errors: cancelled, when it was stopped; then nothing else is to be asked.
  [[nodiscard]] base::Done look(const KeepGoing& keep_going);

  [[nodiscard]] bool too_many() const { return allowed_ > most_held_; }
  /// Only while they are not too many.
  [[nodiscard]] std::vector<Arc>& arcs() { return arcs_; }
  [[nodiscard]] std::uint64_t allowed() const { return allowed_; }
  [[nodiscard]] std::int32_t top() const { return top_; }  // the most points of an allowed pair
  [[nodiscard]] std::vector<std::uint32_t>& mentee_options() { return mentee_options_; }
  [[nodiscard]] std::vector<std::uint32_t>& mentor_options() { return mentor_options_; }
  [[nodiscard]] std::vector<RuleEffect> effects() const;

 private:
  bool may_be(Index mentee, Index mentor, std::span<const LeftOut> others);
  [[nodiscard]] std::int32_t points(Index mentee, Index mentor) const;
  void take(Index mentee, Index mentor);

  const Problem& problem_;
  std::size_t most_held_;
  std::vector<const Test*> musts_, points_;
  std::vector<std::uint64_t> removed_, by_alone_;  // by must
  std::map<std::uint32_t, RuleEffect> others_;
  std::vector<Arc> arcs_;
  std::uint64_t allowed_ = 0;
  std::int32_t top_ = 0;
  std::vector<std::uint32_t> mentee_options_, mentor_options_;
};

/// What one mentee scores with every mentor, -1 where the pair may not be.
void score_row(const Problem& problem, Index mentee, std::span<std::int32_t> scores);

/// solve() that holds so many pairs at most, and asks for them row by row when there are more.
[[nodiscard]] base::Result<Solution> solve_holding(const Problem& problem,
                                                   std::size_t most_held,
                                                   const KeepGoing& keep_going);

/// The locked pairs with their points.
[[nodiscard]] std::vector<Arc> locked_arcs(const Problem& problem);

/// Tells of one part of the work as of the whole. `keep_going` must outlive it.
[[nodiscard]] KeepGoing part_of(const KeepGoing& keep_going, std::uint64_t part,
                                std::uint64_t parts);

/// solve() of a problem that is_many().
[[nodiscard]] base::Result<Solution> solve_many(const Problem& problem,
                                                const KeepGoing& keep_going);

}  // namespace pairbook::matching
