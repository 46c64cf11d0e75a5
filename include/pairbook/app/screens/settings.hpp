#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

struct SettingsBody {
  std::string title{};
  struct Section {
    std::string title{};
    std::string text{};
    std::vector<Piece> pieces{};
    std::vector<Notice> notices{};
    bool operator==(const Section&) const = default;
  };
  std::vector<Section> sections{};
  bool operator==(const SettingsBody&) const = default;
};

}  // namespace pairbook::app
