#pragma once

#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

/// The exact answer to a question that was much like an earlier one, from where that one ended:
/// people are known again by their keys, whoever came, left or changed places. What the edits
/// did not touch is not solved again.
///
/// Shape:  as assign(): the same value and a certificate of its own. Where several answers are
///         equally good it may be another one, closer to the earlier.
/// Cost:   a look at every arc, and a shortest path for what each edit broke. Penalties and
///         weight should be as before; where they differ it is right, but no faster than anew.
/// Errors: those of assign().
[[nodiscard]] base::Result<Assigned> assign_again(const Assignment& question,
                                                  const Assignment& earlier,
                                                  const Assigned& earlier_answer,
                                                  const KeepGoing& keep_going = {});

}  // namespace pairbook::matching
