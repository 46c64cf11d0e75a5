#pragma once

#include <cstddef>
#include <cstdint>

#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

struct Range {
  std::int32_t least = 0;
  std::int32_t most = 0;
};

/// The loops over whole rows, one table for every kind of processor: integers only, so all of
/// them say the same.
struct RowKernels {
  /// distance = min(distance, here + cost - price), with `row` noted where it fell. The least
  /// of all distances.
  std::int64_t (*relax)(const std::int32_t* cost, const std::int64_t* price, std::int64_t here,
                        Index row, std::int64_t* distance, Index* reached_by,
                        std::size_t count);
  /// The first place of `value` at or after `from`, or `count`.
  std::size_t (*find)(const std::int64_t* values, std::size_t from, std::size_t count,
                      std::int64_t value);
  /// The most of score - price where the score is not below 0, or the least number there is.
  std::int32_t (*most_gain)(const std::int32_t* scores, const std::int32_t* prices,
                            std::size_t count);
  /// The least of cost + price.
  std::int32_t (*least_sum)(const std::int32_t* cost, const std::int32_t* price,
                            std::size_t count);
  /// Whether any score reaches `least` or its own `leasts`.
  bool (*any_reaches)(const std::int32_t* scores, std::int32_t least,
                      const std::int32_t* leasts, std::size_t count);
  /// The most of every 16 that follow one another; what is left over at the end is not looked
  /// at.
  void (*tops)(const std::int32_t* values, std::size_t count, std::int32_t* out);
  /// out = top - cost.
  void (*from_top)(std::int32_t top, const std::int32_t* cost, std::int32_t* out,
                   std::size_t count);
  /// The least and the most of at least one number.
  Range (*range)(const std::int32_t* values, std::size_t count);
};

/// Those for this machine.
[[nodiscard]] const RowKernels& row_kernels();

// One for each way of compiling row_kernels_body.hpp.
[[nodiscard]] const RowKernels& plain_row_kernels();
[[nodiscard]] const RowKernels& avx2_row_kernels();

}  // namespace pairbook::matching
