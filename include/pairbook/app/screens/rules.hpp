#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

struct RulesBody {
  std::string title{};
  std::string text{};
  struct Sentence {
    std::string key{};  // stable while the rule is the same rule
    Toggle on{};
    std::vector<Piece> parts{};  // read in one line, wrapped where needed
    std::string effect{};        // "Leaves out 1,204 of 2,500 pairs", "Up to 10 points"
    std::string trouble{};       // a question that no longer exists
    Button remove{};
    bool operator==(const Sentence&) const = default;
  };
  std::string musts_title{}, points_title{}, goal_title{};
  std::vector<Sentence> musts{};
  std::vector<Sentence> points{};
  std::optional<Empty> empty{};  // no rules yet: presets offered
  Choice new_kind{};
  Button add{};
  std::vector<Piece> goal{};  // goal, bonus, mentors per mentee, mentees per round
  std::string allowed{};      // "392 of 2,500 pairs are allowed"
  std::optional<Working> working{};
  std::string presets_title{};
  struct PresetCard {
    std::string name{};
    std::string description{};
    Button use{};
    bool operator==(const PresetCard&) const = default;
  };
  std::vector<PresetCard> presets{};
  std::vector<Button> actions{};  // match now, import rules, export rules
  std::vector<Notice> notices{};
  bool operator==(const RulesBody&) const = default;
};

}  // namespace pairbook::app
