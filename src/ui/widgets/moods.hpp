#pragma once

#include <string_view>

#include "pairbook/ui/feedback.hpp"
#include "ui/widgets/inner.hpp"

namespace pairbook::ui {

[[nodiscard]] Color mood_color(const Theme&, Mood);
[[nodiscard]] char32_t mood_icon(Mood);
[[nodiscard]] float badge_width(Frame::Inner&, std::string_view word, char32_t icon = 0);
void paint_badge(Frame::Inner&, const Rect&, std::string_view word, Mood, char32_t icon = 0);

}  // namespace pairbook::ui
