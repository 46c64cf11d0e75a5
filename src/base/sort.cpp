// Runs of 1, 2, 4, ... places are merged pairwise until one is left.
#include "pairbook/base/sort.hpp"

#include <algorithm>
#include <numeric>

namespace pairbook::base {

std::vector<std::uint32_t> sorted_places(std::size_t count, ComesBefore before,
                                         const void* context) {
  std::vector<std::uint32_t> from(count), into(count);
  std::iota(from.begin(), from.end(), 0U);
  for (std::size_t length = 1; length < count; length *= 2) {
    for (std::size_t start = 0; start < count; start += 2 * length) {
      const std::size_t middle = std::min(start + length, count);
      const std::size_t stop = std::min(middle + length, count);
      std::size_t left = start, right = middle;
      for (std::size_t at = start; at < stop; ++at) {
        const bool from_right =
            left == middle || (right < stop && before(context, from[right], from[left]));
        into[at] = from[from_right ? right++ : left++];
      }
    }
    from.swap(into);
  }
  return from;
}

}  // namespace pairbook::base
