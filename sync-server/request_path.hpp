#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace pairbook::relay {

/// Why a request target names nothing here. Each is an HTTP status.
enum class BadPath { malformed = 400, too_long = 414 };

/// The path a request target asks for, without the leading slash and decoded once:
/// "/fonts/a%20b.ttf?x=1" is "fonts/a b.ttf"; "/" is "".
///
/// Shape:  only names that can be a file of a site: no empty, "." or ".." part, no part that
///         begins with a dot, no back slash, no control character, no encoded slash, valid
///         UTF-8. Everything else is refused, never cleaned up: two ways of reading a path is
///         how traversal happens.
/// Errors: malformed; too_long when the target is longer than `longest`.
[[nodiscard]] std::expected<std::string, BadPath> request_path(std::string_view target,
                                                               std::size_t longest);

/// Whether a decoded path is one that `request_path` could give. A site holds only such names.
[[nodiscard]] bool is_site_path(std::string_view path);

}  // namespace pairbook::relay
