#pragma once

#include <cstdint>
#include <string_view>

#include "pairbook/ui/text.hpp"

// What tells how things stand.
namespace pairbook::ui {

enum class Mood : std::uint8_t { neutral, accent, info, success, warning, danger };

/// A short word in a pill.
void badge(Frame&, Key, std::string_view word, Mood = Mood::neutral, char32_t icon = 0);

/// A sentence that must not be missed, on a tinted ground with an icon; what to do about it is
/// drawn in it, while it is in scope. `urgent` for what just went wrong: read out at once.
class Callout {
 public:
  Callout(Frame& frame, Key key, Mood mood, std::string_view title, std::string_view words,
          bool urgent = false);
  ~Callout();
  Callout(const Callout&) = delete;
  Callout& operator=(const Callout&) = delete;

 private:
  Frame& frame_;
  std::uint32_t id_;
  std::size_t node_;
  Rect rect_;
};
void callout(Frame&, Key, Mood, std::string_view title, std::string_view words,
             bool urgent = false);

/// How far it is; `whole` 0 means that nobody knows.
void progress(Frame&, Key, std::string_view label, std::uint32_t part, std::uint32_t whole);

/// For a place where there is nothing yet: one sentence; the one action is drawn after it.
void empty_state(Frame&, Key, char32_t icon, std::string_view title, std::string_view words);

struct ToastView {
  std::uint32_t key = 0;
  std::string_view words;
  Mood mood = Mood::neutral;
  std::string_view action = {};  // "Undo"
  std::string_view dismiss_name = "Dismiss";
};
enum class ToastPress : std::uint8_t { none, action, dismiss };
/// `place` 0 is the lowest. Read out politely, at once when something is wrong.
[[nodiscard]] ToastPress toast(Frame&, const ToastView&, int place);

}  // namespace pairbook::ui
