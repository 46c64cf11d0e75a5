#pragma once

#include <string>
#include <string_view>

#include "cli/failure.hpp"
#include "pairbook/crypto/secret.hpp"

namespace pairbook::cli {

// The terminal a person sits at, whatever standard input and output are connected to.

[[nodiscard]] bool has_terminal();
/// Shows words at the terminal; does nothing without one.
void tell_terminal(std::string_view words);
/// Asks and waits for a line. `ask_secret` does not show what is typed.
///
/// Errors: bad_input when nothing is typed, or Ctrl-C is.
[[nodiscard]] Outcome<std::string> ask(std::string_view question);
[[nodiscard]] Outcome<crypto::Secret> ask_secret(std::string_view question);

}  // namespace pairbook::cli
