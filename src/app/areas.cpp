#include "areas.hpp"

namespace pairbook::app {

// Rules, match, pairs and letters together: what happens around their screens.

void areas_changed(Turn&, std::span<const domain::Op>) {}
void areas_entered(Turn&) {}
void areas_closed(Turn&) {}
void areas_confirmed(Turn&, DialogKind) {}
bool areas_have_more(const Model::State&) {
  return false;
}
bool slice_areas(Turn&) {
  return false;
}
bool job_areas(Turn&, const Event&) {
  return false;
}

}  // namespace pairbook::app
