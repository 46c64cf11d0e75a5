#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pairbook::ui {

/// What a thing on the screen is, in the words of HTML. Each becomes a real element of that
/// kind.
enum class Role : std::uint8_t {
  group,        // div: keeps children together
  main,         // main
  navigation,   // nav
  banner,       // header
  form,         // form: Enter in a field presses its submit button
  dialog,       // div role=dialog aria-modal: everything outside is inert
  heading,      // h1..h3 by `level`
  text,         // p
  button,       // button
  link,         // a href
  text_field,   // input, kind by `input_type`
  text_area,    // textarea
  checkbox,     // input type=checkbox
  radio,        // input type=radio, grouped by parent
  slider,       // input type=range, min max step
  select,       // select with `options`
  file_picker,  // button with an input type=file behind it
  table,        // div role=grid, aria-rowcount
  row,          // role=row, aria-rowindex
  column_header,
  cell,
  list,       // ul
  list_item,  // li
  image,      // role=img, named
  progress,   // progress
  status,     // polite live region
  alert,      // assertive live region
  tab_list,
  tab,
};

/// Pixels of the page (CSS), from the top left of the canvas.
struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
  bool operator==(const Rect&) const = default;
};

/// One thing on the screen: what the browser mirrors, what assistive technology reads, what
/// tests find. Order of emission is reading order and Tab order.
///
/// Shape: `id` is stable for as long as the thing is the same thing (made from entity ids,
/// never
///        from a row number or a label); `parent` is 0 for children of the page.
struct Node {
  std::uint32_t id = 0;
  std::uint32_t parent = 0;
  Role role = Role::group;
  std::string name;         // accessible name; for text and headings the text itself
  std::string value;        // of fields, selects, sliders, progress
  std::string description;  // help or error text, or why it is disabled
  Rect rect;
  Rect clip;  // the visible part of the page it lies in

  bool disabled = false;
  bool checked = false;
  bool selected = false;
  bool invalid = false;
  bool required = false;
  bool hidden_by_popup = false;  // a field that lies under an open popup: not shown this frame
  bool busy = false;
  std::optional<bool> expanded;  // a button that opens something
  std::uint8_t level = 0;        // headings
  std::string input_type;        // text_field: text search email password number date
  std::string autocomplete;      // text_field: name, email, new-password, current-password
  std::string placeholder;
  std::string href;                           // link: "#/people"
  std::string shortcut;                       // aria-keyshortcuts
  std::string accept;                         // file_picker: ".csv,.tsv"
  std::string sort;                           // column_header: ascending, descending, none
  std::string language;                       // lang of the text, when it is not the page's
  std::vector<std::string> options;           // select
  std::int32_t min = 0, max = 0, step = 1;    // slider
  std::int32_t row_count = 0, row_index = 0;  // table, row (1-based)
  std::int32_t column_count = 0, column_index = 0;  // table, cell (1-based)
  /// Keys this thing answers itself, as chords with blanks between ("ArrowUp ArrowDown Home"):
  /// the browser sends them as Action::key with this id and does nothing of its own.
  std::string keys;
  bool only_by_keyboard =
      false;              // not seen and out of the pointer's way until it has the focus
  bool skip_tab = false;  // reached by arrow keys or a click, not by Tab
  float font_size = 14;   // the size of the painted text beneath, and of what is typed
  float line_height = 20;
  float padding_start = 12;  // fields: where typing begins
  bool bold = false;
  bool align_end = false;  // text stands at the end of its rect (numbers)

  bool operator==(const Node&) const = default;
};

/// Everything on the screen in one frame.
struct SemanticTree {
  std::string title;     // of the document
  std::string language;  // of the page
  bool right_to_left = false;
  std::uint32_t focus_request = 0;  // the element to move focus to after this frame, or 0
  /// Chords we answer wherever the focus is ("Control+K"); those without Control or Alt, like
  /// "?", only while no text field has the focus. Escape goes as Action::escape if a dialog or
  /// popup is open.
  std::vector<std::string> shortcuts;
  std::vector<Node> nodes;
};

/// What a person did to a mirrored element: came by keyboard, assistive technology, or typing.
/// (A mouse press reaches ImGui as a mouse press and does not appear here.)
struct Action {
  enum class Kind : std::uint8_t { press, set_value, toggle, submit, focus, blur, escape, key };
  std::uint32_t id = 0;  // 0 for a shortcut pressed anywhere
  Kind kind = Kind::press;
  /// set_value: the whole text, chosen option's index, or slider number.
  /// key: the chord, modifiers first: "ArrowDown", "Control+K", "Control+Shift+Z", "?". Control
  /// means Command on a Mac; Shift is left out for characters that already say it ("?").
  std::string value;
  bool operator==(const Action&) const = default;
};

}  // namespace pairbook::ui
