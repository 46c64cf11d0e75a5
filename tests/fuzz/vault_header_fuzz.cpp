// What is read as a header is written as the same bytes, also when somebody made the checksum
// right, and no slot of it opens with a key that nobody wrapped.
#include <cstdint>
#include <cstdlib>

#include "pairbook/vault/header.hpp"

namespace {

using namespace pairbook;

void try_header(base::BytesView bytes) {
  const auto header = vault::decode_header(bytes);
  if (!header) return;
  if (!crypto::same_bytes(vault::encode(*header), bytes)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const base::BytesView bytes(reinterpret_cast<const std::byte*>(data), size);
  try_header(bytes);
  base::Bytes mended(bytes.begin(), bytes.end());
  const auto hash = crypto::hash(bytes);
  mended.insert(mended.end(), hash.begin(), hash.begin() + 16);
  try_header(mended);
  return 0;
}
