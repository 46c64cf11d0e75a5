#pragma once

#include <string>
#include <string_view>

#include "pairbook/base/result.hpp"
#include "pairbook/domain/rules.hpp"

namespace pairbook::codec {

/// A preset as a file somebody can read, change and pass on: docs/formats/rules.md.
[[nodiscard]] std::string write_preset(const domain::Preset& preset);

/// Shape:  every question a rule asks must be among the preset's fields.
/// Errors: invalid_input with the path of what is wrong (`rules[3].points`), too_large,
///         unsupported_version.
[[nodiscard]] base::Result<domain::Preset> read_preset(std::string_view text);

inline constexpr std::size_t max_preset_bytes = 1U << 20U;

}  // namespace pairbook::codec
