#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "pairbook/ui/layout.hpp"

// What lies over the page.
namespace pairbook::ui {

struct DialogOptions {
  float width = 480;
  bool at_top = false;                    // the palette hangs from the top
  bool title_hidden = false;              // still read
  std::string_view close_name = "Close";  // empty: no cross
};

/// The page behind waits, the focus stays inside, and comes back when it closes.
class Dialog {
 public:
  Dialog(Frame& frame, Key key, std::string_view title, const DialogOptions& options = {});
  ~Dialog();
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;

  /// Escape, the cross, or a press outside.
  [[nodiscard]] bool wants_to_close() const { return closing_; }

 private:
  Frame& frame_;
  std::uint32_t id_;
  std::size_t node_;
  Rect rect_;
  std::unique_ptr<ScrollArea> body_;
  bool closing_ = false;
};

struct MenuItem {
  std::string label = {};
  char32_t icon = 0;
  std::string shortcut = {};
  std::string disabled_because = {};
  bool danger = false;
};

/// A button that opens a list of things to do. The index of the one that was chosen, or -1.
[[nodiscard]] int menu_button(Frame&, Key, std::string_view label, char32_t icon,
                              std::span<const MenuItem> items, bool label_hidden = false);

/// A small word beside the pointer, above everything. Widgets call it for their tips.
void tip(Frame&, const Rect& beside, std::string_view words, std::string_view shortcut = {});

/// "Control+K" as people see it: "Ctrl K".
[[nodiscard]] std::string shown_shortcut(std::string_view chord);

}  // namespace pairbook::ui
