#pragma once

#include <compare>
#include <cstdint>

#include "pairbook/base/time.hpp"

namespace pairbook::ledger {

/// When an entry was written, as far as its author's device knew: a wall clock that never
/// stands still. It breaks ties only; what an author had seen comes first (ledger.hpp).
///
/// Units: milliseconds since 1970 in 48 bits; a counter for several entries in one of them.
struct HybridTime {
  std::uint64_t ms = 0;
  std::uint16_t counter = 0;
  auto operator<=>(const HybridTime&) const = default;
};

inline constexpr std::uint64_t greatest_ms = (std::uint64_t{1} << 48) - 1;
/// How far ahead of our own a clock may be before we think it is wrong.
inline constexpr std::uint64_t clock_tolerance_ms = 15 * 60 * 1000;

/// A device's own clock. It never refuses: a local write always gets a time.
class HybridClock {
 public:
  HybridClock() = default;
  explicit HybridClock(HybridTime last) : last_(last) {}

  /// The time of the next own entry. Later than every time before, unless that one was more
  /// than the tolerance ahead of `now`: then our clock was wrong and has been set right, and
  /// the order of our own entries rests on their chain.
  [[nodiscard]] HybridTime tick(base::Instant now);

  /// Learns of another device's time. False when it is too far ahead to be believed: the entry
  /// counts all the same, but that device's clock should be looked at.
  [[nodiscard]] bool observe(HybridTime remote, base::Instant now);

  [[nodiscard]] HybridTime last() const { return last_; }

 private:
  HybridTime last_;
};

}  // namespace pairbook::ledger
