#include "candidates.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "row_kernels.hpp"

namespace pairbook::matching {

std::uint64_t tie_of(std::uint64_t row_key, std::uint64_t column_key) {
  std::uint64_t tie = row_key ^ (column_key << 31U | column_key >> 33U);
  tie = (tie ^ (tie >> 32U)) * 0xD6E8FEB86659FD93;
  return tie ^ (tie >> 32U);
}

void BestOf::prune() {
  const auto end = kept_.begin() + static_cast<std::ptrdiff_t>(most_);
  std::nth_element(kept_.begin(), end - 1, kept_.end());
  kept_.erase(end, kept_.end());
  last_ = kept_.back();
  least_ = last_.score;
  is_pruned_ = true;
}

std::span<const Candidate> BestOf::finish() {
  if (kept_.size() > most_) prune();
  return kept_;
}

Candidates::Candidates(std::vector<std::uint64_t> column_keys, std::size_t kept_by_row,
                       const std::vector<std::size_t>& kept_by_column)
    : column_keys_(std::move(column_keys)), row_(kept_by_row), least_(column_keys_.size(), 0) {
  columns_.reserve(kept_by_column.size());
  for (const std::size_t most : kept_by_column) columns_.emplace_back(most);
}

/// A score that as many as are kept reach: each of so many blocks has one.
std::int32_t Candidates::surely_enough(std::span<const std::int32_t> scores) {
  tops_.resize(scores.size() / 16);
  if (tops_.size() < row_.most()) return 0;
  row_kernels().tops(scores.data(), scores.size(), tops_.data());
  const auto last = tops_.begin() + static_cast<std::ptrdiff_t>(row_.most() - 1);
  std::nth_element(tops_.begin(), last, tops_.end(), std::greater<>());
  return std::max(*last, 0);
}

void Candidates::take_row(Index row, std::uint64_t key, std::span<const std::int32_t> scores) {
  constexpr std::size_t block = 16;
  row_.clear(surely_enough(scores));
  const auto look_at = [&](std::size_t j) {
    const std::int32_t score = scores[j];
    if (score < row_.least() && score < least_[j]) return;
    if (score < 0) return;
    const auto column = static_cast<Index>(j);
    const std::uint64_t tie = tie_of(key, column_keys_[j]);
    if (score >= row_.least()) row_.add({score, column, tie});
    if (score >= least_[j]) {
      columns_[j].add({score, row, tie});
      least_[j] = columns_[j].least();
    }
  };
  std::size_t j = 0;
  for (; j + block <= scores.size(); j += block) {
    // So many at once are nearly always too low for both.
    if (!row_kernels().any_reaches(scores.data() + j, row_.least(), least_.data() + j, block)) {
      continue;
    }
    for (std::size_t k = j; k < j + block; ++k) look_at(k);
  }
  for (; j < scores.size(); ++j) look_at(j);

  const auto best = row_.finish();
  if (cut_.size() <= row) cut_.resize(std::size_t{row} + 1);
  cut_[row] = {-1, 0, 0};
  for (const Candidate& each : best) {
    arcs_.push_back({row, each.other, each.score});
    if (cut_[row].score < 0 || cut_[row] < each) cut_[row] = each;
  }
}

std::vector<Arc> Candidates::finish() {
  for (Index j = 0; j < columns_.size(); ++j) {
    for (const Candidate& each : columns_[j].finish()) {
      if (cut_[each.other] < each) arcs_.push_back({each.other, j, each.score});
    }
  }
  columns_.clear();
  return std::move(arcs_);
}

}  // namespace pairbook::matching
