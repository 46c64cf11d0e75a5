#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pairbook/base/result.hpp"

namespace pairbook::codec {

/// The records of separated text, one after the other.
///
/// Shape: RFC 4180, and what people send besides: any line end, blanks before a quote, text
///        after a closing quote, a quote that never closes (taken as a letter).
class Records {
 public:
  struct Notes {
    bool quote_not_closed = false;
    bool text_after_quote = false;
    std::size_t column = 0;  // of the latest of both
  };

  Records(std::string_view text, char separator) : text_(text), separator_(separator) {}

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] std::size_t position() const { return at_; }
  [[nodiscard]] std::size_t number() const { return number_; }  // of the latest record, from 1

  /// The next record's cells. Errors: too_large ("row 12", "row 12, column 3").
  [[nodiscard]] base::Result<Notes> next(std::vector<std::string>& cells);

 private:
  base::Done read_cell(std::string& cell, Notes& notes, std::size_t column);
  bool read_quoted(std::string& cell);
  void read_plain(std::string& cell);
  [[nodiscard]] bool ends_cell(std::size_t at) const;
  [[nodiscard]] std::string place(std::size_t column) const;

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;
  int unclosed_ = 0;
};

/// The separator that makes the most of the text's beginning; ',' when there is one column.
[[nodiscard]] char guess_separator(std::string_view text);

/// An apostrophe that keeps a spreadsheet from running a cell, on and off again.
[[nodiscard]] bool needs_guard(std::string_view cell);
void take_guard_off(std::string& cell);

}  // namespace pairbook::codec
