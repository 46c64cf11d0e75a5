#include "pairbook/ui/draw.hpp"

#include <algorithm>

#include "pairbook/ui/places.hpp"
#include "ui/screens/screens.hpp"

namespace pairbook::ui {
namespace {

constexpr float top_bar = 56;

// "G P": one key after the other, within a second and a half.
bool in_a_row(Frame& frame, std::string_view keys, std::size_t blank) {
  const std::string first = chord_of(keys.substr(0, blank)),
                    second = chord_of(keys.substr(blank + 1));
  constexpr std::uint32_t patience_ms = 1500;
  const auto now = static_cast<std::uint32_t>(frame.input().now_ms);
  const Key when(Key(first).hash + 1U);
  if (frame.shortcut(first)) frame.keep(when, now);
  return frame.shortcut(second) && now - frame.kept(when) <= patience_ms &&
         frame.kept(when) != 0;
}

void answer_shortcuts(Pen& pen, const app::Screen& screen) {
  for (const app::Shortcut& each : screen.shortcuts) {
    const std::size_t blank = each.keys.find(' ');
    const bool pressed = blank == std::string::npos ? pen.frame.shortcut(chord_of(each.keys))
                                                    : in_a_row(pen.frame, each.keys, blank);
    if (pressed) pen.ask(each.intent);
  }
  for (const Action& action : pen.frame.input().actions)
    if (action.kind == Action::Kind::escape && !pen.frame.overlay_open()) pen.ask(app::Close{});
}

void draw_content(Pen& pen, const app::Screen& screen) {
  std::visit([&](const auto& body) { draw_body(pen, body); }, screen.body);
  spacer(pen.frame, space::huge);
}

// With no book open there is one column in the middle of the page.
void draw_alone(Pen& pen, const app::Screen& screen) {
  Frame& frame = pen.frame;
  const Rect view{0, 0, frame.input().width, frame.input().height};
  ScrollArea area(frame, "alone", view, frame.narrow() ? space::l : space::huge, 560);
  if (frame.changed("route", Key(std::string_view(screen.route)).hash)) area.back_to_top();
  if (!frame.narrow()) spacer(frame, std::max(0.0F, (view.height - 640) / 4));
  const Group main(frame, "main", {.role = Role::main, .gap = space::l});
  draw_content(pen, screen);
}

void draw_in_book(Pen& pen, const app::Screen& screen) {
  Frame& frame = pen.frame;
  draw_chrome(pen, *screen.chrome, screen.skip_label);
  const float start = rail_width(frame);
  const Rect view{start, top_bar, frame.input().width - start,
                  frame.input().height - top_bar - bar_height(frame)};
  ScrollArea area(frame, "page", view, frame.narrow() ? space::l : space::xl, 1120);
  if (frame.changed("route", Key(std::string_view(screen.route)).hash)) area.back_to_top();
  const Group main(frame, "main", {.role = Role::main, .gap = space::l});
  if (screen.chrome->banner) pen.notice(*screen.chrome->banner);
  draw_content(pen, screen);
}

}  // namespace

std::optional<app::Intent> draw(Frame& frame, const app::Screen& screen) {
  frame.say_where(screen.title, screen.language);
  Pen pen(frame, screen);
  if (screen.chrome) {
    draw_in_book(pen, screen);
  } else {
    draw_alone(pen, screen);
  }
  if (screen.dialog) draw_dialog(pen, *screen.dialog);
  if (screen.palette) draw_palette(pen, *screen.palette);
  draw_toasts(pen, screen.toasts);
  answer_shortcuts(pen, screen);
  return pen.asked();
}

}  // namespace pairbook::ui
