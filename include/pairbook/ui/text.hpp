#pragma once

#include <string_view>

#include "pairbook/ui/frame.hpp"

// Words to read. Each paints its text, wrapped, and puts one node in the tree.
namespace pairbook::ui {

enum class Tone : std::uint8_t {
  normal,
  quiet,  // second to read
  hint,   // only if one looks for it
  accent,
  success,
  warning,
  danger
};

struct TextOptions {
  float size = type::body;
  bool bold = false;
  Tone tone = Tone::normal;
  bool one_line = false;  // shortened with "…"
  bool centred = false;
  float max_width = 640;  // a line that is longer is hard to read
  std::string_view language = {};
};

/// `level` 1 is the page's (24 px, one on each page), 2 a section's (20), 3 a card's (16).
void heading(Frame&, Key, int level, std::string_view text);
void text(Frame&, Key, std::string_view words, const TextOptions& = {});
/// Small and quiet: what helps, but can be missed.
void note(Frame&, Key, std::string_view words);
/// A name in front of its value, side by side or under each other when narrow.
void fact(Frame&, Key, std::string_view name, std::string_view value);
/// A large number with what it counts.
void figure(Frame&, Key, std::string_view number, std::string_view what);

[[nodiscard]] Color tone_color(const Theme&, Tone);

}  // namespace pairbook::ui
