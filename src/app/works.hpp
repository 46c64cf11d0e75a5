#pragma once

#include "pairbook/domain/rules.hpp"
#include "state.hpp"

namespace pairbook::app {

/// Enough pairs have answered for the screen of what goes with good pairs to be offered.
[[nodiscard]] bool works_can_be_told(const Model::State& state);

/// The rule with its points multiplied, to whole points and at least one where there was one.
[[nodiscard]] domain::Rule weighed(domain::Rule rule, int per_cent);

}  // namespace pairbook::app
