// Source: Jonker & Volgenant 1987; Crouse 2016 (rectangular matrices).
#include "dense_paths.hpp"

#include <algorithm>

#include "row_kernels.hpp"

namespace pairbook::matching {

DensePaths::DensePaths(const CostMatrix& matrix)
    : matrix_(&matrix),
      column_of_(matrix.rows, nobody),
      row_of_(matrix.columns, nobody),
      level_(matrix.rows, 0),
      price_(matrix.columns, 0),
      distance_(matrix.columns, far),
      reached_by_(matrix.columns, nobody) {}

bool DensePaths::solve(const KeepGoing& keep_going) {
  const std::uint64_t n = matrix_->rows;
  if (keep_going && !keep_going(0, n)) return false;
  take_what_is_best();
  for (Index i = 0; i < n; ++i) {
    if (column_of_[i] != nobody) continue;
    insert(i);
    if (i % 64 == 63 && keep_going && !keep_going(i, n)) return false;
  }
  return !keep_going || keep_going(n, n);
}

/// Every row whose best column is still without a row takes it.
void DensePaths::take_what_is_best() {
  for (Index i = 0; i < matrix_->rows; ++i) {
    const auto row = matrix_->row(i);
    std::int64_t best = far;
    for (Index j = 0; j < row.size(); ++j) best = std::min(best, row[j] - price_[j]);
    for (Index j = 0; j < row.size(); ++j) {
      if (row[j] - price_[j] != best || row_of_[j] != nobody) continue;
      row_of_[j] = i;
      column_of_[i] = j;
      level_[i] = best;
      break;
    }
  }
}

/// A column at this distance, one without a row if there is one.
Index DensePaths::column_at(std::int64_t distance) const {
  const auto next = [&](std::size_t from) {
    return row_kernels().find(distance_.data(), from, distance_.size(), distance);
  };
  const std::size_t first = next(0);
  for (std::size_t j = first; j < distance_.size(); j = next(j + 1)) {
    if (row_of_[j] == nobody) return static_cast<Index>(j);
  }
  return static_cast<Index>(first);
}

void DensePaths::insert(Index start) {
  std::fill(distance_.begin(), distance_.end(), far);
  scanned_.clear();
  std::int64_t here = 0;
  Index end = nobody;
  for (Index row = start;;) {
    const auto cost = matrix_->row(row);
    const std::int64_t nearest =
        row_kernels().relax(cost.data(), price_.data(), here, row, distance_.data(),
                            reached_by_.data(), cost.size());
    const Index column = column_at(nearest);
    here = nearest;
    if (row_of_[column] == nobody) {
      end = column;
      break;
    }
    scanned_.push_back({column, nearest, price_[column]});
    // So that it stays out of reach for the rest of the search.
    distance_[column] = far / 4;
    price_[column] = -far / 2;
    row = row_of_[column];
    here -= level_[row];
  }
  for (const Scanned& each : scanned_) {
    const std::int64_t rise = here - each.distance;
    price_[each.column] = each.price - rise;
    level_[row_of_[each.column]] += rise;
  }
  level_[start] = here;
  for (Index row = nobody; row != start;) {
    row = reached_by_[end];
    row_of_[end] = row;
    std::swap(end, column_of_[row]);
  }
}

}  // namespace pairbook::matching
