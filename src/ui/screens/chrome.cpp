// What surrounds every screen of an open book, and what lies over it.
#include <algorithm>
#include <icons.hpp>

#include "pairbook/ui/places.hpp"
#include "ui/screens/screens.hpp"

namespace pairbook::ui {
namespace {

void draw_navigation(Pen& pen, const app::Chrome& chrome) {
  std::vector<Place> places;
  for (const app::NavItem& item : chrome.nav)
    places.push_back({.key = item.route,
                      .label = item.label,
                      .href = item.route,
                      .icon = icon_of(item.icon),
                      .current = item.current});
  const auto pressed = navigation(pen.frame, "navigation", chrome.navigation_label,
                                  chrome.programme, chrome.navigation_label, places);
  if (pressed) pen.ask(app::Go{chrome.nav[*pressed].route});
}

void draw_save_state(Pen& pen, const app::Chrome& chrome) {
  if (chrome.save_state.empty()) return;
  const bool calm =
      chrome.save_tone == app::Tone::plain || chrome.save_tone == app::Tone::success;
  const Tone tone = calm                                    ? Tone::hint
                    : chrome.save_tone == app::Tone::danger ? Tone::danger
                                                            : Tone::warning;
  text(pen.frame, "saved", chrome.save_state,
       {.size = type::table, .tone = tone, .one_line = true});
  if (chrome.save_action) pen.button(*chrome.save_action);
}

}  // namespace

void draw_chrome(Pen& pen, const app::Chrome& chrome, std::string_view skip_label) {
  Frame& frame = pen.frame;
  if (!skip_label.empty() && skip_link(frame, "skip", skip_label)) pen.focus_title();
  draw_navigation(pen, chrome);
  const float start = rail_width(frame);
  const TopBar bar(frame, "bar", {start, 0, frame.input().width - start, 56});
  Row row(frame, "row", {.gap = space::xs});
  // What four buttons leave on a small telephone.
  const float left =
      frame.input().width - 32 - 4 * (frame.input().coarse_pointer ? 48.0F : 40.0F);
  if (!frame.roomy())
    text(frame, "programme", chrome.programme,
         {.bold = true, .one_line = true, .max_width = std::min(left, 240.0F)});
  if (!frame.narrow()) draw_save_state(pen, chrome);
  row.spring();
  pen.icon(chrome.undo);
  pen.icon(chrome.redo);
  pen.icon(chrome.palette);
  pen.icon(chrome.lock);
}

void draw_dialog(Pen& pen, const app::Dialog& what) {
  Frame& frame = pen.frame;
  const Dialog dialog(frame, "dialog", what.title, {.close_name = what.close.label});
  if (dialog.wants_to_close()) pen.ask(what.close.intent);
  pen.pieces(what.pieces);
  if (what.working) pen.working(*what.working);
  if (!what.actions.empty()) pen.submit(what.actions.back());
  spacer(frame, space::xl);
  pen.buttons(what.actions, Justify::end);
}

void draw_toasts(Pen& pen, const std::vector<app::Toast>& toasts) {
  int place = static_cast<int>(toasts.size());
  for (const app::Toast& each : toasts) {
    const ToastPress press = toast(
        pen.frame,
        {.key = static_cast<std::uint32_t>(each.id),
         .words = each.text,
         .mood = mood_of(each.tone),
         .action = each.action ? std::string_view(each.action->label) : std::string_view(),
         .dismiss_name = each.dismiss.label},
        --place);
    if (press == ToastPress::action && each.action) pen.ask(each.action->intent);
    if (press == ToastPress::dismiss) pen.ask(each.dismiss.intent);
  }
}

}  // namespace pairbook::ui
