#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pairbook/ui/frame.hpp"

// Getting about: the places of the application, and tabs.
namespace pairbook::ui {

struct Place {
  std::string_view key;
  std::string_view label;
  std::string_view href;
  char32_t icon = 0;
  std::string_view badge = {};
  bool current = false;
};

/// The rail at the side (roomy) or the bar at the bottom. Width or height it takes:
[[nodiscard]] float rail_width(const Frame&);  // 0 when there is no rail
[[nodiscard]] float bar_height(const Frame&);  // 0 when there is a rail

/// The index of the place that was pressed.
[[nodiscard]] std::optional<std::size_t> navigation(Frame&, Key, std::string_view name,
                                                    std::string_view title,
                                                    std::string_view more_name,
                                                    std::span<const Place> places);

/// One stop for Tab, arrows between them. The index of the new one.
[[nodiscard]] std::optional<int> tabs(Frame&, Key, std::string_view name,
                                      std::span<const std::string> labels, int chosen);

}  // namespace pairbook::ui
