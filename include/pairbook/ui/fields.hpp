#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pairbook/ui/frame.hpp"

// Places to type. The browser's own field lies over the frame that we paint, in the same font,
// so phones, spelling, other scripts and password managers work as everywhere.
namespace pairbook::ui {

struct FieldOptions {
  std::string_view type = "text";  // text search email password number date
  std::string_view help = {};
  std::string_view error = {};
  std::string_view placeholder = {};
  std::string_view autocomplete = {};  // name, email, new-password, current-password
  std::string_view disabled_because = {};
  bool required = false;
  bool label_hidden = false;   // still read
  float width = -1;            // -1: as wide as there is room
  int rows = 4;                // text_area
  std::string_view keys = {};  // answered by the screen: "ArrowDown ArrowUp"
  std::string_view language = {};
};

struct Edited {
  std::optional<std::string> typed;  // the whole new text
  bool left = false;                 // the focus went elsewhere
  bool submitted = false;            // Enter
  std::string key;                   // one of the keys asked for
};

[[nodiscard]] Edited field(Frame&, Key, std::string_view label, std::string_view value,
                           const FieldOptions& = {});
[[nodiscard]] Edited text_area(Frame&, Key, std::string_view label, std::string_view value,
                               const FieldOptions& = {});

}  // namespace pairbook::ui
