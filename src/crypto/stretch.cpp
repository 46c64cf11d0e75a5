#include "pairbook/crypto/stretch.hpp"

#include <sodium.h>

namespace pairbook::crypto {

using base::Errc;
using base::fail;

static_assert(std::tuple_size_v<Salt> == crypto_pwhash_SALTBYTES);

base::Done check_cost(KdfCost cost) {
  if (cost.passes < least_cost.passes || cost.memory_kib < least_cost.memory_kib) {
    return fail(Errc::invalid_input, "key stretching", "cheaper than we accept");
  }
  if (cost.passes > greatest_cost.passes || cost.memory_kib > greatest_cost.memory_kib) {
    return fail(Errc::too_large, "key stretching", "dearer than we accept");
  }
  return {};
}

std::optional<KdfCost> dearer_cost(KdfCost done, std::int64_t took_ms) {
  constexpr std::int64_t long_enough_ms = 1000;
  if (took_ms <= 0 || took_ms >= long_enough_ms) return std::nullopt;
  KdfCost next = largest_new_cost;
  while (next.memory_kib > done.memory_kib) {
    if (took_ms * next.memory_kib < long_enough_ms * done.memory_kib) return next;
    next.memory_kib /= 2;
  }
  return std::nullopt;
}

base::Result<Key> stretch(const Secret& passphrase, const Salt& salt, KdfCost cost) {
  if (const auto fine = check_cost(cost); !fine) return base::pass_on(fine);
  const base::BytesView text = passphrase.bytes();
  if (text.empty()) return fail(Errc::invalid_input, "passphrase", "empty");
  if (text.size() > 1024) return fail(Errc::too_large, "passphrase", "over 1024 bytes");

  std::array<std::byte, Key::size> out{};
  const std::size_t memory = static_cast<std::size_t>(cost.memory_kib) * 1024;
  const int failed = crypto_pwhash(reinterpret_cast<unsigned char*>(out.data()), out.size(),
                                   reinterpret_cast<const char*>(text.data()), text.size(),
                                   reinterpret_cast<const unsigned char*>(salt.data()),
                                   cost.passes, memory, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) return fail(Errc::out_of_memory, "key stretching", "crypto_pwhash failed");
  auto key = Key::from(out);
  wipe(out);
  return key;
}

}  // namespace pairbook::crypto
