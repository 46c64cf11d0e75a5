#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "pairbook/base/result.hpp"

namespace pairbook::matching {

/// Position of a mentee or a mentor in an Assignment; `nobody` where there is none.
using Index = std::uint32_t;
inline constexpr Index nobody = 0xFFFFFFFF;

/// Who is matched: `key` (a hash of the id, all different) decides between equal solutions, so
/// that a place in the spreadsheet never does.
struct AssignMentee {
  std::uint64_t key = 0;
  std::int64_t penalty = 0;  // what it costs to leave this person unmatched; may be negative
};
struct AssignMentor {
  std::uint64_t key = 0;
  std::uint32_t capacity = 1;
};
/// A pair that may be made, and its score of 0 or more.
struct Arc {
  Index mentee = 0;
  Index mentor = 0;
  std::int32_t score = 0;
  bool operator==(const Arc&) const = default;
};
struct Couple {
  Index mentee = 0;
  Index mentor = 0;
  bool operator==(const Couple&) const = default;
};

/// The question: which mentee goes to which mentor?
///
/// Every mentee gets at most one mentor, every mentor at most `capacity` mentees. Wanted is the
/// largest value: weight x score summed over the pairs, less the penalties of the unmatched.
/// A locked pair is made whatever it scores (it needs no arc) and takes one of the mentor's
/// places; a forbidden pair is left out even if there is an arc.
struct Assignment {
  std::vector<AssignMentee> mentees;
  std::vector<AssignMentor> mentors;
  std::vector<Arc> arcs;  // in any order, none twice
  std::int64_t weight = 1;
  std::vector<Arc> locked;
  std::vector<Couple> forbidden;
};

enum class Goal : std::uint8_t {
  best_total,    // the highest sum of scores; among those the most pairs
  most_matched,  // the most pairs; among those the highest sum of scores
};
/// Sets `weight` and every `penalty` so that the value orders solutions as the goal says. `top`
/// is the highest score of any pair there may be; without it, of the arcs.
void aim_for(Goal goal, std::int64_t top, Assignment& assignment);
void aim_for(Goal goal, Assignment& assignment);

/// Why no solution can be better. For any prices >= 0 of a place and any matching,
///
///   value <= sum of capacity x price + sum over mentees of max(-penalty, best of
///            weight x score - price)  =  bound
///
/// so a matching whose value equals the bound is optimal. Locked pairs stand outside: their
/// places are taken off the capacity and their scores are in both numbers.
struct Certificate {
  std::vector<std::int64_t> price;  // of one place, by mentor
  std::vector<std::int64_t> gain;   // by mentee: the maximum above
  std::int64_t bound = 0;
};

struct Assigned {
  std::vector<Index> mentor_of;  // by mentee, or nobody
  std::uint32_t matched = 0;
  std::int64_t total = 0;  // sum of scores
  std::int64_t value = 0;
  bool optimal = false;  // value == certificate.bound
  Certificate certificate;
};

/// Asked now and then; false stops the work.
using KeepGoing = std::function<bool(std::uint64_t done, std::uint64_t total)>;

/// The exact answer. Stopped early it is the best matching so far, `optimal` is false and the
/// certificate's bound says how much better another one could be.
///
/// Shape:  the same people, scores and keys give the same pairs in whatever order they come,
///         on every machine.
/// Cost:   memory 24 bytes an arc; time near-linear in the arcs while places are not scarce.
/// Errors: invalid_input (an index out of range, a negative score, an arc twice), conflict
///         (a person locked twice, locked and forbidden, more locks than places), too_large.
/// Source: docs/matching.md
[[nodiscard]] base::Result<Assigned> assign(const Assignment& assignment,
                                            const KeepGoing& keep_going = {});

/// Checks an answer against the question alone, knowing nothing of how it was found: the pairs
/// are allowed, places are not exceeded, the sums are right, the prices prove the bound.
/// Errors: corrupt, with what is wrong.
[[nodiscard]] base::Done check_certificate(const Assignment& assignment,
                                           const Assigned& assigned);

}  // namespace pairbook::matching
