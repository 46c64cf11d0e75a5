#pragma once

#include "state.hpp"

namespace pairbook::app {

/// Whose page is on the screen, or null.
[[nodiscard]] const domain::Person* person_on_screen(const Model::State& state);

}  // namespace pairbook::app
