// Where things go: boxes in boxes, from the top and from the start of the line.
#include <algorithm>
#include <cmath>

#include "ui/widgets/inner.hpp"

namespace pairbook::ui {

bool overlaps(const Rect& a, const Rect& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
         b.y < a.y + a.height;
}

Rect intersection(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  return {x, y, std::max(0.0F, std::min(end(a), end(b)) - x),
          std::max(0.0F, std::min(bottom(a), bottom(b)) - y)};
}

Rect Frame::Inner::physical(const Rect& logical) const {
  if (!input.right_to_left) return logical;
  return {input.width - logical.x - logical.width, logical.y, logical.width, logical.height};
}

float Frame::Inner::snap(float at) const {
  return std::round(at * input.dpr) / input.dpr;
}

Rect Frame::Inner::clip() const {
  const ImRect at = ImGui::GetCurrentWindow()->ClipRect;
  return physical({at.Min.x, at.Min.y, at.GetWidth(), at.GetHeight()});
}

bool Frame::Inner::visible(const Rect& logical) const {
  return overlaps(logical, clip());
}

void Frame::Inner::push_clip(const Rect& logical) {
  const Rect at = physical(logical);
  ImGui::PushClipRect({at.x, at.y}, {at.x + at.width, at.y + at.height}, true);
}

void Frame::Inner::pop_clip() {
  ImGui::PopClipRect();
}

void Frame::Inner::enter(Layer into, const Rect& within) {
  layers.push_back(into);
  draw->ChannelsSetCurrent(static_cast<int>(into));
  const Rect at = physical(within);
  ImGui::PushClipRect({at.x, at.y}, {at.x + at.width, at.y + at.height}, false);
}

void Frame::Inner::leave() {
  ImGui::PopClipRect();
  layers.pop_back();
  draw->ChannelsSetCurrent(static_cast<int>(layers.back()));
}

float Frame::Inner::available() const {
  const Box& at = boxes.back();
  if (!at.row) return at.width;
  const float left = at.x + at.width - at.next_x;
  return left < 80 ? at.width : left;
}

Rect Frame::Inner::place(float width, float height) {
  Box& at = box();
  if (!at.row) {
    if (at.any) at.y += at.gap;
    at.any = true;
    const Rect put{at.x, snap(at.y), width < 0 ? at.width : std::min(width, at.width), height};
    at.y += height;
    return put;
  }
  const float wide = std::min(width < 0 ? available() : width, at.width);
  if (at.next_x > at.x && at.next_x + wide > at.x + at.width + 0.5F) {
    at.line_top = at.y + at.gap;
    at.next_x = at.x;
  }
  const Rect put{snap(at.next_x),
                 snap(at.line_top +
                      std::max(0.0F, (at.line_height - height) / (at.bottoms ? 1.0F : 2.0F))),
                 wide, height};
  at.next_x += wide + at.gap;
  at.natural += wide + (at.any ? at.gap : 0);
  at.any = true;
  at.y = std::max({at.y, at.line_top + at.line_height, bottom(put)});
  return put;
}

void Frame::Inner::open_box(const Rect& area, float gap) {
  boxes.push_back({.x = area.x, .width = area.width, .top = area.y, .y = area.y, .gap = gap});
}

float Frame::Inner::close_box() {
  const float height = box().y - box().top;
  boxes.pop_back();
  return height;
}

}  // namespace pairbook::ui
