#pragma once

#include <string_view>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/vault/row.hpp"

namespace pairbook::vault {

inline constexpr std::string_view book_file_extension = ".pairbook";
inline constexpr std::string_view book_file_type = "application/x-pairbook";

/// A whole book in one file: "Save to file". As sealed as the rows are; the hash at its end
/// tells a file that was cut short or damaged on its way before anybody types a passphrase.
[[nodiscard]] base::Bytes write_book_file(const Rows& rows);

/// Errors: corrupt ("not a book file", or damaged, with the place); unsupported_version;
///         too_large over the limits.
[[nodiscard]] base::Result<Rows> read_book_file(base::BytesView bytes);

/// Whether the bytes begin like a book file of any version: to tell it from a spreadsheet.
[[nodiscard]] bool looks_like_book_file(base::BytesView bytes);

}  // namespace pairbook::vault
