#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

/// How hard a passphrase is to guess: `level` of 0..4, with words that say why.
struct Strength {
  int level = 0;
  std::string word{};     // "Good"
  std::string reasons{};  // one or two sentences
  bool operator==(const Strength&) const = default;
};

/// The words or groups a person writes down, in reading order.
struct RecoverySheet {
  std::string explanation{};
  std::vector<std::string> groups{};
  bool operator==(const RecoverySheet&) const = default;
};

/// Making a book, one step at a time; also a changed passphrase and a new recovery sheet.
struct NewBookBody {
  std::string title{};
  std::string step{};  // "Step 2 of 3"
  std::string text{};
  std::vector<Piece> pieces{};  // in reading order
  std::optional<Strength> strength{};
  std::optional<RecoverySheet> sheet{};
  std::vector<Notice> notices{};
  std::optional<Working> working{};
  std::optional<Button> back{};
  Button next{};
  bool operator==(const NewBookBody&) const = default;
};

}  // namespace pairbook::app
