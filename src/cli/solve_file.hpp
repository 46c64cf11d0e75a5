#pragma once

#include <string>

namespace pairbook::cli {

/// What `pairbook solve` has to say about a file, natively and as WebAssembly.
struct SolveReport {
  std::string text;     // to standard output
  std::string mistake;  // a sentence, when the file cannot be read or understood
};

/// `path` may be "-" for standard input.
[[nodiscard]] SolveReport solve_file(const std::string& path, bool with_certificate);

/// The most memory this program has held. One file for each platform.
[[nodiscard]] std::size_t peak_memory_bytes();

}  // namespace pairbook::cli
