#include "areas.hpp"

namespace pairbook::app {

Body present_letters(const Model::State&, const Speaker& say) {
  LettersBody body;
  body.title = say(FrameWord::nav_letters);
  return body;
}

}  // namespace pairbook::app
