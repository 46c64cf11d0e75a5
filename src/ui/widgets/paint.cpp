#include "ui/widgets/paint.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <icons.hpp>
#include <string>

#include "pairbook/base/text.hpp"

namespace pairbook::ui {
namespace {

ImU32 packed(Color color) {
  return IM_COL32(color.red, color.green, color.blue, color.alpha);
}

char32_t turned(char32_t icon) {
  switch (icon) {
    case icons::arrow_left:
      return icons::arrow_right;
    case icons::arrow_right:
      return icons::arrow_left;
    case icons::chevron_left:
      return icons::chevron_right;
    case icons::chevron_right:
      return icons::chevron_left;
    case icons::undo_2:
      return icons::redo_2;
    case icons::redo_2:
      return icons::undo_2;
    default:
      return icon;
  }
}

std::uint8_t between(std::uint8_t from, std::uint8_t to, float part) {
  return static_cast<std::uint8_t>(std::lround(
      static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * part));
}

}  // namespace

Color faded(Color color, float part) {
  color.alpha = between(0, color.alpha, std::clamp(part, 0.0F, 1.0F));
  return color;
}

Color mix(Color from, Color to, float part) {
  return {between(from.red, to.red, part), between(from.green, to.green, part),
          between(from.blue, to.blue, part), between(from.alpha, to.alpha, part)};
}

void paint_icon(Frame::Inner& in, const Rect& rect, char32_t icon, float size, Color color) {
  if (icon == 0 || !in.visible(rect)) return;
  if (in.input.right_to_left) icon = turned(icon);
  std::string text;
  base::append_utf8(text, icon);
  const FontFace& face = in.keep.icons;
  const float tall = size * face.per_em;
  const Rect at = in.physical(rect);
  in.draw->AddText(
      face.font, tall,
      {in.snap(at.x + (at.width - size) / 2), in.snap(at.y + (at.height - tall) / 2)},
      packed(color), text.data(), text.data() + text.size());
}

void fill(Frame::Inner& in, const Rect& rect, Color color, float radius) {
  if (color.alpha == 0 || !in.visible(rect)) return;
  const Rect at = in.physical(rect);
  in.draw->AddRectFilled({at.x, at.y}, {at.x + at.width, at.y + at.height}, packed(color),
                         radius);
}

void outline(Frame::Inner& in, const Rect& rect, Color color, float radius, float thickness) {
  if (color.alpha == 0 || !in.visible(rect)) return;
  const Rect at = in.physical(rect);
  // ImGui draws around the middle of the line: move it wholly inside.
  const float move = (thickness - 1) / 2;
  in.draw->AddRect({at.x + move, at.y + move},
                   {at.x + at.width - move, at.y + at.height - move}, packed(color), radius, 0,
                   thickness);
}

void hairline(Frame::Inner& in, float x, float y, float width) {
  const float thick =
      in.theme.high_contrast ? 1.0F : 1.0F / std::max(1.0F, std::floor(in.input.dpr));
  fill(in, {x, in.snap(y), width, thick},
       in.theme.high_contrast ? in.theme.border : in.theme.hairline);
}

void paint_shadow(Frame::Inner& in, const Rect& rect, float radius, float reach) {
  if (in.theme.high_contrast) return;
  // Rings of falling strength: together they look like a blur.
  constexpr int rings = 8;
  for (int i = rings; i >= 1; --i) {
    const float out = reach * static_cast<float>(i) / rings;
    Rect ring = inset(rect, -out);
    ring.y += reach / 4;
    fill(in, ring,
         in.theme.shadow.faded(static_cast<std::uint8_t>(in.theme.shadow.alpha / rings)),
         radius + out);
  }
}

void paint_ring(Frame::Inner& in, const Rect& rect, float radius) {
  outline(in, inset(rect, -3), in.theme.ring, radius + 3, 2);
}

}  // namespace pairbook::ui
