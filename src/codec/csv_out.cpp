#include <algorithm>

#include "pairbook/codec/table.hpp"
#include "records.hpp"

namespace pairbook::codec {

namespace {

void put_cell(std::string& out, std::string_view cell, const CsvStyle& style) {
  std::string guarded;
  if (style.guard == FormulaGuard::on && needs_guard(cell)) {
    guarded = "'" + std::string(cell);
    cell = guarded;
  }
  // Blanks at the ends would survive without quotes, but not in every program.
  const bool quoted = cell.find_first_of("\"\r\n\t,;|") != std::string_view::npos ||
                      cell.find(style.separator) != std::string_view::npos ||
                      cell.starts_with(' ') || cell.ends_with(' ');
  if (!quoted) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void put_row(std::string& out, const std::vector<std::string>& cells, const CsvStyle& style) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += style.separator;
    put_cell(out, cells[i], style);
  }
  out += "\r\n";
}

}  // namespace

std::string write_csv(const std::vector<std::string>& headers,
                      const std::vector<std::vector<std::string>>& rows,
                      const CsvStyle& style) {
  std::string out = style.byte_order_mark ? "\xEF\xBB\xBF" : "";
  put_row(out, headers, style);
  for (const auto& row : rows) put_row(out, row, style);
  return out;
}

std::string write_tsv(const std::vector<std::string>& headers,
                      const std::vector<std::vector<std::string>>& rows) {
  return write_csv(headers, rows, {'\t', false, FormulaGuard::on});
}

}  // namespace pairbook::codec
