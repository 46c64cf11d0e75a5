// Text: measured, broken into lines, painted; by the bundled font, or by the browser.
#include <algorithm>
#include <cmath>
#include <string>

#include "pairbook/base/text.hpp"
#include "ui/widgets/paint.hpp"

namespace pairbook::ui {
namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

ImU32 packed(Color color) {
  return IM_COL32(color.red, color.green, color.blue, color.alpha);
}

const FontFace& face_of(const Frame::Inner& in, bool bold) {
  return bold ? in.keep.semibold : in.keep.regular;
}

float bundled_width(const FontFace& face, std::string_view text, float size) {
  if (text.empty()) return 0;
  return face.font
      ->CalcTextSizeA(size * face.per_em, 1e9F, 0, text.data(), text.data() + text.size())
      .x;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

float digit_width(const FontFace& face, float size) {
  return bundled_width(face, "0", size);
}

float tabular_width(const FontFace& face, std::string_view text, float size) {
  float width = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    (void)base::next_code_point(text, next);
    width += is_digit(text[at]) ? digit_width(face, size)
                                : bundled_width(face, text.substr(at, next - at), size);
    at = next;
  }
  return width;
}

// The longest beginning of `text` that fits, at a code point's border; at least one point.
std::size_t fitting(Frame::Inner& in, std::string_view text, const TextStyle& style,
                    float width) {
  std::size_t good = 0, at = 0;
  while (at < text.size()) {
    (void)base::next_code_point(text, at);
    if (good > 0 && text_width(in, text.substr(0, at), style) > width) return good;
    good = at;
  }
  return good;
}

bool breaks_anywhere(char32_t point) {
  return (point >= 0x2E80 && point <= 0xA4CF) || (point >= 0xAC00 && point <= 0xD7FF) ||
         (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x20000 && point <= 0x3FFFF);
}

// Where the piece that begins at `from` ends: after the blanks that follow a word.
std::size_t piece_end(std::string_view text, std::size_t from) {
  std::size_t at = from;
  bool blank = false;
  while (at < text.size() && text[at] != '\n') {
    std::size_t next = at;
    const char32_t point = base::next_code_point(text, next);
    if (point == ' ') {
      blank = true;
    } else if (blank) {
      return at;
    }
    at = next;
    if (breaks_anywhere(point)) return at;
  }
  return at;
}

std::string_view without_end_blanks(std::string_view line) {
  while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
  return line;
}

void paint_bundled(Frame::Inner& in, float x, float middle, std::string_view text,
                   const TextStyle& style) {
  const FontFace& face = face_of(in, style.bold);
  const float size = style.size * face.per_em;
  const float y = in.snap(middle - size / 2);
  const ImU32 color = packed(style.color);
  if (!style.tabular) {
    in.draw->AddText(face.font, size, {in.snap(x), y}, color, text.data(),
                     text.data() + text.size());
    return;
  }
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    (void)base::next_code_point(text, next);
    const std::string_view one = text.substr(at, next - at);
    const float own = bundled_width(face, one, style.size);
    const float advance = is_digit(one[0]) ? digit_width(face, style.size) : own;
    in.draw->AddText(face.font, size, {x + (advance - own) / 2, y}, color, one.data(),
                     one.data() + one.size());
    x += advance;
    at = next;
  }
}

void paint_shaped(Frame::Inner& in, float x, float middle, std::string_view text,
                  const TextStyle& style) {
  const ShapedRun run = in.runs.shape(text, style.size, style.bold);
  if (run.width <= 0) return;
  const FontFace& face = face_of(in, style.bold);
  const float base_line =
      in.snap(middle - style.size * face.per_em / 2 + style.size * face.ascent);
  const float left = in.snap(x + run.left), top = in.snap(base_line + run.top);
  in.draw->AddImage(
      static_cast<ImTextureID>(run.texture), {left, top}, {left + run.width, top + run.height},
      {run.u0, run.v0}, {run.u1, run.v1},
      run.coloured ? IM_COL32(255, 255, 255, style.color.alpha) : packed(style.color));
}

}  // namespace

float line_height(float size) {
  return std::round(size * (size >= type::section ? 1.25F : 1.45F));
}

float text_width(Frame::Inner& in, std::string_view text, const TextStyle& style) {
  if (text.empty()) return 0;
  if (!is_bundled_text(text)) return in.runs.measure(text, style.size, style.bold);
  const FontFace& face = face_of(in, style.bold);
  return style.tabular ? tabular_width(face, text, style.size)
                       : bundled_width(face, text, style.size);
}

std::vector<std::string_view> wrap(Frame::Inner& in, std::string_view text,
                                   const TextStyle& style, float width) {
  std::vector<std::string_view> lines;
  std::size_t start = 0;
  while (start < text.size()) {
    std::size_t stop = start;
    while (stop < text.size() && text[stop] != '\n') {
      const std::size_t next = piece_end(text, stop);
      if (next == stop) break;
      if (text_width(in, without_end_blanks(text.substr(start, next - start)), style) > width)
        break;
      stop = next;
    }
    const bool line_break = stop < text.size() && text[stop] == '\n';
    if (stop == start && !line_break)
      stop += fitting(in, text.substr(start, piece_end(text, start) - start), style, width);
    lines.push_back(without_end_blanks(text.substr(start, stop - start)));
    start = stop + (line_break ? 1 : 0);
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

void paint_line(Frame::Inner& in, const Rect& rect, std::string_view text,
                const TextStyle& style) {
  if (text.empty() || !in.visible(rect)) return;
  float width = text_width(in, text, style);
  std::string shortened;
  if (width > rect.width + 1) {
    const float room = std::max(1.0F, rect.width - text_width(in, ellipsis, style));
    shortened = without_end_blanks(text.substr(0, fitting(in, text, style, room)));
    shortened += ellipsis;
    text = shortened;
    width = text_width(in, text, style);
  }
  Rect at{rect.x, rect.y, width, rect.height};
  if (style.align == Align::centre) at.x = rect.x + (rect.width - width) / 2;
  if (style.align == Align::end) at.x = end(rect) - width;
  const float x = in.physical(at).x, middle = rect.y + rect.height / 2;
  if (is_bundled_text(text)) {
    paint_bundled(in, x, middle, text, style);
  } else {
    paint_shaped(in, x, middle, text, style);
  }
}

void paint_lines(Frame::Inner& in, const Rect& rect, const std::vector<std::string_view>& lines,
                 const TextStyle& style) {
  const float height = line_height(style.size);
  for (std::size_t i = 0; i < lines.size(); ++i)
    paint_line(in, {rect.x, rect.y + height * static_cast<float>(i), rect.width, height},
               lines[i], style);
}

}  // namespace pairbook::ui
