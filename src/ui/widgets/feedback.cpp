#include "pairbook/ui/feedback.hpp"

#include <algorithm>
#include <cmath>
#include <icons.hpp>

#include "pairbook/base/text.hpp"
#include "pairbook/ui/controls.hpp"
#include "pairbook/ui/layout.hpp"
#include "ui/widgets/marks.hpp"
#include "ui/widgets/moods.hpp"
#include "ui/widgets/paint.hpp"

namespace pairbook::ui {

Color mood_color(const Theme& theme, Mood mood) {
  switch (mood) {
    case Mood::neutral:
      return theme.text2;
    case Mood::accent:
      return theme.accent;
    case Mood::info:
      return theme.info;
    case Mood::success:
      return theme.success;
    case Mood::warning:
      return theme.warning;
    case Mood::danger:
      return theme.danger;
  }
  return theme.text2;
}

char32_t mood_icon(Mood mood) {
  switch (mood) {
    case Mood::success:
      return icons::circle_check;
    case Mood::warning:
      return icons::triangle_alert;
    case Mood::danger:
      return icons::circle_alert;
    default:
      return icons::info;
  }
}

float badge_width(Frame::Inner& in, std::string_view word, char32_t icon) {
  return std::ceil(text_width(in, word, {.size = type::caption, .bold = true})) + 16 +
         (icon != 0 ? 18 : 0);
}

void paint_badge(Frame::Inner& in, const Rect& rect, std::string_view word, Mood mood,
                 char32_t icon) {
  const Color color = mood_color(in.theme, mood);
  fill(in, rect, mood == Mood::neutral ? in.theme.surface2 : in.theme.tint(color),
       rect.height / 2);
  outline(in, rect,
          in.theme.high_contrast  ? color
          : mood == Mood::neutral ? in.theme.hairline
                                  : color.faded(50),
          rect.height / 2);
  float x = rect.x + 8;
  if (icon != 0) {
    paint_icon(in, {x, rect.y, 14, rect.height}, icon, 13, color);
    x += 18;
  }
  paint_line(in, {x, rect.y, end(rect) - x - 6, rect.height}, word,
             {.size = type::caption, .bold = true, .color = color});
}

void badge(Frame& frame, Key key, std::string_view word, Mood mood, char32_t icon) {
  Frame::Inner& in = frame.inner();
  const Rect rect = in.place(badge_width(in, word, icon), 22);
  paint_badge(in, rect, word, mood, icon);
  Node node;
  node.id = in.id(key);
  node.role = Role::text;
  node.name = word;
  node.font_size = type::caption;
  node.line_height = 22;
  node.bold = true;
  in.emit(std::move(node), rect);
}

Callout::Callout(Frame& frame, Key key, Mood mood, std::string_view title,
                 std::string_view words, bool urgent)
    : frame_(frame), id_(frame.inner().id(key)) {
  Frame::Inner& in = frame.inner();
  const Color color = mood_color(in.theme, mood);
  rect_ = in.place_full(in.remembered(Key("height").within(id_), 48));
  fill(in, rect_, in.theme.tint(color), radius::control);
  fill(in, {rect_.x, rect_.y + 4, 3, rect_.height - 8}, color, 1.5F);
  if (in.theme.high_contrast) outline(in, rect_, color, radius::control, 2);
  paint_icon(in, {rect_.x + 16, rect_.y + 12, 18, line_height(type::body)}, mood_icon(mood), 18,
             color);
  Node node;
  node.id = id_;
  node.role = urgent ? Role::alert : Role::group;
  if (urgent) node.name = title.empty() ? words : title;
  node_ = in.emit(std::move(node), rect_);
  in.parents.push_back(id_);
  in.scopes.push_back(id_);
  in.open_box({rect_.x + 44, rect_.y + 12, rect_.width - 60, 0}, 2);
  if (!title.empty()) text(frame, "title", title, {.bold = true, .max_width = 720});
  if (!words.empty()) text(frame, "words", words, {.max_width = 720});
  in.box().gap = space::m;
}

Callout::~Callout() {
  Frame::Inner& in = frame_.inner();
  const float height = in.close_box() + 24;
  in.scopes.pop_back();
  in.parents.pop_back();
  in.tree.nodes[node_].rect = in.physical({rect_.x, rect_.y, rect_.width, height});
  in.remember(Key("height").within(id_), height);
  in.box().y += height - rect_.height;
}

void callout(Frame& frame, Key key, Mood mood, std::string_view title, std::string_view words,
             bool urgent) {
  const Callout only(frame, key, mood, title, words, urgent);
}

void progress(Frame& frame, Key key, std::string_view label, std::uint32_t part,
              std::uint32_t whole) {
  Frame::Inner& in = frame.inner();
  const std::uint32_t id = in.id(key);
  const TextStyle style{.size = type::table, .color = in.theme.text2};
  const Rect rect = in.place_full(line_height(style.size) + 12);
  paint_line(in, {rect.x, rect.y, rect.width, line_height(style.size)}, label, style);
  const Rect track{rect.x, bottom(rect) - 6, rect.width, 6};
  fill(in, track, mix(in.theme.surface, in.theme.border, 0.4F), 3);
  if (whole > 0) {
    const float share = std::min(1.0F, static_cast<float>(part) / static_cast<float>(whole));
    fill(in, {track.x, track.y, std::max(6.0F, track.width * share), 6}, in.theme.accent, 3);
  } else {
    // Nobody knows how long: a piece that walks along, or stands when motion is not wanted.
    const float walk =
        in.input.reduced_motion ? 0.35F : static_cast<float>(in.input.now_ms % 1600) / 1600.0F;
    const float from = std::max(0.0F, walk * 1.3F - 0.3F), to = std::min(1.0F, walk * 1.3F);
    fill(in, {track.x + track.width * from, track.y, track.width * (to - from), 6},
         in.theme.accent, 3);
    if (!in.input.reduced_motion) in.frames = std::max(in.frames, 1);
  }
  Node node;
  node.id = id;
  node.role = Role::progress;
  node.name = label;
  node.max = static_cast<std::int32_t>(std::min<std::uint32_t>(whole, 0x7FFFFFFF));
  if (whole > 0) node.value = base::to_text(part);
  in.emit(std::move(node), rect);
}

void empty_state(Frame& frame, Key key, char32_t icon, std::string_view title,
                 std::string_view words) {
  Frame::Inner& in = frame.inner();
  const Scope scope(frame, key);
  const Rect rect = in.place_full(72);
  const Rect disc{rect.x + rect.width / 2 - 28, rect.y + 8, 56, 56};
  fill(in, disc, in.theme.tint(in.theme.accent), 28);
  paint_icon(in, disc, icon, 26, in.theme.accent);
  text(frame, "title", title,
       {.size = type::lead, .bold = true, .centred = true, .max_width = 0});
  if (words.empty()) return;
  const float width = std::min(in.available(), 480.0F);
  const Box outer = in.box();
  in.open_box({outer.x + (outer.width - width) / 2, outer.y + 4, width, 0}, 0);
  text(frame, "words", words, {.tone = Tone::quiet, .centred = true, .max_width = 0});
  const float height = in.close_box();
  in.box().y += height + 4;
}

ToastPress toast(Frame& frame, const ToastView& view, int place) {
  Frame::Inner& in = frame.inner();
  const std::uint32_t id = Key(view.key).within(Key("toast").within(0));
  const float width = std::min(420.0F, in.input.width - 2 * space::l);
  const bool narrow = frame.narrow();
  const float base = in.input.height - (narrow ? 72.0F : 24.0F);
  const TextStyle style{.color = in.theme.text};
  const float action =
      view.action.empty() ? 0 : text_width(in, view.action, {.bold = true}) + 28;
  const float room = width - 44 - action - in.control_height() - 12;
  const auto lines = wrap(in, view.words, style, room);
  const float height =
      std::max(52.0F, line_height(style.size) * static_cast<float>(lines.size()) + 28);
  const float risen = in.animate(Key("risen").within(id), static_cast<float>(place));
  const float x = narrow ? space::l : in.input.width - width - space::xl;
  const Rect rect{x, in.snap(base - height - risen * 62), width, height};
  in.enter(Layer::toast, in.page());
  paint_shadow(in, rect, radius::card, 16);
  fill(in, rect, in.theme.surface, radius::card);
  outline(in, rect, in.theme.high_contrast ? in.theme.border : in.theme.hairline, radius::card,
          in.theme.border_width());
  paint_icon(in, {rect.x + 14, rect.y, 18, rect.height},
             mood_icon(view.mood == Mood::neutral ? Mood::success : view.mood), 18,
             mood_color(in.theme, view.mood == Mood::neutral ? Mood::success : view.mood));
  const float tall = line_height(style.size) * static_cast<float>(lines.size());
  const Rect words{rect.x + 44, rect.y + (rect.height - tall) / 2, room + 4, tall};
  paint_lines(in, words, lines, style);
  in.overlays.push_back({id, Layer::toast, rect});
  Node node;
  node.id = id;
  node.role = view.mood == Mood::danger ? Role::alert : Role::status;
  node.name = view.words;
  in.parents.push_back(0);
  in.emit(std::move(node), rect);
  in.parents.back() = id;
  in.scopes.push_back(id);
  Node said;
  said.id = in.id("words");
  said.role = Role::text;
  said.name = view.words;
  in.emit(std::move(said), words);
  ToastPress press = ToastPress::none;
  in.open_box(
      {end(rect) - action - in.control_height() - 8,
       rect.y + (rect.height - in.control_height()) / 2, action + in.control_height() + 8, 0},
      0);
  {
    const Row row(frame, "row", {.gap = 0});
    if (!view.action.empty() && button(frame, "action", view.action, {.look = Look::quiet}))
      press = ToastPress::action;
    if (icon_button(frame, "dismiss", icons::x, view.dismiss_name)) press = ToastPress::dismiss;
  }
  (void)in.close_box();
  in.scopes.pop_back();
  in.parents.pop_back();
  in.leave();
  return press;
}

}  // namespace pairbook::ui
