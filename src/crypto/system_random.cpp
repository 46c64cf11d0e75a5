#include "pairbook/crypto/system_random.hpp"

#include <sodium.h>

namespace pairbook::crypto {

base::Result<SystemRandom> SystemRandom::create() {
  if (sodium_init() < 0) {
    return base::fail(base::Errc::not_found, "randomness", "sodium_init failed");
  }
  return SystemRandom();
}

void SystemRandom::fill(std::span<std::byte> out) {
  if (!out.empty()) randombytes_buf(out.data(), out.size());
}

}  // namespace pairbook::crypto
