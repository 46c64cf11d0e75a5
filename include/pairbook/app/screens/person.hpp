#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

struct PersonBody {
  std::string title{};     // the name
  std::string subtitle{};  // "Mentor, 2 places"
  Link back{};
  struct Section {
    std::string title{};
    std::vector<Piece> pieces{};
    bool operator==(const Section&) const = default;
  };
  std::vector<Section> sections{};  // who, part in the programme, answers
  struct PairLine {
    std::string text{};   // "Mentor of Tomasz Zieliński since 3 March 2026"
    std::string route{};  // to the other person
    std::optional<Button> end{};
    bool operator==(const PairLine&) const = default;
  };
  std::string pairs_title{};
  std::vector<PairLine> pairs{};
  std::string no_pairs{};
  std::vector<Button> actions{};  // remove
  std::vector<Notice> notices{};
  bool operator==(const PersonBody&) const = default;
};

}  // namespace pairbook::app
