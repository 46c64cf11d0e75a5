#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pairbook/app/pieces.hpp"

namespace pairbook::app {

struct PeopleBody {
  std::string title{};
  std::optional<Empty> empty{};  // then nothing below but the title
  TextField search{};
  std::vector<Choice> filters{};
  std::optional<Button> clear_filters{};
  std::string count{};  // "128 people", "12 of 128 people"
  Table table{};
  std::string selection{};              // "3 selected"; empty when none
  std::vector<Button> for_selection{};  // withdraw, remove
  std::vector<Button> actions{};  // add somebody, import, export CSV, export JSON, questions
  bool operator==(const PeopleBody&) const = default;
};

/// The questions a programme asks, and the one being edited.
struct QuestionsBody {
  std::string title{};
  std::string text{};
  struct Question {
    std::string label{};
    std::string kind{};     // in words
    std::string details{};  // options, who is asked, who sees it
    Button edit{};
    Button remove{};
    bool operator==(const Question&) const = default;
  };
  std::vector<Question> questions{};
  std::optional<Empty> empty{};
  Button add{};
  Link back{};
  bool operator==(const QuestionsBody&) const = default;
};

}  // namespace pairbook::app
