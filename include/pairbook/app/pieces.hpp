#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/intent.hpp"

namespace pairbook::app {

// The pieces that screens are made of: finished words, and the intent each returns. A screen
// draws them as it likes and invents none.

enum class Tone : std::uint8_t { plain, info, success, warning, danger };
enum class Emphasis : std::uint8_t { plain, primary, quiet, danger };

/// Names of the pictures a button or a navigation item may carry; `none` has none.
enum class Icon : std::uint8_t {
  none,
  home,
  people,
  person,
  rules,
  match,
  pairs,
  letters,
  history,
  settings,
  lock,
  unlock,
  undo,
  redo,
  search,
  add,
  remove,
  edit,
  download,
  upload,
  print,
  copy,
  mail,
  check,
  cross,
  warning,
  info,
  pin,
  ban,
  swap,
  filter,
  sort_up,
  sort_down,
  more,
  back,
  forward,
  menu,
  help,
  key,
  shield,
  works,
  wishes,
};

/// `why_not` says why it cannot be pressed now; empty means it can.
struct Button {
  std::string label{};
  Intent intent{};
  Emphasis emphasis = Emphasis::plain;
  Icon icon = Icon::none;
  std::string why_not{};
  std::string shortcut{};     // as a person reads it: "Ctrl+K"
  std::string description{};  // a sentence beneath or in a tooltip
  bool operator==(const Button&) const = default;
};

struct Link {
  std::string label{};
  std::string route{};
  bool operator==(const Link&) const = default;
};

enum class TextKind : std::uint8_t { line, paragraph, password, email, search, number, code };

/// Typing sends TypeText with the whole text; leaving it sends LeaveField; Enter in a line
/// presses the primary button of its screen.
struct TextField {
  ControlId id{};
  std::string label{};
  std::string value{};
  TextKind kind = TextKind::line;
  std::string help{};
  std::string error{};
  std::string placeholder{};
  std::string autocomplete{};  // as in HTML: "new-password"
  std::string language{};      // of the text, when known
  std::string why_not{};
  bool required = false;
  bool operator==(const TextField&) const = default;
};

/// One of several: Choose.
struct Choice {
  ControlId id{};
  std::string label{};
  std::vector<std::string> options{};
  int selected = 0;  // -1: nothing yet
  std::string help{};
  std::string error{};
  std::string why_not{};
  bool operator==(const Choice&) const = default;
};

/// Yes or no: Tick with index 0.
struct Toggle {
  ControlId id{};
  std::string label{};
  bool on = false;
  std::string help{};
  std::string why_not{};
  bool operator==(const Toggle&) const = default;
};

/// Any of several: Tick with the index.
struct TickList {
  struct Item {
    std::string label{};
    bool on = false;
    bool operator==(const Item&) const = default;
  };
  ControlId id{};
  std::string label{};
  std::vector<Item> items{};
  std::string help{};
  std::string error{};
  bool operator==(const TickList&) const = default;
};

/// SetNumber, while sliding too.
struct Slider {
  ControlId id{};
  std::string label{};
  int value = 0, min = 0, max = 100, step = 1;
  std::string value_text{};  // "12 points"
  bool operator==(const Slider&) const = default;
};

/// A number with less and more beside it: SetNumber.
struct NumberBox {
  ControlId id{};
  std::string label{};
  int value = 0, min = 0, max = 100, step = 1;
  std::string unit{};  // "mentees"
  std::string help{};
  std::string error{};
  std::string why_not{};
  bool operator==(const NumberBox&) const = default;
};

/// Running text between controls of a sentence, or a paragraph by itself.
struct Words {
  std::string text{};
  Tone tone = Tone::plain;
  bool operator==(const Words&) const = default;
};

using Piece =
    std::variant<Words, Button, Link, TextField, Choice, Toggle, TickList, Slider, NumberBox>;

/// A sentence set apart, with what can be done about it.
struct Notice {
  Tone tone = Tone::info;
  std::string title{};  // may be empty
  std::string text{};
  std::vector<Button> actions{};
  bool operator==(const Notice&) const = default;
};

/// Work under way. A whole of 0: it cannot be said how far.
struct Working {
  std::string label{};
  int part = 0, whole = 0;
  std::string detail{};  // "12,400 of 50,000 rows"
  std::optional<Button> cancel{};
  bool operator==(const Working&) const = default;
};

/// Nothing here yet: one sentence, one or two things to do.
struct Empty {
  std::string title{};
  std::string text{};
  std::vector<Button> actions{};
  bool operator==(const Empty&) const = default;
};

/// "People" / "128": a figure with its name.
struct Figure {
  std::string label{};
  std::string value{};
  std::string note{};   // may be empty
  std::string route{};  // where it leads; may be empty
  bool operator==(const Figure&) const = default;
};

enum class Sorting : std::uint8_t { not_sortable, unsorted, ascending, descending };

struct Column {
  std::string key{};
  std::string label{};
  Sorting sorting = Sorting::not_sortable;
  int width = 160;       // wished for, in pixels of the page at 100 %
  bool numeric = false;  // aligned to the end
  bool operator==(const Column&) const = default;
};

struct Row {
  std::string key{};  // stable: an id in hex
  std::vector<std::string> cells{};
  Tone tone = Tone::plain;
  bool selected = false;
  std::string route{};            // the first cell is a link there; may be empty
  std::optional<Intent> open{};   // or does this
  std::vector<Piece> controls{};  // after the cells
  std::string note{};             // a second line, under the cells
  bool operator==(const Row&) const = default;
};

/// A long list: only the rows in view. The screen sends ShowRows when others come into view,
/// SortRows from a column's head, SelectRow from a row when `selectable`.
struct Table {
  ListId list = ListId::people;
  std::string caption{};  // its accessible name
  std::vector<Column> columns{};
  int total = 0;  // rows there are
  int first = 0;  // number of rows.front(), from 0
  std::vector<Row> rows{};
  bool selectable = false;
  bool all_selected = false;
  std::string select_all_label{};
  std::string empty{};  // said when total is 0
  bool operator==(const Table&) const = default;
};

}  // namespace pairbook::app
