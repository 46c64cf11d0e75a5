#pragma once

#include "relay/some_callers.hpp"
#include "sync-server/store/session.hpp"

namespace pairbook::relay {

/// Makes a change in a transaction of its own.
ChangeMade change_alone(Session& session, const Change& what, const PlaceLimits& limits = {});

/// The same random changes on an empty store and in memory: every answer and every row are the
/// same. What is left afterwards holds trimmed, deleted and forgotten places and old keys.
void expect_what_memory_does(WholeSession& session, int steps = 1500);

}  // namespace pairbook::relay
