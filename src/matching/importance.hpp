#pragma once

#include <cstdint>
#include <vector>

#include "answers.hpp"

namespace pairbook::matching {

/// What each person says the points of each rule count for them, in per cent: 50 to 200, 0 when
/// they did not say. By rule, then by person; empty for a rule that nobody was asked about.
///
/// Somebody who rates several rules shares out what those are worth together: whoever calls
/// everything important gains nothing by it.
using Importance = std::vector<std::vector<std::uint8_t>>;
[[nodiscard]] Importance importance_of(const domain::Programme& programme,
                                       const domain::Rules& rules, const People& people);

}  // namespace pairbook::matching
