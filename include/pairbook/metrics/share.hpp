#pragma once

#include <cstdint>
#include <span>

namespace pairbook::metrics {

/// So many of so many. A whole of 0 reads "not yet", never 0 %.
struct Ratio {
  std::int64_t part = 0;
  std::int64_t whole = 0;
  bool operator==(const Ratio&) const = default;
};

/// In thousandths, halves upwards; 0 of a whole of 0.
[[nodiscard]] int permille(const Ratio& share);

/// What a few people say about many: between these two, 19 times in 20. Outward to whole
/// thousandths, so that no rounding makes it look surer than it is.
struct Interval {
  int low_permille = 0;
  int high_permille = 1000;
  bool operator==(const Interval&) const = default;
};

/// For a share of `k` in `n`. Of nobody nothing is known: 0 to 1000.
///
/// Shape:  k is taken into 0..n; an n above 3,000,000 is halved together with k until it is
/// not,
///         which makes the interval wider only.
/// Source: Wilson 1927; exact in whole numbers, see docs/matching.md
[[nodiscard]] Interval share_interval(std::int64_t k, std::int64_t n);

/// For the first share less the second, -1000..1000; where either is of nobody, all of that.
///
/// Source: Newcombe 1998, method 10, on the intervals above
[[nodiscard]] Interval share_difference(const Ratio& first, const Ratio& second);

/// In thousandths of the unit that the values have.
struct MeanInterval {
  bool known = false;  // false: fewer than two values on a side say nothing about how they vary
  std::int64_t low = 0;
  std::int64_t high = 0;
  bool operator==(const MeanInterval&) const = default;
};

/// For the mean of the first less the mean of the second, whose spreads may differ.
///
/// Shape:  values within -1,000,000..1,000,000, at most 1,000,000 of them on a side.
/// Source: Welch 1947, with the degrees of freedom of the smaller side, which is too wide
/// rather
///         than too narrow
[[nodiscard]] MeanInterval mean_difference(std::span<const int> first,
                                           std::span<const int> second);

/// Values from 1 to 5, added up; each counts twice, so that a half of one is whole too.
struct Ratings {
  std::int64_t count = 0;
  std::int64_t twice = 0;    // the sum of the values, twice
  std::int64_t squares = 0;  // the sum of the squares of twice the values
  bool operator==(const Ratings&) const = default;
};

/// For the mean of such ratings, within 1000..5000.
///
/// Shape:  of more than 100,000 as many are left out evenly, which makes it wider only.
/// Source: Student 1908, with one more rating that is spread over 1 to 5, see docs/matching.md
[[nodiscard]] MeanInterval rating_interval(Ratings ratings);

}  // namespace pairbook::metrics
