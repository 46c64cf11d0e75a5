#include "areas.hpp"

namespace pairbook::app {

Body present_pairs(const Model::State&, const Speaker& say) {
  PairsBody body;
  body.title = say(FrameWord::nav_pairs);
  return body;
}

}  // namespace pairbook::app
