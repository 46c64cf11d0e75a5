// What is read as an entry is written as the same bytes.
#include <cstdint>
#include <cstdlib>

#include "pairbook/ledger/entry.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  const base::BytesView bytes(reinterpret_cast<const std::byte*>(data), size);
  const auto entry = ledger::decode_entry(bytes);
  if (!entry) return 0;
  const base::Bytes again = ledger::encode(*entry);
  if (!crypto::same_bytes(again, bytes)) std::abort();
  return 0;
}
