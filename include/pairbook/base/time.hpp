#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "pairbook/base/result.hpp"

namespace pairbook::base {

/// A point in time: milliseconds since 1970-01-01T00:00Z.
struct Instant {
  std::int64_t ms = 0;
  auto operator<=>(const Instant&) const = default;
};

/// A difference of dates.
struct Days {
  std::int32_t count = 0;
  auto operator<=>(const Days&) const = default;
};

/// A civil day without a zone. Only a shell turns an Instant into a Date.
struct Date {
  std::int32_t days = 0;  // since 1970-01-01
  auto operator<=>(const Date&) const = default;

  /// Source: Howard Hinnant's civil-date arithmetic (proleptic Gregorian calendar).
  [[nodiscard]] static Date of(int year, int month, int day);
  struct Civil {
    int year, month, day;
  };
  [[nodiscard]] Civil civil() const;
  /// 2026-11-22
  [[nodiscard]] std::string iso() const;
  /// Errors: invalid_input unless it is a real day written 2026-11-22.
  [[nodiscard]] static Result<Date> from_iso(std::string_view text);
};

[[nodiscard]] constexpr Days operator-(Date a, Date b) {
  return Days{a.days - b.days};
}
[[nodiscard]] constexpr Date operator+(Date a, Days b) {
  return Date{a.days + b.count};
}

}  // namespace pairbook::base
