// Signing for the browser, which downloads it. libsodium's own signing brings a table of
// multiples of the base point that is 31 kB and cannot be compressed; here the multiple is
// calculated, by libsodium too and in constant time. The steps are those of RFC 8032, 5.1.5
// and 5.1.6, and the signatures are the same to the last bit (tests/crypto/sign_test.cpp).
#include <sodium.h>

#include <algorithm>
#include <array>
#include <span>

#include "pairbook/crypto/sign.hpp"

namespace pairbook::crypto {

namespace {

using Bytes32 = std::array<unsigned char, 32>;
using Bytes64 = std::array<unsigned char, 64>;

template <class Array>
void wipe_bytes(Array& bytes) {
  wipe(std::as_writable_bytes(std::span(bytes)));
}

const unsigned char* raw(base::BytesView bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// The first half is the secret number, the second what makes the numbers used once.
Bytes64 expanded(base::BytesView seed) {
  Bytes64 out{};
  crypto_hash_sha512(out.data(), raw(seed), seed.size());
  out[0] &= 248;
  out[31] &= 127;
  out[31] |= 64;
  return out;
}

/// Nought is the one number it has no answer for, and no hash of 64 bytes is ever that.
Bytes32 times_base_point(const unsigned char* number) {
  Bytes32 base_point{}, out{};
  base_point.fill(0x66);
  base_point[0] = 0x58;
  if (crypto_scalarmult_ed25519_noclamp(out.data(), number, base_point.data()) != 0) return {};
  return out;
}

/// The hash of up to three pieces, as a number below the order of the base point.
Bytes32 number_of(base::BytesView a, base::BytesView b, base::BytesView c) {
  crypto_hash_sha512_state state;
  crypto_hash_sha512_init(&state);
  for (const base::BytesView piece : {a, b, c})
    crypto_hash_sha512_update(&state, raw(piece), piece.size());
  Bytes64 hash{};
  crypto_hash_sha512_final(&state, hash.data());
  sodium_memzero(&state, sizeof state);
  Bytes32 out{};
  crypto_core_ed25519_scalar_reduce(out.data(), hash.data());
  wipe_bytes(hash);
  return out;
}

}  // namespace

// The secret is the seed and then the public key, as libsodium has it.
SigningKey SigningKey::from_seed(const Key& seed) {
  Bytes64 expansion = expanded(seed.bytes());
  const Bytes32 point = times_base_point(expansion.data());
  wipe_bytes(expansion);
  SigningKey key;
  std::ranges::copy(std::as_bytes(std::span(point)), key.public_.bytes.begin());
  std::array<std::byte, 64> secret{};
  std::ranges::copy(seed.bytes(), secret.begin());
  std::ranges::copy(key.public_.bytes, secret.begin() + 32);
  key.secret_ = Secret::of(secret);
  wipe(secret);
  return key;
}

Signature SigningKey::sign(base::BytesView message) const {
  Bytes64 expansion = expanded(secret_.bytes().first(32));
  Bytes32 once = number_of({}, std::as_bytes(std::span(expansion)).subspan(32), message);
  const Bytes32 point = times_base_point(once.data());
  Bytes32 answer = number_of(std::as_bytes(std::span(point)), public_.bytes, message);
  crypto_core_ed25519_scalar_mul(answer.data(), answer.data(), expansion.data());
  crypto_core_ed25519_scalar_add(answer.data(), answer.data(), once.data());
  wipe_bytes(expansion);
  wipe_bytes(once);
  Signature out{};
  std::ranges::copy(std::as_bytes(std::span(point)), out.begin());
  std::ranges::copy(std::as_bytes(std::span(answer)), out.begin() + 32);
  return out;
}

}  // namespace pairbook::crypto
