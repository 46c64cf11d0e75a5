#include <algorithm>
#include <bit>

#include "pairbook/base/random.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/metrics/audit.hpp"

namespace pairbook::metrics {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::int64_t most_draws = 10'000'000;
constexpr int least_shuffles = 199;
constexpr std::uint64_t seed = 0x5061697262'6F6F6BULL;

/// How far the groups' sums lie from what their sizes make one expect: the sum over groups of
/// (N sum - n total)^2 / n. The sizes never change, so 1 / n may be a rounded weight.
class Apart {
 public:
  Apart(const std::vector<std::int64_t>& sizes, std::int64_t total, std::int64_t range)
      : sizes_(sizes), total_(total) {
    for (const std::int64_t size : sizes) {
      people_ += size;
      weights_.push_back(static_cast<std::uint64_t>((std::int64_t{1} << 40) / size));
    }
    // At most people^2 x range, below 2^56; 2^40 is enough to tell any two apart that matter.
    const auto most = static_cast<std::uint64_t>(people_ * people_) *
                      static_cast<std::uint64_t>(std::max<std::int64_t>(1, range));
    shift_ = std::max(0, static_cast<int>(std::bit_width(most)) - 40);
  }
  [[nodiscard]] Wide operator()(const std::vector<std::int64_t>& sums) const {
    Wide sum = 0;
    for (std::size_t g = 0; g < sums.size(); ++g) {
      const std::int64_t off = people_ * sums[g] - sizes_[g] * total_;
      const auto size = static_cast<std::uint64_t>(off < 0 ? -off : off) >> shift_;
      sum += Wide{size} * size * weights_[g];
    }
    return sum;
  }

 private:
  const std::vector<std::int64_t>& sizes_;
  std::int64_t total_, people_ = 0;
  std::vector<std::uint64_t> weights_;
  int shift_ = 0;
};

std::int64_t sum_of(const std::vector<int>& values) {
  std::int64_t sum = 0;
  for (const int value : values) sum += value;
  return sum;
}

}  // namespace

Chance permutation_chance(const std::vector<std::vector<int>>& groups, int shuffles) {
  std::vector<std::int64_t> sizes, sums;
  std::vector<int> values;
  for (const auto& group : groups) {
    if (group.empty()) continue;
    sizes.push_back(static_cast<std::int64_t>(group.size()));
    sums.push_back(sum_of(group));
    values.insert(values.end(), group.begin(), group.end());
  }
  if (sizes.size() < 2) return {};
  // The largest group last: whoever is not dealt out is in it.
  const auto largest = std::max_element(sizes.begin(), sizes.end()) - sizes.begin();
  std::swap(sizes[static_cast<std::size_t>(largest)], sizes.back());
  std::swap(sums[static_cast<std::size_t>(largest)], sums.back());
  base::sort(values);

  const std::int64_t total = sum_of(values);
  const Apart apart(sizes, total, std::int64_t{values.back()} - values.front());
  const Wide real = apart(sums);
  // What differs by the rounding of the weights only counts as equal.
  const Wide enough = real - (real >> 30);
  const auto people = static_cast<std::int64_t>(values.size());
  const int rounds = std::min(
      shuffles, static_cast<int>(std::max<std::int64_t>(least_shuffles, most_draws / people)));
  base::SeededRandom random(seed);
  Chance chance{1, rounds + 1};
  for (int round = 0; round < rounds; ++round) {
    std::size_t at = 0;
    std::int64_t rest = total;
    for (std::size_t g = 0; g + 1 < sizes.size(); ++g) {
      sums[g] = 0;
      for (std::int64_t i = 0; i < sizes[g]; ++i, ++at) {
        // 32 bits times what is left: no value is likelier than another by 1 in 20,000.
        const std::uint64_t left = values.size() - at;
        const auto drawn = static_cast<std::size_t>(((random.next() >> 32) * left) >> 32);
        std::swap(values[at], values[at + drawn]);
        sums[g] += values[at];
      }
      rest -= sums[g];
    }
    sums.back() = rest;
    if (apart(sums) >= enough) ++chance.as_large;
  }
  return chance;
}

}  // namespace pairbook::metrics
