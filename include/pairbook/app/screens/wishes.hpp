#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pairbook/app/pieces.hpp"
#include "pairbook/app/screens/match.hpp"
#include "pairbook/app/screens/part.hpp"

namespace pairbook::app {

/// Whom people wish for, and whom they could wish for.
struct WishesBody {
  std::string title{};
  std::string text{};
  std::vector<Button> actions{};  // bring in answers, letters
  std::optional<Empty> empty{};   // nobody takes part
  std::vector<Notice> notices{};  // nobody was asked yet; names are hidden
  std::optional<Working> working{};

  using Part = PagePart;
  std::vector<Part> parts{};  // answers being brought in, names to settle

  std::string requests_title{};
  std::string requests_text{};
  Table requests{};  // shown when it has columns
  std::vector<Piece> request_controls{};
  std::vector<Button> request_actions{};

  std::vector<Piece> controls{};
  Table table{};
  struct Details {
    std::string key{};
    std::string list_title{};
    std::string list_text{};  // nobody is on it
    std::vector<ReasonLine> list{};
    std::vector<Part> parts{};
    bool operator==(const Details&) const = default;
  };
  std::optional<Details> details{};
  bool operator==(const WishesBody&) const = default;
};

}  // namespace pairbook::app
