#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/failure.hpp"
#include "pairbook/base/bytes.hpp"

namespace pairbook::cli {

/// The whole of a file; of standard input when the path is "-".
///
/// Errors: bad_input when there is no such file or it is longer than `longest`; storage.
[[nodiscard]] Outcome<base::Bytes> read_file(const std::string& path, std::size_t longest);

/// Writes a file so that a reader sees the old one or the new one and never a half: written
/// beside it, flushed, renamed. A link is followed; "-" is standard output.
[[nodiscard]] Outcome<void> replace_file(const std::string& path, base::BytesView bytes);

}  // namespace pairbook::cli
