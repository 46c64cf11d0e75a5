#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pairbook/ui/feedback.hpp"
#include "pairbook/ui/frame.hpp"

namespace pairbook::ui {

struct Bar {
  std::string label;
  std::string value_label;  // "35 points"
  int value = 0;
  Mood mood = Mood::accent;
  int low = -1, high = -1;  // what the value may be of many; below 0: as it stands
};

/// Bars side by side with their words; one that may be from `low` to `high` is a band with a
/// mark at the value. `sentence` says in one what the picture shows; the
/// numbers are there to be read as a list.
///
/// Units: `whole` is the value of a full bar; 0: the largest one.
void bars(Frame&, Key, std::string_view sentence, std::span<const Bar>, int whole = 0);

}  // namespace pairbook::ui
