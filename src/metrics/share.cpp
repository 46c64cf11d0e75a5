#include "pairbook/metrics/share.hpp"

#include <algorithm>
#include <array>

namespace pairbook::metrics {
namespace {

constexpr std::int64_t z_squared = 38'416;  // 1.96 squared, in ten-thousandths
constexpr std::int64_t most_people = 3'000'000;

/// Whether a share of `t` thousandths lies between the limits, and on neither: those are where
/// (k - n p)^2 = z^2 n p (1 - p).
bool inside(std::int64_t k, std::int64_t n, std::int64_t t) {
  const std::int64_t off = 1000 * k - n * t;
  const std::int64_t allowed = z_squared * n * t * (1000 - t);  // at most 2.9e16
  return allowed > 0 && off * off <= (allowed - 1) / 10'000;
}

/// The root, downwards.
std::int64_t root(std::int64_t square) {
  std::int64_t low = 0, high = 3'037'000'499;  // whose square is the last below 2^63
  while (low < high) {
    const std::int64_t middle = low + (high - low + 1) / 2;
    if (middle * middle <= square) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
std::int64_t root_up(std::int64_t square) {
  const std::int64_t found = root(square);
  return found * found == square ? found : found + 1;
}

std::int64_t down(std::int64_t part, std::int64_t whole) {
  return part / whole - (part % whole < 0 ? 1 : 0);
}
std::int64_t up(std::int64_t part, std::int64_t whole) {
  return -down(-part, whole);
}

/// What 97.5 % of Student's t stay below, in thousandths, upwards, by degrees of freedom.
std::int64_t t_permille(std::int64_t freedom) {
  constexpr std::array<std::int16_t, 31> small = {
      0,    12707, 4303, 3183, 2777, 2571, 2447, 2365, 2307, 2263, 2229,
      2201, 2179,  2161, 2145, 2132, 2120, 2110, 2101, 2094, 2086, 2080,
      2074, 2069,  2064, 2060, 2056, 2052, 2049, 2046, 2043};
  if (freedom <= 30) return small[static_cast<std::size_t>(freedom)];
  if (freedom < 60) return 2043;
  return freedom < 120 ? 2001 : 1980;
}

/// A side's sum above its rounded mean, and the square of what its mean is out by, in
/// millionths.
struct Side {
  std::int64_t count = 0, mean = 0, beyond = 0;
  std::int64_t error_squared = 0;
};
Side side_of(std::span<const int> values) {
  Side side{static_cast<std::int64_t>(values.size())};
  std::int64_t sum = 0;
  for (const int value : values) sum += value;
  side.mean = down(sum, side.count);
  side.beyond = sum - side.mean * side.count;
  std::int64_t squares = 0;  // around the rounded mean: never too small
  for (const int value : values) squares += (value - side.mean) * (value - side.mean);
  squares -= side.beyond * side.beyond / side.count;
  const std::int64_t over = side.count * (side.count - 1);
  side.error_squared = squares / over * 1'000'000 + up(squares % over * 1'000'000, over);
  return side;
}

}  // namespace

int permille(const Ratio& share) {
  if (share.whole <= 0) return 0;
  return static_cast<int>((2000 * share.part + share.whole) / (2 * share.whole));
}

Interval share_interval(std::int64_t k, std::int64_t n) {
  if (n <= 0) return {};
  while (n > most_people) {
    n /= 2;
    k /= 2;
  }
  k = std::clamp<std::int64_t>(k, 0, n);
  // From the share itself outwards; a share of none or of all is a limit, so from the next.
  std::int64_t low = std::min<std::int64_t>(999, 1000 * k / n);
  std::int64_t high = std::max<std::int64_t>(1, up(1000 * k, n));
  while (inside(k, n, low)) --low;
  while (inside(k, n, high)) ++high;
  return {static_cast<int>(low), static_cast<int>(high)};
}

Interval share_difference(const Ratio& first, const Ratio& second) {
  if (first.whole <= 0 || second.whole <= 0) return {-1000, 1000};
  const Interval a = share_interval(first.part, first.whole);
  const Interval b = share_interval(second.part, second.whole);
  const auto least = [](const Ratio& share) { return down(1000 * share.part, share.whole); };
  const auto most = [](const Ratio& share) { return up(1000 * share.part, share.whole); };
  const auto reach = [](std::int64_t one, std::int64_t other) {
    return root_up(one * one + other * other);
  };
  const std::int64_t below =
      reach(most(first) - a.low_permille, b.high_permille - least(second));
  const std::int64_t above =
      reach(a.high_permille - least(first), most(second) - b.low_permille);
  return {static_cast<int>(std::max<std::int64_t>(-1000, least(first) - most(second) - below)),
          static_cast<int>(std::min<std::int64_t>(1000, most(first) - least(second) + above))};
}

MeanInterval mean_difference(std::span<const int> first, std::span<const int> second) {
  if (first.size() < 2 || second.size() < 2) return {};
  const Side a = side_of(first), b = side_of(second);
  const std::int64_t reach = up(
      t_permille(std::min(a.count, b.count) - 1) * root_up(a.error_squared + b.error_squared),
      1000);
  const std::int64_t whole = 1000 * (a.mean - b.mean);
  const std::int64_t low = down(1000 * a.beyond, a.count) - up(1000 * b.beyond, b.count);
  const std::int64_t high = up(1000 * a.beyond, a.count) - down(1000 * b.beyond, b.count);
  return {true, whole + low - reach, whole + high + reach};
}

MeanInterval rating_interval(Ratings ratings) {
  constexpr std::int64_t most_ratings = 100'000;
  constexpr std::int64_t imagined_twice = 6, imagined_squares = 44;  // of 1, 2, 3, 4 and 5
  if (ratings.count < 2) return {};
  while (ratings.count > most_ratings) {
    ratings.count /= 2;
    ratings.twice /= 2;
    ratings.squares /= 2;
  }
  const std::int64_t n = ratings.count + 1, sum = ratings.twice + imagined_twice;
  const std::int64_t spread = n * (ratings.squares + imagined_squares) - sum * sum;
  const std::int64_t error = root_up(up(spread * 1'000'000, ratings.count));  // times 2 n
  const std::int64_t reach = up(t_permille(ratings.count - 1) * error, 2000 * n);
  return {true, std::max<std::int64_t>(1000, down(1000 * sum, 2 * n) - reach),
          std::min<std::int64_t>(5000, up(1000 * sum, 2 * n) + reach)};
}

}  // namespace pairbook::metrics
