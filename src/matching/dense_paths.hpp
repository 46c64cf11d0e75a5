#pragma once

#include <cstdint>
#include <vector>

#include "pairbook/matching/assign_dense.hpp"

namespace pairbook::matching {

/// Solves a matrix with no more rows than columns by one shortest path after another, straight
/// over its cells: nothing is stored for a pair.
///
/// What holds between two paths, for levels u (by row) and prices v (by column):
///   u + v <= cost everywhere, and u + v = cost where a row has its column
///   v = 0 for a column without a row, unless there are as many rows as columns
class DensePaths {
 public:
  explicit DensePaths(const CostMatrix& matrix);

  /// Starts from prices found elsewhere. Only with as many rows as columns.
  void start_from(std::vector<std::int64_t> prices) { price_ = std::move(prices); }

  /// False when `keep_going` said stop.
  [[nodiscard]] bool solve(const KeepGoing& keep_going);

  [[nodiscard]] Index column_of(Index row) const { return column_of_[row]; }
  [[nodiscard]] std::int64_t level(Index row) const { return level_[row]; }
  [[nodiscard]] std::int64_t price(Index column) const { return price_[column]; }

 private:
  static constexpr std::int64_t far = std::int64_t{1} << 62;
  struct Scanned {
    Index column = 0;
    std::int64_t distance = 0;
    std::int64_t price = 0;
  };

  void take_what_is_best();
  void insert(Index row);
  [[nodiscard]] Index column_at(std::int64_t distance) const;

  const CostMatrix* matrix_;
  std::vector<Index> column_of_;
  std::vector<Index> row_of_;
  std::vector<std::int64_t> level_;
  std::vector<std::int64_t> price_;

  std::vector<std::int64_t>
      distance_;                   // by column, in one search; a quarter of far when scanned
  std::vector<Index> reached_by_;  // by column: the row on the path
  std::vector<Scanned> scanned_;
};

}  // namespace pairbook::matching
