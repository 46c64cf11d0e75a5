#include "pairbook/ui/text.hpp"

#include <algorithm>
#include <string>

#include "pairbook/ui/layout.hpp"
#include "ui/widgets/paint.hpp"

namespace pairbook::ui {
namespace {

struct Words {
  Role role = Role::text;
  std::uint8_t level = 0;
  TextStyle style = {};
  bool one_line = false;
  float max_width = 0;
  std::string_view language = {};
};

void put_words(Frame& frame, Key key, std::string_view words, const Words& as) {
  Frame::Inner& in = frame.inner();
  const float height = line_height(as.style.size);
  float width = in.available();
  if (as.max_width > 0) width = std::min(width, as.max_width);
  std::vector<std::string_view> lines;
  Rect rect;
  if (as.one_line) {
    const float natural = text_width(in, words, as.style) + 1;
    rect = in.place(in.box().row ? std::min(natural, width) : width, height);
    lines.push_back(words);
  } else {
    if (in.box().row) width = std::min(width, text_width(in, words, as.style) + 1);
    lines = wrap(in, words, as.style, width);
    rect = in.place(in.box().row ? width : -1, height * static_cast<float>(lines.size()));
    if (as.style.align == Align::start) rect.width = std::min(rect.width, width);
  }
  paint_lines(in, rect, lines, as.style);
  Node node;
  node.id = in.id(key);
  node.role = as.role;
  node.level = as.level;
  node.name = words;
  node.language = as.language;
  node.font_size = as.style.size;
  node.line_height = height;
  node.bold = as.style.bold;
  in.emit(std::move(node), rect);
}

}  // namespace

Color tone_color(const Theme& theme, Tone tone) {
  switch (tone) {
    case Tone::normal:
      return theme.text;
    case Tone::quiet:
      return theme.text2;
    case Tone::hint:
      return theme.text3;
    case Tone::accent:
      return theme.accent;
    case Tone::success:
      return theme.success;
    case Tone::warning:
      return theme.warning;
    case Tone::danger:
      return theme.danger;
  }
  return theme.text;
}

void heading(Frame& frame, Key key, int level, std::string_view words) {
  const float size = level <= 1 ? type::page : level == 2 ? type::section : type::lead;
  put_words(frame, key, words,
            {.role = Role::heading,
             .level = static_cast<std::uint8_t>(std::clamp(level, 1, 3)),
             .style = {.size = size, .bold = true, .color = frame.theme().text}});
}

void text(Frame& frame, Key key, std::string_view words, const TextOptions& options) {
  put_words(frame, key, words,
            {.style = {.size = options.size,
                       .bold = options.bold,
                       .color = tone_color(frame.theme(), options.tone),
                       .align = options.centred ? Align::centre : Align::start},
             .one_line = options.one_line,
             .max_width = options.max_width,
             .language = options.language});
}

void note(Frame& frame, Key key, std::string_view words) {
  text(frame, key, words, {.size = type::table, .tone = Tone::quiet});
}

void fact(Frame& frame, Key key, std::string_view name, std::string_view value) {
  const Scope scope(frame, key);
  Frame::Inner& in = frame.inner();
  const float third = (in.available() - space::l) / 3;
  const bool fits = text_width(in, name, {}) <= third && text_width(in, value, {}) <= 2 * third;
  const bool stacked = !fits && in.available() < 360;
  Columns columns(frame, "fact", {1, 2},
                  {.gap = stacked ? space::xs : space::l, .stack_below = stacked ? 360.0F : 0});
  columns.next();
  text(frame, "name", name, {.tone = Tone::quiet});
  columns.next();
  text(frame, "value", value);
}

void figure(Frame& frame, Key key, std::string_view number, std::string_view what) {
  const Group group(frame, key, {.gap = 0});
  put_words(frame, "number", number,
            {.style = {.size = type::hero,
                       .bold = true,
                       .color = frame.theme().text,
                       .tabular = true},
             .one_line = true});
  text(frame, "what", what, {.size = type::table, .tone = Tone::quiet});
}

}  // namespace pairbook::ui
