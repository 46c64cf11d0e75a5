#pragma once

#include <algorithm>
#include <cstdint>

#include "pairbook/base/time.hpp"

namespace pairbook::relay {

/// A rate limit: holds up to `burst`, and `per_second` flow in. A clock that goes back adds
/// nothing.
class Bucket {
 public:
  Bucket(std::int64_t burst, std::int64_t per_second, base::Instant now)
      : burst_(burst), per_second_(per_second), thousandths_(burst * 1000), at_(now) {}

  /// Takes `amount` if it is there; otherwise how many milliseconds to wait for it.
  [[nodiscard]] std::int64_t take(std::int64_t amount, base::Instant now) {
    const std::int64_t passed = std::clamp<std::int64_t>(now.ms - at_.ms, 0, 3'600'000);
    at_ = now;
    thousandths_ = std::min(burst_ * 1000, thousandths_ + passed * per_second_);
    // More than the bucket holds is let through when it is full, and paid for afterwards.
    const std::int64_t needed = std::min(amount, burst_) * 1000;
    if (thousandths_ < needed) return (needed - thousandths_) / per_second_ + 1;
    thousandths_ -= amount * 1000;
    return 0;
  }

 private:
  std::int64_t burst_;
  std::int64_t per_second_;
  std::int64_t thousandths_;
  base::Instant at_;
};

}  // namespace pairbook::relay
