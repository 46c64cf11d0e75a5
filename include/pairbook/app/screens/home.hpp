#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

struct HomeBody {
  std::string title{};
  std::string text{};
  std::optional<Empty> empty{};   // nobody here yet
  std::vector<Figure> figures{};  // people, mentors, mentees, pairs
  std::string next_title{};       // "What next"
  struct Next {
    std::string title{};
    std::string text{};
    bool done = false;
    std::optional<Button> action{};
    bool operator==(const Next&) const = default;
  };
  std::vector<Next> next{};
  std::vector<Notice> notices{};  // no copy saved for long, storage may be cleared
  bool operator==(const HomeBody&) const = default;
};

}  // namespace pairbook::app
