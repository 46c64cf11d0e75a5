#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/sync/space.hpp"

namespace pairbook::sync {

inline constexpr std::string_view transfer_file_extension = ".pbsync";

/// Entries of a space on their way without a network: on a stick, in a letter. As sealed as at
/// a relay: only members open it.
struct TransferFile {
  ledger::SpaceId space;
  std::vector<base::Bytes> entries;  // sealed; what an entry builds on comes before it
  bool operator==(const TransferFile&) const = default;
};

/// Errors: as Space::seal().
[[nodiscard]] base::Result<TransferFile> pack(const std::vector<ledger::SignedEntry>& entries,
                                              const Space& space);

[[nodiscard]] base::Bytes encode(const TransferFile& file);
[[nodiscard]] bool looks_like_transfer(base::BytesView bytes);
/// The hash at its end tells a file that was cut short or damaged on its way.
///
/// Errors: corrupt; unsupported_version; too_large over the limits.
[[nodiscard]] base::Result<TransferFile> decode_transfer(base::BytesView bytes);

/// What taking a file in would do, told before anything is written.
struct Unpacked {
  std::vector<ledger::SignedEntry> fresh;  // to be stored, in this order
  std::size_t known = 0;                   // here already
  std::size_t unreadable = 0;  // a key, or its author's admission, is missing: take it in later
  std::size_t damaged = 0;     // no entries of this space at all
};

/// Taking a file in twice changes nothing the second time: then all of it is known.
///
/// Errors: not_found for a file of another space.
[[nodiscard]] base::Result<Unpacked> unpack(const TransferFile& file, const Space& space);

}  // namespace pairbook::sync
