#pragma once

#include <span>
#include <string_view>

#include "pairbook/ui/surfaces.hpp"
#include "ui/widgets/inner.hpp"

// Small surfaces that open beside what opened them.
namespace pairbook::ui {

/// Escape was pressed and `id` is the topmost thing that answers it.
[[nodiscard]] bool escapes(const Frame::Inner&, std::uint32_t id);

[[nodiscard]] bool is_open(const Frame::Inner&, std::uint32_t id);
void set_open(Frame::Inner&, std::uint32_t id, bool open);

/// Drawn while is_open(id); closes itself by Escape and by a press outside.
class Popup {
 public:
  Popup(Frame& frame, std::uint32_t id, std::string_view name, const Rect& anchor, float width);
  ~Popup();
  Popup(const Popup&) = delete;
  Popup& operator=(const Popup&) = delete;

 private:
  Frame& frame_;
  std::uint32_t id_;
  std::size_t node_;
  Rect rect_;
};

int menu_list(Frame&, std::uint32_t popup, std::string_view name, const Rect& anchor,
              std::span<const MenuItem> items);

}  // namespace pairbook::ui
