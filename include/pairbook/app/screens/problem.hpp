#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

/// Something is in the way of the whole book: what it is, what to do, nothing lost.
struct ProblemBody {
  Tone tone = Tone::warning;
  std::string title{};
  std::string text{};
  std::vector<std::string> what_to_do{};
  std::vector<Button> actions{};
  std::string detail{};  // for whoever helps; small
  bool operator==(const ProblemBody&) const = default;
};

/// The book is being read; a moment.
struct OpeningBody {
  std::string title{};
  Working working{};
  bool operator==(const OpeningBody&) const = default;
};

}  // namespace pairbook::app
