#pragma once

#include <string>

#include "cli/failure.hpp"
#include "pairbook/crypto/secret.hpp"

namespace pairbook::cli {

/// Where a passphrase comes from: the first line of a file ("-" is standard input), else the
/// environment's PAIRBOOK_PASSPHRASE, else the terminal. Never the command line, which
/// everybody on a computer can read.
struct PassphraseFrom {
  std::string file;  // may be empty
};

[[nodiscard]] bool is_typed(const PassphraseFrom& from);

/// Errors: bad_input without a passphrase and without a terminal to ask at.
[[nodiscard]] Outcome<crypto::Secret> passphrase_for(const std::string& book,
                                                     const PassphraseFrom& from);
/// For a new book of that name: typed twice, and hard enough to guess.
[[nodiscard]] Outcome<crypto::Secret> new_passphrase_for(const std::string& book,
                                                         const std::string& programme,
                                                         const PassphraseFrom& from);

}  // namespace pairbook::cli
