// What is read as a transfer file is written as the same bytes, also with the hash made right.
#include <cstdint>
#include <cstdlib>

#include "pairbook/crypto/hash.hpp"
#include "pairbook/sync/transfer_file.hpp"

namespace {

using namespace pairbook;

void try_file(base::BytesView bytes) {
  const auto file = sync::decode_transfer(bytes);
  if (file && !crypto::same_bytes(sync::encode(*file), bytes)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const base::BytesView bytes(reinterpret_cast<const std::byte*>(data), size);
  try_file(bytes);
  base::Bytes mended(bytes.begin(), bytes.end());
  const auto hash = crypto::hash(bytes);
  mended.insert(mended.end(), hash.begin(), hash.end());
  try_file(mended);
  return 0;
}
