#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "pairbook/base/id.hpp"

namespace pairbook::ledger {

/// A device of a person: the first 16 bytes of the hash of its signing key (signed_entry.hpp).
using DeviceId = base::Id<struct DeviceTag>;

/// One entry's name inside a space: the n-th of a device, counted from 1.
struct Dot {
  DeviceId device;
  std::uint64_t seq = 0;
  auto operator<=>(const Dot&) const = default;
};

/// How many entries of each device somebody has seen. A device that is not in it counts 0.
class VersionVector {
 public:
  [[nodiscard]] std::uint64_t of(const DeviceId& device) const;
  [[nodiscard]] bool covers(const Dot& dot) const { return dot.seq <= of(dot.device); }
  [[nodiscard]] bool covers(const VersionVector& other) const;

  /// Never lowers a count.
  void raise(const Dot& dot);
  void forget(const DeviceId& device);

  /// Ascending by device, every count at least 1.
  [[nodiscard]] const std::vector<Dot>& dots() const { return dots_; }
  [[nodiscard]] std::size_t size() const { return dots_.size(); }
  bool operator==(const VersionVector&) const = default;

 private:
  std::vector<Dot> dots_;
};

}  // namespace pairbook::ledger
