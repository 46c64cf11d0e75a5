#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"
#include "pairbook/app/screens/match.hpp"

namespace pairbook::app {

struct PairsBody {
  std::string title{};
  std::optional<Empty> empty{};
  Choice show{};  // active, ended, a round
  TextField search{};
  std::string count{};
  Table table{};
  struct Details {
    std::string key{};
    std::string title{};
    std::vector<ReasonLine> reasons{};
    std::vector<Piece> pieces{};  // a note, end this pair
    bool operator==(const Details&) const = default;
  };
  std::optional<Details> details{};
  std::vector<Button> actions{};  // letters, print, CSV, JSON
  bool operator==(const PairsBody&) const = default;
};

}  // namespace pairbook::app
