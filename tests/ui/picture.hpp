#pragma once

#include <cstdint>
#include <string>
#include <vector>

struct ImDrawData;

namespace pairbook::ui {

struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;
};

/// Paints ImGui's triangles without a graphics card, to look at screens where there is none.
[[nodiscard]] Picture paint_picture(const ImDrawData& data);
void save_png(const std::string& path, const Picture& picture);

}  // namespace pairbook::ui
