#pragma once

#include <string>
#include <string_view>

#include "pairbook/base/bytes.hpp"

namespace pairbook::crypto {

/// RFC 4648, section 5, without "=". In a time that depends on the length only: also for
/// secrets.
[[nodiscard]] std::string to_base64url(base::BytesView bytes);

/// Blanks and line ends may be anywhere, as when a text is copied from a letter.
///
/// Errors: invalid_input for any other letter, and for a text that to_base64url() never writes.
[[nodiscard]] base::Result<base::Bytes> from_base64url(std::string_view text);

}  // namespace pairbook::crypto
