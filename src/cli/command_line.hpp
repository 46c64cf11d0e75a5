#pragma once

#include <string>
#include <vector>

#include "cli/failure.hpp"

namespace pairbook::cli {

/// `match`, as it was typed. A spreadsheet may be "-" for standard input, `out` "-" for
/// standard output.
struct MatchFiles {
  std::string mentors;
  std::string mentees;
  std::string rules;
  std::string out;  // may be empty
  bool json = false;
};

/// What to print instead of doing anything, and how to end: help, the version, a mistake.
struct Answer {
  std::string text;
  Status status = Status::fine;
};

[[nodiscard]] std::expected<MatchFiles, Answer> read_command_line(
    const std::vector<std::string>& words);

}  // namespace pairbook::cli
