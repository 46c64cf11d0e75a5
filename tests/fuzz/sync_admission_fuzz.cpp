// What is read of members is written as the same bytes: an admission, a name, a whole
// membership.
#include <cstdint>
#include <cstdlib>

#include "pairbook/crypto/secret.hpp"
#include "pairbook/sync/membership.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  const base::BytesView bytes(reinterpret_cast<const std::byte*>(data), size);
  const auto admission = sync::decode_admission(bytes);
  if (admission && !crypto::same_bytes(to_op(*admission).payload, bytes)) std::abort();
  const auto name = sync::decode_name(bytes);
  if (name && !crypto::same_bytes(sync::to_name_op(*name).payload, bytes)) std::abort();
  const auto membership = sync::Membership::decode(bytes);
  if (membership && !crypto::same_bytes(membership->encode(), bytes)) std::abort();
  return 0;
}
