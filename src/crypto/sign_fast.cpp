// Signing where a programme's size does not matter: libsodium's own.
#include <sodium.h>

#include "pairbook/crypto/sign.hpp"

namespace pairbook::crypto {

SigningKey SigningKey::from_seed(const Key& seed) {
  static_assert(Key::size == crypto_sign_SEEDBYTES);
  std::array<std::byte, crypto_sign_SECRETKEYBYTES> secret{};
  SigningKey key;
  crypto_sign_seed_keypair(reinterpret_cast<unsigned char*>(key.public_.bytes.data()),
                           reinterpret_cast<unsigned char*>(secret.data()),
                           reinterpret_cast<const unsigned char*>(seed.bytes().data()));
  key.secret_ = Secret::of(secret);
  wipe(secret);
  return key;
}

Signature SigningKey::sign(base::BytesView message) const {
  Signature out{};
  crypto_sign_detached(reinterpret_cast<unsigned char*>(out.data()), nullptr,
                       reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                       reinterpret_cast<const unsigned char*>(secret_.bytes().data()));
  return out;
}

}  // namespace pairbook::crypto
