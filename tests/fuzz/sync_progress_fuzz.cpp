// A progress that is read is written as the same bytes.
#include <cstdint>
#include <cstdlib>

#include "pairbook/crypto/secret.hpp"
#include "pairbook/sync/progress.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  const base::BytesView bytes(reinterpret_cast<const std::byte*>(data), size);
  const auto progress = sync::decode_progress(bytes);
  if (progress && !crypto::same_bytes(sync::encode(*progress), bytes)) std::abort();
  return 0;
}
