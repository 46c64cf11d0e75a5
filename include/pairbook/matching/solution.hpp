#pragma once

#include <cstdint>
#include <vector>

#include "pairbook/base/bytes.hpp"
#include "pairbook/matching/problem.hpp"

namespace pairbook::matching {

/// How many pairs a must (or a reason that no rule states) leaves out.
struct RuleEffect {
  std::uint32_t rule = 0;      // position of the rule, or by_hand and the like
  std::uint64_t removed = 0;   // pairs it leaves out
  std::uint64_t by_alone = 0;  // of these, pairs that nothing else leaves out
  bool operator==(const RuleEffect&) const = default;
};

/// A mentee's pair besides the first.
struct FurtherPair {
  Index mentee = 0;
  Index mentor = 0;
  std::int32_t points = 0;
  std::uint32_t mentors_rank = 0;  // as in Solution
  std::uint32_t mentees_rank = 0;
  bool operator==(const FurtherPair&) const = default;
};

/// The answer to a Problem, by position.
struct Solution {
  std::vector<Index> mentor_of;             // by mentee, or nobody; of several the one of most
                                            // points
  std::vector<std::int32_t> points;         // by mentee: of the pair, 0 without one
  std::vector<std::uint32_t> mentors_rank;  // by mentee: 1 is the mentor with most points for
                                            // them; 0 without a pair
  std::vector<std::uint32_t> mentees_rank;  // by mentee: where they stand with their mentor
  std::vector<std::uint32_t> mentee_options;  // by mentee: mentors the rules allow
  std::vector<std::uint32_t> mentor_options;  // by mentor: mentees the rules allow
  std::vector<RuleEffect> effects;            // of each must and each other reason that bites
  std::uint64_t allowed_pairs = 0;
  std::vector<FurtherPair> further;  // by mentee, then mentor
  std::uint32_t matched = 0;         // pairs
  std::int64_t total = 0;            // points over all pairs
  /// Pairs that may be and were not made, where both would rather have each other (likes_of())
  /// than what they have: the mentee than their mentor or nobody, the mentor than the mentee
  /// they like least of theirs or a free place.
  std::uint64_t blocking = 0;

  /// Proven: no other choice of pairs is better. The proof was checked by check_certificate().
  bool optimal = false;
  std::int64_t weight = 1;    // of a point in the three below
  std::int64_t short_by = 0;  // when not optimal: at most this much value is missing
  std::vector<std::int64_t>
      price;                       // by mentor, of a place; below 0 where a least place is free
  std::vector<std::int64_t> gain;  // by mentee
  bool operator==(const Solution&) const = default;
};

/// Solves exactly; stopped early, as good as it was then, with optimal = false.
///
/// Shape:  locked pairs are made whatever the rules say of them. A mentor without places takes
///         nobody but counts among the options.
/// Cost:   a few nanoseconds a rule for every mentee and mentor; 24 bytes an allowed pair. More
///         than four million are not held: every pair is looked at four times or more then.
/// Errors: cancelled when stopped before all pairs were looked at; conflict when a mentor has
///         more locked pairs than places; too_large when sums leave 64 bits, or when is_many()
///         and more than 20 million pairs may be.
[[nodiscard]] base::Result<Solution> solve(const Problem& problem,
                                           const KeepGoing& keep_going = {});

/// The question solve() asks the engine: arcs are the allowed pairs.
/// Errors: cancelled; conflict when is_many(); too_large beyond 40 million allowed pairs.
[[nodiscard]] base::Result<Assignment> to_assignment(const Problem& problem,
                                                     const KeepGoing& keep_going = {});

/// Bytes for a second instance of ourselves; the grammar is at the head of solution_bytes.cpp.
[[nodiscard]] base::Bytes encode_solution(const Solution& solution);
/// Errors: corrupt (also when it cannot be a solution of this problem), too_large,
///         unsupported_version.
[[nodiscard]] base::Result<Solution> decode_solution(base::BytesView bytes,
                                                     const Problem& problem);

}  // namespace pairbook::matching
