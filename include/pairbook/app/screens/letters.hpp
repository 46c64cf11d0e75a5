#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

struct LettersBody {
  std::string title{};
  std::string text{};
  std::optional<Empty> empty{};
  Choice kind{};  // to mentors, to mentees, to people without a pair
  TextField subject{};
  TextField body{};
  std::string blanks_title{};
  std::vector<Button> blanks{};  // each puts one into the text
  std::string trouble{};         // a blank that does not exist
  Button reset{};
  std::string preview_title{};  // "As Amina Yusuf will read it (3 of 35)"
  std::string preview_to{};     // the address, or that there is none
  std::string preview_subject{};
  std::string preview_body{};
  std::string preview_language{};
  Button previous{};
  Button next{};
  std::vector<Button> actions{};  // copy, open in mail, print this, print all, download all
  bool operator==(const LettersBody&) const = default;
};

}  // namespace pairbook::app
