#include "dense_row.hpp"

#include <algorithm>
#include <limits>

namespace pairbook::matching {

std::int64_t relax_dense_row(std::span<const std::int32_t> cost, const std::int64_t* price,
                             std::int64_t here, Index row, std::int64_t* distance,
                             Index* reached_by) {
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (std::size_t j = 0; j < cost.size(); ++j) {
    const std::int64_t there = here + cost[j] - price[j];
    const bool nearer = there < distance[j];
    const std::int64_t now = nearer ? there : distance[j];
    distance[j] = now;
    reached_by[j] = nearer ? row : reached_by[j];
    least = std::min(least, now);
  }
  return least;
}

}  // namespace pairbook::matching
