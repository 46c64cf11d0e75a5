// Rows of a long list as cards, where the page is narrow.
#include "ui/widgets/table_inside.hpp"

#include <algorithm>
#include <string>

#include "pairbook/ui/text.hpp"
#include "ui/widgets/moods.hpp"
#include "ui/widgets/paint.hpp"

namespace pairbook::ui {

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

}  // namespace pairbook::ui
