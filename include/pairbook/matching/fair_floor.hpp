#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

/// People who between them are in every pair of some kind: no matching has more such pairs than
/// there are mentees and mentors' places among them (Koenig 1931; Hall 1935).
struct Cover {
  std::vector<Index> mentees;
  std::vector<Index> mentors;
};

/// The highest score that the worst pair can have while as many are matched as can be, and the
/// highest total under that condition. Locked pairs stand outside: they are made whatever they
/// score.
struct FairFloor {
  std::int32_t floor = 0;  // no pair that is not locked scores less; 0 when there is none
  Assigned answer;         // to under_floor(question, floor), with its certificate
  Cover of_all;            // in every pair: no matching has more pairs
  Cover above;             // in every pair above the floor: these alone make fewer
};

/// The question without pairs below the floor, most matched first.
[[nodiscard]] Assignment under_floor(const Assignment& question, std::int32_t floor);

/// The penalties and the weight of the question do not count.
///
/// Shape:  the same answer whatever the order, on every machine.
/// Cost:   one assign() and, for each halving of the range of scores, a search for pairs that
///         begins with those of the halving before.
/// Errors: those of assign(), and cancelled.
/// Source: docs/matching.md
[[nodiscard]] base::Result<FairFloor> fair_floor(const Assignment& question,
                                                 const KeepGoing& keep_going = {});

/// Checks an answer against the question alone. Errors: corrupt, with what is wrong.
[[nodiscard]] base::Done check_certificate(const Assignment& question, const FairFloor& answer);

/// What a floor costs: the most pairs there can be under it, and their highest total.
struct FloorPoint {
  std::int32_t floor = 0;
  std::uint32_t matched = 0;
  std::int64_t total = 0;
  bool operator==(const FloorPoint&) const = default;
};

/// One point for each floor, each proven; every floor begins where the one before it ended.
/// Errors: those of assign(), and cancelled.
[[nodiscard]] base::Result<std::vector<FloorPoint>> floor_curve(
    const Assignment& question, std::span<const std::int32_t> floors,
    const KeepGoing& keep_going = {});

}  // namespace pairbook::matching
