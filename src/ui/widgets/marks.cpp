#include "ui/widgets/marks.hpp"

#include <algorithm>
#include <cmath>
#include <icons.hpp>
#include <string>

#include "ui/widgets/paint.hpp"

namespace pairbook::ui {

void paint_tick_box(Frame::Inner& in, std::uint32_t id, const Rect& rect, bool on, bool partly,
                    bool disabled, const Contact& contact) {
  const Theme& theme = in.theme;
  const float filled = in.animate(Key("filled").within(id), on || partly ? 1.0F : 0.0F);
  fill(in, rect, disabled ? theme.surface2 : theme.surface, 4);
  if (contact.hovered) fill(in, rect, theme.hover(), 4);
  fill(in, rect, faded(disabled ? theme.text3 : theme.accent, filled), 4);
  outline(
      in, rect,
      mix(disabled ? theme.text3 : theme.border, disabled ? theme.text3 : theme.accent, filled),
      4, std::max(1.5F, theme.border_width()));
  if (filled > 0)
    paint_icon(in, rect, partly ? icons::minus : icons::check, 14,
               faded(theme.on_accent, filled));
}

void paint_spinner(Frame::Inner& in, const Rect& rect, Color color) {
  if (!in.visible(rect)) return;
  const Rect at = in.physical(rect);
  const ImVec2 middle{at.x + at.width / 2, at.y + at.height / 2};
  const float turn = in.input.reduced_motion
                         ? 0.0F
                         : static_cast<float>(in.input.now_ms % 900) / 900.0F * 2 * IM_PI;
  in.draw->PathArcTo(middle, 6, turn, turn + IM_PI * 1.4F, 20);
  in.draw->PathStroke(IM_COL32(color.red, color.green, color.blue, color.alpha), 0, 2);
  if (!in.input.reduced_motion) in.frames = std::max(in.frames, 1);
}

void paint_dashes(Frame::Inner& in, const Rect& rect, Color color, float radius) {
  constexpr float dash = 7, gap = 5;
  const auto run = [&](float length, auto&& piece) {
    for (float at = radius; at < length - radius; at += dash + gap)
      piece(at, std::min(dash, length - radius - at));
  };
  run(rect.width, [&](float at, float long_) {
    fill(in, {rect.x + at, rect.y, long_, 1}, color);
    fill(in, {rect.x + at, bottom(rect) - 1, long_, 1}, color);
  });
  run(rect.height, [&](float at, float long_) {
    fill(in, {rect.x, rect.y + at, 1, long_}, color);
    fill(in, {end(rect) - 1, rect.y + at, 1, long_}, color);
  });
}

Around place_labelled(Frame::Inner& in, const AroundOptions& options) {
  const TextStyle label{.size = type::table,
                        .bold = true,
                        .color = options.disabled ? in.theme.text3 : in.theme.text};
  const bool wrong = !options.error.empty();
  const TextStyle small{.size = type::table, .color = wrong ? in.theme.danger : in.theme.text2};
  const float width =
      options.width > 0 ? std::min(options.width, in.box().width) : in.available();
  const std::string_view below = wrong ? options.error : options.help;
  const float icon_room = wrong ? 20.0F : 0.0F;
  const auto lines = wrap(in, below, small, width - icon_room);
  const auto label_lines = wrap(in, options.label, label, width);
  const float above =
      options.label_hidden
          ? 0
          : line_height(label.size) * static_cast<float>(label_lines.size()) + 4;
  const float under =
      below.empty() ? 0 : line_height(small.size) * static_cast<float>(lines.size()) + 4;
  const Rect all =
      in.place(in.box().row || options.width > 0 ? width : -1, above + options.height + under);
  if (above > 0) paint_lines(in, {all.x, all.y, all.width, above}, label_lines, label);
  if (under > 0) {
    const float y = all.y + above + options.height + 4;
    if (wrong)
      paint_icon(in, {all.x, y, 16, line_height(small.size)}, icons::circle_alert, 14,
                 small.color);
    paint_lines(in, {all.x + icon_room, y, all.width - icon_room, under}, lines, small);
  }
  return {{all.x, all.y + above, all.width, options.height}, std::string(below)};
}

void paint_well(Frame::Inner& in, std::uint32_t id, const Rect& rect, bool disabled,
                bool invalid, bool hovered) {
  const Theme& theme = in.theme;
  const bool focused = in.has_focus(id);
  fill(in, rect, disabled ? theme.surface2 : theme.surface, radius::control);
  Color border = theme.border;
  if (hovered && !disabled) border = theme.text2;
  if (focused) border = theme.accent;
  if (invalid) border = theme.danger;
  outline(in, rect, border, radius::control,
          focused || invalid ? std::max(2.0F, theme.border_width()) : theme.border_width());
  if (in.shows_ring(id)) paint_ring(in, rect, radius::control);
}

}  // namespace pairbook::ui
