#pragma once

#include <string>
#include <vector>

#include "cli/failure.hpp"
#include "pairbook/codec/roster.hpp"

namespace pairbook::cli {

/// Puts right what was guessed about columns: "Job=Profession".
///
/// Errors: bad_input for a header or a meaning that is not there, with those that are.
[[nodiscard]] Outcome<void> set_columns(const std::vector<std::string>& columns,
                                        const domain::Programme& programme,
                                        const codec::Table& table,
                                        codec::GuessedMapping& guess);

}  // namespace pairbook::cli
