#pragma once

#include <string>
#include <string_view>

#include "pairbook/base/result.hpp"
#include "pairbook/domain/programme.hpp"

namespace pairbook::codec {

/// Everything a book knows now, for people and their own programs: docs/formats/
/// programme-json.md. Not encrypted, and without the history.
[[nodiscard]] std::string write_programme_json(const domain::Programme& programme);

/// Errors: invalid_input with the path of what is wrong (`people[3].email`), too_large,
///         unsupported_version.
[[nodiscard]] base::Result<domain::Programme> read_programme_json(std::string_view text);

inline constexpr std::size_t max_programme_json_bytes = 128U << 20U;

}  // namespace pairbook::codec
