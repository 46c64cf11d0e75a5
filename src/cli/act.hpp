#pragma once

#include <vector>

#include "cli/failure.hpp"
#include "pairbook/domain/apply.hpp"
#include "pairbook/domain/command.hpp"
#include "pairbook/domain/decide.hpp"

namespace pairbook::cli {

/// What this machine's clock says.
[[nodiscard]] domain::Moment now();

/// Decides a command and applies what it comes to. The ops, for the history; none when there
/// was nothing to change.
[[nodiscard]] Outcome<std::vector<domain::Op>> act(domain::Programme& programme,
                                                   const domain::Command& command,
                                                   const domain::Moment& moment);

}  // namespace pairbook::cli
