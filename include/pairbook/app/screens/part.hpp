#pragma once

#include <string>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

/// A part of a page with a heading of its own.
struct PagePart {
  std::string key{};
  std::string title{};
  std::string text{};
  std::string trouble{};
  std::vector<Piece> pieces{};
  std::vector<Button> actions{};
  bool operator==(const PagePart&) const = default;
};

}  // namespace pairbook::app
