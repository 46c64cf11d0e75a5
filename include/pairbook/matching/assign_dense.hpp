#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

/// What every row would cost with every column, row after row.
struct CostMatrix {
  Index rows = 0;
  Index columns = 0;
  std::vector<std::int32_t> cost;

  [[nodiscard]] std::span<const std::int32_t> row(Index i) const {
    return {cost.data() + std::size_t{i} * columns, columns};
  }
};

/// One column for every row, none twice, or one row for every column where rows are more.
///
/// The prices prove it: cost(i, j) >= of_row[i] + of_column[j] everywhere, so no choice costs
/// less than all prices together (those of the side that may stay alone are at most 0), and
/// this one costs just that.
struct DenseAssigned {
  std::vector<Index> column_of;  // by row, or nobody
  std::uint32_t matched = 0;
  std::int64_t total = 0;  // cost
  std::int64_t bound = 0;
  bool optimal = false;  // total == bound
  std::vector<std::int64_t> of_row;
  std::vector<std::int64_t> of_column;
};

/// The least total.
///
/// Shape:  the same pairs on every machine.
/// Cost:   a few sweeps over the matrix and a sparse problem of some 30 pairs a row; where that
///         is not the way, at most rows x rows x columns.
/// Errors: too_large (a cost beyond a thousand million), invalid_input, cancelled.
/// Source: docs/matching.md
[[nodiscard]] base::Result<DenseAssigned> assign_dense(const CostMatrix& question,
                                                       const KeepGoing& keep_going = {});

/// Checks an answer against the matrix alone. Errors: corrupt, with what is wrong.
[[nodiscard]] base::Done check_certificate(const CostMatrix& question,
                                           const DenseAssigned& answer);

}  // namespace pairbook::matching
