// Buttons, icon buttons, links and the place to drop files on.
#include <algorithm>
#include <cmath>
#include <icons.hpp>
#include <string>

#include "pairbook/ui/controls.hpp"
#include "pairbook/ui/surfaces.hpp"
#include "ui/widgets/marks.hpp"
#include "ui/widgets/paint.hpp"

namespace pairbook::ui {
namespace {

struct Coat {
  Color ground, border, words;
};

Coat coat_of(const Frame::Inner& in, Look look, bool disabled) {
  const Theme& theme = in.theme;
  const Color none = theme.surface.faded(0);
  if (disabled)
    return {look == Look::quiet ? none : theme.surface2,
            look == Look::quiet ? none : theme.hairline, theme.text3};
  switch (look) {
    case Look::primary:
      return {theme.accent, none, theme.on_accent};
    case Look::secondary:
      return {theme.surface, theme.border.faded(theme.high_contrast ? 255 : 150), theme.text};
    case Look::quiet:
      return {none, none, theme.text2};
    case Look::danger:
      return {theme.surface, theme.danger.faded(170), theme.danger};
  }
  return {};
}

void paint_coat(Frame::Inner& in, std::uint32_t id, const Rect& rect, const Coat& coat,
                Look look, const Contact& contact) {
  fill(in, rect, coat.ground, radius::control);
  const float warmth = in.animate(Key("warm").within(id), contact.held      ? 2.0F
                                                          : contact.hovered ? 1.0F
                                                                            : 0.0F);
  const Color wash = look == Look::primary
                         ? (in.theme.dark ? Color::hex(0xFFFFFF) : Color::hex(0x000000))
                         : in.theme.text;
  if (warmth > 0)
    fill(in, rect, wash.faded(static_cast<std::uint8_t>(15 * warmth)), radius::control);
  outline(in, rect, coat.border, radius::control, in.theme.border_width());
  if (in.shows_ring(id)) paint_ring(in, rect, radius::control);
}

Node button_node(std::uint32_t id, std::string_view label, const ButtonOptions& options) {
  Node node;
  node.id = id;
  node.role = Role::button;
  node.name = options.name.empty() ? label : options.name;
  node.description =
      options.disabled_because.empty() ? options.description : options.disabled_because;
  node.shortcut = options.shortcut;
  node.disabled = !options.disabled_because.empty();
  node.busy = options.busy;
  node.expanded = options.expanded;
  return node;
}

void explain(Frame& frame, std::uint32_t id, const Rect& rect, const ButtonOptions& options,
             std::string_view name) {
  Frame::Inner& in = frame.inner();
  std::string_view words = options.disabled_because;
  if (words.empty()) words = options.description;
  if (words.empty()) words = name;
  if (words.empty() && options.shortcut.empty()) return;
  if (in.tip_due(id, in.pointer_in(rect))) tip(frame, rect, words, options.shortcut);
}

}  // namespace

bool button(Frame& frame, Key key, std::string_view label, const ButtonOptions& options) {
  Frame::Inner& in = frame.inner();
  const std::uint32_t id = in.id(key);
  const bool disabled = !options.disabled_because.empty();
  const TextStyle style{.bold = true, .align = Align::centre};
  const float icon_room = options.icon != 0 || options.busy ? 24.0F : 0.0F;
  const float pad = options.look == Look::quiet ? 10.0F : 14.0F;
  const float words = text_width(in, label, style);
  const Rect rect = in.place(options.full_width ? -1 : std::ceil(words) + icon_room + 2 * pad,
                             in.control_height());
  const Contact contact = in.interact(id, rect, !disabled && !options.busy);
  const Coat coat = coat_of(in, options.look, disabled);
  paint_coat(in, id, rect, coat, options.look, contact);
  const float used = std::min(words, rect.width - icon_room - 2 * pad) + icon_room;
  float x = rect.x + std::max(pad, (rect.width - used) / 2);
  if (options.busy) {
    paint_spinner(in, {x, rect.y, 16, rect.height}, coat.words);
  } else if (options.icon != 0) {
    paint_icon(in, {x, rect.y, 16, rect.height}, options.icon, 16, coat.words);
  }
  x += icon_room;
  paint_line(in, {x, rect.y, end(rect) - pad - x + 2, rect.height}, label,
             {.bold = true, .color = coat.words});
  in.emit(button_node(id, label, options), rect);
  explain(frame, id, rect, options, {});
  bool pressed = contact.pressed;
  if (!disabled && !options.shortcut.empty() && frame.shortcut(options.shortcut))
    pressed = true;
  return pressed;
}

bool icon_button(Frame& frame, Key key, char32_t icon, std::string_view name,
                 const ButtonOptions& options) {
  Frame::Inner& in = frame.inner();
  const std::uint32_t id = in.id(key);
  const bool disabled = !options.disabled_because.empty();
  const float side = in.control_height();
  const Rect rect = in.place(side, side);
  const Contact contact = in.interact(id, rect, !disabled);
  const Coat coat = coat_of(in, options.look, disabled);
  paint_coat(in, id, rect, coat, options.look, contact);
  paint_icon(in, rect, icon, 18, coat.words);
  in.emit(button_node(id, name, options), rect);
  explain(frame, id, rect, options, name);
  bool pressed = contact.pressed;
  if (!disabled && !options.shortcut.empty() && frame.shortcut(options.shortcut))
    pressed = true;
  return pressed;
}

bool link(Frame& frame, Key key, std::string_view label, std::string_view href,
          const LinkOptions& options) {
  Frame::Inner& in = frame.inner();
  const std::uint32_t id = in.id(key);
  const TextStyle style{.size = options.size, .bold = options.bold, .color = in.theme.accent};
  const float icon_room = options.icon != 0 ? 22.0F : 0.0F;
  const float height =
      std::max(line_height(options.size), in.input.coarse_pointer ? 44.0F : 24.0F);
  const Rect rect = in.place(std::ceil(text_width(in, label, style)) + 1 + icon_room, height);
  const Contact contact = in.interact(id, rect, true);
  paint_icon(in, {rect.x, rect.y, 16, rect.height}, options.icon, 16, style.color);
  const Rect words{rect.x + icon_room, rect.y, rect.width - icon_room, rect.height};
  paint_line(in, words, label, style);
  if (contact.hovered || in.theme.high_contrast)
    fill(in, {words.x, rect.y + rect.height / 2 + options.size * 0.55F, words.width - 1, 1},
         style.color);
  if (in.shows_ring(id)) paint_ring(in, rect, 2);
  Node node;
  node.id = id;
  node.role = Role::link;
  node.name = options.name.empty() ? label : options.name;
  node.href = href;
  node.font_size = options.size;
  in.emit(std::move(node), rect);
  return contact.pressed;
}

bool file_button(Frame& frame, Key key, std::string_view label, std::string_view accept,
                 const ButtonOptions& options) {
  const bool pressed = button(frame, key, label, options);
  Node& node = frame.inner().tree.nodes.back();
  node.role = Role::file_picker;
  node.accept = accept;
  return pressed;
}

bool drop_zone(Frame& frame, Key key, std::string_view label, const DropOptions& options) {
  Frame::Inner& in = frame.inner();
  const std::uint32_t id = in.id(key);
  const bool disabled = !options.disabled_because.empty();
  const TextStyle strong{
      .size = type::lead, .bold = true, .color = in.theme.text, .align = Align::centre};
  const TextStyle small{.size = type::table, .color = in.theme.text2, .align = Align::centre};
  const float inner = std::max(80.0F, in.available() - 2 * space::l);
  const auto lines = wrap(in, label, strong, inner),
             help = wrap(in, options.help, small, inner);
  const float words = line_height(strong.size) * static_cast<float>(lines.size());
  const float below =
      options.help.empty() ? 0 : line_height(small.size) * static_cast<float>(help.size()) + 4;
  const Rect rect = in.place_full(words + below + 108);
  const Contact contact = in.interact(id, rect, !disabled);
  fill(in, rect, contact.hovered ? in.theme.tint(in.theme.accent) : in.theme.surface2,
       radius::card);
  paint_dashes(in, rect, contact.hovered ? in.theme.accent : in.theme.border, radius::card);
  paint_icon(in, {rect.x, rect.y + 24, rect.width, 28}, icons::upload, 28,
             contact.hovered ? in.theme.accent : in.theme.text2);
  const Rect text{rect.x + space::l, rect.y + 64, inner, words};
  paint_lines(in, text, lines, strong);
  paint_lines(in, {text.x, bottom(text) + 4, inner, below}, help, small);
  if (in.shows_ring(id)) paint_ring(in, rect, radius::card);
  Node node;
  node.id = id;
  node.role = Role::file_picker;
  node.name = options.button_label.empty() ? label : options.button_label;
  node.description = disabled                       ? options.disabled_because
                     : options.button_label.empty() ? options.help
                                                    : label;
  node.accept = options.accept;
  node.disabled = disabled;
  in.emit(std::move(node), rect);
  return contact.pressed;
}

}  // namespace pairbook::ui
