#include "pairbook/crypto/padding.hpp"

#include <bit>
#include <cstdint>

namespace pairbook::crypto {

std::size_t padded_size(std::size_t size, std::size_t least) {
  if (size <= least) return least;
  if (size < 2) return size;
  const std::uint64_t wide = size;
  const int exponent = static_cast<int>(std::bit_width(wide)) - 1;
  const auto shown = static_cast<int>(std::bit_width(static_cast<unsigned>(exponent)));
  const std::uint64_t mask = (std::uint64_t{1} << (exponent - shown)) - 1;
  return static_cast<std::size_t>((wide + mask) & ~mask);
}

base::Bytes pad(base::BytesView bytes, std::size_t least) {
  base::Bytes out;
  const std::size_t size = padded_size(bytes.size() + 1, least);
  out.reserve(size);
  out.assign(bytes.begin(), bytes.end());
  out.push_back(std::byte{0x80});
  out.resize(size);
  return out;
}

base::Result<base::BytesView> unpad(base::BytesView padded, std::size_t least) {
  std::size_t end = padded.size();
  while (end > 0 && padded[end - 1] == std::byte{0}) --end;
  if (end == 0 || padded[end - 1] != std::byte{0x80} ||
      padded_size(end, least) != padded.size()) {
    return base::fail(base::Errc::corrupt, "padding", "not the one padding of this text");
  }
  return padded.first(end - 1);
}

}  // namespace pairbook::crypto
