#pragma once

#include <cstdint>
#include <vector>

#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

/// Two who may be paired, and their score of 0 or more.
struct Peers {
  Index one = 0;
  Index other = 0;
  std::int32_t score = 0;
  bool operator==(const Peers&) const = default;
};

/// The question among people of one kind: who goes with whom, everybody at most once?
struct PeerQuestion {
  std::vector<std::uint64_t> keys;  // one a person, all different: decide as AssignMentee's do
  std::vector<Peers> pairs;         // in any order, none twice
};

/// Why no solution can be better. A pair is worth weight x score + bonus. Let every person have
/// a price >= 0, and some sets of an odd number of people too, so that
///
///   price(a) + price(b) + prices of the sets that hold both  >=  4 x worth(a, b)
///
/// for every pair. A set of 2k + 1 people holds k pairs at most, so no matching is worth more
/// than a quarter of: all people's prices + each set's price x k.
struct PeerCertificate {
  struct OddSet {
    std::uint32_t begin = 0;  // its members, in `line`
    std::uint32_t end = 0;
    std::int64_t price = 0;
  };
  std::vector<std::int64_t> price;  // by person, in quarters
  std::vector<Index> line;          // people, each once at most
  std::vector<OddSet> sets;         // one within the other, or apart
  std::int64_t bound = 0;           // in quarters
};

struct PeersMatched {
  std::vector<Index> partner_of;  // by person, or nobody
  std::uint32_t matched = 0;      // pairs
  std::int64_t total = 0;         // sum of scores
  std::int64_t weight = 1;        // of a point
  std::int64_t bonus = 0;         // of a pair
  std::int64_t value = 0;         // weight x total + bonus x matched
  bool optimal = false;           // 4 x value == certificate.bound
  PeerCertificate certificate;
};

/// The exact answer for the goal.
///
/// Shape:  the same people, scores and keys give the same pairs in whatever order they come, on
///         every machine.
/// Cost:   people x pairs x log at worst, much less as a rule: 0.2 s for 5,000 people with 30
///         pairs each; memory some 300 bytes a person and 70 a pair.
/// Errors: invalid_input (an index out of range, somebody with themselves, a negative score, a
///         pair twice), too_large.
/// Source: docs/matching.md
[[nodiscard]] base::Result<PeersMatched> match_peers(const PeerQuestion& question,
                                                     Goal goal = Goal::best_total);

/// Checks an answer against the question alone. Errors: corrupt, with what is wrong.
[[nodiscard]] base::Done check_certificate(const PeerQuestion& question,
                                           const PeersMatched& answer);

}  // namespace pairbook::matching
