#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace pairbook::base {

/// Where chance comes from: made in a shell, passed down. Tests pass a counting one.
class RandomSource {
 public:
  virtual ~RandomSource() = default;
  virtual void fill(std::span<std::byte> out) = 0;
};

/// A reproducible stream for tests, samples, shuffles and benchmarks. Never for keys.
/// Source: SplitMix64 (Steele, Lea, Flood 2014).
class SeededRandom final : public RandomSource {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  void fill(std::span<std::byte> out) override;
  std::uint64_t next();
  /// A number in [0, bound), bound > 0.
  std::uint64_t below(std::uint64_t bound);

 private:
  std::uint64_t state_;
};

}  // namespace pairbook::base
