// The first two bytes are the kind. What decodes encodes to the same bytes.
#include <cstdint>
#include <cstdlib>

#include "pairbook/codec/op_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  if (size < 2) return 0;
  const auto kind = static_cast<std::uint16_t>(data[0] | data[1] << 8);
  const base::BytesView payload(reinterpret_cast<const std::byte*>(data) + 2, size - 2);
  const auto op = codec::decode_op(kind, payload);
  if (!op) return 0;
  const auto again = codec::encode_op(*op);
  if (again.kind != kind || base::to_hex(again.payload) != base::to_hex(payload)) std::abort();
  return 0;
}
