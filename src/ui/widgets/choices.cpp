// Things to tick, choose and slide.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <icons.hpp>
#include <string>

#include "pairbook/base/text.hpp"
#include "pairbook/ui/controls.hpp"
#include "pairbook/ui/layout.hpp"
#include "ui/widgets/marks.hpp"
#include "ui/widgets/paint.hpp"

namespace pairbook::ui {
namespace {

std::optional<int> number_in(const Action* action) {
  if (!action) return std::nullopt;
  int value = 0;
  const char* stop = action->value.data() + action->value.size();
  const auto read = std::from_chars(action->value.data(), stop, value);
  if (read.ec != std::errc{} || read.ptr != stop) return std::nullopt;
  return value;
}

std::string_view at_index(std::span<const std::string> options, int index) {
  if (index < 0 || static_cast<std::size_t>(index) >= options.size()) return {};
  return options[static_cast<std::size_t>(index)];
}

void paint_round(Frame::Inner& in, std::uint32_t id, const Rect& rect, bool on, bool disabled,
                 bool hovered) {
  const Color strong = disabled ? in.theme.text3 : in.theme.accent;
  const float part = in.animate(Key("filled").within(id), on ? 1.0F : 0.0F);
  fill(in, rect, hovered ? blend(in.theme.hover(), in.theme.surface) : in.theme.surface,
       rect.width / 2);
  outline(in, rect, mix(disabled ? in.theme.text3 : in.theme.border, strong, part),
          rect.width / 2, std::max(1.5F, in.theme.border_width()));
  if (part > 0) fill(in, inset(rect, 5), faded(strong, part), rect.width / 2);
}

}  // namespace

std::optional<bool> checkbox(Frame& frame, Key key, std::string_view label, bool on,
                             const TickOptions& options) {
  Frame::Inner& in = frame.inner();
  const std::uint32_t id = in.id(key);
  const bool disabled = !options.disabled_because.empty();
  const std::string_view below = disabled ? options.disabled_because : options.help;
  const TextStyle words{.color = disabled ? in.theme.text3 : in.theme.text};
  const TextStyle small{.size = type::table, .color = in.theme.text2};
  constexpr float side = 18, indent = 28;
  const float least = in.input.coarse_pointer ? 44.0F : 28.0F;
  if (options.label_hidden) {
    const float box = in.input.coarse_pointer ? 44.0F : 28.0F;
    const Rect rect = in.place(box, box);
    const Contact contact = in.interact(id, rect, !disabled);
    const Rect mark = inset(rect, (box - side) / 2);
    paint_tick_box(in, id, mark, on, false, disabled, contact);
    if (in.shows_ring(id)) paint_ring(in, mark, 4);
    Node node;
    node.id = id;
    node.role = Role::checkbox;
    node.name = options.name.empty() ? label : options.name;
    node.checked = on;
    node.disabled = disabled;
    in.emit(std::move(node), rect);
    return contact.pressed ? std::optional(!on) : std::nullopt;
  }
  const float room = std::max(60.0F, std::min(in.available(), 640.0F) - indent);
  const auto lines = wrap(in, label, words, room), help = wrap(in, below, small, room);
  const float text_height = line_height(words.size) * static_cast<float>(lines.size());
  const float first = std::max(least, text_height);
  const float help_height =
      below.empty() ? 0 : line_height(small.size) * static_cast<float>(help.size());
  float widest = 0;
  for (const auto line : lines) widest = std::max(widest, text_width(in, line, words));
  for (const auto line : help)
    widest = std::max(widest, below.empty() ? 0 : text_width(in, line, small));
  const Rect rect = in.place(indent + std::ceil(widest) + 4, first + help_height);
  const Contact contact = in.interact(id, rect, !disabled);
  const float line_one = rect.y + (first - text_height) / 2;
  const Rect mark{rect.x, in.snap(line_one + (line_height(words.size) - side) / 2), side, side};
  paint_tick_box(in, id, mark, on, false, disabled, contact);
  paint_lines(in, {rect.x + indent, line_one, room + 4, text_height}, lines, words);
  if (!below.empty())
    paint_lines(in, {rect.x + indent, rect.y + first - 2, room + 4, help_height}, help, small);
  if (in.shows_ring(id)) paint_ring(in, mark, 4);
  Node node;
  node.id = id;
  node.role = Role::checkbox;
  node.name = options.name.empty() ? label : options.name;
  node.description = below;
  node.checked = on;
  node.disabled = disabled;
  in.emit(std::move(node), rect);
  return contact.pressed ? std::optional(!on) : std::nullopt;
}

std::optional<int> radio_group(Frame& frame, Key key, std::string_view label,
                               std::span<const std::string> options, int chosen,
                               const ChoiceOptions& how) {
  Frame::Inner& in = frame.inner();
  const Group group(frame, key, {.name = label, .gap = 0});
  const bool disabled = !how.disabled_because.empty();
  if (!how.label_hidden) {
    const TextStyle style{.size = type::table, .bold = true, .color = in.theme.text};
    const auto lines = wrap(in, label, style, in.available());
    paint_lines(in,
                in.place_full(line_height(style.size) * static_cast<float>(lines.size()) + 4),
                lines, style);
  }
  std::optional<int> changed;
  const TextStyle words{.color = disabled ? in.theme.text3 : in.theme.text};
  for (int i = 0; i < static_cast<int>(options.size()); ++i) {
    const std::uint32_t id = in.id(i);
    const auto lines =
        wrap(in, at_index(options, i), words, std::max(60.0F, in.available() - 28));
    const float text_height = line_height(words.size) * static_cast<float>(lines.size());
    float widest = 0;
    for (const auto line : lines) widest = std::max(widest, text_width(in, line, words));
    const Rect rect =
        in.place(std::ceil(widest) + 32,
                 std::max(in.input.coarse_pointer ? 44.0F : 30.0F, text_height + 8));
    const Contact contact = in.interact(id, rect, !disabled);
    const Rect mark{rect.x, in.snap(rect.y + (rect.height - text_height) / 2 + 1), 18, 18};
    paint_round(in, id, mark, i == chosen, disabled, contact.hovered);
    paint_lines(
        in,
        {rect.x + 28, rect.y + (rect.height - text_height) / 2, rect.width - 28, text_height},
        lines, words);
    if (in.shows_ring(id)) paint_ring(in, mark, 9);
    Node node;
    node.id = id;
    node.role = Role::radio;
    node.name = at_index(options, i);
    node.checked = i == chosen;
    node.disabled = disabled;
    node.description = how.disabled_because;
    in.emit(std::move(node), rect);
    if (contact.pressed && i != chosen) changed = i;
  }
  const std::string_view below = how.error.empty() ? how.help : how.error;
  if (!below.empty()) {
    const TextStyle small{.size = type::table,
                          .color = how.error.empty() ? in.theme.text2 : in.theme.danger};
    const auto lines = wrap(in, below, small, in.available());
    paint_lines(in, in.place_full(line_height(small.size) * static_cast<float>(lines.size())),
                lines, small);
  }
  return changed;
}

std::optional<int> segments(Frame& frame, Key key, std::string_view label,
                            std::span<const std::string> options, int chosen) {
  Frame::Inner& in = frame.inner();
  std::optional<int> changed;
  const TextStyle style{.size = type::table, .bold = true, .align = Align::centre};
  float width = 4;
  for (const std::string& option : options)
    width += std::ceil(text_width(in, option, style)) + 24;
  const float height = in.control_height();
  const Rect rect = in.place(width, height);
  Node whole;
  whole.id = in.id(key);
  whole.role = Role::group;
  whole.name = label;
  const std::uint32_t id = whole.id;
  in.emit(std::move(whole), rect);
  in.parents.push_back(id);
  const Scope scope(frame, key);
  fill(in, rect, in.theme.surface2, radius::control);
  outline(in, rect, in.theme.high_contrast ? in.theme.border : in.theme.hairline,
          radius::control);
  // More words than room: each gets its share.
  const float squeeze = std::min(1.0F, (rect.width - 4) / (width - 4));
  float x = rect.x + 2;
  for (int i = 0; i < static_cast<int>(options.size()); ++i) {
    const std::uint32_t each = in.id(i);
    const float wide = (std::ceil(text_width(in, at_index(options, i), style)) + 24) * squeeze;
    const Rect part{x, rect.y + 2, wide, height - 4};
    x += wide;
    const Contact contact = in.interact(each, part, true);
    if (i == chosen) {
      fill(in, part, in.theme.dark ? in.theme.hairline : in.theme.surface, radius::control - 1);
      outline(in, part, in.theme.border.faded(in.theme.high_contrast ? 255 : 120),
              radius::control - 1, in.theme.border_width());
    } else if (contact.hovered) {
      fill(in, part, in.theme.hover(), radius::control - 1);
    }
    paint_line(in, inset(part, 2), at_index(options, i),
               {.size = style.size,
                .bold = true,
                .color = i == chosen ? in.theme.text : in.theme.text2,
                .align = Align::centre});
    if (in.shows_ring(each)) paint_ring(in, part, radius::control - 1);
    Node node;
    node.id = each;
    node.role = Role::radio;
    node.name = at_index(options, i);
    node.checked = i == chosen;
    in.emit(std::move(node), part);
    if (contact.pressed && i != chosen) changed = i;
  }
  in.parents.pop_back();
  return changed;
}

std::optional<int> select(Frame& frame, Key key, std::string_view label,
                          std::span<const std::string> options, int chosen,
                          const ChoiceOptions& how) {
  Frame::Inner& in = frame.inner();
  const std::uint32_t id = in.id(key);
  const bool disabled = !how.disabled_because.empty();
  const Around around = place_labelled(in, {.label = label,
                                            .help = disabled ? how.disabled_because : how.help,
                                            .error = how.error,
                                            .label_hidden = how.label_hidden,
                                            .disabled = disabled,
                                            .width = how.width,
                                            .height = in.control_height()});
  const Contact contact = in.interact(id, around.control, !disabled);
  paint_well(in, id, around.control, disabled, !how.error.empty(), contact.hovered);
  const Rect inner{around.control.x + 12, around.control.y, around.control.width - 44,
                   around.control.height};
  paint_line(in, inner, at_index(options, chosen),
             {.size = in.input.coarse_pointer ? type::lead : type::body,
              .color = disabled ? in.theme.text3 : in.theme.text});
  paint_icon(in, {end(around.control) - 30, around.control.y, 20, around.control.height},
             icons::chevron_down, 16, in.theme.text2);
  Node node;
  node.id = id;
  node.role = Role::select;
  node.name = label;
  node.description = around.description;
  node.value = base::to_text(chosen);
  node.options.assign(options.begin(), options.end());
  node.disabled = disabled;
  node.invalid = !how.error.empty();
  in.emit(std::move(node), around.control);
  const auto picked =
      disabled ? std::nullopt : number_in(in.action(id, Action::Kind::set_value));
  if (!picked || *picked == chosen || at_index(options, *picked).data() == nullptr)
    return std::nullopt;
  return picked;
}

std::optional<int> slider(Frame& frame, Key key, std::string_view label, int value,
                          const SliderOptions& options) {
  Frame::Inner& in = frame.inner();
  const std::uint32_t id = in.id(key);
  const bool disabled = !options.disabled_because.empty();
  const Around around =
      place_labelled(in, {.label = label,
                          .help = disabled ? options.disabled_because : options.help,
                          .error = {},
                          .label_hidden = options.label_hidden,
                          .disabled = disabled,
                          .width = options.width,
                          .height = in.control_height()});
  const TextStyle number{.size = type::table,
                         .bold = true,
                         .color = in.theme.text2,
                         .align = Align::end,
                         .tabular = true};
  const float number_room =
      options.value_label.empty()
          ? 0
          : std::max(48.0F, text_width(in, options.value_label, number) + 12);
  const Rect track{around.control.x, around.control.y, around.control.width - number_room,
                   around.control.height};
  const Contact contact = in.interact(id, track, !disabled);
  const int range = std::max(1, options.max - options.min);
  const float part =
      static_cast<float>(std::clamp(value, options.min, options.max) - options.min) /
      static_cast<float>(range);
  constexpr float thumb = 20;  // the browser's own slider is told the same
  const Rect line{track.x, track.y + track.height / 2 - 2, track.width, 4};
  const float middle = track.x + thumb / 2 + part * (track.width - thumb);
  fill(in, line,
       in.theme.high_contrast ? in.theme.border : mix(in.theme.surface, in.theme.border, 0.55F),
       2);
  fill(in, {line.x, line.y, middle - line.x, 4}, disabled ? in.theme.text3 : in.theme.accent,
       2);
  const Rect knob{middle - thumb / 2, track.y + track.height / 2 - thumb / 2, thumb, thumb};
  fill(in, knob, in.theme.surface, thumb / 2);
  outline(in, knob,
          disabled          ? in.theme.text3
          : contact.hovered ? in.theme.text
                            : in.theme.accent,
          thumb / 2, 2);
  if (in.shows_ring(id)) paint_ring(in, knob, thumb / 2);
  paint_line(in, {end(track), track.y, number_room, track.height}, options.value_label, number);
  Node node;
  node.id = id;
  node.role = Role::slider;
  node.name = label;
  node.description = around.description;
  node.value = base::to_text(value);
  node.min = options.min;
  node.max = options.max;
  node.step = options.step;
  node.disabled = disabled;
  in.emit(std::move(node), track);
  const auto moved =
      disabled ? std::nullopt : number_in(in.action(id, Action::Kind::set_value));
  if (!moved || *moved == value) return std::nullopt;
  return std::clamp(*moved, options.min, options.max);
}

}  // namespace pairbook::ui
