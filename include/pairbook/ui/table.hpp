#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pairbook/ui/feedback.hpp"
#include "pairbook/ui/frame.hpp"

namespace pairbook::ui {

struct Column {
  std::string_view key;
  std::string_view label;
  float part = 1;        // of the width that is left
  float min_width = 80;  // columns that do not fit are left out from the end
  bool number = false;   // at the end of the cell, digits of one width
  bool sortable = false;
  std::string_view sort = {};  // "ascending", "descending"
};

struct Cell {
  std::string_view text;
  Mood mood = Mood::neutral;
  bool badge = false;
};

struct TableRow {
  Key key = "";
  std::string_view name;  // what the row is called when read
  std::string_view href = {};
  bool opens = true;  // a press anywhere on it opens it
  std::span<const Cell> cells;
  std::string_view note = {};  // a second line, quieter
  bool selected = false;
};

struct TableOptions {
  std::string_view name;
  int row_count = 0;  // all rows, also those not handed over
  int first_row = 0;  // number of rows[0]
  bool selectable = false;
  bool all_selected = false;
  std::string_view select_all_name = {};
  std::string_view empty = {};  // said when there are no rows
  bool notes = false;           // rows are high enough for a second line
  /// Draws a row's own buttons, side by side at its end.
  std::function<void(std::size_t row)> controls = {};
  /// Draws what is unfolded beneath a row.
  std::optional<std::size_t> details_row = {};
  std::function<void()> details = {};
};

/// What the person did with a table, at most one thing a frame.
struct TablePress {
  std::optional<std::size_t> sort_column;
  std::optional<std::size_t> open_row;  // index into the rows handed over
  std::optional<std::size_t> toggle_row;
  bool up_to_here = false;  // with toggle_row: Shift was held
  std::optional<bool> select_all;
  /// Rows in view with an overscan, when those handed over do not cover them.
  struct Window {
    int first = 0, count = 0;
  };
  std::optional<Window> show;
};

/// A long list in columns; cards under each other when narrow. The page scrolls, the header
/// stays. Arrow keys move between rows, Enter opens, Space selects.
///
/// Cost: paints and emits only the rows in view and a few around them.
[[nodiscard]] TablePress table(Frame&, Key, const TableOptions&, std::span<const Column>,
                               std::span<const TableRow>);

}  // namespace pairbook::ui
