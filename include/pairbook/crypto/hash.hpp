#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "pairbook/base/bytes.hpp"
#include "pairbook/crypto/secret.hpp"

namespace pairbook::crypto {

using Digest = std::array<std::byte, 32>;
using WideDigest = std::array<std::byte, 64>;

/// BLAKE2b-256.
[[nodiscard]] Digest hash(base::BytesView bytes);

/// BLAKE2b-256 over the parts one after the other, without joining them first.
[[nodiscard]] Digest hash(std::initializer_list<base::BytesView> parts);

/// BLAKE2b-512 under a key: nobody without the key can make it or predict it.
[[nodiscard]] WideDigest keyed_hash(const Key& key,
                                    std::initializer_list<base::BytesView> parts);

/// A key for one purpose from a key for many.
///
/// BLAKE2b-256 under `parent` over: length of the label (1 byte), the label, the context. We
/// label with a whole sentence fragment ("pairbook/v1/vault/records") where crypto_kdf has room
/// for eight letters, which would need a table to be understood and leaves room for mistakes.
[[nodiscard]] Key derive(const Key& parent, std::string_view label,
                         base::BytesView context = {});

}  // namespace pairbook::crypto
