#include "areas.hpp"

namespace pairbook::app {

Body present_rules(const Model::State&, const Speaker& say) {
  RulesBody body;
  body.title = say(FrameWord::nav_rules);
  return body;
}

}  // namespace pairbook::app
