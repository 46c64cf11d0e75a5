#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "pairbook/base/result.hpp"
#include "pairbook/crypto/secret.hpp"

namespace pairbook::crypto {

/// What stretching a passphrase costs, for us once and for a thief at every guess.
///
/// Units: passes over memory; KiB of memory.
struct KdfCost {
  std::uint32_t passes = 3;
  std::uint32_t memory_kib = 64 * 1024;
  bool operator==(const KdfCost&) const = default;
};

/// Below this a guess is too cheap, above it a foreign file could hang or crash the reader.
inline constexpr KdfCost least_cost{3, 32 * 1024};
inline constexpr KdfCost usual_cost{3, 64 * 1024};
/// How far a new passphrase may go on a fast machine while it stays under a second.
inline constexpr KdfCost largest_new_cost{3, 256 * 1024};
inline constexpr KdfCost greatest_cost{10, 512 * 1024};

using Salt = std::array<std::byte, 16>;

/// Errors: invalid_input below the least cost, too_large above the greatest.
[[nodiscard]] base::Done check_cost(KdfCost cost);

/// Where to stretch a new passphrase once more, when stretching it at `done` took so long: the
/// dearest up to `largest_new_cost` that should stay under a second. None when nothing dearer
/// would, or when the time is not known (0 or less).
///
/// Source: Argon2 takes time in proportion to its memory.
[[nodiscard]] std::optional<KdfCost> dearer_cost(KdfCost done, std::int64_t took_ms);

/// Argon2id (version 1.3) over the passphrase's UTF-8 bytes: the key of a key slot.
///
/// Shape:  a keyboard decides how "é" is composed, so shells pass the passphrase in NFC.
/// Cost:   about 75 ms natively and 160 ms as WebAssembly for 3 passes over 64 MiB.
/// Errors: as check_cost(); too_large for a passphrase over 1024 bytes; invalid_input for an
///         empty one; out_of_memory, which never means that the passphrase is wrong.
[[nodiscard]] base::Result<Key> stretch(const Secret& passphrase, const Salt& salt,
                                        KdfCost cost);

}  // namespace pairbook::crypto
