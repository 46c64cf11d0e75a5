#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "cli/failure.hpp"
#include "pairbook/base/bytes.hpp"

namespace pairbook::cli {

/// The whole of a file; of standard input when the path is "-".
///
/// Errors: bad_input when there is no such file or it is longer than `longest`; storage.
[[nodiscard]] Outcome<base::Bytes> read_file(const std::string& path, std::size_t longest);

/// How a person is told about a file that may be "-".
[[nodiscard]] std::string spoken_name(const std::string& path);

/// Writes a file so that a reader sees the old one or the new one and never a half: written
/// beside it, flushed, renamed. A link is followed; "-" is standard output.
[[nodiscard]] Outcome<void> replace_file(const std::string& path, base::BytesView bytes);

/// The same, but never over a file that exists. Readable by its owner only.
///
/// Errors: bad_input when there is one; storage.
[[nodiscard]] Outcome<void> create_file(const std::string& path, base::BytesView bytes);

/// Errors: bad_input when there is a file of that name: asked before a long question.
[[nodiscard]] Outcome<void> check_is_free(const std::string& path);

/// Does nothing when it is not there.
void remove_file(const std::string& path);

// --- for files whose bytes depend on where they lie ---

/// Bytes for a new file that is open as `handle` and still empty.
using Filling = std::function<Outcome<base::Bytes>(int handle)>;

enum class Over { new_name, old_file };
/// Errors: as above, and those of `filling`; nothing is changed then.
[[nodiscard]] Outcome<void> put_file(const std::string& path, Over over,
                                     const Filling& filling);

/// A sentence for errno. "club.pairbook cannot be written: Permission denied."
[[nodiscard]] std::unexpected<Failure> system_failure(const std::string& path,
                                                      std::string_view what);

}  // namespace pairbook::cli
