#include "areas.hpp"

namespace pairbook::app {

void update_rules(Turn&, const RulesIntent&) {}
bool control_rules(Turn&, const ControlIntent&) {
  return false;
}
void rules_file_picked(Turn&, const FilePicked&) {}

}  // namespace pairbook::app
