#include "pairbook/ledger/version_vector.hpp"

#include <algorithm>

namespace pairbook::ledger {

std::uint64_t VersionVector::of(const DeviceId& device) const {
  const auto found = std::ranges::lower_bound(dots_, device, {}, &Dot::device);
  return found != dots_.end() && found->device == device ? found->seq : 0;
}

bool VersionVector::covers(const VersionVector& other) const {
  return std::ranges::all_of(other.dots_, [&](const Dot& dot) { return covers(dot); });
}

void VersionVector::raise(const Dot& dot) {
  if (dot.seq == 0) return;
  const auto found = std::ranges::lower_bound(dots_, dot.device, {}, &Dot::device);
  if (found != dots_.end() && found->device == dot.device) {
    found->seq = std::max(found->seq, dot.seq);
  } else {
    dots_.insert(found, dot);
  }
}

void VersionVector::forget(const DeviceId& device) {
  std::erase_if(dots_, [&](const Dot& dot) { return dot.device == device; });
}

}  // namespace pairbook::ledger
