#include "areas.hpp"

namespace pairbook::app {

void update_pairs(Turn&, const PairsIntent&) {}
bool control_pairs(Turn&, const ControlIntent&) {
  return false;
}
void list_pairs(Turn&, const FrameIntent&) {}

}  // namespace pairbook::app
