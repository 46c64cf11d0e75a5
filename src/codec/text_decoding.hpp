#pragma once

#include <string>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/codec/table.hpp"

namespace pairbook::codec {

/// A file's bytes as UTF-8 without a byte order mark, and how sure we are.
struct DecodedText {
  std::string text;
  Encoding encoding = Encoding::utf8;
  bool guessed = false;  // Windows-1252, or UTF-16 without its mark
  bool damaged = false;  // some bytes became U+FFFD
};

/// Errors: invalid_input with one of not_a_table in `where`.
[[nodiscard]] base::Result<DecodedText> decode_text(base::BytesView file);

}  // namespace pairbook::codec
