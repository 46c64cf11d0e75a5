#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/id.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/crypto/hash.hpp"
#include "pairbook/ledger/clock.hpp"
#include "pairbook/ledger/version_vector.hpp"

namespace pairbook::ledger {

/// A space: those who share one history and one key. The hash of its admin key (vault/keyring).
using SpaceId = base::Id<struct SpaceTag>;
/// One command of a person: all entries it made carry it, so that it is undone as a whole.
using ChangeId = base::Id<struct ChangeTag>;

/// What happened, as codec writes it. A kind that a version does not know is kept as bytes and
/// folded after an update; with a `critical` one the book is not opened until then.
struct OpBytes {
  std::uint32_t kind = 0;
  bool critical = false;
  base::Bytes payload;
  bool operator==(const OpBytes&) const = default;
};

/// The end of the relay's chain that the author had seen: exposes a relay that rolls back.
struct SeenHead {
  std::uint64_t sequence = 0;
  crypto::Digest chain{};
  bool operator==(const SeenHead&) const = default;
};

/// A page of the history: what one device wrote down at one time.
///
/// It holds as many ops as fit, so that an import of 50,000 rows is a few hundred entries to
/// sign and not 50,000. `previous` and `seq` chain a device's entries without a gap; `context`
/// says what its author had seen of others.
struct Entry {
  SpaceId space;
  std::uint32_t epoch =
      0;  // the key of the space it was written under; sealed with it or a later
  DeviceId device;
  std::uint64_t seq = 1;
  crypto::Digest previous{};  // zeros for a device's first entry
  VersionVector context;      // never holds the own device
  HybridTime clock;
  std::uint16_t schema = 0;
  ChangeId change;
  std::optional<SeenHead> seen_head;
  std::vector<OpBytes> ops;

  [[nodiscard]] Dot dot() const { return {device, seq}; }
  bool operator==(const Entry&) const = default;
};

/// So that a sealed entry fits the relay's 64 KiB.
inline constexpr std::size_t max_entry_body = 60 * 1024;
inline constexpr std::size_t max_ops = 4096;
inline constexpr std::size_t max_context = 1024;

/// The canonical bytes; grammar in entry_bytes.cpp and docs/formats/entry.md.
[[nodiscard]] base::Bytes encode(const Entry& entry);

/// Errors: corrupt for anything encode() would not have written; unsupported_version;
///         too_large above the limits.
[[nodiscard]] base::Result<Entry> decode_entry(base::BytesView body);

/// BLAKE2b-256 of the canonical bytes: what `previous` holds and what is signed.
[[nodiscard]] crypto::Digest hash_of(const Entry& entry);

}  // namespace pairbook::ledger
