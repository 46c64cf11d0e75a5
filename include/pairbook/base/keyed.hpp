#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace pairbook::base {

/// A number to sort by, and the place of whose it is.
struct Keyed {
  std::uint64_t key = 0;
  std::uint32_t place = 0;
  auto operator<=>(const Keyed&) const = default;
};

/// By number, then by place: as fast as std::sort, and compiled once too. For what is sorted by
/// the ten thousand and can say its order in a number.
void sort(std::vector<Keyed>& items);

}  // namespace pairbook::base
