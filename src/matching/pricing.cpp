#include "pricing.hpp"

#include <algorithm>

#include "candidates.hpp"
#include "row_kernels.hpp"

namespace pairbook::matching {

namespace {
constexpr std::int64_t small = std::int64_t{1} << 30;
}

Pricing::Pricing(std::int64_t weight, const std::vector<std::int64_t>& prices)
    : weight_(weight), prices_(&prices) {
  if (weight != 1) return;
  for (const std::int64_t price : prices) {
    if (price >= small) {
      small_prices_.clear();
      return;
    }
    small_prices_.push_back(static_cast<std::int32_t>(price));
  }
}

std::int64_t Pricing::most_gain(std::span<const std::int32_t> scores,
                                std::int64_t least) const {
  if (!small_prices_.empty()) {
    return std::max<std::int64_t>(
        least, row_kernels().most_gain(scores.data(), small_prices_.data(), scores.size()));
  }
  std::int64_t most = least;
  for (std::size_t j = 0; j < scores.size(); ++j) {
    const std::int64_t gain = weight_ * scores[j] - (*prices_)[j];
    most = scores[j] >= 0 && gain > most ? gain : most;
  }
  return most;
}

void Pricing::beyond(std::span<const std::int32_t> scores, std::int64_t proven,
                     std::size_t most, std::uint64_t row_key,
                     std::span<const std::uint64_t> column_keys, std::vector<Index>& out) {
  found_.clear();
  for (Index j = 0; j < scores.size(); ++j) {
    const std::int64_t gain = weight_ * scores[j] - (*prices_)[j];
    if (scores[j] < 0 || gain <= proven) continue;
    found_.push_back({gain, tie_of(row_key, column_keys[j]), j});
  }
  const std::size_t kept = std::min(most, found_.size());
  std::partial_sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(kept),
                    found_.end(), [](const Beyond& a, const Beyond& b) {
                      return a.gain != b.gain ? a.gain > b.gain : a.tie < b.tie;
                    });
  out.clear();
  for (std::size_t k = 0; k < kept; ++k) out.push_back(found_[k].column);
}

}  // namespace pairbook::matching
