#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pairbook::base {

[[nodiscard]] bool is_utf8(std::string_view text);

/// One code point starting at `at`, which moves past it. Malformed bytes yield U+FFFD one by
/// one.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Without white space (also no-break and zero-width space) at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);
/// Trimmed, runs of white space made one blank.
[[nodiscard]] std::string collapse_spaces(std::string_view text);

/// For comparing what people type: lower case and without accents for Latin, Greek and
/// Cyrillic, spaces collapsed. Other scripts stay as they are. Never shown.
[[nodiscard]] std::string fold_case(std::string_view text);

/// Parts between separators, trimmed; empty parts are left out.
[[nodiscard]] std::vector<std::string> split(std::string_view text,
                                             std::string_view separators);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view between);

/// `1234` in decimal digits.
[[nodiscard]] std::string to_text(long long number);

}  // namespace pairbook::base
