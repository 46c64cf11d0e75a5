#include "ui/screens/pen.hpp"

#include <algorithm>
#include <icons.hpp>
#include <utility>

namespace pairbook::ui {
namespace {

Look look_of(app::Emphasis emphasis) {
  switch (emphasis) {
    case app::Emphasis::plain:
      return Look::secondary;
    case app::Emphasis::primary:
      return Look::primary;
    case app::Emphasis::quiet:
      return Look::quiet;
    case app::Emphasis::danger:
      return Look::danger;
  }
  return Look::secondary;
}

std::uint32_t kind_of(const app::Intent& intent) {
  return std::visit(
      [&](const auto& area) {
        return static_cast<std::uint32_t>(intent.index() * 64 + area.index());
      },
      intent);
}

bool gives_way(const app::Intent& intent) {
  if (const auto* control = std::get_if<app::ControlIntent>(&intent))
    return std::holds_alternative<app::LeaveField>(*control);
  if (const auto* around = std::get_if<app::FrameIntent>(&intent))
    return std::holds_alternative<app::ShowRows>(*around);
  return false;
}

Tone tone_of(app::Tone tone) {
  switch (tone) {
    case app::Tone::success:
      return Tone::success;
    case app::Tone::warning:
      return Tone::warning;
    case app::Tone::danger:
      return Tone::danger;
    default:
      return Tone::normal;
  }
}

}  // namespace

char32_t icon_of(app::Icon icon) {
  switch (icon) {
    case app::Icon::none:
      return 0;
    case app::Icon::home:
      return icons::home;
    case app::Icon::people:
      return icons::users;
    case app::Icon::person:
      return icons::user;
    case app::Icon::rules:
      return icons::sliders_horizontal;
    case app::Icon::match:
      return icons::shuffle;
    case app::Icon::pairs:
      return icons::heart_handshake;
    case app::Icon::letters:
      return icons::mail;
    case app::Icon::history:
      return icons::clock;
    case app::Icon::settings:
      return icons::settings;
    case app::Icon::lock:
      return icons::lock;
    case app::Icon::unlock:
      return icons::lock_open;
    case app::Icon::undo:
      return icons::undo_2;
    case app::Icon::redo:
      return icons::redo_2;
    case app::Icon::search:
      return icons::search;
    case app::Icon::add:
      return icons::plus;
    case app::Icon::remove:
      return icons::trash_2;
    case app::Icon::edit:
      return icons::pencil;
    case app::Icon::download:
      return icons::download;
    case app::Icon::upload:
      return icons::upload;
    case app::Icon::print:
      return icons::printer;
    case app::Icon::copy:
      return icons::copy;
    case app::Icon::mail:
      return icons::mail;
    case app::Icon::check:
      return icons::check;
    case app::Icon::cross:
      return icons::x;
    case app::Icon::warning:
      return icons::triangle_alert;
    case app::Icon::info:
      return icons::info;
    case app::Icon::pin:
      return icons::pin;
    case app::Icon::ban:
      return icons::ban;
    case app::Icon::swap:
      return icons::refresh_cw;
    case app::Icon::filter:
      return icons::filter;
    case app::Icon::sort_up:
      return icons::arrow_up;
    case app::Icon::sort_down:
      return icons::arrow_down;
    case app::Icon::more:
      return icons::ellipsis;
    case app::Icon::back:
      return icons::arrow_left;
    case app::Icon::forward:
      return icons::arrow_right;
    case app::Icon::menu:
      return icons::menu;
    case app::Icon::help:
      return icons::circle_help;
    case app::Icon::key:
      return icons::key;
    case app::Icon::shield:
      return icons::shield_check;
    case app::Icon::works:
      return icons::circle_check;
    case app::Icon::wishes:
      return icons::star;
  }
  return 0;
}

Mood mood_of(app::Tone tone) {
  switch (tone) {
    case app::Tone::plain:
      return Mood::neutral;
    case app::Tone::info:
      return Mood::info;
    case app::Tone::success:
      return Mood::success;
    case app::Tone::warning:
      return Mood::warning;
    case app::Tone::danger:
      return Mood::danger;
  }
  return Mood::neutral;
}

std::string chord_of(std::string_view keys) {
  std::string chord(keys);
  constexpr std::string_view shown = "Ctrl+", told = "Control+";
  if (chord.starts_with(shown)) chord.replace(0, shown.size(), told);
  if (chord == "Shift+/") chord = "?";
  return chord;
}

Pen::Pen(Frame& on, const app::Screen& screen) : frame(on), screen_(screen) {
  focus_moves_ =
      frame.changed("focus serial", static_cast<std::uint32_t>(screen.focus.serial)) &&
      screen.focus.serial != 0;
}

void Pen::ask(app::Intent intent) {
  if (asked_ && !gives_way_) return;
  const bool weak = gives_way(intent);
  if (asked_ && weak) return;
  gives_way_ = weak;
  asked_ = std::move(intent);
}

void Pen::submit(const app::Button& button) {
  if (submitted_ && button.why_not.empty()) ask(button.intent);
  submitted_ = false;
}

Key Pen::key_of(const app::ControlId& id) {
  return {static_cast<std::uint64_t>(id.control) << 32 | Key(std::string_view(id.key)).hash};
}

// Buttons have no key of their own. What one does tells it from its neighbours; several that do
// the same in one place are told apart by their order.
Key Pen::next_key(const app::Intent& intent) {
  for (std::uint32_t order = 0;; ++order) {
    const Key key(std::uint64_t{order} << 32 | kind_of(intent));
    const std::uint32_t id = frame.id_of(key);
    if (std::ranges::find(used_keys_, id) != used_keys_.end()) continue;
    used_keys_.push_back(id);
    return key;
  }
}

void Pen::focus_if_wanted(const app::ControlId& id, Key key) {
  if (focus_moves_ && id == screen_.focus.control) frame.focus(frame.id_of(key));
}

void Pen::title(std::string_view words, std::string_view below) {
  const bool nothing_above = !screen_.dialog && !screen_.palette;
  if (focus_moves_ && nothing_above && screen_.focus.control == app::ControlId{})
    frame.focus(frame.id_of("title"));
  if (title_wanted_) frame.focus(frame.id_of("title"));
  heading(frame, "title", 1, words);
  if (below.empty()) return;
  spacer(frame, space::xs);
  text(frame, "below title", below, {.tone = Tone::quiet});
}

void Pen::button(const app::Button& what, bool full_width) {
  const std::string chord = chord_of(what.shortcut);
  const bool pressed = ui::button(frame, next_key(what.intent), what.label,
                                  {.look = look_of(what.emphasis),
                                   .icon = icon_of(what.icon),
                                   .shortcut = chord,
                                   .disabled_because = what.why_not,
                                   .description = what.description,
                                   .full_width = full_width});
  if (pressed) ask(what.intent);
}

void Pen::icon(const app::Button& what) {
  const std::string chord = chord_of(what.shortcut);
  const bool pressed = icon_button(frame, next_key(what.intent), icon_of(what.icon), what.label,
                                   {.look = Look::quiet,
                                    .shortcut = chord,
                                    .disabled_because = what.why_not,
                                    .description = what.description});
  if (pressed) ask(what.intent);
}

void Pen::buttons(std::span<const app::Button> all, Justify justify) {
  if (all.empty()) return;
  const Row row(frame, next_key(all.front().intent), {.justify = justify});
  for (const app::Button& each : all) button(each);
}

void Pen::piece(const app::Piece& what, const PieceOptions& options) {
  std::visit(
      [&](const auto& each) {
        using T = std::decay_t<decltype(each)>;
        if constexpr (std::is_same_v<T, app::Words>)
          text(frame, next_key(app::Go{}), each.text, {.tone = tone_of(each.tone)});
        else if constexpr (std::is_same_v<T, app::Button>)
          button(each);
        else if constexpr (std::is_same_v<T, app::Link>)
          link(each);
        else if constexpr (std::is_same_v<T, app::TextField>)
          field(each, options);
        else if constexpr (std::is_same_v<T, app::Choice>)
          choice(each, options);
        else if constexpr (std::is_same_v<T, app::Toggle>)
          toggle(each, options);
        else if constexpr (std::is_same_v<T, app::TickList>)
          tick_list(each);
        else if constexpr (std::is_same_v<T, app::Slider>)
          slide(each, options);
        else
          number_box(each, options);
      },
      what);
}

// Buttons that follow each other stand side by side.
void Pen::pieces(std::span<const app::Piece> all, const PieceOptions& options) {
  for (std::size_t i = 0; i < all.size();) {
    std::vector<app::Button> together;
    while (i < all.size() && std::holds_alternative<app::Button>(all[i]))
      together.push_back(std::get<app::Button>(all[i++]));
    if (!together.empty()) {
      buttons(together);
    } else {
      piece(all[i++], options);
    }
  }
}

void Pen::sentence(Key key, std::span<const app::Piece> all) {
  const Row row(frame, key, {.gap = space::s});
  for (const app::Piece& each : all) piece(each, {.compact = true});
}

void Pen::link(const app::Link& what, char32_t icon) {
  if (what.label.empty()) return;
  if (ui::link(frame, next_key(app::Go{}), what.label, what.route, {.icon = icon}))
    ask(app::Go{what.route});
}

}  // namespace pairbook::ui
