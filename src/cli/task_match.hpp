#pragma once

#include "cli/command_line.hpp"
#include "cli/failure.hpp"
#include "pairbook/base/random.hpp"
#include "pairbook/domain/decide.hpp"

namespace pairbook::cli {

/// What a command prints, and how it ends.
struct Done {
  std::string text;  // to standard output
  std::string note;  // to standard error
  Status status = Status::fine;
};

/// Pairs from two spreadsheets and rules, without a book. The same people give the same pairs,
/// whatever the order of the rows.
///
/// Errors: bad_input and storage for the files; refused as run_matching().
[[nodiscard]] Outcome<Done> run(const MatchFiles& task, const domain::Moment& moment,
                                base::RandomSource& random);

}  // namespace pairbook::cli
