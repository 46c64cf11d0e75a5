#pragma once

#include <string_view>
#include <vector>

#include "ui/widgets/inner.hpp"

// Brushes. Rects are logical; right-to-left pages are mirrored in here and nowhere else.
namespace pairbook::ui {

enum class Align : std::uint8_t { start, centre, end };

struct TextStyle {
  float size = type::body;
  bool bold = false;
  Color color = {};
  Align align = Align::start;
  bool tabular = false;  // digits of one width
};

[[nodiscard]] float line_height(float size);
[[nodiscard]] float text_width(Frame::Inner&, std::string_view text, const TextStyle&);
/// Pieces of `text`, each fitting `width`; broken at blanks and line breaks, inside a word only
/// if it fits no line.
[[nodiscard]] std::vector<std::string_view> wrap(Frame::Inner&, std::string_view text,
                                                 const TextStyle&, float width);

/// One line in the middle of the rect's height, shortened with "…" where it does not fit.
void paint_line(Frame::Inner&, const Rect&, std::string_view text, const TextStyle&);
void paint_lines(Frame::Inner&, const Rect&, const std::vector<std::string_view>& lines,
                 const TextStyle&);
/// `icon` in the middle of the rect. Arrows that mean a direction turn with the page.
void paint_icon(Frame::Inner&, const Rect&, char32_t icon, float size, Color);

void fill(Frame::Inner&, const Rect&, Color, float radius = 0);
void outline(Frame::Inner&, const Rect&, Color, float radius, float thickness = 1);
void hairline(Frame::Inner&, float x, float y, float width);
void paint_shadow(Frame::Inner&, const Rect&, float radius, float reach);
void paint_ring(Frame::Inner&, const Rect&, float radius);

[[nodiscard]] Color faded(Color, float part);
[[nodiscard]] Color mix(Color from, Color to, float part);

}  // namespace pairbook::ui
