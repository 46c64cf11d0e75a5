#include "pairbook/crypto/sign.hpp"

#include <sodium.h>

namespace pairbook::crypto {

namespace {

const unsigned char* raw(base::BytesView bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

SigningKey SigningKey::from_seed(const Key& seed) {
  static_assert(Key::size == crypto_sign_SEEDBYTES);
  std::array<std::byte, crypto_sign_SECRETKEYBYTES> secret{};
  SigningKey key;
  crypto_sign_seed_keypair(reinterpret_cast<unsigned char*>(key.public_.bytes.data()),
                           reinterpret_cast<unsigned char*>(secret.data()), raw(seed.bytes()));
  key.secret_ = Secret::of(secret);
  wipe(secret);
  return key;
}

Signature SigningKey::sign(base::BytesView message) const {
  Signature out{};
  crypto_sign_detached(reinterpret_cast<unsigned char*>(out.data()), nullptr, raw(message),
                       message.size(), raw(secret_.bytes()));
  return out;
}

SigningKey SigningKey::clone() const {
  SigningKey copy;
  copy.secret_ = Secret::of(secret_.bytes());
  copy.public_ = public_;
  return copy;
}

bool verify(const PublicKey& signer, base::BytesView message, const Signature& signature) {
  return crypto_sign_verify_detached(raw(signature), raw(message), message.size(),
                                     raw(signer.bytes)) == 0;
}

}  // namespace pairbook::crypto
