#include "areas.hpp"

namespace pairbook::app {

void update_letters(Turn&, const LettersIntent&) {}
bool control_letters(Turn&, const ControlIntent&) {
  return false;
}

}  // namespace pairbook::app
