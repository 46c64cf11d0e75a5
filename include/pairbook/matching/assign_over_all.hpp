#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

/// Writes what one mentee would score with every mentor, -1 where the pair may not be.
using ScoreRow = std::function<void(Index mentee, std::span<std::int32_t> scores)>;

/// How far the search for pairs that matter has come.
struct OverAll {
  Assigned assigned;         // its certificate's bound is over all pairs, not over those tried
  std::uint32_t rounds = 0;  // of solving and pricing
  std::size_t tried = 0;     // pairs that were given to the solver
};

/// The exact answer over all pairs, few of which are ever held: the best of each mentee and of
/// each place are solved, then every pair is priced once; those that the prices do not rule out
/// are added, until there are none.
///
/// `people` holds mentees, mentors, weight and locks; its arcs are pairs to try in any case.
///
/// Shape:  as assign(): the same pairs whatever the order of people, on every machine. Told to
///         stop after the first round, it is the best so far, and the bound says how much is
///         missing at most.
/// Cost:   each round asks for every row once; memory some 36 bytes a pair that is tried, and 2
///         bytes a pair while there are at most 40 million.
/// Errors: those of assign(); cancelled, when stopped before the first round is over;
///         invalid_input for a score above 30,000 or a forbidden pair (give it -1).
/// Source: docs/matching.md
[[nodiscard]] base::Result<OverAll> assign_over_all(const Assignment& people,
                                                    const ScoreRow& scores,
                                                    const KeepGoing& keep_going = {});

/// Checks it against every pair there is, knowing nothing of how it was found.
/// Errors: corrupt, with what is wrong.
[[nodiscard]] base::Done check_certificate(const Assignment& people, const ScoreRow& scores,
                                           const Assigned& answer);

}  // namespace pairbook::matching
