// A long list. Only what is in view is painted and told; the rest is arithmetic.
#include "ui/widgets/table_inside.hpp"

#include <algorithm>
#include <cmath>
#include <icons.hpp>

#include "pairbook/ui/controls.hpp"
#include "pairbook/ui/layout.hpp"
#include "pairbook/ui/text.hpp"
#include "ui/widgets/marks.hpp"
#include "ui/widgets/paint.hpp"

namespace pairbook::ui {
namespace {

constexpr int overscan = 3, ask_around = 24;
constexpr Key details_key = "details";

}  // namespace

void Table::measure() {
  const Box& box = in_.box();
  const float coarse = in_.input.coarse_pointer ? 8.0F : 0.0F;
  at_.tick = options_.selectable ? 44.0F : 0.0F;
  at_.controls = options_.controls ? in_.remembered(controls_key.within(id_), 96) : 0;
  if (cards_) {
    const auto lines = static_cast<float>(std::min<std::size_t>(columns_.size() - 1, 3));
    at_.row = 44 + 20 * lines + (options_.notes ? 20.0F : 0.0F) +
              (options_.controls ? 48.0F : 0.0F) + 12;
    at_.header = options_.selectable ? 44.0F : 0.0F;
    return;
  }
  at_.header = 38;
  at_.row = (options_.notes ? 60.0F : 44.0F) + coarse;
  const float room =
      box.width - at_.tick - (at_.controls > 0 ? at_.controls + 12 : 0) - 2 * space::s;
  std::size_t shown = columns_.size();
  const auto least = [&] {
    float sum = 0;
    for (std::size_t i = 0; i < shown; ++i) sum += columns_[i].min_width;
    return sum;
  };
  while (shown > 1 && least() > room) --shown;
  float parts = 0;
  for (std::size_t i = 0; i < shown; ++i) parts += columns_[i].part;
  const float spare = std::max(0.0F, room - least());
  float x = box.x + at_.tick + space::s;
  at_.columns.assign(columns_.size(), Rect{});
  for (std::size_t i = 0; i < shown; ++i) {
    const float width =
        shown == 1 ? room
                   : columns_[i].min_width + spare * columns_[i].part / std::max(0.01F, parts);
    at_.columns[i] = {std::round(x), 0, std::round(width), 0};
    x += width;
  }
}

float Table::row_y(int number) const {
  const float shift = details_number_ >= 0 && number > details_number_ ? details_height_ : 0;
  return all_.y + at_.header + at_.row * static_cast<float>(number) + shift;
}

bool Table::answers() const {
  return options_.selectable ||
         std::ranges::any_of(rows_, [](const TableRow& row) { return row.opens; });
}

TablePress Table::draw() {
  measure();
  if (options_.details_row && *options_.details_row < rows_.size()) {
    details_number_ = number_of(*options_.details_row);
    details_height_ = in_.remembered(details_key.within(id_), 160);
  }
  const bool nothing = options_.row_count == 0;
  const float height = at_.header + at_.row * static_cast<float>(options_.row_count) +
                       details_height_ + (nothing ? 72.0F : 0.0F);
  all_ = in_.place_full(height);
  view_ = in_.regions.back().view;
  Node node;
  node.id = id_;
  node.role = cards_ ? Role::list : Role::table;
  node.name = options_.name;
  node.row_count = options_.row_count + (cards_ ? 0 : 1);
  node.column_count = static_cast<std::int32_t>(std::ranges::count_if(
                          at_.columns, [](const Rect& c) { return c.width > 0; })) +
                      (options_.selectable ? 1 : 0) + (options_.controls ? 1 : 0);
  const std::size_t own = in_.emit(std::move(node), all_);
  in_.parents.push_back(id_);
  in_.scopes.push_back(id_);

  const float top = all_.y + at_.header;
  first_ = static_cast<int>(std::floor((view_.y - top - details_height_) / at_.row)) - overscan;
  last_ = static_cast<int>(std::ceil((bottom(view_) - top) / at_.row)) + overscan;
  first_ = std::clamp(first_, 0, options_.row_count);
  last_ = std::clamp(last_, first_, options_.row_count);
  ask_for_rows();
  draw_header();
  const float sticky = std::max(view_.y, all_.y) + at_.header;
  in_.push_clip({view_.x, cards_ ? view_.y : sticky, view_.width,
                 std::max(0.0F, bottom(view_) - (cards_ ? view_.y : sticky))});
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const int number = number_of(i);
    if (number >= first_ && number < last_) draw_row(i);
  }
  in_.pop_clip();
  if (nothing) {
    paint_line(in_, {all_.x, top, all_.width, 72}, options_.empty,
               {.color = in_.theme.text2, .align = Align::centre});
    Node none;
    none.id = in_.id("nothing");
    none.parent = in_.parents[in_.parents.size() - 2];
    none.role = Role::text;
    none.name = options_.empty;
    if (none.parent == 0) none.parent = in_.parents.front();
    in_.parents.pop_back();
    if (!options_.empty.empty()) in_.emit(std::move(none), {all_.x, top, all_.width, 72});
    in_.parents.push_back(id_);
  }
  in_.scopes.pop_back();
  in_.parents.pop_back();
  (void)own;
  return press_;
}

void Table::ask_for_rows() {
  const int have_first = options_.first_row,
            have_last = options_.first_row + static_cast<int>(rows_.size());
  const bool short_of = options_.row_count > 0 && (first_ < have_first || last_ > have_last);
  if (!short_of) return;
  const int from = std::max(0, first_ - ask_around),
            to = std::min(options_.row_count, last_ + ask_around);
  press_.show = TablePress::Window{from, to - from};
}

void Table::draw_header() {
  if (cards_) {
    if (!options_.selectable) return;
    // A list holds nothing but its items: this belongs beside it.
    const std::uint32_t list = in_.parents.back();
    in_.parents.pop_back();
    in_.open_box({all_.x, all_.y, all_.width, 0}, 0);
    if (const auto on =
            checkbox(frame_, "all", options_.select_all_name, options_.all_selected))
      press_.select_all = *on;
    (void)in_.close_box();
    in_.parents.push_back(list);
    return;
  }
  const float y = std::clamp(view_.y, all_.y, std::max(all_.y, bottom(all_) - at_.header));
  const Rect rect{all_.x, y, all_.width, at_.header};
  fill(in_, {rect.x, rect.y, rect.width, rect.height},
       y > all_.y ? in_.theme.bg : in_.theme.bg.faded(0));
  hairline(in_, rect.x, bottom(rect) - 1, rect.width);
  Node head;
  head.id = in_.id("header");
  head.role = Role::row;
  head.row_index = 1;
  const std::uint32_t row = head.id;
  in_.emit(std::move(head), rect);
  in_.parents.push_back(row);
  int index = 0;
  const auto header_node = [&](Key key, std::string_view name, const Rect& at,
                               std::string_view sort) {
    Node node;
    node.id = key.within(row);
    node.role = Role::column_header;
    node.name = name;
    node.column_index = ++index;
    node.sort = sort;
    node.font_size = type::table;
    node.bold = true;
    const std::uint32_t id = node.id;
    in_.emit(std::move(node), at);
    return id;
  };
  if (options_.selectable) {
    const Rect at{rect.x, rect.y, at_.tick, rect.height};
    in_.parents.push_back(header_node("tick", options_.select_all_name, at, {}));
    in_.open_box({at.x + 4, at.y + (at.height - 28) / 2, 28, 0}, 0);
    if (const auto on = checkbox(frame_, "all", options_.select_all_name, options_.all_selected,
                                 {.label_hidden = true}))
      press_.select_all = *on;
    (void)in_.close_box();
    in_.parents.pop_back();
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Column& column = columns_[i];
    if (at_.columns[i].width <= 0) continue;
    const Rect at{at_.columns[i].x, rect.y, at_.columns[i].width - space::m, rect.height};
    const std::uint32_t header =
        header_node(column.key, column.label, at,
                    column.sortable ? (column.sort.empty() ? "none" : column.sort) : "");
    const bool sorted = !column.sort.empty();
    const TextStyle style{.size = type::table,
                          .bold = true,
                          .color = sorted ? in_.theme.text : in_.theme.text2,
                          .align = column.number ? Align::end : Align::start};
    const float arrow = sorted ? 18.0F : 0.0F;
    const float wide = std::min(text_width(in_, column.label, style), at.width - arrow);
    paint_line(in_, {at.x, at.y, at.width - (column.number ? 0 : arrow), at.height},
               column.label, style);
    if (!column.sortable) continue;
    const std::uint32_t id = Key("sort").within(header);
    const Contact contact = in_.interact(id, at, true);
    const float arrow_x = column.number ? end(at) - wide - arrow : at.x + wide + 2;
    if (sorted || contact.hovered)
      paint_icon(in_, {arrow_x, at.y, 16, at.height},
                 column.sort == "descending" ? icons::arrow_down : icons::arrow_up, 14,
                 sorted ? in_.theme.accent : in_.theme.text3);
    if (in_.shows_ring(id)) outline(in_, inset(at, 2), in_.theme.ring, 4, 2);
    Node node;
    node.id = id;
    node.parent = header;
    node.role = Role::button;
    node.name = column.label;
    node.font_size = type::table;
    in_.emit(std::move(node), at);
    if (contact.pressed) press_.sort_column = i;
  }
  if (options_.controls)
    header_node("controls", {}, {end(rect) - at_.controls, rect.y, at_.controls, rect.height},
                {});
  in_.parents.pop_back();
}

void Table::draw_details(std::size_t index) {
  const Rect rect{all_.x, row_y(number_of(index)) + at_.row, all_.width, details_height_};
  fill(in_, rect, in_.theme.surface2, cards_ ? radius::card : 0);
  hairline(in_, rect.x, bottom(rect) - 1, rect.width);
  // Unfolded things are read after their row: beside the table in a grid's strict order of rows
  // and cells they would be lost, so they are a row of one wide cell.
  const std::uint32_t row = in_.id("details row");
  Node node;
  node.id = row;
  node.role = cards_ ? Role::list_item : Role::row;
  in_.emit(std::move(node), rect);
  in_.parents.push_back(row);
  if (!cards_) {
    Node cell;
    cell.id = in_.id("details cell");
    cell.role = Role::cell;
    cell.column_index = 1;
    const std::uint32_t id = cell.id;
    in_.emit(std::move(cell), rect);
    in_.parents.push_back(id);
  }
  in_.open_box({rect.x + space::l, rect.y + space::l, rect.width - 2 * space::l, 0}, space::m);
  options_.details();
  const float height = in_.close_box() + 2 * space::l;
  if (!cards_) in_.parents.pop_back();
  in_.parents.pop_back();
  in_.remember(details_key.within(id_), height);
}

TablePress table(Frame& frame, Key key, const TableOptions& options,
                 std::span<const Column> columns, std::span<const TableRow> rows) {
  if (columns.empty()) return {};
  return Table(frame, key, options, columns, rows).draw();
}

}  // namespace pairbook::ui
