#include "pairbook/ui/places.hpp"

#include <algorithm>
#include <icons.hpp>
#include <vector>

#include "pairbook/ui/controls.hpp"
#include "pairbook/ui/layout.hpp"
#include "ui/widgets/paint.hpp"
#include "ui/widgets/popups.hpp"

namespace pairbook::ui {
namespace {

bool place_link(Frame& frame, const Place& place, const Rect& rect, bool under_each_other) {
  Frame::Inner& in = frame.inner();
  const std::uint32_t id = in.id(place.key);
  const Contact contact = in.interact(id, rect, true);
  const float on = in.animate(Key("on").within(id), place.current ? 1.0F : 0.0F);
  const Color color = mix(in.theme.text2, in.theme.accent, on);
  if (under_each_other) {
    const Rect pill{rect.x + rect.width / 2 - 24, rect.y + 6, 48, 26};
    if (on > 0) fill(in, pill, faded(in.theme.tint(in.theme.accent), on), 13);
    paint_icon(in, pill, place.icon, 20, color);
    paint_line(
        in, {rect.x + 2, rect.y + 33, rect.width - 4, 18}, place.label,
        {.size = type::caption, .bold = place.current, .color = color, .align = Align::centre});
    if (in.shows_ring(id)) outline(in, inset(rect, 2), in.theme.ring, radius::control, 2);
  } else {
    if (on > 0) fill(in, rect, faded(in.theme.tint(in.theme.accent), on), radius::control);
    if (contact.hovered) fill(in, rect, in.theme.hover(), radius::control);
    paint_icon(in, {rect.x + 12, rect.y, 18, rect.height}, place.icon, 18, color);
    paint_line(
        in, {rect.x + 42, rect.y, rect.width - 50, rect.height}, place.label,
        {.bold = place.current, .color = place.current ? in.theme.accent : in.theme.text});
    if (in.theme.high_contrast && place.current)
      outline(in, rect, in.theme.accent, radius::control, 2);
    if (in.shows_ring(id)) paint_ring(in, rect, radius::control);
  }
  Node node;
  node.id = id;
  node.role = Role::link;
  node.name = place.label;
  node.href = place.href;
  node.selected = place.current;
  in.emit(std::move(node), rect);
  return contact.pressed;
}

std::optional<std::size_t> bottom_bar(Frame& frame, std::span<const Place> places,
                                      const Rect& rect, std::string_view more_name) {
  Frame::Inner& in = frame.inner();
  std::optional<std::size_t> pressed;
  const auto room = static_cast<std::size_t>(std::max(3.0F, rect.width / 72));
  const bool all = places.size() <= room;
  const std::size_t shown = all ? places.size() : room - 1;
  const float each = rect.width / static_cast<float>(all ? shown : shown + 1);
  for (std::size_t i = 0; i < shown; ++i)
    if (place_link(frame, places[i],
                   {rect.x + each * static_cast<float>(i), rect.y, each, rect.height}, true))
      pressed = i;
  if (all) return pressed;

  const std::uint32_t popup = in.id("more-list");
  const bool open = is_open(in, popup);
  const Rect at{rect.x + each * static_cast<float>(shown), rect.y, each, rect.height};
  const std::uint32_t id = in.id("more");
  const Contact contact = in.interact(id, at, true);
  const bool inside = std::ranges::any_of(places.subspan(shown), &Place::current);
  const Color color = inside ? in.theme.accent : in.theme.text2;
  paint_icon(in, {at.x, at.y, at.width, at.height}, icons::menu, 22, color);
  if (in.shows_ring(id)) outline(in, inset(at, 2), in.theme.ring, radius::control, 2);
  Node node;
  node.id = id;
  node.role = Role::button;
  node.name = more_name;
  node.expanded = open;
  in.emit(std::move(node), at);
  if (contact.pressed) set_open(in, popup, !open);
  if (!open) return pressed;
  const Popup list(frame, popup, more_name, {at.x, at.y - 6, at.width, at.height}, 220);
  for (std::size_t i = shown; i < places.size(); ++i) {
    if (!place_link(frame, places[i], in.place_full(in.control_height()), false)) continue;
    pressed = i;
    set_open(in, popup, false);
  }
  return pressed;
}

}  // namespace

float rail_width(const Frame& frame) {
  return frame.roomy() ? 224.0F : 0.0F;
}
float bar_height(const Frame& frame) {
  return frame.roomy() ? 0.0F : 56.0F;
}

std::optional<std::size_t> navigation(Frame& frame, Key key, std::string_view name,
                                      std::string_view title, std::string_view more_name,
                                      std::span<const Place> places) {
  Frame::Inner& in = frame.inner();
  const bool rail = frame.roomy();
  const Rect rect =
      rail ? Rect{0, 0, rail_width(frame), in.input.height}
           : Rect{0, in.input.height - bar_height(frame), in.input.width, bar_height(frame)};
  fill(in, rect, rail ? in.theme.surface2 : in.theme.surface);
  if (rail) {
    fill(in, {end(rect) - 1, 0, 1, rect.height},
         in.theme.high_contrast ? in.theme.border : in.theme.hairline);
  } else {
    hairline(in, 0, rect.y, rect.width);
  }
  Node node;
  node.id = in.id(key);
  node.role = Role::navigation;
  node.name = name;
  const std::uint32_t id = node.id;
  in.emit(std::move(node), rect);
  in.parents.push_back(id);
  in.scopes.push_back(id);
  std::optional<std::size_t> pressed;
  if (rail) {
    const Rect mark{20, 20, 26, 26};
    fill(in, mark, in.theme.accent, 8);
    paint_icon(in, mark, icons::heart_handshake, 17, in.theme.on_accent);
    const Rect words{56, 18, rect.width - 72, 30};
    paint_line(in, words, title, {.bold = true, .color = in.theme.text});
    Node said;
    said.id = in.id("title");
    said.role = Role::text;
    said.name = title;
    said.bold = true;
    in.emit(std::move(said), words);
    for (std::size_t i = 0; i < places.size(); ++i)
      if (place_link(frame, places[i],
                     {12, 72 + 42 * static_cast<float>(i), rect.width - 24, 38}, false))
        pressed = i;
  } else {
    pressed = bottom_bar(frame, places, rect, more_name);
  }
  in.scopes.pop_back();
  in.parents.pop_back();
  return pressed;
}

std::optional<int> tabs(Frame& frame, Key key, std::string_view name,
                        std::span<const std::string> labels, int chosen) {
  Frame::Inner& in = frame.inner();
  std::optional<int> changed;
  const Rect rect = in.place_full(in.control_height() + 2);
  hairline(in, rect.x, bottom(rect) - 1, rect.width);
  Node node;
  node.id = in.id(key);
  node.role = Role::tab_list;
  node.name = name;
  const std::uint32_t list = node.id;
  in.emit(std::move(node), rect);
  in.parents.push_back(list);
  in.scopes.push_back(list);
  const int count = static_cast<int>(labels.size());
  float x = rect.x;
  for (int i = 0; i < count; ++i) {
    const std::string& label = labels[static_cast<std::size_t>(i)];
    const std::uint32_t id = in.id(i);
    const float wide = std::min(text_width(in, label, {.bold = true}) + 28,
                                rect.width / static_cast<float>(count));
    const Rect at{x, rect.y, wide, rect.height};
    x += wide;
    const Contact contact = in.interact(id, at, true);
    const float on = in.animate(Key("on").within(id), i == chosen ? 1.0F : 0.0F);
    paint_line(
        in, {at.x + 6, at.y, at.width - 12, at.height - 2}, label,
        {.bold = true,
         .color = mix(contact.hovered ? in.theme.text : in.theme.text2, in.theme.accent, on),
         .align = Align::centre});
    fill(in, {at.x + 8, bottom(at) - 3, at.width - 16, 3}, faded(in.theme.accent, on), 1.5F);
    if (in.shows_ring(id)) outline(in, inset(at, 3), in.theme.ring, radius::control, 2);
    Node tab;
    tab.id = id;
    tab.role = Role::tab;
    tab.name = label;
    tab.selected = i == chosen;
    tab.skip_tab = i != chosen;
    tab.keys = "ArrowLeft ArrowRight Home End";
    in.emit(std::move(tab), at);
    const bool forward =
        in.key_pressed(id, in.input.right_to_left ? "ArrowLeft" : "ArrowRight");
    const bool back = in.key_pressed(id, in.input.right_to_left ? "ArrowRight" : "ArrowLeft");
    if (contact.pressed && i != chosen) changed = i;
    if (forward) changed = (i + 1) % count;
    if (back) changed = (i + count - 1) % count;
    if (in.key_pressed(id, "Home")) changed = 0;
    if (in.key_pressed(id, "End")) changed = count - 1;
  }
  if (changed) frame.focus(in.id(*changed));
  in.scopes.pop_back();
  in.parents.pop_back();
  return changed;
}

}  // namespace pairbook::ui
