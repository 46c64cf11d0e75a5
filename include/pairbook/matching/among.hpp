#pragma once

#include <cstdint>
#include <vector>

#include "pairbook/matching/fit.hpp"
#include "pairbook/matching/form_circles.hpp"
#include "pairbook/matching/match_peers.hpp"

namespace pairbook::matching {

/// People of one kind: pairs of peers, and circles. The same rules as between mentees and
/// mentors are asked in both directions, with one of the two as the mentee and then the other:
/// a must counts when it speaks against one direction, points are half of both directions' sum,
/// rounded down.

/// The questions of a problem whose two sides are the same people (Format::among_mentees).
/// Locked pairs are the only ones their people may be in; in circles they stay together.
/// Errors: invalid_input when the sides differ; conflict when somebody is locked to several
///         peers; cancelled; too_large beyond 5,000 people.
[[nodiscard]] base::Result<PeerQuestion> to_peer_question(const Problem& problem,
                                                          const KeepGoing& keep_going = {});
[[nodiscard]] base::Result<CircleQuestion> to_circle_question(const Problem& problem,
                                                              std::uint32_t least,
                                                              std::uint32_t most,
                                                              const KeepGoing& keep_going = {});

/// The mentees of a programme by twos. Positions in `matched` are those in `fit`.
struct PeerProposal {
  Fit fit;
  PeersMatched matched;  // proven: its certificate was checked
};
/// Errors: those of to_peer_question() and match_peers().
[[nodiscard]] base::Result<PeerProposal> propose_peers(const domain::Programme& programme,
                                                       const KeepGoing& keep_going = {});

/// The mentees of a programme in circles.
struct CircleProposal {
  Fit fit;
  CirclesFormed formed;  // looked at by check_circles()
};
/// Errors: those of to_circle_question() and form_circles().
[[nodiscard]] base::Result<CircleProposal> propose_circles(const domain::Programme& programme,
                                                           std::uint32_t least,
                                                           std::uint32_t most,
                                                           const KeepGoing& keep_going = {});
/// People by circle, in the order of `fit`.
[[nodiscard]] std::vector<std::vector<domain::MenteeId>> circles_of(
    const CircleProposal& proposal);

}  // namespace pairbook::matching
