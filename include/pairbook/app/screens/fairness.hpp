#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

struct FairnessBody {
  std::string title{};
  std::string text{};
  std::optional<Empty> empty{};  // no question to check by, nobody matched
  std::vector<Choice> choices{};
  Table table{};                    // a row for each answer, no answer, everybody
  std::vector<std::string> says{};  // what the figures say
  std::string limits{};             // and what they do not
  std::vector<Button> actions{};    // print, export
  bool operator==(const FairnessBody&) const = default;
};

}  // namespace pairbook::app
