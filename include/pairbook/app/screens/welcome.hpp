#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

/// The first screen, with no book open.
struct WelcomeBody {
  std::string title{};
  std::string text{};  // what this is, in two sentences
  struct KnownBook {
    std::string name{};  // or "A programme on this device"
    Button open{};
    Button forget{};
    bool operator==(const KnownBook&) const = default;
  };
  std::string known_title{};
  std::vector<KnownBook> known{};
  Button start{};
  Button open_file{};
  Button look_around{};
  Button check_report{};          // for somebody who was given one
  std::vector<Notice> notices{};  // no storage, private window, opened from a file
  bool operator==(const WelcomeBody&) const = default;
};

}  // namespace pairbook::app
