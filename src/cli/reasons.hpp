#pragma once

#include <vector>

#include "pairbook/domain/programme.hpp"
#include "pairbook/matching/fit.hpp"

namespace pairbook::cli {

/// Why two people have their points, in words, as an approved pair keeps them: rules that gave
/// points, in their order.
[[nodiscard]] std::vector<domain::Reason> reasons_for(const domain::Programme& programme,
                                                      const matching::Explanation& explanation);

}  // namespace pairbook::cli
