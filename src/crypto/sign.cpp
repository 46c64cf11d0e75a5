#include "pairbook/crypto/sign.hpp"

#include <sodium.h>

namespace pairbook::crypto {

namespace {

const unsigned char* raw(base::BytesView bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

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
