#pragma once

#include "pairbook/matching/assign_over_all.hpp"

namespace pairbook::matching {

/// How many pairs are tried.
struct Effort {
  std::size_t by_mentee = 24;  // best mentors of everybody
  std::size_t by_place = 8;    // best mentees of every place
  std::size_t most_added = 8;  // for one mentee in one round
  bool remember_scores = true;
  /// Ends after the first round when more than a tenth of all possible pairs are missing: then
  /// everybody wants the same few, and rounds are the wrong tool.
  bool unless_crowded = false;
  /// The most of score - price over a mentee's row, where that is faster than a look at the
  /// row; all pairs must be allowed then.
  std::function<std::int32_t(Index mentee, const std::int32_t* prices)> most_gain = {};
};

/// assign_over_all() with an effort of one's own, and any score of 0 or more.
[[nodiscard]] base::Result<OverAll> assign_in_rounds(const Assignment& people,
                                                     const ScoreRow& scores,
                                                     const Effort& effort,
                                                     const KeepGoing& keep_going);

}  // namespace pairbook::matching
