#include "areas.hpp"

namespace pairbook::app {

void update_match(Turn&, const MatchIntent&) {}
bool control_match(Turn&, const ControlIntent&) {
  return false;
}
void list_match(Turn&, const FrameIntent&) {}

}  // namespace pairbook::app
