#include "pairbook/ui/lines.hpp"

#include <algorithm>
#include <cmath>
#include <icons.hpp>

#include "pairbook/base/text.hpp"
#include "pairbook/ui/layout.hpp"
#include "pairbook/ui/surfaces.hpp"
#include "ui/widgets/moods.hpp"
#include "ui/widgets/paint.hpp"

namespace pairbook::ui {
namespace {

void emit_text(Frame::Inner& in, std::uint32_t id, Role role, std::string_view words,
               const Rect& rect, float size = type::body, bool bold = false) {
  Node node;
  node.id = id;
  node.role = role;
  node.name = words;
  node.font_size = size;
  node.line_height = line_height(size);
  node.bold = bold;
  in.emit(std::move(node), rect);
}

}  // namespace

void emblem(Frame& frame, char32_t icon) {
  Frame::Inner& in = frame.inner();
  const Rect rect = in.place(48, 48);
  fill(in, rect, in.theme.accent, 14);
  paint_icon(in, rect, icon, 28, in.theme.on_accent);
}

void item(Frame& frame, Key key, char32_t icon, std::string_view words) {
  Frame::Inner& in = frame.inner();
  const TextStyle style{.color = in.theme.text};
  const float width = std::min(in.available(), 640.0F) - 28;
  const auto lines = wrap(in, words, style, width);
  const Rect rect = in.place_full(line_height(style.size) * static_cast<float>(lines.size()));
  paint_icon(in, {rect.x, rect.y, 16, line_height(style.size)}, icon, 16, in.theme.accent);
  const Rect at{rect.x + 28, rect.y, width, rect.height};
  paint_lines(in, at, lines, style);
  emit_text(in, in.id(key), Role::list_item, words, at);
}

void check_line(Frame& frame, Key key, std::string_view words, bool done) {
  Frame::Inner& in = frame.inner();
  const TextStyle style{.bold = true, .color = done ? in.theme.text2 : in.theme.text};
  const float width = in.available() - 28;
  const auto lines = wrap(in, words, style, width);
  const Rect rect = in.place_full(line_height(style.size) * static_cast<float>(lines.size()));
  const Rect mark{rect.x, rect.y, 18, line_height(style.size)};
  if (done) {
    paint_icon(in, mark, icons::circle_check, 18, in.theme.success);
  } else {
    outline(in, {mark.x + 1, mark.y + 2, 16, 16}, in.theme.border, 8, 1.5F);
  }
  const Rect at{rect.x + 28, rect.y, width, rect.height};
  paint_lines(in, at, lines, style);
  emit_text(in, in.id(key), Role::text, words, at, style.size, true);
}

void meter(Frame& frame, Key key, std::string_view word, int level, int whole, Mood mood) {
  Frame::Inner& in = frame.inner();
  const Rect rect = in.place_full(28);
  const TextStyle style{.size = type::table, .bold = true, .color = mood_color(in.theme, mood)};
  const float words = text_width(in, word, style) + 12;
  const float each =
      (std::min(rect.width - words, 280.0F) + 4) / static_cast<float>(std::max(1, whole));
  for (int i = 0; i < whole; ++i) {
    const float part = in.animate(Key(i).within(in.id(key)), i < level ? 1.0F : 0.0F);
    const Rect block{rect.x + each * static_cast<float>(i), rect.y + 11, each - 4, 6};
    fill(in, block, mix(mix(in.theme.surface, in.theme.border, 0.4F), style.color, part), 3);
  }
  const Rect at{rect.x + each * static_cast<float>(whole) + 8, rect.y, words, rect.height};
  paint_line(in, at, word, style);
  emit_text(in, in.id(key), Role::text, word, at, style.size, true);
}

void codes(Frame& frame, Key key, std::span<const std::string> groups) {
  Frame::Inner& in = frame.inner();
  const Group list(frame, key, {.role = Role::list, .gap = 0});
  const TextStyle style{.size = type::lead,
                        .bold = true,
                        .color = in.theme.text,
                        .align = Align::centre,
                        .tabular = true};
  float widest = 60;
  for (const std::string& group : groups)
    widest = std::max(widest, text_width(in, group, style) + 24);
  const Row row(frame, "row", {.gap = space::s, .line_height = 36});
  int index = 0;
  for (const std::string& group : groups) {
    const Rect rect = in.place(std::ceil(widest), 36);
    fill(in, rect, in.theme.surface, radius::control);
    outline(in, rect, in.theme.high_contrast ? in.theme.border : in.theme.hairline,
            radius::control);
    paint_line(in, rect, group, style);
    emit_text(in, in.id(index++), Role::list_item, group, rect, style.size, true);
  }
}

void steps(Frame& frame, Key key, std::string_view name, std::span<const std::string> labels,
           int current) {
  Frame::Inner& in = frame.inner();
  const Group list(frame, key, {.role = Role::list, .name = name, .gap = 0});
  const Row row(frame, "row", {.gap = space::l, .line_height = 28});
  for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
    const std::string& label = labels[static_cast<std::size_t>(i)];
    const bool now = i == current, done = i < current;
    const TextStyle style{
        .size = type::table, .bold = now, .color = now ? in.theme.text : in.theme.text2};
    const Rect rect = in.place(std::ceil(text_width(in, label, style)) + 32, 28);
    const Rect disc{rect.x, rect.y + 3, 22, 22};
    fill(in, disc, now ? in.theme.accent : in.theme.surface2, 11);
    if (!now) outline(in, disc, in.theme.border.faded(120), 11);
    if (done) {
      paint_icon(in, disc, icons::check, 14, in.theme.success);
    } else {
      paint_line(in, disc, base::to_text(i + 1),
                 {.size = type::caption,
                  .bold = true,
                  .color = now ? in.theme.on_accent : in.theme.text2,
                  .align = Align::centre});
    }
    paint_line(in, {rect.x + 30, rect.y, rect.width - 30, rect.height}, label, style);
    Node node;
    node.id = in.id(i);
    node.role = Role::list_item;
    node.name = label;
    node.selected = now;
    node.font_size = type::table;
    in.emit(std::move(node), rect);
  }
}

void reason(Frame& frame, Key key, std::string_view criterion, std::string_view points,
            std::string_view fact) {
  Frame::Inner& in = frame.inner();
  const TextStyle strong{.color = in.theme.text},
      quiet{.size = type::table, .color = in.theme.text2};
  const TextStyle number{
      .bold = true, .color = in.theme.text, .align = Align::end, .tabular = true};
  const float number_room = std::max(88.0F, text_width(in, points, number) + 8);
  const float words_room = std::max(60.0F, std::min(in.available(), 720.0F) - number_room);
  const auto head = wrap(in, criterion, strong, words_room),
             below = wrap(in, fact, quiet, words_room);
  const float head_height = line_height(strong.size) * static_cast<float>(head.size());
  const float fact_height =
      fact.empty() ? 0 : line_height(quiet.size) * static_cast<float>(below.size());
  Rect rect = in.place_full(head_height + fact_height + 6);
  rect.width = words_room + number_room;
  paint_lines(in, {rect.x, rect.y, words_room, head_height}, head, strong);
  paint_lines(in, {rect.x, rect.y + head_height, words_room, fact_height}, below, quiet);
  paint_line(in, {end(rect) - number_room, rect.y, number_room, line_height(number.size)},
             points, number);
  hairline(in, rect.x, bottom(rect) - 1, rect.width);
  std::string all(criterion);
  all += ": ";
  all += points;
  if (!fact.empty()) all += ". " + std::string(fact);
  emit_text(in, in.id(key), Role::list_item, all, rect);
}

bool choosable(Frame& frame, Key key, const Choosable& what) {
  Frame::Inner& in = frame.inner();
  const std::uint32_t id = in.id(key);
  const bool disabled = !what.disabled_because.empty();
  const Rect rect = in.place_full(std::max(40.0F, in.control_height()));
  const Contact contact = in.interact(id, rect, !disabled);
  if (what.selected) fill(in, rect, in.theme.tint(in.theme.accent), radius::control);
  if (what.selected && in.theme.high_contrast)
    outline(in, rect, in.theme.accent, radius::control, 2);
  if (contact.hovered) fill(in, rect, in.theme.hover(), radius::control);
  if (in.shows_ring(id)) outline(in, rect, in.theme.ring, radius::control, 2);
  const TextStyle small{.size = type::caption, .color = in.theme.text2, .align = Align::end};
  const std::string keys = shown_shortcut(what.shortcut);
  std::string side(what.hint);
  if (!side.empty() && !keys.empty()) side += "   ";
  side += keys;
  const float side_room = side.empty() ? 0 : text_width(in, side, small) + 12;
  paint_line(in, {rect.x + 12, rect.y, rect.width - side_room - 24, rect.height}, what.label,
             {.bold = what.selected, .color = disabled ? in.theme.text3 : in.theme.text});
  paint_line(in, {end(rect) - side_room - 12, rect.y, side_room, rect.height}, side, small);
  Node node;
  node.id = id;
  node.role = Role::button;
  node.name = what.label;
  node.description = disabled ? what.disabled_because : what.hint;
  node.disabled = disabled;
  node.selected = what.selected;
  in.emit(std::move(node), rect);
  // The list follows what is chosen by arrow keys while the focus stays in the field.
  if (what.selected && frame.changed(key.hash ^ 0x5E1EC7U, 1)) in.keep.scroll_to = id;
  if (!what.selected) (void)frame.changed(key.hash ^ 0x5E1EC7U, 0);
  return contact.pressed;
}

bool skip_link(Frame& frame, Key key, std::string_view label) {
  Frame::Inner& in = frame.inner();
  const std::uint32_t id = in.id(key);
  const Rect rect{8, 8, text_width(in, label, {.bold = true}) + 32, 40};
  if (in.has_focus(id)) {
    in.enter(Layer::toast, in.page());
    fill(in, rect, in.theme.surface, radius::control);
    outline(in, rect, in.theme.ring, radius::control, 2);
    paint_line(in, rect, label,
               {.bold = true, .color = in.theme.accent, .align = Align::centre});
    in.leave();
  }
  Node node;
  node.id = id;
  node.role = Role::button;
  node.name = label;
  node.bold = true;
  node.only_by_keyboard = true;
  in.emit(std::move(node), rect);
  return in.action(id, Action::Kind::press) != nullptr;
}

}  // namespace pairbook::ui
