#include "pairbook/ui/layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/widgets/paint.hpp"

namespace pairbook::ui {
namespace {

constexpr Key height_key = "height", spring_key = "spring", width_key = "width";

std::size_t begin_node(Frame::Inner& in, std::uint32_t id, Role role, std::string_view name,
                       const Rect& rect) {
  Node node;
  node.id = id;
  node.role = role;
  node.name = name;
  const std::size_t at = in.emit(std::move(node), rect);
  in.parents.push_back(id);
  in.scopes.push_back(id);
  return at;
}

void end_node(Frame::Inner& in, std::size_t node, const Rect& rect) {
  in.tree.nodes[node].rect = in.physical(rect);
  in.parents.pop_back();
  in.scopes.pop_back();
}

}  // namespace

Scope::Scope(Frame& frame, Key key) : frame_(frame) {
  frame.inner().scopes.push_back(frame.inner().id(key));
}
Scope::~Scope() {
  frame_.inner().scopes.pop_back();
}

Group::Group(Frame& frame, Key key, const GroupOptions& options)
    : frame_(frame), id_(frame.inner().id(key)) {
  Frame::Inner& in = frame.inner();
  const Rect start = in.place_full(0);
  node_ = begin_node(in, id_, options.role, options.name, start);
  in.open_box(start, options.gap);
}

Group::~Group() {
  Frame::Inner& in = frame_.inner();
  const Box inner = in.box();
  const float height = in.close_box();
  end_node(in, node_, {inner.x, inner.top, inner.width, height});
  in.box().y += height;
}

Card::Card(Frame& frame, Key key, const CardOptions& options)
    : frame_(frame), id_(frame.inner().id(key)), padding_(options.padding) {
  Frame::Inner& in = frame.inner();
  if (frame.narrow()) padding_ = std::min(padding_, space::l);
  const float stretch = in.box().stretch;
  const float height = std::max(stretch, in.remembered(height_key.within(id_), 2 * padding_));
  rect_ = in.place_full(height);
  if (options.max_width > 0 && rect_.width > options.max_width) {
    if (options.centred) rect_.x += (rect_.width - options.max_width) / 2;
    rect_.width = options.max_width;
  }
  if (options.quiet && !in.theme.high_contrast) {
    fill(in, rect_, in.theme.surface2, radius::card);
  } else {
    fill(in, rect_, in.theme.surface, radius::card);
    outline(in, rect_, in.theme.high_contrast ? in.theme.border : in.theme.hairline,
            radius::card, in.theme.border_width());
  }
  node_ = begin_node(in, id_, options.role, options.name, rect_);
  in.open_box({rect_.x + padding_, rect_.y + padding_, rect_.width - 2 * padding_, 0},
              options.gap);
}

Card::~Card() {
  Frame::Inner& in = frame_.inner();
  const float own = in.close_box() + 2 * padding_;
  const float height = std::max(own, in.box().stretch);
  end_node(in, node_, {rect_.x, rect_.y, rect_.width, height});
  in.remember(height_key.within(id_), own);
  in.box().y += height - rect_.height;
  in.box().excess += height - own;
}

Row::Row(Frame& frame, Key key, const RowOptions& options)
    : frame_(frame), id_(frame.inner().id(key)) {
  Frame::Inner& in = frame.inner();
  in.scopes.push_back(id_);
  const Rect start = in.place_full(0);
  in.open_box(start, options.gap);
  Box& box = in.box();
  box.row = true;
  box.line_top = start.y;
  box.line_height = options.line_height > 0 ? options.line_height : in.control_height();
  box.next_x = start.x;
  box.bottoms = options.bottoms;
  const float natural = in.remembered(width_key.within(id_), 0);
  if (natural <= start.width) {
    if (options.justify == Justify::end) box.next_x = start.x + start.width - natural;
    if (options.justify == Justify::centre) box.next_x = start.x + (start.width - natural) / 2;
  }
}

void Row::spring() {
  Frame::Inner& in = frame_.inner();
  Box& box = in.box();
  box.spring_natural = box.natural;
  const float after = in.remembered(spring_key.within(id_), 0);
  const float stand = box.x + box.width - after;
  if (stand > box.next_x) box.next_x = stand;
}

Row::~Row() {
  Frame::Inner& in = frame_.inner();
  const Box box = in.box();
  in.remember(width_key.within(id_), box.natural);
  if (box.spring_natural >= 0) {
    const float gap = box.spring_natural > 0 ? box.gap : 0;
    in.remember(spring_key.within(id_), std::max(0.0F, box.natural - box.spring_natural - gap));
  }
  const float height = in.close_box();
  in.scopes.pop_back();
  in.box().y += height;
}

Indent::Indent(Frame& frame, float by) : frame_(frame) {
  Frame::Inner& in = frame.inner();
  const Rect rect = in.place_full(0);
  in.open_box({rect.x + by, rect.y, rect.width - by, 0}, in.boxes.back().gap);
}

Indent::~Indent() {
  Frame::Inner& in = frame_.inner();
  const float height = in.close_box();
  in.box().y += height;
}

TopBar::TopBar(Frame& frame, Key key, const Rect& rect) : frame_(frame) {
  Frame::Inner& in = frame.inner();
  fill(in, rect, in.theme.bg);
  hairline(in, rect.x, bottom(rect) - 1, rect.width);
  (void)begin_node(in, in.id(key), Role::banner, {}, rect);
  const float pad = frame.narrow() ? space::m : space::xl;
  const float side = in.control_height();
  in.open_box({rect.x + pad, rect.y + (rect.height - side) / 2, rect.width - 2 * pad, 0}, 0);
}

TopBar::~TopBar() {
  Frame::Inner& in = frame_.inner();
  (void)in.close_box();
  in.parents.pop_back();
  in.scopes.pop_back();
}

Stack::Stack(Frame& frame, Key key, float part) : frame_(frame), id_(frame.inner().id(key)) {
  Frame::Inner& in = frame.inner();
  rect_ = in.place(in.box().width * part, in.remembered(height_key.within(id_), 40));
  in.scopes.push_back(id_);
  in.open_box(rect_, 2);
}

Stack::~Stack() {
  Frame::Inner& in = frame_.inner();
  const float height = in.close_box();
  in.scopes.pop_back();
  in.remember(height_key.within(id_), height);
}

Columns::Columns(Frame& frame, Key key, std::initializer_list<float> parts,
                 const ColumnsOptions& options)
    : frame_(frame), id_(frame.inner().id(key)), parts_(parts), options_(options) {
  Frame::Inner& in = frame.inner();
  in.scopes.push_back(id_);
  area_ = in.place_full(0);
  stacked_ = area_.width < options.stack_below;
  line_top_ = area_.y;
}

Columns::Columns(Frame& frame, Key key, int count, const ColumnsOptions& options)
    : Columns(frame, key, {}, options) {
  parts_.assign(static_cast<std::size_t>(std::max(1, count)), 1.0F);
}

void Columns::finish_column() {
  Frame::Inner& in = frame_.inner();
  const float excess = in.box().excess, height = in.close_box();
  line_height_ = std::max(line_height_, height);
  natural_ = std::max(natural_, height - excess);
}

void Columns::next() {
  Frame::Inner& in = frame_.inner();
  if (column_ >= 0) finish_column();
  ++column_;
  const int count = static_cast<int>(parts_.size());
  const int slot = stacked_ ? 0 : column_ % count;
  if (slot == 0 && column_ > 0) {
    in.remember(height_key.within(id_ + static_cast<std::uint32_t>(slot_)), natural_);
    line_top_ += line_height_ + options_.gap;
    line_height_ = natural_ = 0;
  }
  if (slot == 0) ++slot_;
  const float gaps = options_.gap * static_cast<float>(count - 1);
  const float whole = std::accumulate(parts_.begin(), parts_.end(), 0.0F);
  float x = area_.x, width = area_.width;
  if (!stacked_) {
    for (int i = 0; i < slot; ++i)
      x += (area_.width - gaps) * parts_[static_cast<std::size_t>(i)] / whole + options_.gap;
    width = (area_.width - gaps) * parts_[static_cast<std::size_t>(slot)] / whole;
  }
  in.open_box({std::round(x), line_top_, std::round(width), 0}, space::m);
  if (options_.equal_height && !stacked_)
    in.box().stretch =
        in.remembered(height_key.within(id_ + static_cast<std::uint32_t>(slot_)), 0);
}

Columns::~Columns() {
  Frame::Inner& in = frame_.inner();
  if (column_ >= 0) {
    finish_column();
    in.remember(height_key.within(id_ + static_cast<std::uint32_t>(slot_)), natural_);
  }
  in.scopes.pop_back();
  in.box().y += line_top_ + line_height_ - area_.y;
}

ScrollArea::ScrollArea(Frame& frame, Key key, const Rect& view, float padding, float max_width)
    : frame_(frame), id_(frame.inner().id(key)), view_(view), padding_(padding) {
  Frame::Inner& in = frame.inner();
  auto& memory = in.keep.scrolls[id_];
  memory.view = view.height;
  const float most = std::max(0.0F, memory.content - view.height);
  if (in.input.scroll_y != 0 && !in.scroll_used && in.pointer_in(view) && most > 0) {
    memory.offset += in.input.scroll_y;
    in.scroll_used = true;
  }
  memory.offset = std::clamp(memory.offset, 0.0F, most);
  in.regions.push_back({id_, view, in.layer()});
  in.push_clip(view);
  in.scopes.push_back(id_);
  float width = view.width - 2 * padding, x = view.x + padding;
  if (max_width > 0 && width > max_width) {
    x += std::floor((width - max_width) / 2);
    width = max_width;
  }
  in.open_box({x, view.y + padding - in.snap(memory.offset), width, 0}, space::l);
}

void ScrollArea::back_to_top() {
  Frame::Inner& in = frame_.inner();
  auto& memory = in.keep.scrolls[id_];
  if (memory.offset == 0) return;
  in.box().y += in.snap(memory.offset);
  in.box().top += in.snap(memory.offset);
  memory.offset = 0;
}

ScrollArea::~ScrollArea() {
  Frame::Inner& in = frame_.inner();
  auto& memory = in.keep.scrolls[id_];
  const float content = in.close_box() + 2 * padding_;
  if (std::abs(content - memory.content) > 0.5F) {
    memory.content = content;
    const float most = std::max(0.0F, content - view_.height);
    if (memory.offset > most) {
      memory.offset = most;
      in.unsettled = true;
    }
    in.frames = std::max(in.frames, 1);
  }
  in.scopes.pop_back();
  in.pop_clip();
  in.regions.pop_back();
  const float most = content - view_.height;
  if (most <= 1 || view_.height < 80) return;
  // A thin thumb that only tells where one is: the wheel, the finger and the keys move it.
  const float track = view_.height - 8;
  const float thumb = std::max(32.0F, track * view_.height / content);
  const float at = (track - thumb) * memory.offset / most;
  fill(in, {end(view_) - 7, view_.y + 4 + at, 4, thumb}, in.theme.text3.faded(110), 2);
}

void spacer(Frame& frame, float height) {
  Box& box = frame.inner().box();
  box.y += height - (box.any ? box.gap : 0);
}

void rule(Frame& frame) {
  Frame::Inner& in = frame.inner();
  const Rect at = in.place_full(1);
  hairline(in, at.x, at.y, at.width);
}

float room(const Frame& frame) {
  return frame.inner().available();
}

}  // namespace pairbook::ui
