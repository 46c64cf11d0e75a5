#include "pairbook/crypto/hash.hpp"

#include <sodium.h>

#include <span>

namespace pairbook::crypto {

namespace {

void blake2b(std::span<std::byte> out, base::BytesView key,
             std::initializer_list<base::BytesView> parts) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, reinterpret_cast<const unsigned char*>(key.data()),
                          key.size(), out.size());
  for (const base::BytesView part : parts) {
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(part.data()),
                              part.size());
  }
  crypto_generichash_final(&state, reinterpret_cast<unsigned char*>(out.data()), out.size());
  sodium_memzero(&state, sizeof state);
}

}  // namespace

Digest hash(base::BytesView bytes) {
  return hash({bytes});
}

Digest hash(std::initializer_list<base::BytesView> parts) {
  Digest out{};
  blake2b(out, {}, parts);
  return out;
}

WideDigest keyed_hash(const Key& key, std::initializer_list<base::BytesView> parts) {
  WideDigest out{};
  blake2b(out, key.bytes(), parts);
  return out;
}

Key derive(const Key& parent, std::string_view label, base::BytesView context) {
  const std::array<std::byte, 1> length{static_cast<std::byte>(label.size())};
  Digest out{};
  blake2b(out, parent.bytes(), {length, base::bytes_of(label), context});
  auto key = Key::from(out);
  wipe(out);
  return std::move(*key);
}

}  // namespace pairbook::crypto
