#include "pairbook/app/local_times.hpp"

#include <algorithm>

namespace pairbook::app {

namespace {

std::string two_digits(std::int64_t number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

}  // namespace

std::optional<LocalTimes::Shown> LocalTimes::at(base::Instant when) const {
  const auto after = std::ranges::upper_bound(changes, when, {}, &Since::from);
  if (after == changes.begin()) return std::nullopt;
  constexpr std::int64_t minute_ms = 60'000, minutes_a_day = 24 * 60;
  const auto floor = [](std::int64_t number, std::int64_t by) {
    return number / by - (number % by < 0 ? 1 : 0);
  };
  const std::int64_t minutes = floor(when.ms, minute_ms) + std::prev(after)->minutes_ahead;
  const std::int64_t day = floor(minutes, minutes_a_day);
  const std::int64_t of_day = minutes - day * minutes_a_day;
  return Shown{{static_cast<std::int32_t>(day)},
               two_digits(of_day / 60) + ":" + two_digits(of_day % 60)};
}

}  // namespace pairbook::app
