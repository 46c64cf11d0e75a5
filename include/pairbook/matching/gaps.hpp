#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pairbook/matching/propose.hpp"

namespace pairbook::matching {

// What would give a pair to people who wait: a place, an hour, a language. People wait when the
// proposal has nobody for them; a mentor is free when it leaves a place of theirs empty.

/// One more place with a mentor, and what the best choice of pairs would then be better by.
struct PlaceGap {
  Index mentor = 0;
  std::int32_t pairs = 0;   // 1 or 0
  std::int64_t points = 0;  // in all, never below 0 while the most points are wanted
  Index mentee = nobody;    // who would come in, where somebody would
  bool operator==(const PlaceGap&) const = default;
};

/// What one more place would bring, exactly: the price of a mentor's place says what it brings
/// at most, a shortest path says what it does bring. The most pairs come first, then points.
///
/// Shape:  `asked` of the `worth` mentors whose price is above 0 were looked at, dearest first.
///         The same answer whatever the order of rows.
/// Cost:   that of to_assignment(), and a shortest path and a copy of the state for each asked.
/// Errors: conflict when the solution is not proven; those of to_assignment().
struct PlaceGaps {
  std::vector<PlaceGap> places;  // those that bring something
  std::uint32_t asked = 0, worth = 0;
  bool operator==(const PlaceGaps&) const = default;
};
[[nodiscard]] base::Result<PlaceGaps> place_gaps(const Problem& problem,
                                                 const Solution& solution, std::size_t most,
                                                 const KeepGoing& keep_going = {});

/// A must that alone keeps people who wait from a mentor who is free; also a decision by hand,
/// and the least points.
struct RuleGap {
  std::uint32_t rule = 0;     // position of the rule, or by_hand, too_few_points
  std::uint32_t mentees = 0;  // wait, and only this keeps them from somebody who is free
  std::uint32_t mentors = 0;  // have nobody at all, and only this keeps them from one of those
  std::uint32_t pairs = 0;    // so many can be pairs at once; 0 when that is not known

  /// What is wanted most, of rules where it can be said, and how many of `mentees` it would
  /// help: the value a free mentor would need (share), the gap nearest to the range that would
  /// have to pass (gap_within), the points nearest to the least (too_few_points).
  std::uint32_t test = nobody;  // position among the problem's tests
  std::int64_t wanted = 0;
  std::uint32_t helped = 0;  // 0: nothing in particular
  /// Of meeting_time besides: the hour of the week, from Monday midnight on and in UTC where
  /// there are time zones, at which most of them have the time; and as many minutes as are in
  /// common with those who come nearest (`wanted` and `helped`).
  std::uint32_t hour = 0;
  std::uint32_t hour_helped = 0;
  bool operator==(const RuleGap&) const = default;
};

/// Rules that keep the most people come first; a tie goes to the earlier rule.
///
/// Cost:   a look at each who waits and each who is free.
/// Errors: cancelled.
[[nodiscard]] base::Result<std::vector<RuleGap>> rule_gaps(const Problem& problem,
                                                           const Solution& solution,
                                                           const KeepGoing& keep_going = {});

/// What would help one person who waits.
struct Help {
  std::vector<Index> places;   // mentors whom the rules allow and who have no place free; those
                               // with the most points first, at most `most_places`
  std::uint32_t allowed = 0;   // such mentors in all
  std::vector<RuleGap> rules;  // as above, for this person alone
  bool operator==(const Help&) const = default;
};
inline constexpr std::size_t most_places = 3;
/// Cost: a look at every mentor.
[[nodiscard]] Help what_would_help(const Problem& problem, const Solution& solution,
                                   Index mentee);

}  // namespace pairbook::matching
