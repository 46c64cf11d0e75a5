// What is read as a home or as former devices is written as the same bytes.
#include <cstdint>
#include <cstdlib>

#include "app/file_records.hpp"

namespace {

using namespace pairbook;

void is_the_same(const base::Bytes& written, base::BytesView read) {
  if (!crypto::same_bytes(written, read)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const base::BytesView bytes(reinterpret_cast<const std::byte*>(data), size);
  if (const auto home = app::decode_home(bytes)) is_the_same(app::encode(*home), bytes);
  if (const auto devices = app::decode_devices(bytes)) {
    is_the_same(app::encode(*devices), bytes);
  }
  return 0;
}
