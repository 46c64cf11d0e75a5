#pragma once

#include <cstdint>

#include "pairbook/crypto/sign.hpp"
#include "pairbook/ledger/entry.hpp"

namespace pairbook::ledger {

/// Names a sealed entry outside the space: it looks like chance and tells nothing of its
/// author.
using EntryId = base::Id<struct EntryTag>;

/// An entry with its author's signature, as it is folded and passed on.
struct SignedEntry {
  Entry entry;
  crypto::Signature signature{};
  crypto::Digest hash{};  // of the entry
  bool operator==(const SignedEntry&) const = default;
};

/// A device's name follows from its key, so nobody can sign in another's name.
[[nodiscard]] DeviceId device_id(const crypto::PublicKey& key);

/// Errors: too_large when the body is over max_entry_body or has too many ops.
[[nodiscard]] base::Result<SignedEntry> sign(Entry entry, const crypto::SigningKey& key);

/// Whether `key` is that of the entry's device and signed it. Ask before receiving an entry
/// from elsewhere; what comes out of one's own vault was asked before it went in.
[[nodiscard]] bool is_signed_by(const SignedEntry& entry, const crypto::PublicKey& key);

/// What can be read of a sealed entry without a key.
struct SealedHead {
  EntryId id;
  std::uint32_t epoch = 0;
};

/// Which key of the space an entry is sealed with. Text is sealed when it is sent, so this may
/// be a later key than the one it was written under, and never an earlier one.
struct SealedWith {
  std::uint32_t epoch = 0;
  const crypto::Key& key;
  /// Another number gives other bytes: for when somebody has taken the entry's name.
  std::uint8_t attempt = 0;
};

/// PBO1: signed, padded, sealed. These bytes are what the log, a relay, a file and a QR series
/// carry. They follow from the entry and the key alone, name and nonce too: whoever has both
/// makes the same bytes, so that an entry is recognised wherever it comes back from.
///
/// Errors: invalid_input for a key that is older than the entry.
[[nodiscard]] base::Result<base::Bytes> seal(const SignedEntry& entry, const SealedWith& with);

/// Errors: corrupt or unsupported_version.
[[nodiscard]] base::Result<SealedHead> peek(base::BytesView sealed);

/// Errors: wrong_key when key, space or bytes do not fit together; corrupt, unsupported_version
///         and too_large as decode_entry(). Does not look at the signature, nor at whether name
///         and nonce are those that seal() makes.
[[nodiscard]] base::Result<SignedEntry> open(base::BytesView sealed, const SpaceId& space,
                                             const crypto::Key& space_key);

}  // namespace pairbook::ledger
