#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

struct UnlockBody {
  std::string title{};  // "Open Harbour Mentoring"
  std::string text{};
  bool recovering = false;
  TextField secret{};  // the passphrase, or the recovery sheet's groups
  std::vector<Notice> notices{};
  std::optional<Working> working{};
  Button unlock{};
  Button other_way{};  // "Use the recovery sheet", or back to the passphrase
  Button leave{};      // to the welcome screen
  bool operator==(const UnlockBody&) const = default;
};

}  // namespace pairbook::app
