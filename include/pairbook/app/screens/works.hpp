#pragma once

#include <string>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

/// What goes with good pairs.
struct WorksBody {
  std::string title{};
  std::string text{};
  std::vector<Notice> notices{};
  struct Share {
    std::string label{};  // "With it"
    std::string value{};  // "11 of 14"
    int permille = 0;
    int low_permille = 0, high_permille = 1000;  // what that says about many
    bool operator==(const Share&) const = default;
  };
  struct Line {
    std::string key{};
    std::string title{};
    std::string sentence{};  // the same in words
    std::vector<Share> shares{};
    std::string verdict{};
    Tone tone = Tone::plain;
    std::vector<Button> actions{};  // try another weight
    bool operator==(const Line&) const = default;
  };
  std::vector<Line> lines{};
  std::string after{};  // how far such a list can be trusted
  bool operator==(const WorksBody&) const = default;
};

}  // namespace pairbook::app
