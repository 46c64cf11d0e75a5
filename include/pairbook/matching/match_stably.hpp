#pragma once

#include <cstdint>
#include <vector>

#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

/// A pair that may be made, and how much each of the two would like it: more is better.
struct Liking {
  Index mentee = 0;
  Index mentor = 0;
  std::int32_t by_mentee = 0;
  std::int32_t by_mentor = 0;
};

/// What everybody wants, for rounds in which people should have no reason to make another pair
/// among themselves. Keys decide between what is liked alike, as in Assignment.
struct Likings {
  std::vector<std::uint64_t> mentees;  // keys
  std::vector<AssignMentor> mentors;
  std::vector<Liking> pairs;  // in any order, none twice
};

/// By mentee, a mentor or nobody. Two people block a matching when each would rather have the
/// other than what they have: the mentee than their mentor (or nobody), the mentor than the
/// mentee they like least of theirs (or a free place).
using Matching = std::vector<Index>;

/// Deferred acceptance, with mentees asking: no two people block it, and no mentee does better
/// in any other matching that nobody blocks (where no two are liked alike).
///
/// Shape:  the same pairs whatever the order, on every machine.
/// Cost:   sorting the pairs.
/// Errors: invalid_input (an index out of range, a pair twice).
/// Source: Gale & Shapley 1962; Roth 1984 (several places).
[[nodiscard]] base::Result<Matching> match_stably(const Likings& likings);

/// Everybody who blocks this matching, which may come from anywhere: for any result it can be
/// said how many pairs would rather run away together. By mentee, then mentor.
/// Errors: invalid_input (sizes, an index out of range, a pair that may not be, or more pairs
///         than places).
[[nodiscard]] base::Result<std::vector<Couple>> blocking_pairs(const Likings& likings,
                                                               const Matching& matching);

}  // namespace pairbook::matching
