#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

/// The committee's table: a proposal against another goal, a least of points, another proposal.
struct WeighBody {
  std::string title{};
  std::string text{};
  std::vector<Button> actions{};     // back to the proposal
  std::optional<Empty> empty{};      // nothing proposed
  std::optional<Working> working{};  // what was worked out before stays beneath
  std::vector<Notice> notices{};

  /// The two goals beside each other.
  struct Goal {
    std::string title{};
    std::vector<Figure> figures{};
    std::string note{};            // "This is how the pairs are chosen now"; may be empty
    std::optional<Button> take{};  // none when it is taken
    bool operator==(const Goal&) const = default;
  };
  std::string goals_title{}, goals_text{};
  std::vector<Goal> goals{};
  std::string blocking{};

  /// What a least of points would cost.
  struct Floor {
    std::string label{};        // "20 points"
    std::string value_label{};  // "31 pairs, 702 points"
    int matched = 0;
    bool current = false;
    bool operator==(const Floor&) const = default;
  };
  std::string floors_title{}, floors_text{}, floors_sentence{};
  std::vector<Floor> floors{};
  std::vector<Piece> floor_controls{};

  /// What would give more people a pair.
  struct Gap {
    std::string what{};
    std::string why{};     // may be empty
    std::string brings{};  // "1 more pair, 12 points"
    bool operator==(const Gap&) const = default;
  };
  std::string gaps_title{}, gaps_text{};
  std::vector<Gap> gaps{};
  std::vector<Button> gap_actions{};

  std::string kept_title{}, kept_text{};
  std::vector<Piece> keep{};  // a name, a button
  std::string trouble{};
  struct Kept {
    std::string key{};
    TextField name{};
    std::string note{};  // "3 May 2026, round 2: 35 pairs, 750 points"
    Button remove{};
    bool operator==(const Kept&) const = default;
  };
  std::vector<Kept> kept{};

  /// Two of them side by side.
  struct Comparison {
    std::string title{};
    std::vector<Piece> choices{};
    std::vector<Figure> figures{};
    std::string sentence{};
    struct List {
      std::string title{};
      std::vector<std::string> lines{};
      bool operator==(const List&) const = default;
    };
    std::vector<List> lists{};
    bool operator==(const Comparison&) const = default;
  };
  std::optional<Comparison> comparison{};
  bool operator==(const WeighBody&) const = default;
};

}  // namespace pairbook::app
