#pragma once

#include <string>

#include "cli/failure.hpp"
#include "cli/matching_run.hpp"

namespace pairbook::cli {

/// A match report for everybody in the round, each in a file of its own, into a folder that is
/// made when it is not there. Files of the same names are replaced.
///
/// Errors: refused when the pairs are not proven to be the best, or there is nobody; storage.
[[nodiscard]] Outcome<void> write_reports(const Match& match,
                                          const domain::Programme& programme,
                                          const std::string& folder,
                                          const domain::Moment& moment);

}  // namespace pairbook::cli
