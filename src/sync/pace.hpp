#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "pairbook/base/random.hpp"

/// How long a talk waits for what, and how much it sends and takes at a time.
namespace pairbook::sync {

inline constexpr std::int64_t second = 1000;
inline constexpr std::int64_t longest_step = 3600 * second;  // of time between two calls
inline constexpr std::int64_t answer_wait = 30 * second;
inline constexpr std::int64_t quiet_time = 45 * second;  // then ask whether the relay is there
inline constexpr std::int64_t save_after = 20 * second;  // of progress without entries
inline constexpr std::int64_t keep_again_after = 5 * second;
inline constexpr std::int64_t long_wait = 600 * second;  // for what only a person can mend

inline constexpr std::int64_t first_back_off = second;
inline constexpr std::int64_t last_back_off = 300 * second;

inline constexpr std::uint64_t first_credit = 512 * 1024;
inline constexpr std::uint64_t credit_step = 128 * 1024;
inline constexpr std::size_t fetched_at_once = 256 * 1024;

/// Doubles from one failure to the next; half of it is chance, so that the devices of a relay
/// that comes back do not come all at once.
inline std::int64_t back_off(int failures, base::RandomSource& random) {
  const std::int64_t whole =
      std::min(first_back_off << std::clamp(failures, 0, 20), last_back_off);
  std::array<std::byte, 2> chance{};
  random.fill(chance);
  const auto part =
      std::to_integer<std::int64_t>(chance[0]) * 256 + std::to_integer<std::int64_t>(chance[1]);
  return whole / 2 + whole / 2 * part / 65536;
}

}  // namespace pairbook::sync
