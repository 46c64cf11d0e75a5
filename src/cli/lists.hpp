#pragma once

#include <string>

#include "cli/command_line.hpp"
#include "cli/failure.hpp"
#include "pairbook/domain/programme.hpp"

namespace pairbook::cli {

/// People in order of names, one a line; or people_json() or people_csv() of them.
/// Errors: refused when there is nobody to list.
[[nodiscard]] Outcome<std::string> list_people(const domain::Programme& programme,
                                               const People& task, bool json);

/// Pairs by round, then in order of mentors' names; or pairs_json() or pairs_csv().
/// Errors: refused when there is no pair to list.
[[nodiscard]] Outcome<std::string> list_pairs(const domain::Programme& programme,
                                              const Pairs& task, bool json);

/// What `export` writes, in the format asked for.
/// Errors: refused when there is nothing; bad_input for rules or a programme as CSV.
[[nodiscard]] Outcome<std::string> exported(const domain::Programme& programme,
                                            const Export& task, bool json);

}  // namespace pairbook::cli
