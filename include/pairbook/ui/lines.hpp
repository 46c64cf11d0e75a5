#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pairbook/ui/feedback.hpp"
#include "pairbook/ui/frame.hpp"

// Lines with a picture or a mark of their own.
namespace pairbook::ui {

/// The application's mark; decoration only.
void emblem(Frame&, char32_t icon);

/// A point of a list (put it into a Group of Role::list).
void item(Frame&, Key, char32_t icon, std::string_view words);

/// Something to do, or done.
void check_line(Frame&, Key, std::string_view words, bool done);

/// `level` of `whole` blocks filled, with a word.
void meter(Frame&, Key, std::string_view word, int level, int whole, Mood);

/// Groups of letters and digits to be copied by hand, in reading order.
void codes(Frame&, Key, std::span<const std::string> groups);

/// Where one is in a walk of a few steps.
void steps(Frame&, Key, std::string_view name, std::span<const std::string> labels,
           int current);

/// Why two people fit: a criterion, its points, and what is behind them.
void reason(Frame&, Key, std::string_view criterion, std::string_view points,
            std::string_view fact);

struct Choosable {
  std::string_view label;
  std::string_view hint = {};
  std::string_view shortcut = {};
  std::string_view disabled_because = {};
  bool selected = false;
};
/// A line of the palette.
[[nodiscard]] bool choosable(Frame&, Key, const Choosable&);

/// The first thing Tab reaches: not seen until then. True when it was followed.
[[nodiscard]] bool skip_link(Frame&, Key, std::string_view label);

}  // namespace pairbook::ui
