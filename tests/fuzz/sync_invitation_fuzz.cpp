// An invitation that is read is written as the same bytes, and is found in its link; a welcome
// too.
#include <cstdint>
#include <cstdlib>

#include "pairbook/crypto/secret.hpp"
#include "pairbook/sync/lobby.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pairbook;
  const base::BytesView bytes(reinterpret_cast<const std::byte*>(data), size);
  const auto invitation = sync::decode_invitation(bytes);
  if (invitation) {
    if (!crypto::same_bytes(encode(*invitation), bytes)) std::abort();
    const auto again = sync::read_link(link_of(*invitation));
    if (!again || *again != *invitation) std::abort();
  }
  static_cast<void>(sync::read_link(base::text_of(bytes)));
  const auto welcome = sync::decode_welcome(bytes);
  if (welcome && !crypto::same_bytes(encode(*welcome), bytes)) std::abort();
  return 0;
}
