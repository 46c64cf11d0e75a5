#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pairbook/matching/fit.hpp"
#include "pairbook/matching/solution.hpp"
#include "pairbook/matching/what_if.hpp"

namespace pairbook::matching {

/// A round's proposed pairs, and everything that can be said about them.
struct Proposal {
  Fit fit;
  Solution solution;
};

/// In one go: fit(), then solve(). A shell that solves elsewhere puts the two together itself.
[[nodiscard]] base::Result<Proposal> propose(const domain::Programme& programme,
                                             const KeepGoing& keep_going = {},
                                             const Format& format = {});

struct ProposedPair {
  domain::MenteeId mentee;
  domain::MentorId mentor;
  int points = 0;
  bool locked = false;
  std::uint32_t mentors_rank = 0;  // 1: nobody has more points with this mentee
  std::uint32_t mentees_rank = 0;  // 1: nobody has more points with this mentor
  bool operator==(const ProposedPair&) const = default;
};
/// In the order of the mentees; of somebody with several mentors the pair of most points first.
[[nodiscard]] std::vector<ProposedPair> pairs_of(const Proposal& proposal);

enum class WhyUnmatched : std::uint8_t {
  no_partner_allowed,  // the rules leave nobody; `rules` says which, the one that removes most
                       // first
  places_taken,        // `rivals` have the places, and moving them would cost more
  partners_elsewhere,  // of a mentor: all whom the rules allow are better placed
  no_group,            // there are places, but no group that is large enough, or it would cost
                       // more
};
struct Rival {
  domain::MenteeId mentee;
  domain::MentorId mentor;
  int points = 0;       // of their pair
  int would_score = 0;  // of the unmatched person in this one's place
  bool operator==(const Rival&) const = default;
};
struct Unmatched {
  domain::PersonId person;
  domain::Side side{};
  WhyUnmatched why{};
  std::vector<RuleEffect> rules;  // what removes whom, most first
  std::vector<Rival> rivals;      // the nearest first, at most `most_rivals`
  std::uint32_t allowed = 0;      // partners the rules allow
};
inline constexpr std::size_t most_rivals = 5;

/// Mentees without a mentor, then mentors with a free place and no mentee at all.
[[nodiscard]] std::vector<Index> unmatched_mentees(const Proposal& proposal);
[[nodiscard]] std::vector<Index> unmatched_mentors(const Proposal& proposal);
/// Mentors with fewer mentees than are wanted for them at least; when it is the least or
/// nobody, those only who have some, because they are held to them by hand.
[[nodiscard]] std::vector<Index> mentors_short_of_mentees(const Proposal& proposal);
/// Mentors with places, but fewer than the least: they get nobody.
[[nodiscard]] std::vector<Index> mentors_short_of_places(const Proposal& proposal);
/// Cost: one look at everybody on the other side. Ask for the rows in view.
[[nodiscard]] Unmatched why_unmatched_mentee(const Proposal& proposal, Index mentee);
[[nodiscard]] Unmatched why_unmatched_mentor(const Proposal& proposal, Index mentor);

/// Somebody whose mentor is another one in the later proposal; with several mentors, once for
/// each who is.
struct Change {
  domain::MenteeId mentee;
  std::optional<domain::MentorId> before;
  std::optional<domain::MentorId> after;
  bool operator==(const Change&) const = default;
};
[[nodiscard]] std::vector<Change> difference(const Proposal& before, const Proposal& after);

/// A proposal that answers "and if these two were a pair?" at once.
class OpenProposal {
 public:
  struct Cost {
    std::int64_t points = 0;  // fewer in all; below 0: more
    std::int32_t pairs = 0;   // fewer
    std::vector<Change> moves;
  };
  struct Alternative {
    domain::MentorId mentor;
    int points = 0;  // of the pair
    Cost cost;       // of making it
  };

  /// Takes up a proven solution where it was left; nothing is solved again.
  /// Cost:   as many score_pair() as there are pairs of people: up to a million is instant.
  /// Errors: conflict when the solution is not proven or is_many(); those of to_assignment().
  [[nodiscard]] static base::Result<OpenProposal> open(const Proposal& proposal,
                                                       const KeepGoing& keep_going = {});

  /// Exact. Errors: invalid_input, conflict when the mentor has no place that is not locked.
  [[nodiscard]] base::Result<Cost> if_locked(const domain::MentorId& mentor,
                                             const domain::MenteeId& mentee) const;
  /// The two mentees change mentors.
  [[nodiscard]] base::Result<Cost> if_swapped(const domain::MenteeId& one,
                                              const domain::MenteeId& other) const;
  /// The mentee may not have the mentor they are proposed with.
  /// Errors: invalid_input when they have none, or are locked.
  [[nodiscard]] base::Result<Cost> if_forbidden(const domain::MenteeId& mentee) const;
  /// The cheapest other mentors for somebody, cheapest first, each with its exact cost.
  [[nodiscard]] std::vector<Alternative> alternatives(const domain::MenteeId& mentee,
                                                      std::size_t most) const;

 private:
  OpenProposal(const Proposal& proposal, SolvedAssignment solved);
  [[nodiscard]] base::Result<Arc> lock_of(Index mentee, Index mentor) const;
  [[nodiscard]] base::Result<Cost> cost_of(const base::Result<WhatIf>& what_if) const;
  const Proposal* proposal_;  // must outlive this
  SolvedAssignment solved_;
};

}  // namespace pairbook::matching
