// A long list. Only what is in view is painted and told; the rest is arithmetic.
#include "pairbook/ui/table.hpp"

#include <algorithm>
#include <cmath>
#include <icons.hpp>

#include "pairbook/base/text.hpp"
#include "pairbook/ui/controls.hpp"
#include "pairbook/ui/layout.hpp"
#include "pairbook/ui/text.hpp"
#include "ui/widgets/marks.hpp"
#include "ui/widgets/moods.hpp"
#include "ui/widgets/paint.hpp"

namespace pairbook::ui {
namespace {

constexpr int overscan = 3, ask_around = 24;
constexpr Key controls_key = "controls width", details_key = "details", pending_key = "pending";

struct Layout {
  std::vector<Rect> columns;  // x and width only; width 0: left out
  float tick = 0, controls = 0;
  float header = 0, row = 0;
};

class Table {
 public:
  Table(Frame& frame, Key key, const TableOptions& options, std::span<const Column> columns,
        std::span<const TableRow> rows)
      : frame_(frame),
        in_(frame.inner()),
        id_(frame.inner().id(key)),
        options_(options),
        columns_(columns),
        rows_(rows),
        cards_(frame.narrow()) {}

  TablePress draw();

 private:
  void measure();
  void draw_header();
  void draw_row(std::size_t index);
  void draw_cells(std::size_t index, const Rect& rect, std::uint32_t id);
  void draw_card(std::size_t index, const Rect& rect, std::uint32_t id);
  void draw_link(const TableRow& row, const Rect& rect, std::uint32_t parent);
  void draw_controls(std::size_t index, const Rect& rect, std::uint32_t row);
  void draw_tick(std::size_t index, const Rect& rect, std::uint32_t row);
  void draw_details(std::size_t index);
  void answer_keys(std::size_t index, std::uint32_t id);
  void ask_for_rows();
  [[nodiscard]] float row_y(int number) const;
  [[nodiscard]] std::uint32_t row_id(std::size_t index) const {
    return rows_[index].key.within(id_);
  }
  [[nodiscard]] int number_of(std::size_t index) const {
    return options_.first_row + static_cast<int>(index);
  }
  [[nodiscard]] bool answers() const;

  Frame& frame_;
  Frame::Inner& in_;
  std::uint32_t id_;
  const TableOptions& options_;
  std::span<const Column> columns_;
  std::span<const TableRow> rows_;
  bool cards_;
  Layout at_;
  Rect all_;
  Rect view_;
  float details_height_ = 0;
  int details_number_ = -1;
  int first_ = 0, last_ = 0;  // rows in view, with the overscan
  TablePress press_;
};

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

void Table::draw_row(std::size_t index) {
  const TableRow& row = rows_[index];
  const int number = number_of(index);
  const std::uint32_t id = row_id(index);
  const float gap = cards_ ? space::s : 0;
  const Rect rect{all_.x, in_.snap(row_y(number)), all_.width, at_.row - gap};
  Contact contact;
  if (row.opens) contact = in_.interact(id, rect, true, true);
  if (cards_) {
    fill(in_, rect, in_.theme.surface, radius::card);
    outline(in_, rect, in_.theme.high_contrast ? in_.theme.border : in_.theme.hairline,
            radius::card, in_.theme.border_width());
  } else {
    hairline(in_, rect.x, bottom(rect) - 1, rect.width);
  }
  if (row.selected)
    fill(in_, rect, in_.theme.tint(in_.theme.accent), cards_ ? radius::card : 0);
  if (contact.hovered) fill(in_, rect, in_.theme.hover(), cards_ ? radius::card : 0);
  if (in_.shows_ring(id)) outline(in_, inset(rect, 1), in_.theme.ring, radius::control, 2);
  if (in_.remembered(pending_key.within(id_), -1) == static_cast<float>(number)) {
    frame_.focus(id);
    in_.remember(pending_key.within(id_), -1);
  }
  Node node;
  node.id = id;
  node.role = cards_ ? Role::list_item : Role::row;
  node.name = row.name;
  node.selected = row.selected;
  node.row_index = number + (cards_ ? 1 : 2);
  if (!cards_ && answers()) {
    node.keys = "ArrowDown ArrowUp Home End PageDown PageUp Enter";
    if (options_.selectable) node.keys += " Space Shift+Space";
    const bool focus_here = in_.has_focus(id);
    const bool any_focused = std::ranges::any_of(
        rows_, [&](const TableRow& each) { return in_.has_focus(each.key.within(id_)); });
    node.skip_tab = any_focused ? !focus_here : number != std::max(first_, options_.first_row);
  }
  in_.emit(std::move(node), rect);
  in_.parents.push_back(id);
  in_.scopes.push_back(id);
  if (cards_) {
    draw_card(index, rect, id);
  } else {
    draw_cells(index, rect, id);
  }
  in_.scopes.pop_back();
  in_.parents.pop_back();
  answer_keys(index, id);
  if (contact.pressed) press_.open_row = index;
  if (number == details_number_) draw_details(index);
}

void Table::draw_link(const TableRow& row, const Rect& rect, std::uint32_t parent) {
  Node node;
  node.id = in_.id("link");
  node.parent = parent;
  node.role = Role::link;
  node.name = row.cells.empty() ? row.name : row.cells[0].text;
  node.href = row.href;
  node.bold = true;
  node.skip_tab = !cards_;
  if (in_.shows_ring(node.id)) outline(in_, inset(rect, -2), in_.theme.ring, 4, 2);
  if (in_.action(node.id, Action::Kind::press))
    press_.open_row = static_cast<std::size_t>(&row - rows_.data());
  in_.emit(std::move(node), rect);
}

void Table::draw_cells(std::size_t index, const Rect& rect, std::uint32_t) {
  const TableRow& row = rows_[index];
  const float main = options_.notes && !row.note.empty() ? rect.height - 22 : rect.height;
  int column_index = 0;
  const auto cell_node = [&](Key key, std::string_view words, const Rect& at,
                             bool end_aligned) {
    Node node;
    node.id = in_.id(key);
    node.role = Role::cell;
    node.name = words;
    node.column_index = ++column_index;
    node.font_size = type::body;
    node.align_end = end_aligned;
    const std::uint32_t id = node.id;
    in_.emit(std::move(node), at);
    return id;
  };
  if (options_.selectable) {
    const Rect at{rect.x, rect.y, at_.tick, rect.height};
    in_.parents.push_back(cell_node("tick cell", {}, at, false));
    draw_tick(index, {at.x + 4, at.y + (at.height - 28) / 2, 28, 28}, 0);
    in_.parents.pop_back();
  }
  for (std::size_t i = 0; i < columns_.size() && i < row.cells.size(); ++i) {
    if (at_.columns[i].width <= 0) continue;
    const Column& column = columns_[i];
    const Cell& cell = row.cells[i];
    const Rect at{at_.columns[i].x, rect.y, at_.columns[i].width - space::m, main};
    const bool linked = i == 0 && !row.href.empty();
    const std::uint32_t id =
        cell_node(column.key, linked ? std::string_view() : cell.text, at, column.number);
    if (cell.badge && !cell.text.empty()) {
      const float wide = std::min(at.width, badge_width(in_, cell.text));
      paint_badge(in_, {at.x, at.y + (at.height - 22) / 2, wide, 22}, cell.text, cell.mood);
    } else {
      const Color color = cell.mood != Mood::neutral ? mood_color(in_.theme, cell.mood)
                          : i == 0                   ? in_.theme.text
                                                     : in_.theme.text2;
      paint_line(in_, at, cell.text,
                 {.bold = i == 0,
                  .color = color,
                  .align = column.number ? Align::end : Align::start,
                  .tabular = column.number});
    }
    if (linked)
      draw_link(row,
                {at.x, at.y + (at.height - 24) / 2,
                 std::min(at.width, text_width(in_, cell.text, {.bold = true})), 24},
                id);
  }
  if (options_.notes && !row.note.empty()) {
    const Rect at{at_.columns[0].x, rect.y + main - 8,
                  end(rect) - at_.columns[0].x - at_.controls - 16, 20};
    paint_line(in_, at, row.note, {.size = type::table, .color = in_.theme.text2});
    Node note;
    note.id = in_.id("note");
    note.parent = in_.id(columns_[0].key);
    note.role = Role::text;
    note.name = row.note;
    note.font_size = type::table;
    in_.emit(std::move(note), at);
  }
  if (!options_.controls) return;
  const Rect at{end(rect) - at_.controls, rect.y, at_.controls, rect.height};
  in_.parents.push_back(cell_node("controls cell", {}, at, false));
  draw_controls(index, at, 0);
  in_.parents.pop_back();
}

void Table::draw_card(std::size_t index, const Rect& rect, std::uint32_t id) {
  const TableRow& row = rows_[index];
  const float start = rect.x + space::m,
              width = rect.width - 2 * space::m - (options_.selectable ? 36 : 0);
  if (options_.selectable) draw_tick(index, {end(rect) - 44, rect.y + 6, 36, 36}, id);
  float y = rect.y + 10;
  const std::string_view title = row.cells.empty() ? row.name : row.cells[0].text;
  const Rect head{start, y, width, 26};
  paint_line(in_, head, title, {.size = type::lead, .bold = true, .color = in_.theme.text});
  if (row.href.empty()) {
    Node node;
    node.id = in_.id("row name");
    node.role = Role::text;
    node.name = title;
    node.bold = true;
    in_.emit(std::move(node), head);
  } else {
    draw_link(row, head, id);
  }
  y += 28;
  const auto line = [&](Key key, std::string_view label, std::string_view words, Mood mood) {
    const Rect at{start, y, rect.width - 2 * space::m, 20};
    std::string all(label);
    if (!all.empty() && !words.empty()) all += ": ";
    all += words;
    if (!words.empty())
      paint_line(
          in_, at, all,
          {.size = type::table,
           .color = mood == Mood::neutral ? in_.theme.text2 : mood_color(in_.theme, mood)});
    Node node;
    node.id = in_.id(key);
    node.role = Role::text;
    node.name = all;
    node.font_size = type::table;
    if (!words.empty()) in_.emit(std::move(node), at);
    y += 20;
  };
  for (std::size_t i = 1; i < std::min<std::size_t>(row.cells.size(), 4); ++i)
    line(columns_[i].key, columns_[i].label, row.cells[i].text, row.cells[i].mood);
  if (options_.notes) line("row note", {}, row.note, Mood::neutral);
  if (options_.controls)
    draw_controls(index, {start, bottom(rect) - 48, rect.width - 2 * space::m, 40}, id);
}

void Table::draw_tick(std::size_t index, const Rect& rect, std::uint32_t) {
  const TableRow& row = rows_[index];
  in_.open_box(rect, 0);
  if (checkbox(frame_, "tick", row.name, row.selected, {.label_hidden = true})) {
    press_.toggle_row = index;
    press_.up_to_here = ImGui::GetIO().KeyShift;
  }
  (void)in_.close_box();
}

void Table::draw_controls(std::size_t index, const Rect& rect, std::uint32_t) {
  float used = 0;
  {
    in_.open_box({rect.x, rect.y + (rect.height - in_.control_height()) / 2,
                  cards_ ? rect.width : std::max(rect.width, 640.0F), 0},
                 0);
    const Scope scope(frame_, "controls");
    {
      const Row row(frame_, "row", {.gap = space::xs});
      options_.controls(index);
      used = in_.box().natural;
    }
    (void)in_.close_box();
  }
  if (!cards_ && used > in_.remembered(controls_key.within(id_), 0))
    in_.remember(controls_key.within(id_), used);
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

void Table::answer_keys(std::size_t index, std::uint32_t id) {
  if (cards_ || !in_.has_focus(id)) return;
  const int number = number_of(index);
  const int page = std::max(1, static_cast<int>((view_.height - at_.header) / at_.row) - 1);
  int target = number;
  if (in_.key_pressed(id, "ArrowDown")) target = number + 1;
  if (in_.key_pressed(id, "ArrowUp")) target = number - 1;
  if (in_.key_pressed(id, "PageDown")) target = number + page;
  if (in_.key_pressed(id, "PageUp")) target = number - page;
  if (in_.key_pressed(id, "Home")) target = 0;
  if (in_.key_pressed(id, "End")) target = options_.row_count - 1;
  target = std::clamp(target, 0, std::max(0, options_.row_count - 1));
  if (in_.key_pressed(id, "Enter") && rows_[index].opens) press_.open_row = index;
  if (options_.selectable &&
      (in_.key_pressed(id, "Space") || in_.key_pressed(id, "Shift+Space"))) {
    press_.toggle_row = index;
    press_.up_to_here = in_.key_pressed(id, "Shift+Space");
  }
  if (target == number) return;
  const int handed = target - options_.first_row;
  if (handed >= 0 && handed < static_cast<int>(rows_.size()) && target >= first_ &&
      target < last_) {
    frame_.focus(row_id(static_cast<std::size_t>(handed)));
    return;
  }
  // Far away: bring it into view first, then focus it when it is drawn.
  auto& scroll = in_.keep.scrolls[in_.regions.back().id];
  const float most = std::max(0.0F, scroll.content - view_.height);
  scroll.offset =
      std::clamp(scroll.offset + row_y(target) - view_.y - at_.header - at_.row, 0.0F, most);
  in_.remember(pending_key.within(id_), static_cast<float>(target));
  in_.unsettled = true;
}

}  // namespace

TablePress table(Frame& frame, Key key, const TableOptions& options,
                 std::span<const Column> columns, std::span<const TableRow> rows) {
  if (columns.empty()) return {};
  return Table(frame, key, options, columns, rows).draw();
}

}  // namespace pairbook::ui
