// Separated text, as spreadsheets write it:
//
//   file   = record *(end record) [end]
//   record = cell *(separator cell)
//   cell   = plain / *blank quote *(any / quote quote) quote plain
//   plain  = *(anything but separator and end)
//   end    = CR LF / LF / CR
#include "records.hpp"

#include <algorithm>

#include "pairbook/base/text.hpp"
#include "pairbook/codec/table.hpp"

namespace pairbook::codec {

namespace {

using base::Errc;
using base::fail;

/// A quote that never closes is looked for again and again up to the end; a file made of them
/// would cost its length squared.
constexpr int most_unclosed = 100;

constexpr std::size_t sampled_bytes = 64U << 10U;
constexpr std::size_t sampled_records = 60;

/// 0 when this separator makes one column; else more for rows that agree with the first, then
/// for more columns.
std::size_t score(std::string_view sample, char separator) {
  Records records(sample, separator);
  std::vector<std::string> cells;
  std::vector<std::size_t> widths;
  while (!records.at_end() && widths.size() < sampled_records) {
    if (!records.next(cells)) return 0;
    if (cells.size() > 1 || !base::trim(cells[0]).empty()) widths.push_back(cells.size());
  }
  std::size_t columns = 0;  // a title may stand above the headers
  for (std::size_t i = 0; i < std::min<std::size_t>(widths.size(), 3); ++i) {
    columns = std::max(columns, widths[i]);
  }
  if (columns < 2) return 0;
  const auto agreeing =
      static_cast<std::size_t>(std::count(widths.begin(), widths.end(), columns));
  return agreeing * 1000 / widths.size() * 1000 + std::min<std::size_t>(columns, 999);
}

}  // namespace

bool Records::ends_cell(std::size_t at) const {
  const char c = text_[at];
  return c == separator_ || c == '\n' || c == '\r';
}

std::string Records::place(std::size_t column) const {
  std::string where = "row " + base::to_text(static_cast<long long>(number_));
  if (column > 0) where += ", column " + base::to_text(static_cast<long long>(column));
  return where;
}

void Records::read_plain(std::string& cell) {
  const std::size_t begin = at_;
  while (at_ < text_.size() && !ends_cell(at_)) ++at_;
  cell.append(text_.substr(begin, at_ - begin));
}

/// From behind the opening quote to behind the closing one; false when there is none.
bool Records::read_quoted(std::string& cell) {
  while (cell.size() <= max_cell_bytes) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos) {
      // Too long to be a cell is another error than never closed.
      if (text_.size() - at_ <= max_cell_bytes) return false;
      cell.append(text_.substr(at_, max_cell_bytes + 1));
      return true;
    }
    cell.append(text_.substr(at_, std::min(quote - at_, max_cell_bytes + 1)));
    at_ = quote + 1;
    if (at_ >= text_.size() || text_[at_] != '"') return true;
    cell += '"';
    ++at_;
  }
  return true;
}

base::Done Records::read_cell(std::string& cell, Notes& notes, std::size_t column) {
  std::size_t quote = at_;
  while (quote < text_.size() && text_[quote] == ' ') ++quote;
  const std::size_t begin = at_;
  if (quote < text_.size() && text_[quote] == '"' && unclosed_ < most_unclosed) {
    at_ = quote + 1;
    if (read_quoted(cell)) {
      if (cell.size() <= max_cell_bytes && at_ < text_.size() && !ends_cell(at_)) {
        const std::size_t closed = cell.size();
        read_plain(cell);
        if (base::trim(std::string_view(cell).substr(closed)).empty()) {
          cell.resize(closed);
        } else {
          notes.text_after_quote = true;
          notes.column = column - 1;
        }
      }
    } else {
      ++unclosed_;
      notes.quote_not_closed = true;
      notes.column = column - 1;
      cell.clear();
      at_ = begin;
      read_plain(cell);
    }
  } else {
    read_plain(cell);
  }
  if (cell.size() > max_cell_bytes) {
    return fail(Errc::too_large, place(column), "a cell of more than 32 KiB");
  }
  return {};
}

base::Result<Records::Notes> Records::next(std::vector<std::string>& cells) {
  const std::size_t expected = cells.size();
  cells.clear();
  cells.reserve(expected);
  ++number_;
  Notes notes;
  while (true) {
    if (cells.size() == max_columns) {
      return fail(Errc::too_large, place(0), "more than 500 columns");
    }
    std::string& cell = cells.emplace_back();
    if (const base::Done read = read_cell(cell, notes, cells.size()); !read) {
      return base::pass_on(read);
    }
    take_guard_off(cell);
    if (at_ >= text_.size()) return notes;
    const char end = text_[at_++];
    if (end == separator_) continue;
    if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
    return notes;
  }
}

char guess_separator(std::string_view text) {
  std::string_view sample = text.substr(0, sampled_bytes);
  if (sample.size() < text.size()) {
    const std::size_t line = sample.find_last_of("\r\n");
    if (line != std::string_view::npos) sample = sample.substr(0, line);
  }
  char best = ',';
  std::size_t most = 0;
  for (const char separator : {',', ';', '\t', '|'}) {
    const std::size_t reached = score(sample, separator);
    if (reached > most) {
      most = reached;
      best = separator;
    }
  }
  return best;
}

namespace {

bool is_formula_sign(char c) {
  return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

std::string_view behind_apostrophes(std::string_view cell) {
  return cell.substr(std::min(cell.find_first_not_of('\''), cell.size()));
}

/// "-3.5" is a number to a spreadsheet, and harmless.
bool is_negative_number(std::string_view cell) {
  return cell.size() > 1 && cell[0] == '-' &&
         cell.find_first_not_of("0123456789.", 1) == std::string_view::npos;
}

}  // namespace

bool needs_guard(std::string_view cell) {
  const std::string_view inner = behind_apostrophes(cell);
  return !inner.empty() && is_formula_sign(inner[0]) && !is_negative_number(cell);
}

void take_guard_off(std::string& cell) {
  if (cell.size() > 1 && cell[0] == '\'' &&
      is_formula_sign(behind_apostrophes(cell).empty() ? ' ' : behind_apostrophes(cell)[0])) {
    cell.erase(0, 1);
  }
}

}  // namespace pairbook::codec
