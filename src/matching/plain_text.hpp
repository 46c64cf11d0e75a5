#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pairbook/base/result.hpp"
#include "pairbook/base/text.hpp"

namespace pairbook::matching {

/// Whole numbers and words of a plain text, one after another. Remembers the first error: read
/// every field, ask once.
class PlainText {
 public:
  explicit PlainText(std::string_view text)
      : at_(text.data()), end_(text.data() + text.size()) {}

  [[nodiscard]] bool ok() const { return error_ == nullptr; }
  [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

  /// The first letter of the next line that is not empty, or 0 at the end. Nothing is taken.
  char next_line() {
    while (at_ != end_ && is_space(*at_)) step();
    return at_ == end_ || !ok() ? '\0' : *at_;
  }
  void skip_line() {
    while (at_ != end_ && *at_ != '\n') ++at_;
  }
  [[nodiscard]] bool next_is(std::string_view start) {
    skip_blanks();
    return std::string_view(at_, left()).starts_with(start);
  }
  /// A word that must come next on this line.
  void word(std::string_view expected) {
    skip_blanks();
    if (!std::string_view(at_, left()).starts_with(expected)) return refuse("another word");
    at_ += expected.size();
    if (at_ != end_ && !is_space(*at_)) refuse("another word");
  }
  /// A whole number on this line.
  std::int64_t number(std::int64_t least, std::int64_t most) {
    skip_blanks();
    return digits(least, most);
  }
  /// A whole number on this line or a later one.
  std::int64_t number_anywhere(std::int64_t least, std::int64_t most) {
    while (at_ != end_ && is_space(*at_)) step();
    return digits(least, most);
  }
  void end_of_line() {
    skip_blanks();
    if (at_ != end_ && *at_ != '\n') refuse("more on the line than there should be");
  }

  /// `what` must outlive this.
  void refuse(const char* what, base::Errc code = base::Errc::corrupt) {
    if (error_ != nullptr) return;
    error_ = what;
    code_ = code;
    at_ = end_;
  }
  [[nodiscard]] std::unexpected<base::Error> error() const {
    return base::fail(code_, "line " + base::to_text(line_), error_);
  }

 private:
  static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
  void step() { line_ += *at_++ == '\n' ? 1 : 0; }
  void skip_blanks() {
    while (at_ != end_ && *at_ != '\n' && is_space(*at_)) ++at_;
  }
  std::int64_t digits(std::int64_t least, std::int64_t most) {
    const bool negative = at_ != end_ && *at_ == '-';
    if (negative) ++at_;
    const char* const first = at_;
    std::int64_t value = 0;
    // 18 digits cannot overflow.
    while (at_ != end_ && *at_ >= '0' && *at_ <= '9' && at_ - first < 18) {
      value = value * 10 + (*at_++ - '0');
    }
    if (at_ == first) {
      refuse(at_ == end_ ? "the file ends too early" : "a whole number is missing");
      return 0;
    }
    if (at_ != end_ && !is_space(*at_)) refuse("not a whole number");
    if (negative) value = -value;
    if (value < least || value > most) refuse("a number out of range");
    return ok() ? value : 0;
  }

  const char* at_;
  const char* end_;
  long long line_ = 1;
  const char* error_ = nullptr;
  base::Errc code_{};
};

}  // namespace pairbook::matching
