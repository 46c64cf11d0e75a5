#pragma once

#include <optional>

#include "pairbook/app/screen.hpp"
#include "pairbook/ui/frame.hpp"

namespace pairbook::ui {

/// Draws all that is to be seen and returns what the person asked for, if anything.
///
/// Shape: knows no rule and no word of its own; everything is in the Screen.
[[nodiscard]] std::optional<app::Intent> draw(Frame& frame, const app::Screen& screen);

}  // namespace pairbook::ui
