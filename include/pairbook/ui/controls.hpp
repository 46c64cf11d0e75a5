#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pairbook/ui/frame.hpp"

// Things to press, tick, choose and slide. The same call paints the thing and puts the real
// element over it.
namespace pairbook::ui {

enum class Look : std::uint8_t {
  primary,    // the one thing to do next; one on a screen
  secondary,  // everything else
  quiet,      // without a frame until the pointer is over it
  danger,     // takes something away
};

struct ButtonOptions {
  Look look = Look::secondary;
  char32_t icon = 0;
  std::string_view shortcut = {};          // "Control+S": shown, pressed from anywhere
  std::string_view disabled_because = {};  // a sentence; not empty means disabled
  std::string_view name = {};              // what it is called, if the label alone is unclear
  std::string_view description = {};
  bool busy = false;
  bool full_width = false;
  std::optional<bool> expanded = {};
};

/// True in the frame in which it was pressed, by mouse, key or assistive technology.
[[nodiscard]] bool button(Frame&, Key, std::string_view label, const ButtonOptions& = {});

/// A button that is only an icon. `name` is read and shown as its tip.
[[nodiscard]] bool icon_button(Frame&, Key, char32_t icon, std::string_view name,
                               const ButtonOptions& = {.look = Look::quiet});

struct LinkOptions {
  char32_t icon = 0;
  bool bold = false;
  float size = type::body;
  std::string_view name = {};
};

/// A real link; true when it was followed.
[[nodiscard]] bool link(Frame&, Key, std::string_view label, std::string_view href,
                        const LinkOptions& = {});

/// A button behind which the browser's file dialog opens; the shell hands the file on.
[[nodiscard]] bool file_button(Frame&, Key, std::string_view label, std::string_view accept,
                               const ButtonOptions& = {});

struct DropOptions {
  std::string_view button_label = {};
  std::string_view accept = {};  // ".csv,.tsv"
  std::string_view help = {};
  std::string_view disabled_because = {};
};

/// A wide area that says what may be dropped on it, with a button that opens the file dialog.
[[nodiscard]] bool drop_zone(Frame&, Key, std::string_view label, const DropOptions&);

struct TickOptions {
  std::string_view help = {};
  std::string_view disabled_because = {};
  std::string_view name = {};
  bool label_hidden = false;  // in a table, where the row says it
};

/// The new state, when it was changed.
[[nodiscard]] std::optional<bool> checkbox(Frame&, Key, std::string_view label, bool on,
                                           const TickOptions& = {});

struct ChoiceOptions {
  std::string_view help = {};
  std::string_view error = {};
  std::string_view disabled_because = {};
  bool label_hidden = false;
  float width = -1;  // -1: as wide as there is room
};

/// One of a few, all in sight. The index of the new one, when it was changed.
[[nodiscard]] std::optional<int> radio_group(Frame&, Key, std::string_view label,
                                             std::span<const std::string> options, int chosen,
                                             const ChoiceOptions& = {});

/// One of a few in a row of joined buttons (All, Mentors, Mentees).
[[nodiscard]] std::optional<int> segments(Frame&, Key, std::string_view label,
                                          std::span<const std::string> options, int chosen);

/// One of many, in the browser's own list.
[[nodiscard]] std::optional<int> select(Frame&, Key, std::string_view label,
                                        std::span<const std::string> options, int chosen,
                                        const ChoiceOptions& = {});

struct SliderOptions {
  int min = 0, max = 100, step = 1;
  std::string_view value_label = {};  // "20 points"
  std::string_view help = {};
  std::string_view disabled_because = {};
  bool label_hidden = false;
  float width = -1;
};

/// The new number, while it is being moved.
[[nodiscard]] std::optional<int> slider(Frame&, Key, std::string_view label, int value,
                                        const SliderOptions& = {});

}  // namespace pairbook::ui
