#pragma once

#include "turn.hpp"

// One step back or on at a time, or as far as a point of the history; large ones take slices,
// and what is asked for meanwhile waits its turn.

namespace pairbook::app {

void undo_last(Turn& turn);
void redo_next(Turn& turn);
/// Back or on, until this many changes are done.
void undo_until(Turn& turn, int done);

}  // namespace pairbook::app
