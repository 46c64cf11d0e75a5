// The larger pieces: notices, work under way, empty places, figures, tables.
#include <algorithm>
#include <icons.hpp>

#include "ui/screens/pen.hpp"

namespace pairbook::ui {

void Pen::notice(const app::Notice& what) {
  const Callout callout(frame, next_key(app::Close{}), mood_of(what.tone), what.title,
                        what.text, what.tone == app::Tone::danger);
  buttons(what.actions);
}

void Pen::notices(std::span<const app::Notice> all) {
  for (const app::Notice& each : all) notice(each);
}

void Pen::working(const app::Working& what) {
  const Card card(frame, next_key(app::CancelWork{}),
                  {.role = Role::group, .gap = space::s, .max_width = 640});
  progress(frame, "progress", what.label, static_cast<std::uint32_t>(std::max(0, what.part)),
           static_cast<std::uint32_t>(std::max(0, what.whole)));
  if (!what.detail.empty()) note(frame, "detail", what.detail);
  if (what.cancel) button(*what.cancel);
}

void Pen::empty(const app::Empty& what, char32_t icon) {
  const Group group(frame, next_key(app::StartNewBook{}), {.gap = space::s});
  spacer(frame, space::xxl);
  empty_state(frame, "empty", icon, what.title, what.text);
  spacer(frame, space::s);
  buttons(what.actions, Justify::centre);
}

void Pen::figures(std::span<const app::Figure> all) {
  if (all.empty()) return;
  const int most = frame.narrow() ? 2 : 4;
  const int count = std::min(most, static_cast<int>(all.size()));
  Columns columns(frame, "figures", count,
                  {.gap = space::m, .stack_below = 220, .equal_height = true});
  for (std::size_t i = 0; i < all.size(); ++i) {
    columns.next();
    const app::Figure& each = all[i];
    const Card card(frame, static_cast<int>(i), {.gap = 2});
    text(frame, "value", each.value,
         {.size = each.value.size() > 9 ? type::section : type::page, .bold = true});
    if (each.route.empty()) {
      text(frame, "label", each.label, {.size = type::table, .tone = Tone::quiet});
    } else if (ui::link(frame, "label", each.label, each.route, {.size = type::table})) {
      ask(app::Go{each.route});
    }
    if (!each.note.empty())
      text(frame, "note", each.note, {.size = type::caption, .tone = Tone::hint});
  }
}

void Pen::table(const app::Table& what, const TableExtras& extras) {
  std::vector<Column> columns;
  for (const app::Column& each : what.columns)
    columns.push_back({.key = each.key,
                       .label = each.label,
                       .part = static_cast<float>(each.width),
                       .min_width = static_cast<float>(std::min(each.width, 140)),
                       .number = each.numeric,
                       .sortable = each.sorting != app::Sorting::not_sortable,
                       .sort = each.sorting == app::Sorting::ascending    ? "ascending"
                               : each.sorting == app::Sorting::descending ? "descending"
                                                                          : ""});
  std::vector<std::vector<Cell>> cells(what.rows.size());
  std::vector<TableRow> rows;
  TableOptions options{.name = what.caption,
                       .row_count = what.total,
                       .first_row = what.first,
                       .selectable = what.selectable,
                       .all_selected = what.all_selected,
                       .select_all_name = what.select_all_label,
                       .empty = what.empty};
  bool controls = false;
  for (std::size_t i = 0; i < what.rows.size(); ++i) {
    const app::Row& row = what.rows[i];
    for (const std::string& each : row.cells) cells[i].push_back({.text = each});
    if (row.tone != app::Tone::plain && !cells[i].empty())
      cells[i].back().mood = mood_of(row.tone);
    rows.push_back(
        {.key = std::string_view(row.key),
         .name = row.cells.empty() ? std::string_view(row.key) : std::string_view(row.cells[0]),
         .href = row.route,
         .opens = row.open.has_value() || !row.route.empty(),
         .cells = cells[i],
         .note = row.note,
         .selected = row.selected});
    options.notes = options.notes || !row.note.empty();
    controls = controls || !row.controls.empty();
    if (!extras.details_key.empty() && row.key == extras.details_key) options.details_row = i;
  }
  if (controls) {
    options.controls = [&](std::size_t index) {
      for (const app::Piece& each : what.rows[index].controls)
        piece(each, {.compact = true, .width = 150});
    };
  }
  options.details = extras.details;
  const TablePress press =
      ui::table(frame, Key(static_cast<int>(what.list) + 0x7AB1E), options, columns, rows);
  if (press.sort_column) ask(app::SortRows{what.list, what.columns[*press.sort_column].key});
  if (press.select_all)
    ask(app::SelectRow{what.list, "",
                       *press.select_all ? app::Selecting::all : app::Selecting::none});
  if (press.toggle_row)
    ask(app::SelectRow{what.list, what.rows[*press.toggle_row].key,
                       press.up_to_here ? app::Selecting::up_to_here : app::Selecting::toggle});
  if (press.open_row) {
    const app::Row& row = what.rows[*press.open_row];
    if (row.open)
      ask(*row.open);
    else if (!row.route.empty())
      ask(app::Go{row.route});
  }
  if (press.show) ask(app::ShowRows{what.list, press.show->first, press.show->count});
}

}  // namespace pairbook::ui
