#pragma once

#include <span>
#include <string_view>

namespace pairbook::crypto {

/// Passwords that are tried first, most common first.
[[nodiscard]] std::span<const std::string_view> common_passwords();

/// Everyday words and first names of which people make passphrases, lower case, shorter first.
[[nodiscard]] std::span<const std::string_view> common_words();

}  // namespace pairbook::crypto
