#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/ledger/entry.hpp"
#include "pairbook/wire/frame.hpp"

namespace pairbook::sync {

/// How far a device has come with one relay: kept in the book, in the same commit as the
/// entries it speaks of.
///
/// Shape: never ahead of what is stored. Behind is harmless: what is read or sent once more is
///        known already.
struct Progress {
  /// Everything before it at the relay is in the book.
  wire::Head head;
  /// Everything before this position of the book's log is at the relay.
  std::uint64_t sent = 0;
  bool operator==(const Progress&) const = default;

  /// A relay of which nothing is known yet.
  [[nodiscard]] static Progress none(const ledger::SpaceId& space);
};

/// The record of the book that names its relay, as RelayAddress::origin; empty for none.
inline constexpr const char* relay_record = "sync/relay";

/// The record of the book that holds it: one for each space and relay.
[[nodiscard]] std::string progress_record(const ledger::SpaceId& space,
                                          std::string_view origin);

[[nodiscard]] base::Bytes encode(const Progress& progress);
/// Errors: corrupt, unsupported_version. Whoever cannot read it begins from nothing.
[[nodiscard]] base::Result<Progress> decode_progress(base::BytesView bytes);

}  // namespace pairbook::sync
