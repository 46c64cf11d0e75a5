#include "text_atlas.hpp"

#include <GLES3/gl3.h>

#include <algorithm>
#include <cmath>

#include "host.hpp"

namespace pairbook::web {
namespace {

constexpr int page_side = 1024;
constexpr std::size_t most_pages = 6;
constexpr std::size_t most_widths = 20'000;

std::string key_of(std::string_view text, float size, bool bold) {
  std::string key(text);
  key.push_back('\0');
  key.append(std::to_string(static_cast<int>(std::lround(size * 4))));
  key.push_back(bold ? 'b' : 'r');
  return key;
}

std::uint32_t new_texture() {
  GLuint texture = 0;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, page_side, page_side, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               nullptr);
  return texture;
}

}  // namespace

void TextAtlas::begin_frame(float dpr) {
  ++frame_;
  if (dpr == dpr_) return;
  dpr_ = dpr;
  widths_.clear();
  wipe();
}

void TextAtlas::wipe() {
  for (Page& page : pages_) wipe(page);
}

void TextAtlas::forget_textures() {
  pages_.clear();
  runs_.clear();
}

void TextAtlas::wipe(Page& page) {
  for (const std::string& key : page.keys) runs_.erase(key);
  page.keys.clear();
  page.shelf_top = page.shelf_height = page.pen = 0;
}

bool TextAtlas::find_room(Page& page, int width, int height, int& x, int& y) {
  if (page.pen + width > page_side || height > page.shelf_height) {
    // A taller run or a full shelf begins the next shelf.
    const int top = page.shelf_top + page.shelf_height;
    if (top + height > page_side) return false;
    page.shelf_top = top;
    page.shelf_height = height;
    page.pen = 0;
  }
  x = page.pen;
  y = page.shelf_top;
  page.pen += width;
  return true;
}

TextAtlas::Spot TextAtlas::place(int width, int height) {
  Spot spot{0, 0, 0};
  for (; spot.page < pages_.size(); ++spot.page)
    if (find_room(pages_[spot.page], width, height, spot.x, spot.y)) return spot;
  const auto oldest =
      std::min_element(pages_.begin(), pages_.end(),
                       [](const Page& a, const Page& b) { return a.used_in < b.used_in; });
  if (pages_.size() < most_pages || oldest->used_in == frame_) {
    pages_.push_back({.texture = new_texture(), .used_in = frame_, .keys = {}});
    spot.page = pages_.size() - 1;
  } else {
    wipe(*oldest);
    spot.page = static_cast<std::size_t>(oldest - pages_.begin());
  }
  find_room(pages_[spot.page], width, height, spot.x, spot.y);
  return spot;
}

float TextAtlas::measure(std::string_view text, float size, bool bold) {
  std::string key = key_of(text, size, bold);
  if (const auto known = widths_.find(key); known != widths_.end()) return known->second;
  if (widths_.size() > most_widths) widths_.clear();
  const double pixels =
      host_measure(text.data(), text.size(), static_cast<double>(size * dpr_), bold);
  const float width = static_cast<float>(pixels) / dpr_;
  widths_.emplace(std::move(key), width);
  return width;
}

ui::ShapedRun TextAtlas::shape(std::string_view text, float size, bool bold) {
  if (!drawing_) return {};
  std::string key = key_of(text, size, bold);
  if (const auto known = runs_.find(key); known != runs_.end()) {
    pages_[known->second.page].used_in = frame_;
    return known->second.run;
  }
  const float pixels = size * dpr_;
  const int above = static_cast<int>(std::ceil(pixels * 1.2F)) + 1;
  const int below = static_cast<int>(std::ceil(pixels * 0.5F)) + 1;
  const int width =
      std::min(page_side, static_cast<int>(std::ceil(measure(text, size, bold) * dpr_)) + 2);
  const int height = std::min(page_side, above + below);

  std::vector<std::byte> picture(static_cast<std::size_t>(width) *
                                 static_cast<std::size_t>(height) * 4);
  const bool coloured = host_draw_run(text.data(), text.size(), static_cast<double>(pixels),
                                      bold, width, height, above, picture.data()) != 0;
  const Spot spot = place(width, height);
  Page& page = pages_[spot.page];
  page.used_in = frame_;
  page.keys.push_back(key);
  glBindTexture(GL_TEXTURE_2D, page.texture);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glTexSubImage2D(GL_TEXTURE_2D, 0, spot.x, spot.y, width, height, GL_RGBA, GL_UNSIGNED_BYTE,
                  picture.data());

  const auto share = [](int pixel) { return static_cast<float>(pixel) / page_side; };
  const ui::ShapedRun run{.texture = page.texture,
                          .u0 = share(spot.x),
                          .v0 = share(spot.y),
                          .u1 = share(spot.x + width),
                          .v1 = share(spot.y + height),
                          .left = 0,
                          .top = static_cast<float>(-above) / dpr_,
                          .width = static_cast<float>(width) / dpr_,
                          .height = static_cast<float>(height) / dpr_,
                          .coloured = coloured};
  runs_.emplace(std::move(key), Kept{run, spot.page});
  return run;
}

}  // namespace pairbook::web
