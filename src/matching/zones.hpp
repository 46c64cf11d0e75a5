#pragma once

#include <optional>
#include <string_view>

namespace pairbook::matching {

/// Minutes ahead of UTC in January and in July.
struct ZoneOffsets {
  int january = 0;
  int july = 0;
  bool operator==(const ZoneOffsets&) const = default;
};

/// "Europe/Warsaw", or "UTC+5:30"; nothing for a zone that is not known. Rules as of 2025.
[[nodiscard]] std::optional<ZoneOffsets> zone_offsets(std::string_view zone);

}  // namespace pairbook::matching
