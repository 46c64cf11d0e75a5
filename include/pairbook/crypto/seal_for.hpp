#pragma once

#include <cstddef>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/random.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/crypto/sign.hpp"

namespace pairbook::crypto {

/// Longer than the plain text by a public key, a nonce and a tag.
inline constexpr std::size_t seal_for_overhead = 32 + 40;

/// What only the holder of a signing key can open. Who sealed it, it does not say.
///
/// Shape:  public key that is used once, then crypto::seal() under
///         derive(X25519(once, theirs), "pairbook/v1/sealed-for", once theirs).
/// Errors: invalid_input for bytes that are no signing key.
/// Source: docs/adr/0010-one-key-of-a-person.md
[[nodiscard]] base::Result<base::Bytes> seal_for(const PublicKey& to, base::BytesView context,
                                                 base::BytesView plain,
                                                 base::RandomSource& random);

/// Errors: wrong_key when it was sealed for somebody else, with another context, or changed;
///         corrupt when it is too short to be anything.
[[nodiscard]] base::Result<base::Bytes> open_for(const SigningKey& me, base::BytesView context,
                                                 base::BytesView sealed);

}  // namespace pairbook::crypto
