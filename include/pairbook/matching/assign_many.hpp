#pragma once

#include <cstdint>
#include <vector>

#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

/// A mentee who may get several mentors, each of them once.
struct ManyMentee {
  std::uint64_t key = 0;    // as AssignMentee's
  std::uint32_t wants = 1;  // mentors at most
  std::int64_t each = 0;    // what every mentor costs who is wanted and missing, 0 or more
  std::int64_t none = 0;    // what it costs besides to be left without any, 0 or more
};
/// A mentor who takes up to `capacity` mentees, the first `least` of them before others.
struct ManyMentor {
  std::uint64_t key = 0;
  std::uint32_t capacity = 1;
  std::uint32_t least = 0;  // at most the capacity
};

/// The question: which mentees go to which mentors, where a mentee may have several?
///
/// Wanted is the largest value: weight x score summed over the pairs, plus `bonus` for each
/// place that is filled among the first `least` of a mentor, less what is missing. A locked
/// pair is made whatever it scores, a forbidden one never, as in an Assignment; somebody may be
/// in several locked pairs.
struct ManyQuestion {
  std::vector<ManyMentee> mentees;
  std::vector<ManyMentor> mentors;
  std::vector<Arc> arcs;  // in any order, none twice
  std::int64_t weight = 1;
  std::int64_t bonus = 0;
  std::vector<Arc> locked;
  std::vector<Couple> forbidden;
};

/// Sets `weight`, `bonus` and what is missing so that the value orders solutions: for
/// best_total as many of the least places as can be filled, then the highest sum of scores,
/// then the most pairs; for most_matched as many as can be of all three, least places, mentees
/// with a mentor and pairs, then the highest sum of scores. (The three never stand in each
/// other's way: docs/matching.md.)
void aim_for(Goal goal, ManyQuestion& question);

/// Why no solution can be better. Places are reckoned after the locked pairs. For any price of
/// a mentor's place, below 0 as well, no choice of pairs is worth more than
///
///   sum over mentors of the most of 0, least x (price + bonus) and
///                       capacity x price + least x bonus
///   + sum over mentees, over the mentors wanted, of the more of (minus what the k-th missing
///     one costs) and (the k-th best of weight x score - price)
///   + what the locked pairs are worth  =  bound
struct ManyCertificate {
  std::vector<std::int64_t> price;  // by mentor
  std::vector<std::int64_t> gain;   // by mentee: their part of the second sum
  std::int64_t bound = 0;
};

struct ManyAssigned {
  std::vector<Couple> pairs;       // by mentee, then mentor; the locked ones too
  std::uint32_t matched = 0;       // mentees with a mentor
  std::uint32_t least_filled = 0;  // places among the least ones of their mentors
  std::int64_t total = 0;          // sum of scores
  std::int64_t value = 0;
  bool optimal = false;  // value == certificate.bound
  ManyCertificate certificate;
};

/// The exact answer. Stopped early it is the best so far, as with assign().
///
/// Shape:  as assign(): the order of rows decides nothing.
/// Cost:   memory 50 bytes an arc. With one mentor each and no least places assign() is faster.
/// Errors: invalid_input (an index out of range, something below 0, an arc twice, a least above
///         the capacity), conflict (a pair locked twice, locked and forbidden, more locks than
///         places or mentors wanted), too_large.
/// Source: docs/matching.md
[[nodiscard]] base::Result<ManyAssigned> assign_many(const ManyQuestion& question,
                                                     const KeepGoing& keep_going = {});

/// Checks an answer against the question alone. Errors: corrupt, with what is wrong.
[[nodiscard]] base::Done check_certificate(const ManyQuestion& question,
                                           const ManyAssigned& answer);

}  // namespace pairbook::matching
