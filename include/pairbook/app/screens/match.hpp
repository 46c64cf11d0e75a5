#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

struct ReasonLine {
  std::string criterion{};
  std::string points{};
  std::string fact{};
  bool operator==(const ReasonLine&) const = default;
};

struct MatchBody {
  std::string title{};  // "Match: round 2"
  std::string text{};
  std::optional<Empty> empty{};      // nobody to match, no rules
  std::optional<Working> working{};  // the earlier proposal stays beneath
  std::vector<Figure> figures{};     // pairs, points, without a pair
  std::string proof{};     // "Proven best: no other choice of pairs reaches more points."
  std::string blocking{};  // how many would rather have each other
  std::string moved{};     // "4 pairs differ from the last proposal"; may be empty
  Choice show{};
  TextField search{};
  Table table{};  // proposals; a row's controls hold its tick, its details button
  /// The opened proposal, beneath its row.
  struct Details {
    std::string key{};  // of the row
    std::string title{};
    std::vector<ReasonLine> reasons{};
    std::string
        rank;  // "Second choice of the mentor's list, first of the mentee's"; may be empty
    std::vector<std::string> together{};  // who else is in the group, the other mentors
    std::vector<Button> actions{};        // lock, forbid, take back, another mentor
    struct Other {
      std::string mentor{};
      std::string cost{};  // "12 points fewer, and two others move"
      Button choose{};
      bool operator==(const Other&) const = default;
    };
    std::string others_title{};
    std::vector<Other> others{};
    bool operator==(const Details&) const = default;
  };
  std::optional<Details> details{};
  std::string unmatched_title{};
  Table unmatched{};  // name, role, why
  Button run{};
  std::vector<Button> actions{};  // approve all, approve ticked, close the round
  std::vector<Notice> notices{};
  bool operator==(const MatchBody&) const = default;
};

}  // namespace pairbook::app
