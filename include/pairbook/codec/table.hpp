#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/result.hpp"

namespace pairbook::codec {

enum class Encoding : std::uint8_t { utf8, utf8_bom, utf16_le, utf16_be, windows_1252 };

/// How a file of rows was written.
struct Dialect {
  Encoding encoding = Encoding::utf8;
  char separator = ',';
  bool operator==(const Dialect&) const = default;
};

enum class TableNote : std::uint8_t {
  encoding_guessed,  // no sign of the encoding: accents may be wrong
  damaged_text,      // bytes that are no text became U+FFFD
  title_skipped,     // a heading above the table was left out
  headers_missing,   // the first row is a person: columns are "Column 1", "Column 2" ...
  header_empty,      // `column` got a name
  header_repeated,   // `column` got "(2)"
  row_longer,        // cells beyond the last header were left out
  row_shorter,       // missing cells are empty
  row_empty,         // left out
  quote_not_closed,  // the quote was taken as a letter
  text_after_quote,  // kept, as a spreadsheet would
};

struct TableWarning {
  TableNote note{};
  std::size_t row = 0;     // as the spreadsheet numbers it, from 1; 0: the whole file
  std::size_t column = 0;  // from 0
  bool operator==(const TableWarning&) const = default;
};

struct TableRow {
  std::size_t number = 0;          // as the spreadsheet numbers it: the header is usually 1
  std::vector<std::string> cells;  // as many as there are headers
  bool operator==(const TableRow&) const = default;
};

/// A spreadsheet as text. Headers are unique and none is empty.
struct Table {
  std::vector<std::string> headers;
  std::vector<TableRow> rows;
  Dialect dialect;
  std::vector<TableWarning> warnings;  // at most most_warnings, in order of rows
  bool operator==(const Table&) const = default;
};

/// Reads a spreadsheet's text a few rows at a time, so that somebody can watch and stop it.
///
/// Shape:  open() finds the encoding and the separator; step() until `done`; then take().
/// Errors: invalid_input with one of the codes below in `where`; too_large with "file", "rows",
///         "row 12" (columns) or "row 12, column 3" (a cell), rows as the spreadsheet counts.
class TableReader {
 public:
  struct Progress {
    std::size_t bytes = 0;  // of `bytes_in_all`, as UTF-8
    std::size_t bytes_in_all = 0;
    std::size_t rows = 0;
    bool done = false;
  };

  [[nodiscard]] static base::Result<TableReader> open(base::BytesView file);
  TableReader(TableReader&&) noexcept;
  TableReader& operator=(TableReader&&) noexcept;
  ~TableReader();

  [[nodiscard]] base::Result<Progress> step(std::size_t most_rows);
  [[nodiscard]] Table take();

 private:
  struct State;
  explicit TableReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// All at once.
[[nodiscard]] base::Result<Table> read_table(base::BytesView file);

// What a file that holds no rows turns out to be, in Error::where.
namespace not_a_table {
inline constexpr std::string_view empty = "file: empty";
inline constexpr std::string_view excel = "file: excel workbook";  // save it as CSV
inline constexpr std::string_view old_excel = "file: old excel workbook";
inline constexpr std::string_view open_document = "file: opendocument";
inline constexpr std::string_view zip = "file: zip";
inline constexpr std::string_view pdf = "file: pdf";
inline constexpr std::string_view web_page = "file: web page";
inline constexpr std::string_view json = "file: json";
inline constexpr std::string_view book = "file: pairbook book";
inline constexpr std::string_view binary = "file: not text";
}  // namespace not_a_table

inline constexpr std::size_t max_file_bytes = 64U << 20U;
inline constexpr std::size_t max_rows = 200'000;
inline constexpr std::size_t max_columns = 500;
inline constexpr std::size_t max_cell_bytes = 32U << 10U;
inline constexpr std::size_t most_warnings = 1000;

enum class FormulaGuard : std::uint8_t { on, off };

struct CsvStyle {
  char separator = ',';
  bool byte_order_mark = true;  // Excel takes a file without it for Windows-1252
  /// A cell that a spreadsheet would run as a formula gets an apostrophe before it, which
  /// TableReader takes off again: docs/formats/csv.md.
  FormulaGuard guard = FormulaGuard::on;
};

/// RFC 4180: CRLF, quotes where needed. Headers first.
[[nodiscard]] std::string write_csv(const std::vector<std::string>& headers,
                                    const std::vector<std::vector<std::string>>& rows,
                                    const CsvStyle& style = {});
/// For the clipboard: a paste into a spreadsheet lands in columns.
[[nodiscard]] std::string write_tsv(const std::vector<std::string>& headers,
                                    const std::vector<std::vector<std::string>>& rows);

}  // namespace pairbook::codec
