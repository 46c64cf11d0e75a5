#include "pairbook/codec/table.hpp"

#include <gtest/gtest.h>

#include "pairbook/base/text.hpp"
#include "support/vectors.hpp"

namespace pairbook::codec {
namespace {

using base::Errc;

Table read(std::string_view text) {
  auto table = read_table(base::bytes_of(text));
  EXPECT_TRUE(table) << (table ? "" : table.error().where);
  return table ? *table : Table{};
}

base::Error refusal(std::string_view text) {
  const auto table = read_table(base::bytes_of(text));
  EXPECT_FALSE(table);
  return table ? base::Error{} : table.error();
}

std::string number(std::size_t value) {
  return base::to_text(static_cast<long long>(value));
}

std::string visible(std::string_view cell) {
  std::string out;
  for (const char c : cell) out += c == '\n' ? "\\n" : c == '\r' ? "\\r" : std::string(1, c);
  return out;
}

constexpr const char* encodings[] = {"utf8", "utf8_bom", "utf16_le", "utf16_be",
                                     "windows_1252"};
constexpr const char* notes[] = {"encoding_guessed", "damaged_text",    "title_skipped",
                                 "headers_missing",  "header_empty",    "header_repeated",
                                 "row_longer",       "row_shorter",     "row_empty",
                                 "quote_not_closed", "text_after_quote"};

/// A table as the .expected files of tests/vectors/csv write it.
std::string told(const Table& table) {
  const char separator = table.dialect.separator;
  std::string out = encodings[static_cast<std::size_t>(table.dialect.encoding)];
  out += " separated by " + (separator == '\t' ? "tab" : std::string(1, separator)) + "\n";
  for (const TableWarning& warning : table.warnings) {
    out += std::string(notes[static_cast<std::size_t>(warning.note)]) + " row " +
           number(warning.row) + " column " + number(warning.column) + "\n";
  }
  for (const std::string& header : table.headers) out += "[" + visible(header) + "]";
  for (const TableRow& row : table.rows) {
    out += "\n" + number(row.number) + " ";
    for (const std::string& cell : row.cells) out += "[" + visible(cell) + "]";
  }
  return out + "\n";
}

class TableVector : public testing::TestWithParam<const char*> {};

TEST_P(TableVector, IsReadAsAPersonWouldReadIt) {
  const std::string name = std::string("csv/") + GetParam();
  EXPECT_EQ(told(read(pairbook::test::vector_file(name + ".csv"))),
            pairbook::test::vector_file(name + ".expected"));
}

INSTANTIATE_TEST_SUITE_P(Csv, TableVector,
                         testing::Values("plain", "excel_german_windows1252", "excel_utf8_bom",
                                         "excel_unicode_text_utf16le", "utf16be_no_mark",
                                         "declared_separator", "pasted_tabs", "list_cells",
                                         "line_breaks_in_cells", "mixed_line_ends", "ragged",
                                         "duplicate_and_empty_headers", "title_above",
                                         "no_headers", "empty_rows", "open_quote",
                                         "text_after_quote", "guarded_formulas", "damaged_utf8",
                                         "single_column", "trailing_separators", "pipes"));

TEST(Table, SaysWhatAFileIsThatHoldsNoRows) {
  using namespace std::string_literals;
  EXPECT_EQ(refusal("PK\x03\x04....xl/workbook.xml"s).where, not_a_table::excel);
  EXPECT_EQ(refusal("PK\x03\x04....word/document.xml"s).where, not_a_table::zip);
  EXPECT_EQ(refusal("PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet"s).where,
            not_a_table::open_document);
  EXPECT_EQ(refusal("\xD0\xCF\x11\xE0\xA1\xB1"s).where, not_a_table::old_excel);
  EXPECT_EQ(refusal("%PDF-1.7").where, not_a_table::pdf);
  EXPECT_EQ(refusal("  <!DOCTYPE html><table>").where, not_a_table::web_page);
  EXPECT_EQ(refusal("{\"people\": []}").where, not_a_table::json);
  EXPECT_EQ(refusal("PAIRBOOK\x01 and what is sealed in it").where, not_a_table::book);
  EXPECT_EQ(refusal("a,b\n\0\1\2,c"s).where, not_a_table::binary);
  EXPECT_EQ(refusal("").where, not_a_table::empty);
  EXPECT_EQ(refusal(" \n\n ,, \n").where, not_a_table::empty);
  EXPECT_EQ(refusal("").code, Errc::invalid_input);
}

TEST(Table, MakesBlanksOfAFewControlLetters) {
  std::string text = "Name,Town\n";
  for (int i = 0; i < 20; ++i) text += "Somebody Else,Somewhere\n";
  text += "Ana\vSilva,Por\x01to\n";

  const Table table = read(text);

  EXPECT_EQ(table.rows.back().cells, (std::vector<std::string>{"Ana Silva", "Por to"}));
  ASSERT_FALSE(table.warnings.empty());
  EXPECT_EQ(table.warnings.front().note, TableNote::damaged_text);
}

TEST(Table, NamesTheLimitThatAFileExceeds) {
  const std::string long_cell(max_cell_bytes + 1, 'x');
  EXPECT_EQ(refusal("a,b\n1,2\n1," + long_cell).where, "row 3, column 2");
  EXPECT_EQ(refusal("a,b\n1,2\n1,\"" + long_cell + "\"").where, "row 3, column 2");
  EXPECT_EQ(refusal("a" + std::string(max_columns, ',') + "b\n1,2").where, "row 1");
  std::string many = "a,b\n";
  for (std::size_t i = 0; i <= max_rows; ++i) many += "1,2\n";
  EXPECT_EQ(refusal(many).where, "rows");
  EXPECT_EQ(refusal(many).code, Errc::too_large);
  EXPECT_EQ(refusal(std::string(max_file_bytes + 1, 'x')).where, "file");
}

TEST(Table, KeepsACellThatIsJustAtTheLimit) {
  const std::string cell(max_cell_bytes, 'x');
  EXPECT_EQ(read("a,b\n1,\"" + cell + "\"").rows.at(0).cells.at(1), cell);
}

TEST(Table, ManyOpenQuotesDoNotCostTheirSquare) {
  std::string text = "a,b\n";
  for (int i = 0; i < 100'000; ++i) text += "\"x\"y,\"\n";
  const auto table = read_table(base::bytes_of(text));  // read or refused, but soon
  EXPECT_TRUE(!table || !table->rows.empty());
}

TEST(TableReader, TellsHowFarItIsAndCanStopAnywhere) {
  std::string text = "name,town\n";
  for (int i = 0; i < 1000; ++i) text += "Someone,Somewhere\n";
  auto reader = TableReader::open(base::bytes_of(text));
  ASSERT_TRUE(reader);

  const auto half = reader->step(500);

  ASSERT_TRUE(half);
  EXPECT_EQ(half->rows, 500U);
  EXPECT_FALSE(half->done);
  EXPECT_GT(half->bytes, text.size() / 3);
  EXPECT_LT(half->bytes, text.size() * 2 / 3);
  EXPECT_TRUE(reader->step(500)->done);
  EXPECT_EQ(reader->take(), read(text));
}

TEST(WriteCsv, WhatIsWrittenReadsBackAsItWas) {
  const std::vector<std::string> headers = {"Name", "=Odd", "Notes; more"};
  const std::vector<std::vector<std::string>> rows = {
      {"Zoë \"Zo\" O'Brien", "=1+1", "two\r\nlines"},
      {"'=x", "''@y", "'tis"},
      {" blanks ", "-3.5", "+48 123"},
      {"\ttab", "-", "a,b;c|d"},
      {"李小龍", "'", "'-3"},
      {"x", "--1", "@"}};
  for (const char separator : {',', ';', '\t', '|'}) {
    for (const bool mark : {true, false}) {
      const Table table = read(write_csv(headers, rows, {separator, mark, FormulaGuard::on}));
      EXPECT_EQ(table.dialect.separator, separator);
      EXPECT_EQ(table.headers, headers);
      ASSERT_EQ(table.rows.size(), rows.size());
      for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(table.rows[i].cells, rows[i]);
      EXPECT_TRUE(table.warnings.empty());
    }
  }
}

TEST(WriteCsv, NoCellRunsAsAFormula) {
  const std::string out = write_csv({"a"}, {{"=cmd|'/C calc'!A0"}, {"@SUM(1)"}, {"+1+1"}},
                                    {',', false, FormulaGuard::on});
  EXPECT_EQ(out, "a\r\n\"'=cmd|'/C calc'!A0\"\r\n'@SUM(1)\r\n'+1+1\r\n");
}

TEST(WriteTsv, APasteLandsInColumns) {
  EXPECT_EQ(write_tsv({"a", "b"}, {{"1", "two\nlines"}}), "a\tb\r\n1\t\"two\nlines\"\r\n");
}

}  // namespace
}  // namespace pairbook::codec
