#pragma once

#include <cstdlib>
#include <vector>

#include "pairbook/base/bytes.hpp"

namespace pairbook::testing_support {

/// What became of bytes of which one bit at a time was flipped.
struct Flipped {
  std::size_t tried = 0;
  std::vector<std::size_t> unnoticed;  // numbers of bits
};

/// The bytes in which an ordinary run flips all eight bits. Of those between it flips one bit
/// of each, or of each `step`th. With PAIRBOOK_EVERY_BIT=1 in the environment, all bits of all.
struct Ends {
  std::size_t front = 0;
  std::size_t back = 0;
  std::size_t step = 1;
};

inline bool every_bit_is_wanted() {
  const char* text = std::getenv("PAIRBOOK_EVERY_BIT");
  return text != nullptr && text[0] == '1';
}

/// Flips a bit, asks `is_noticed`, and flips it back.
template <class IsNoticed>
Flipped flip_bits(base::Bytes& bytes, const Ends& ends, const IsNoticed& is_noticed) {
  Flipped out;
  const bool all = every_bit_is_wanted();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const bool is_end = at < ends.front || bytes.size() - at <= ends.back;
    for (std::size_t bit = 0; bit < 8; ++bit) {
      if (!all && !is_end && (at % ends.step != 0 || bit != at / ends.step % 8)) continue;
      bytes[at] ^= std::byte{1} << bit;
      if (!is_noticed()) out.unnoticed.push_back(8 * at + bit);
      bytes[at] ^= std::byte{1} << bit;
      ++out.tried;
    }
  }
  return out;
}

}  // namespace pairbook::testing_support
