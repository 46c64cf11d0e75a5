// What is read as a frame, of either side, is written as the same bytes, and no type belongs to
// both sides.
#include <cstdint>
#include <cstdlib>

#include "pairbook/crypto/secret.hpp"
#include "pairbook/wire/frame.hpp"
#include "pairbook/wire/limits.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  const base::BytesView bytes(reinterpret_cast<const std::byte*>(data), size);
  const auto asked = wire::decode_from_client(bytes);
  const auto told = wire::decode_from_relay(bytes);
  if (asked && told) std::abort();
  if ((asked || told) && wire::may_be_skipped(bytes)) std::abort();
  if (asked && !crypto::same_bytes(wire::encode(*asked), bytes)) std::abort();
  if (told && !crypto::same_bytes(wire::encode(*told), bytes)) std::abort();
  return 0;
}
