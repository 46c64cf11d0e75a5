#pragma once

#include "pairbook/base/random.hpp"
#include "pairbook/base/result.hpp"

namespace pairbook::crypto {

/// The random numbers of the operating system or browser. A shell makes one and passes it down.
class SystemRandom final : public base::RandomSource {
 public:
  /// Errors: not_found when the system offers no secure randomness. Nothing may go on then.
  [[nodiscard]] static base::Result<SystemRandom> create();
  void fill(std::span<std::byte> out) override;

 private:
  SystemRandom() = default;
};

}  // namespace pairbook::crypto
