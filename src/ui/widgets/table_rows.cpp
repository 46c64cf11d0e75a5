// Rows of a long list: cells, what is pressed on them, and their keys.
#include "ui/widgets/table_inside.hpp"

#include <algorithm>
#include <cmath>

#include "pairbook/ui/controls.hpp"
#include "pairbook/ui/layout.hpp"
#include "pairbook/ui/text.hpp"
#include "ui/widgets/moods.hpp"
#include "ui/widgets/paint.hpp"

namespace pairbook::ui {
namespace {

constexpr Key pending_key = "pending";

}  // namespace

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

}  // namespace pairbook::ui
