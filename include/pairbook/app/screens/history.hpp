#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

struct HistoryBody {
  std::string title{};
  std::string text{};
  Table table{};                  // when, what; a row's control takes back everything after it
  std::vector<Notice> notices{};  // entries that made no sense here, from a newer Pairbook
  std::vector<Button> actions{};  // undo, redo
  bool operator==(const HistoryBody&) const = default;
};

}  // namespace pairbook::app
