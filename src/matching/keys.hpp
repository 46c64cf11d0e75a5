#pragma once

#include <cstdint>

namespace pairbook::matching {

/// A key from a number, for people who have nothing else: all of a side different, and in no
/// order that anybody could foresee.
inline std::uint64_t key_of(std::uint64_t number, std::uint64_t side) {
  std::uint64_t key = (number + 1) * 0x9E3779B97F4A7C15 + side;
  key = (key ^ (key >> 30U)) * 0xBF58476D1CE4E5B9;
  key = (key ^ (key >> 27U)) * 0x94D049BB133111EB;
  return key ^ (key >> 31U);
}

}  // namespace pairbook::matching
