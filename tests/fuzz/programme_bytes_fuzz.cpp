// What decodes encodes to the same bytes.
#include <cstdint>
#include <cstdlib>

#include "pairbook/codec/op_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  const base::BytesView bytes(reinterpret_cast<const std::byte*>(data), size);
  const auto programme = codec::decode_programme(bytes);
  if (programme && base::to_hex(codec::encode_programme(*programme)) != base::to_hex(bytes)) {
    std::abort();
  }
  return 0;
}
