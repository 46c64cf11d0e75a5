#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"
#include "pairbook/app/screens/match.hpp"
#include "pairbook/app/screens/part.hpp"

namespace pairbook::app {

struct PairsBody {
  /// How it goes, as one of the two says.
  struct Going {
    Choice fit{};               // all in sight
    std::vector<Piece> more{};  // once there is an answer: satisfaction, a note
    std::string answered{};     // "Answered on 2026-11-20."
    bool operator==(const Going&) const = default;
  };
  std::string title{};
  std::optional<Empty> empty{};
  std::optional<PagePart> bringing{};  // answers from a spreadsheet
  Choice show{};                       // active, to check, ended, a round
  TextField search{};
  std::string count{};
  std::string count_note{};  // what the list is about
  Table table{};
  struct Details {
    std::string key{};
    std::string title{};
    std::vector<Notice> notices{};  // not a fit: what can be done
    std::string going_title{};
    std::vector<Going> going{};
    std::string reasons_title{};
    std::vector<ReasonLine> reasons{};
    std::vector<Piece> pieces{};  // end this pair; who wants another partner
    bool operator==(const Details&) const = default;
  };
  std::optional<Details> details{};
  std::vector<Button> actions{};  // letters, answers, print, CSV, JSON
  bool operator==(const PairsBody&) const = default;
};

}  // namespace pairbook::app
