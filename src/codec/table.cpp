#include "pairbook/codec/table.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "pairbook/base/text.hpp"
#include "pairbook/domain/person.hpp"
#include "records.hpp"
#include "text_decoding.hpp"

namespace pairbook::codec {

using base::Errc;
using base::fail;

namespace {

constexpr std::size_t most_title_rows = 5;
constexpr std::size_t max_cells = 5'000'000;

std::string number(std::size_t value) {
  return base::to_text(static_cast<long long>(value));
}

std::size_t filled(const std::vector<std::string>& cells) {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(),
                    [](const std::string& cell) { return !base::trim(cell).empty(); }));
}

/// A row with somebody's address in it is no row of headers.
bool is_person(const std::vector<std::string>& cells) {
  return std::any_of(cells.begin(), cells.end(), [](const std::string& cell) {
    const auto email = domain::Email::from(cell);
    return email && email->text().find('.', email->text().find('@')) != std::string::npos;
  });
}

/// "sep=;" in the first line: the separator, and where the rows begin.
std::optional<char> declared_separator(std::string_view text, std::size_t& begin) {
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  std::string_view line = text.substr(0, end);
  if (line.size() >= 2 && line.front() == '"' && line.back() == '"') {
    line = line.substr(1, line.size() - 2);
  }
  if (line.size() != 5 || base::fold_case(line.substr(0, 4)) != "sep=") return std::nullopt;
  begin = end + (text.substr(end, 2) == "\r\n" ? 2U : 1U);
  begin = std::min(begin, text.size());
  return line[4];
}

}  // namespace

struct TableReader::State {
  std::string text;
  Records records{"", ','};
  Table table;
  std::vector<bool> unnamed;  // columns whose header was empty
  std::size_t named = 0;      // columns up to the last that has a header or a cell
  std::vector<std::size_t> empty_rows;
  std::size_t cells_in_all = 0;
  bool has_headers = false;

  void warn(TableNote note, std::size_t row, std::size_t column) {
    if (table.warnings.size() < most_warnings) table.warnings.push_back({note, row, column});
  }
  [[nodiscard]] base::Done find_headers();
  void name_columns(std::vector<std::string> cells, std::size_t row);
  [[nodiscard]] base::Done read_row();
  void note_quotes(const Records::Notes& notes, std::size_t row);
};

/// Finds the row of headers: the first that is not empty and no title above the others.
base::Done TableReader::State::find_headers() {
  has_headers = true;
  std::vector<std::string> cells;
  for (std::size_t titles = 0; !records.at_end();) {
    const Records before = records;
    if (const auto notes = records.next(cells); !notes) return base::pass_on(notes);
    const std::size_t row = records.number();
    if (filled(cells) == 0) continue;
    if (filled(cells) == 1 && titles < most_title_rows && !is_person(cells)) {
      Records ahead = records;
      std::vector<std::string> after;
      std::size_t widest = 0;
      for (int looked = 0; looked < 4 && !ahead.at_end(); ++looked) {
        if (!ahead.next(after)) break;
        widest = std::max(widest, filled(after));
      }
      if (widest >= 3) {
        warn(TableNote::title_skipped, row, 0);
        ++titles;
        continue;
      }
    }
    if (is_person(cells)) {
      warn(TableNote::headers_missing, row, 0);
      records = before;
      for (std::string& cell : cells) cell.clear();
    }
    name_columns(std::move(cells), row);
    return {};
  }
  return fail(Errc::invalid_input, std::string(not_a_table::empty));
}

void TableReader::State::name_columns(std::vector<std::string> cells, std::size_t row) {
  const bool any_named = filled(cells) > 0;
  std::set<std::string> taken;  // folded; every header as written, then every one made up
  for (std::string& cell : cells) {
    cell = base::collapse_spaces(cell);
    taken.insert(base::fold_case(cell));
  }
  std::set<std::string> given;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    unnamed.push_back(cells[i].empty());
    const bool repeated = !given.insert(base::fold_case(cells[i])).second;
    if (!unnamed[i] && !repeated) continue;
    if (any_named) {
      warn(unnamed[i] ? TableNote::header_empty : TableNote::header_repeated, row, i);
    }
    if (unnamed[i]) cells[i] = "Column " + number(i + 1);
    std::string unique = cells[i];
    for (std::size_t n = 2; taken.contains(base::fold_case(unique)); ++n) {
      unique = cells[i] + " (" + number(n) + ")";
    }
    taken.insert(base::fold_case(unique));
    cells[i] = std::move(unique);
  }
  named = cells.size();
  while (any_named && named > 0 && unnamed[named - 1]) --named;
  table.headers = std::move(cells);
}

void TableReader::State::note_quotes(const Records::Notes& notes, std::size_t row) {
  if (notes.quote_not_closed) warn(TableNote::quote_not_closed, row, notes.column);
  if (notes.text_after_quote) warn(TableNote::text_after_quote, row, notes.column);
}

base::Done TableReader::State::read_row() {
  const std::size_t columns = table.headers.size();
  std::vector<std::string> cells(columns);
  const auto notes = records.next(cells);
  if (!notes) return base::pass_on(notes);
  const std::size_t row = records.number();
  if (filled(cells) == 0) {
    if (empty_rows.size() < most_warnings) empty_rows.push_back(row);
    return {};
  }
  for (const std::size_t empty : empty_rows) warn(TableNote::row_empty, empty, 0);
  empty_rows.clear();
  note_quotes(*notes, row);
  if (cells.size() > columns) {
    const bool lost =
        std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(columns), cells.end(),
                    [](const std::string& cell) { return !base::trim(cell).empty(); });
    if (lost) warn(TableNote::row_longer, row, columns);
  }
  if (cells.size() < columns) warn(TableNote::row_shorter, row, cells.size());
  cells.resize(columns);
  for (std::size_t i = columns; i > named; --i) {
    if (!base::trim(cells[i - 1]).empty()) named = i;
  }
  cells_in_all += columns;
  if (table.rows.size() == max_rows) return fail(Errc::too_large, "rows", "more than 200,000");
  if (cells_in_all > max_cells) {
    return fail(Errc::too_large, "rows", "more than 5,000,000 cells");
  }
  table.rows.push_back({row, std::move(cells)});
  return {};
}

TableReader::TableReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
TableReader::TableReader(TableReader&&) noexcept = default;
TableReader& TableReader::operator=(TableReader&&) noexcept = default;
TableReader::~TableReader() = default;

base::Result<TableReader> TableReader::open(base::BytesView file) {
  auto decoded = decode_text(file);
  if (!decoded) return base::pass_on(decoded);
  auto state = std::make_unique<State>();
  state->text = std::move(decoded->text);
  std::size_t begin = 0;
  const auto declared = declared_separator(state->text, begin);
  const std::string_view rows = std::string_view(state->text).substr(begin);
  state->table.dialect = {decoded->encoding, declared.value_or(',')};
  if (!declared) state->table.dialect.separator = guess_separator(rows);
  state->records = Records(rows, state->table.dialect.separator);
  if (decoded->guessed) state->warn(TableNote::encoding_guessed, 0, 0);
  if (decoded->damaged) state->warn(TableNote::damaged_text, 0, 0);
  return TableReader(std::move(state));
}

base::Result<TableReader::Progress> TableReader::step(std::size_t most_rows) {
  State& state = *state_;
  if (!state.has_headers) {
    if (const base::Done found = state.find_headers(); !found) return base::pass_on(found);
  }
  for (std::size_t i = 0; i < most_rows && !state.records.at_end(); ++i) {
    if (const base::Done read = state.read_row(); !read) return base::pass_on(read);
  }
  return Progress{state.records.position(), state.text.size(), state.table.rows.size(),
                  state.records.at_end()};
}

Table TableReader::take() {
  State& state = *state_;
  Table& table = state.table;
  // Columns at the end that nobody named or filled: a spreadsheet's habit, nobody's question.
  if (state.named < table.headers.size()) {
    table.headers.resize(state.named);
    for (TableRow& row : table.rows) row.cells.resize(state.named);
    std::erase_if(table.warnings, [&](const TableWarning& warning) {
      return warning.note == TableNote::header_empty && warning.column >= state.named;
    });
  }
  return std::move(table);
}

base::Result<Table> read_table(base::BytesView file) {
  auto reader = TableReader::open(file);
  if (!reader) return base::pass_on(reader);
  while (true) {
    const auto progress = reader->step(max_rows);
    if (!progress) return base::pass_on(progress);
    if (progress->done) return reader->take();
  }
}

}  // namespace pairbook::codec
