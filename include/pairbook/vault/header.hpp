#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/id.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/crypto/hash.hpp"
#include "pairbook/crypto/stretch.hpp"
#include "pairbook/vault/row.hpp"

namespace pairbook::vault {

using VaultId = base::Id<struct VaultTag>;

/// Kinds of later versions keep their number and their bytes.
enum class SlotKind : std::uint8_t { passphrase = 1, recovery = 2 };

/// One way to open a book: what has to be done to a passphrase or recovery code to unwrap the
/// book's key.
struct KeySlot {
  SlotKind kind = SlotKind::passphrase;
  crypto::KdfCost cost;  // of a passphrase; a recovery code needs no stretching
  crypto::Salt salt{};
  base::Bytes wrapped;  // the book's key, sealed
  base::Bytes unknown;  // the body of a kind that this version does not know
  bool operator==(const KeySlot&) const = default;
};

/// The part of a book that is read before any key is there.
struct Header {
  VaultId vault;
  crypto::Digest commitment{};  // ties the header to one key: no two keys open one book
  std::vector<KeySlot> slots;
  bool operator==(const Header&) const = default;

  /// Numbers of the slots of a kind, newest first. Two passphrases open a book only when a
  /// change of passphrase was interrupted; try both then.
  [[nodiscard]] std::vector<std::size_t> slots_of(SlotKind kind) const;
};

inline constexpr std::size_t max_slots = 8;

/// A slot that wraps `book_key`, bound to all that the slot and the header say.
[[nodiscard]] KeySlot wrap(SlotKind kind, crypto::KdfCost cost, const crypto::Salt& salt,
                           const crypto::Key& slot_key, const crypto::Key& book_key,
                           const Header& header, base::RandomSource& random);

/// Errors: wrong_key; corrupt when the key does not fit the header's commitment;
///         unsupported_version for a slot of a later kind; not_found without such a slot.
[[nodiscard]] base::Result<crypto::Key> unwrap(const Header& header, std::size_t slot,
                                               const crypto::Key& slot_key);

[[nodiscard]] crypto::Digest commitment_of(const crypto::Key& book_key, const VaultId& vault);

[[nodiscard]] base::Bytes encode(const Header& header);

/// Errors: corrupt (not a book, or damaged); unsupported_version for a newer format;
///         invalid_input or too_large for key stretching outside the limits of stretch.hpp.
[[nodiscard]] base::Result<Header> decode_header(base::BytesView bytes);

/// The header among a book's rows. Errors: as decode_header(); not_found when there is none.
[[nodiscard]] base::Result<Header> read_header(const Rows& rows);

}  // namespace pairbook::vault
