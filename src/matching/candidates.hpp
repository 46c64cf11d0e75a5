#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

/// A pair worth trying, and where it stands: scores first, then a hash of the two keys, so that
/// neither side's order decides which of equals are kept.
struct Candidate {
  std::int32_t score = 0;
  Index other = 0;
  std::uint64_t tie = 0;
  bool operator<(const Candidate& b) const {  // the better first
    return score != b.score ? score > b.score : tie < b.tie;
  }
};

/// The best of a stream, in a buffer that is pruned as it fills.
class BestOf {
 public:
  explicit BestOf(std::size_t most) : most_(most) {}

  /// What scores less is not needed any more.
  [[nodiscard]] std::int32_t least() const { return least_; }
  void add(const Candidate& candidate) {
    if (is_pruned_ && !(candidate < last_)) return;
    kept_.push_back(candidate);
    if (kept_.size() >= 2 * most_ + 8) prune();
  }
  /// The best, in no order.
  [[nodiscard]] std::span<const Candidate> finish();
  [[nodiscard]] std::size_t most() const { return most_; }
  /// Begins again; `least` is known not to be above the last of the best.
  void clear(std::int32_t least) {
    kept_.clear();
    least_ = least;
    is_pruned_ = false;
  }

 private:
  void prune();
  std::size_t most_;
  std::int32_t least_ = 0;
  bool is_pruned_ = false;
  Candidate last_;  // of those that were kept when it was pruned
  std::vector<Candidate> kept_;
};

/// The best pairs of every row and of every column, each pair once.
class Candidates {
 public:
  /// `columns_keys` decide ties; `kept_by_column` is how many each column keeps.
  Candidates(std::vector<std::uint64_t> column_keys, std::size_t kept_by_row,
             const std::vector<std::size_t>& kept_by_column);

  /// A row's scores with every column, below 0 where there is no pair.
  void take_row(Index row, std::uint64_t key, std::span<const std::int32_t> scores);
  [[nodiscard]] std::vector<Arc> finish();

 private:
  [[nodiscard]] std::int32_t surely_enough(std::span<const std::int32_t> scores);

  std::vector<std::uint64_t> column_keys_;
  std::vector<std::int32_t> tops_;
  BestOf row_;
  std::vector<BestOf> columns_;
  std::vector<std::int32_t> least_;  // by column
  std::vector<Candidate> cut_;       // by row: the last that was kept
  std::vector<Arc> arcs_;
};

[[nodiscard]] std::uint64_t tie_of(std::uint64_t row_key, std::uint64_t column_key);

}  // namespace pairbook::matching
