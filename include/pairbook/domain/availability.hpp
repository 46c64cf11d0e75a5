#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pairbook/base/result.hpp"

namespace pairbook::domain {

/// A stretch of one weekday, in minutes of local time. Monday is 0.
struct WeeklySlot {
  int day = 0;
  int begin_minute = 0;
  int end_minute = 0;  // after begin, at most 24 * 60

  auto operator<=>(const WeeklySlot&) const = default;
};

/// "Mon 09:00-12:00", as answers are kept.
[[nodiscard]] std::string write_slot(const WeeklySlot& slot);
/// Reads "Mon 09:00-12:00", "Monday 9-12", "tue 2pm-4.30pm", "Mon-Fri 9-17", "weekends 10-12",
/// "Wed morning": slots in order, overlaps joined. Errors: invalid_input.
[[nodiscard]] base::Result<std::vector<WeeklySlot>> read_slots(std::string_view text);

/// One bit a quarter of an hour of the week, from Monday 00:00: 672 bits.
using WeekMask = std::array<std::uint64_t, 11>;
[[nodiscard]] WeekMask week_mask(const std::vector<WeeklySlot>& slots);

}  // namespace pairbook::domain
