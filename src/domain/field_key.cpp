#include <algorithm>

#include "pairbook/base/text.hpp"
#include "pairbook/domain/field.hpp"

namespace pairbook::domain {

namespace {

constexpr std::size_t longest_key = 64;  // code points

bool may_be_in_key(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c >= 0xC0;
}

}  // namespace

base::Result<FieldKey> FieldKey::from(std::string_view key) {
  const std::size_t length = base::count_code_points(key);
  if (length == 0 || length > longest_key || !base::is_utf8(key)) {
    return base::fail(base::Errc::invalid_input, "field key", "1 to 64 characters");
  }
  for (std::size_t at = 0; at < key.size();) {
    if (!may_be_in_key(base::next_code_point(key, at))) {
      return base::fail(base::Errc::invalid_input, "field key",
                        "only lower-case letters, digits and _");
    }
  }
  FieldKey made;
  made.text_ = key;
  return made;
}

FieldKey FieldKey::from_label(std::string_view label) {
  const std::string folded = base::fold_case(label);
  FieldKey made;
  bool gap = false;
  std::size_t length = 0;
  for (std::size_t at = 0; at < folded.size() && length < longest_key;) {
    const char32_t c = base::next_code_point(folded, at);
    if (!may_be_in_key(c) || c == '_' || c == 0xFFFD || (c >= 0x2000 && c <= 0x206F)) {
      gap = !made.text_.empty();
      continue;
    }
    if (gap && length + 2 <= longest_key) {
      made.text_ += '_';
      ++length;
    }
    gap = false;
    base::append_utf8(made.text_, c);
    ++length;
  }
  if (made.text_.empty()) made.text_ = "field";
  return made;
}

}  // namespace pairbook::domain
