#pragma once

#include <cstdint>
#include <vector>

#include "pairbook/matching/match_peers.hpp"

namespace pairbook::matching {

/// The question among people who are to meet in circles: who goes with whom?
///
/// As few circles as can seat everybody, of even sizes, say how large one may be; where not
/// everybody may meet everybody there may be more and smaller ones, but none below `least`. Two
/// who are in no pair of `pairs` never meet in a circle. Wanted are as many people in circles
/// as can be and, among those, the most points over all pairs within them.
struct CircleQuestion {
  std::vector<std::uint64_t> keys;  // one a person, all different: decide as AssignMentee's do
  std::vector<Peers> pairs;         // who may meet, in any order, none twice
  std::uint32_t least = 3;          // people in a circle, 2 or more
  std::uint32_t most = 6;
  std::vector<Couple> together;  // stay together, whether they may meet or not
};

/// How many circles seat so many people (or most of them), and people in the largest. Who may
/// meet nobody and stays with nobody is not counted; those who stay together fit into a circle.
struct CircleSizes {
  std::uint32_t circles = 0;
  std::uint32_t most = 0;
};
[[nodiscard]] CircleSizes sizes_of_circles(std::size_t people, std::uint32_t least,
                                           std::uint32_t most);

/// Why no circles can have many more points. Nobody has more than `most - 1` others in a circle
/// (`most` of CircleSizes, or as many as stay together), so for any prices >= 0 the points of
/// all circles are at most half of
///
///   (most - 1) x the sum of the prices
///   + sum over people of the best `most - 1` of points(with another) - price of the other,
///     those below 0 left out
struct CircleCertificate {
  std::vector<std::int64_t> price;  // by person
  std::int64_t bound = 0;           // the half, rounded down
};

struct CirclesFormed {
  std::vector<Index> circle_of;  // by person, or nobody; circles by their first person's key
  std::uint32_t circles = 0;
  std::uint32_t seated = 0;  // people in circles
  std::int64_t points = 0;   // of all pairs within circles
  /// True when as many as there are seats for are in a circle and the points equal the bound:
  /// no other circles are better. Mostly the bound is not reached, and says how much is missing
  /// at most.
  bool optimal = false;
  bool tried_all = false;  // of ten people or fewer: no way is better, whatever the bound
  CircleCertificate certificate;
};

/// Good circles, and a bound on how good the best can be: the best circles are NP-hard to find.
///
/// Shape:  the same people, points and keys give the same circles in whatever order they come,
///         on every machine. Stopped early it is the best so far.
/// Cost:   a fixed number of steps: 0.3 s for 200 people who may all meet, 1 s for 1,000, 3 s
/// for
///         3,000; and one assign_many() for the bound up to half a million pairs. With more the
///         bound is made of everybody's best partners.
/// Errors: invalid_input (an index out of range, somebody with themselves, a negative score, a
///         pair twice, a least below 2 or above the most), conflict (more people who stay
///         together than a circle holds), too_large.
/// Source: docs/matching.md
[[nodiscard]] base::Result<CirclesFormed> form_circles(const CircleQuestion& question,
                                                       const KeepGoing& keep_going = {});

/// Checks circles against the question alone. Errors: corrupt, with what is wrong.
[[nodiscard]] base::Done check_circles(const CircleQuestion& question,
                                       const CirclesFormed& answer);

}  // namespace pairbook::matching
