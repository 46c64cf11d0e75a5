#pragma once

#include <cstddef>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/random.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/crypto/secret.hpp"

namespace pairbook::crypto {

/// A sealed text is this much longer than the plain one: a nonce of 24 bytes and a tag of 16.
inline constexpr std::size_t seal_overhead = 40;

/// XChaCha20-Poly1305 with a random nonce, which goes first: nonce, then text and tag.
///
/// `context` is not in the result but must be the same when opening: it nails a sealed text to
/// its place, so that one record cannot stand in for another.
[[nodiscard]] base::Bytes seal(const Key& key, base::BytesView context, base::BytesView plain,
                               base::RandomSource& random);

/// Errors: wrong_key when key, context or bytes are not those of seal(); which of the three,
/// nobody can tell. corrupt when it is too short to be a sealed text at all.
[[nodiscard]] base::Result<base::Bytes> open(const Key& key, base::BytesView context,
                                             base::BytesView sealed);

}  // namespace pairbook::crypto
