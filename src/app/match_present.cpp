#include "areas.hpp"

namespace pairbook::app {

Body present_match(const Model::State&, const Speaker& say) {
  MatchBody body;
  body.title = say(FrameWord::nav_match);
  return body;
}

}  // namespace pairbook::app
