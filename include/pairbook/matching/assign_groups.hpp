#pragma once

#include "pairbook/matching/assign_many.hpp"

namespace pairbook::matching {

struct GroupsAssigned {
  /// The pairs. Its certificate is that of the question without any least, so its bound may be
  /// above what can be reached, and its `optimal` false, although nothing better exists.
  ManyAssigned answer;
  /// No choice of pairs that keeps to the least is worth more. At most the certificate's bound;
  /// where it is less, all cases were gone through, which nobody can check but by doing it
  /// again.
  std::int64_t bound = 0;
  bool optimal = false;  // answer.value == bound
};

/// The question of assign_many(), but a mentor has at least `least` mentees or none at all:
/// groups that are worth having. Who has fewer places than the least has none. `bonus` is not
/// looked at.
///
/// Whether so many groups can be filled is NP-hard from a least of 3. Groups are opened and
/// closed by cases (branch and bound), each with a proven bound, up to some hundred cases:
/// mostly that is enough. If not, or when it is stopped, it is the best so far.
///
/// Shape:  as assign(): the order of rows decides nothing.
/// Cost:   an assign_many() for each case.
/// Errors: those of assign_many(); conflict when a mentor has locked pairs and the least cannot
///         be reached.
/// Source: docs/matching.md
[[nodiscard]] base::Result<GroupsAssigned> assign_groups(const ManyQuestion& question,
                                                         const KeepGoing& keep_going = {});

/// Checks an answer against the question alone: the pairs, the sums, that no group is too
/// small, and the certificate. `bound` is believed between the value and the certificate's
/// bound. Errors: corrupt, with what is wrong.
[[nodiscard]] base::Done check_groups(const ManyQuestion& question,
                                      const GroupsAssigned& answer);

}  // namespace pairbook::matching
