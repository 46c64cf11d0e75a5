#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pairbook/base/time.hpp"

namespace pairbook::app {

/// What the clock on the wall shows to whoever looks, as the shell told it: since when it is
/// how far ahead of UTC. Oldest first; empty where nobody knows.
struct LocalTimes {
  struct Since {
    base::Instant from;
    std::int32_t minutes_ahead = 0;
    bool operator==(const Since&) const = default;
  };
  std::vector<Since> changes;

  struct Shown {
    base::Date day;
    std::string time;  // 14:05
  };
  /// None before the first of the changes.
  [[nodiscard]] std::optional<Shown> at(base::Instant when) const;
  bool operator==(const LocalTimes&) const = default;
};

}  // namespace pairbook::app
