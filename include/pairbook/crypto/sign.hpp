#pragma once

#include <array>
#include <compare>
#include <cstddef>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/crypto/secret.hpp"

namespace pairbook::crypto {

/// What others need to check a signature.
struct PublicKey {
  std::array<std::byte, 32> bytes{};
  auto operator<=>(const PublicKey&) const = default;
};

using Signature = std::array<std::byte, 64>;

/// Ed25519. Kept as its 32-byte seed, from which the same pair always grows.
class SigningKey {
 public:
  [[nodiscard]] static SigningKey from_seed(const Key& seed);

  [[nodiscard]] Signature sign(base::BytesView message) const;
  [[nodiscard]] const PublicKey& public_key() const { return public_; }
  [[nodiscard]] SigningKey clone() const;

  SigningKey(const SigningKey&) = delete;
  SigningKey& operator=(const SigningKey&) = delete;
  SigningKey(SigningKey&&) noexcept = default;
  SigningKey& operator=(SigningKey&&) noexcept = default;
  ~SigningKey() = default;

 private:
  friend base::Result<base::Bytes> open_for(const SigningKey&, base::BytesView,
                                            base::BytesView);
  SigningKey() = default;
  Secret secret_;
  PublicKey public_;
};

/// Cost: about 60 us natively.
[[nodiscard]] bool verify(const PublicKey& signer, base::BytesView message,
                          const Signature& signature);

}  // namespace pairbook::crypto
