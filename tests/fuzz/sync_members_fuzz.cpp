// A certificate that is read is written as the same bytes, and so is a list of them, but for
// those without a right signature, which are left out.
#include <cstdint>
#include <cstdlib>

#include "pairbook/crypto/secret.hpp"
#include "pairbook/sync/members.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  const base::BytesView bytes(reinterpret_cast<const std::byte*>(data), size);
  const auto certificate = sync::decode_certificate(bytes);
  if (certificate && !crypto::same_bytes(sync::to_op(*certificate).payload, bytes))
    std::abort();
  sync::Members members;
  if (sync::learn_certificates(members, bytes)) {
    const base::Bytes again = sync::encode_certificates(members);
    if (again.size() > bytes.size()) std::abort();
    for (const auto& [device, one] : members.certificates()) {
      if (!one.is_signed()) std::abort();
    }
  }
  return 0;
}
