#pragma once

#include <cstdint>
#include <span>

#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

/// One row of a search: distance = min(distance, here + cost - price) for every column, with
/// `row` noted where it fell. The least of them all.
[[nodiscard]] std::int64_t relax_dense_row(std::span<const std::int32_t> cost,
                                           const std::int64_t* price, std::int64_t here,
                                           Index row, std::int64_t* distance,
                                           Index* reached_by);

}  // namespace pairbook::matching
