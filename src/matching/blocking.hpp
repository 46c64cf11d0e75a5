#pragma once

#include <cstdint>
#include <vector>

#include "pairbook/matching/solution.hpp"

namespace pairbook::matching {

/// Counts those who would rather have each other, pair by pair: nothing is held for a pair, so
/// it costs no memory whatever the size.
class Blocking {
 public:
  /// `solution` must say who is with whom, and the points.
  Blocking(const Problem& problem, const Solution& solution);

  /// A pair that may be, once each.
  void take(const Arc& arc) {
    const std::int64_t has = has_[arc.mentee], least = least_[arc.mentor];
    // Nobody likes a pair more than its points.
    if (arc.score <= has || arc.score <= least) return;
    if (problem_.mentors[arc.mentor].places == 0 || mentor_of_[arc.mentee] == arc.mentor)
      return;
    if (problem_.mentees[arc.mentee].places == 0 || is_further(arc)) return;
    const Likes likes = wishes_ ? likes_of(problem_, arc.mentee, arc.mentor, arc.score)
                                : Likes{arc.score, arc.score};
    if (likes.by_mentee > has && likes.by_mentor > least) ++count_;
  }
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  void has(Index mentee, Index mentor, std::int32_t points);
  [[nodiscard]] bool is_further(const Arc& arc) const;

  const Problem& problem_;
  const std::vector<Index>& mentor_of_;
  const std::vector<FurtherPair>& further_;
  bool wishes_ = false;
  std::vector<std::int64_t> has_;    // by mentee: how much they like what they like least of
                                     // what they have, or have not
  std::vector<std::int64_t> least_;  // by mentor: how much the mentee they like least
  std::uint64_t count_ = 0;
};

}  // namespace pairbook::matching
