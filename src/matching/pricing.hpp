#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

/// Looks at whole rows with the prices of a certificate: what a mentee could gain at most, and
/// which pairs would gain more than is proven so far.
class Pricing {
 public:
  Pricing(std::int64_t weight, const std::vector<std::int64_t>& prices);

  /// The most of weight x score - price over the row, or `least` if that is more.
  [[nodiscard]] std::int64_t most_gain(std::span<const std::int32_t> scores,
                                       std::int64_t least) const;
  /// The prices, when 32 bits hold them and a point is worth 1; else nothing.
  [[nodiscard]] const std::vector<std::int32_t>& small_prices() const { return small_prices_; }
  /// The pairs of the row that gain more than `proven`, at most `most` of them, the largest
  /// first, ties by `ties`.
  void beyond(std::span<const std::int32_t> scores, std::int64_t proven, std::size_t most,
              std::uint64_t row_key, std::span<const std::uint64_t> column_keys,
              std::vector<Index>& out);

 private:
  struct Beyond {
    std::int64_t gain = 0;
    std::uint64_t tie = 0;
    Index column = 0;
  };
  std::int64_t weight_;
  const std::vector<std::int64_t>* prices_;
  std::vector<std::int32_t> small_prices_;  // empty when they need 64 bits
  std::vector<Beyond> found_;
};

}  // namespace pairbook::matching
