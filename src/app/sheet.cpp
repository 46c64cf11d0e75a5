// Answers from a spreadsheet: pasted or in a file, looked at first, brought in as one change.
#include "sheet.hpp"

#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "import_words.hpp"
#include "pairbook/base/text.hpp"
#include "seen.hpp"
#include "wishes_area.hpp"

namespace pairbook::app {

namespace {

void read(Turn& turn, const SheetPage& page, const std::string& name, base::BytesView bytes) {
  Sheet& sheet = *page.sheet;
  sheet.trouble.clear();
  auto table = codec::read_table(bytes);
  if (!table) {
    sheet.trouble = file_trouble(turn.say, table.error(), name);
  } else if (table->rows.empty()) {
    sheet.trouble = turn.say(ImportWord::bad_empty, name);
  } else if (table->rows.size() > most_sheet_rows) {
    sheet.trouble = turn.say(WishesWord::too_many_rows, most_sheet_rows);
  } else {
    sheet.table = std::move(*table);
    page.read(turn.state.book->programme, sheet);
  }
  focus(turn);
}

/// A choice for each row that more than one may be meant by, or whose name is only like one.
void add_rows(const Speaker& say, const Sheet& sheet, const SheetSays& says, PagePart& part,
              std::vector<std::string>& left_out) {
  std::size_t told = 0;
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    const Sheet::Row& row = sheet.rows[r];
    if (row.sure || row.name.empty()) continue;
    if (row.maybe.empty() || told == most_rows_told) {
      left_out.push_back(row.name);
      continue;
    }
    ++told;
    Choice who{.id = {Control::sheet_row, base::to_text(static_cast<long long>(r))},
               .label = says.which(row.name),
               .options = {say(WishesWord::leave_row_out)},
               .selected = row.chosen + 1};
    for (std::string& name : says.options(row.maybe)) who.options.push_back(std::move(name));
    part.pieces.emplace_back(std::move(who));
  }
}

Button button(const Speaker& say, const SheetSays& says, WishesWord word, Bringing doing,
              Icon icon) {
  return Button{.label = say(word), .intent = says.intent(doing), .icon = icon};
}

}  // namespace

std::vector<std::string> cells_of(const Sheet& sheet, std::size_t column, std::size_t most) {
  std::vector<std::string> cells;
  for (const codec::TableRow& row : sheet.table->rows) {
    if (cells.size() == most) break;
    cells.push_back(row.cells[column]);
  }
  return cells;
}

std::optional<std::size_t> column_of(const Sheet& sheet, int meaning) {
  const auto found = std::find(sheet.means.begin(), sheet.means.end(), meaning);
  if (found == sheet.means.end()) return std::nullopt;
  return static_cast<std::size_t>(found - sheet.means.begin());
}

void bring_in(Turn& turn, const SheetPage& page, Bringing doing) {
  if (names_hidden(turn.state)) return;
  if (doing == Bringing::begin) {
    page.sheet.emplace();
    focus(turn, {Control::sheet_paste, ""});
  }
  if (!page.sheet) return;
  switch (doing) {
    case Bringing::begin:
      return;
    case Bringing::choose_file:
      return turn.ask(PickFile{page.purpose, ".csv,.tsv,.txt,text/csv,text/plain"});
    case Bringing::read: {
      const std::string pasted = page.sheet->pasted;
      return read(turn, page, turn.say(ImportWord::pasted_name), base::bytes_of(pasted));
    }
    case Bringing::run:
      return page.run(turn);
    case Bringing::cancel:
      page.sheet.reset();
      focus(turn);
  }
}

void sheet_picked(Turn& turn, const SheetPage& page, const FilePicked& file) {
  if (page.sheet && !names_hidden(turn.state)) read(turn, page, file.name, file.bytes);
}

void carry_out_sheet(Turn& turn, std::optional<Sheet>& sheet, const domain::Command& command,
                     std::size_t answers) {
  const Carried carried = carry_out(turn, command, Tell::nothing);
  if (!carried.done) {
    sheet->trouble = carried.why;
    return;
  }
  sheet.reset();
  focus(turn);
  toast(turn, Tone::success, turn.say(WishesWord::brought_in, answers), WithUndo::yes);
}

SheetControl control_sheet(Sheet& sheet, const ControlIntent& intent, int most_meaning,
                           int repeated) {
  if (const auto* typed = std::get_if<TypeText>(&intent)) {
    if (typed->id.control != Control::sheet_paste) return SheetControl::not_ours;
    sheet.pasted = typed->text;
    return SheetControl::done;
  }
  const auto* chosen = std::get_if<Choose>(&intent);
  if (chosen == nullptr) return SheetControl::not_ours;
  const std::size_t at = number_of(chosen->id);
  if (chosen->id.control == Control::sheet_column) {
    const int means = chosen->index;
    if (at >= sheet.means.size() || means < column_not_used || means > most_meaning)
      return SheetControl::done;
    if (means != repeated)
      std::replace(sheet.means.begin(), sheet.means.end(), means, int{column_not_used});
    sheet.means[at] = means;
    return SheetControl::columns_changed;
  }
  if (chosen->id.control != Control::sheet_row) return SheetControl::not_ours;
  if (at < sheet.rows.size() && chosen->index >= 0 &&
      chosen->index <= static_cast<int>(sheet.rows[at].maybe.size()))
    sheet.rows[at].chosen = chosen->index - 1;
  return SheetControl::done;
}

PagePart present_sheet(const Speaker& say, const Sheet& sheet, const SheetSays& says,
                       std::vector<std::string>& left_out) {
  PagePart part;
  part.key = "bring in";
  part.title = say(WishesWord::bring_title);
  part.trouble = sheet.trouble;
  if (!sheet.table) {
    part.text = says.text;
    part.pieces.emplace_back(TextField{.id = {Control::sheet_paste, ""},
                                       .label = say(WishesWord::bring_paste),
                                       .value = sheet.pasted,
                                       .kind = TextKind::paragraph});
    return part;
  }
  part.text = say(WishesWord::bring_columns);
  for (std::string& note : table_notes(say, *sheet.table))
    part.pieces.emplace_back(Words{std::move(note)});
  for (std::size_t c = 0; c < sheet.means.size(); ++c) {
    part.pieces.emplace_back(
        Choice{.id = {Control::sheet_column, base::to_text(static_cast<long long>(c))},
               .label = sheet.table->headers[c],
               .options = says.meanings,
               .selected = sheet.means[c]});
  }
  add_rows(say, sheet, says, part, left_out);
  return part;
}

void end_sheet(const Speaker& say, const Sheet& sheet, const SheetSays& says,
               std::size_t answers, std::string why_not, PagePart& part) {
  if (!sheet.table) {
    part.actions = {
        button(say, says, WishesWord::bring_read, Bringing::read, Icon::check),
        button(say, says, WishesWord::bring_file, Bringing::choose_file, Icon::upload)};
    if (base::trim(sheet.pasted).empty())
      part.actions.front().why_not = say(ImportWord::paste_empty);
  } else {
    part.actions = {button(say, says, WishesWord::bring_run, Bringing::run, Icon::check)};
    part.actions.front().label = say(WishesWord::bring_run, answers);
    part.actions.front().why_not = std::move(why_not);
  }
  part.actions.front().emphasis = Emphasis::primary;
  part.actions.push_back(
      Button{.label = say(FrameWord::cancel), .intent = says.intent(Bringing::cancel)});
}

}  // namespace pairbook::app
