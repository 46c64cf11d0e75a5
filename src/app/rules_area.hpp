#pragma once

#include <vector>

#include "pairbook/domain/rules.hpp"
#include "turn.hpp"

namespace pairbook::app {

/// The rules as they are on the screen: with what is being tried, while a slider moves.
[[nodiscard]] const domain::Rules& rules_in_view(const Model::State& state);
/// Puts what was being tried into the history: one change for a whole slide.
void settle_rules(Turn& turn);

/// Presets Pairbook comes with.
[[nodiscard]] std::vector<domain::Preset> built_in_presets();

}  // namespace pairbook::app
