// Answers to the questions for wishes, from a spreadsheet: who answered, and whom they wish
// for. Names stay as they are written; whoever is not known by them is settled by a person.
#include <algorithm>
#include <charconv>

#include "areas.hpp"
#include "change.hpp"
#include "import_words.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/matching/wishes.hpp"
#include "seen.hpp"
#include "wishes_area.hpp"

namespace pairbook::app {

namespace {

using domain::PersonId;
using domain::Side;

constexpr std::size_t most_rows = 5'000;
constexpr std::size_t most_looked_at = 200;  // to see what a column means
constexpr std::size_t most_rows_told = 20;
enum Means { not_used, who_answers, a_wish };

Side side_of(const WishImport& import) {
  return import.who == 1 ? Side::mentor : Side::mentee;
}

std::vector<std::string> column(const WishImport& import, std::size_t at, std::size_t most) {
  std::vector<std::string> cells;
  for (const codec::TableRow& row : import.table->rows) {
    if (cells.size() == most) break;
    cells.push_back(row.cells[at]);
  }
  return cells;
}

std::vector<std::string> wishes_in(const WishImport& import, std::size_t row) {
  std::vector<std::string> names;
  for (std::size_t c = 0; c < import.means.size(); ++c) {
    if (import.means[c] != a_wish) continue;
    for (std::string& name : matching::wished_names(import.table->rows[row].cells[c])) {
      if (std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(std::move(name));
    }
  }
  return names;
}

/// Looks anew who answered, by the column that says so.
void find_rows(const domain::Programme& programme, WishImport& import) {
  import.rows.clear();
  const auto who = std::find(import.means.begin(), import.means.end(), who_answers);
  if (who == import.means.end()) return;
  const auto names =
      column(import, static_cast<std::size_t>(who - import.means.begin()), most_rows);
  auto found = matching::people_called(programme, side_of(import), names);
  std::vector<std::string> unknown;
  std::vector<std::size_t> of_row;
  for (std::size_t r = 0; r < names.size(); ++r) {
    const bool sure = found[r].size() == 1;
    import.rows.push_back(
        {std::string(base::trim(names[r])), std::move(found[r]), sure ? 0 : -1, sure});
    if (sure || import.rows.back().name.empty() || unknown.size() == most_rows_told) continue;
    unknown.push_back(import.rows.back().name);
    of_row.push_back(r);
  }
  auto like = people_like(programme, side_of(import), unknown);
  for (std::size_t i = 0; i < of_row.size(); ++i)
    import.rows[of_row[i]].maybe = std::move(like[i]);
}

/// Who answers: the first column in which a third names people of their side. Wishes: columns
/// after it in which a third names people of the other.
void guess(const domain::Programme& programme, WishImport& import) {
  const std::size_t columns = import.table->headers.size();
  import.means.assign(columns, not_used);
  std::vector<std::vector<PersonId>> answered;
  for (std::size_t c = 0; c < columns; ++c) {
    const auto cells = column(import, c, most_looked_at);
    std::size_t filled = 0, own = 0, others = 0, same = 0;
    auto of_side = matching::people_called(programme, side_of(import), cells);
    std::vector<std::string> named;
    for (std::size_t r = 0; r < cells.size(); ++r) {
      const auto names = matching::wished_names(cells[r]);
      if (names.empty()) continue;
      ++filled;
      own += of_side[r].size() == 1 ? 1U : 0U;
      same +=
          !answered.empty() && of_side[r].size() == 1 && of_side[r] == answered[r] ? 1U : 0U;
      named.push_back(names.front());
    }
    for (const auto& found :
         matching::people_called(programme, other_side(side_of(import)), named))
      others += found.empty() ? 0U : 1U;
    if (filled == 0) continue;
    if (answered.empty() && own * 3 >= filled) {
      import.means[c] = who_answers;
      answered = std::move(of_side);
    } else if (others * 3 >= filled && same * 2 < filled) {
      import.means[c] = a_wish;
    }
  }
  find_rows(programme, import);
}

void read(Turn& turn, const std::string& name, base::BytesView bytes) {
  WishImport& import = *turn.state.areas.wishes.bringing;
  import.trouble.clear();
  auto table = codec::read_table(bytes);
  if (!table) {
    import.trouble = file_trouble(turn.say, table.error(), name);
  } else if (table->rows.empty()) {
    import.trouble = turn.say(ImportWord::bad_empty, name);
  } else if (table->rows.size() > most_rows) {
    import.trouble = turn.say(WishesWord::too_many_rows, most_rows);
  } else {
    import.table = std::move(*table);
    guess(turn.state.book->programme, import);
  }
  focus(turn);
}

/// A later row of somebody takes the place of an earlier one.
std::map<PersonId, std::vector<std::string>> answers_of(const WishImport& import) {
  std::map<PersonId, std::vector<std::string>> answers;
  for (std::size_t r = 0; r < import.rows.size(); ++r) {
    const WishImport::Row& row = import.rows[r];
    if (row.chosen < 0) continue;
    auto names = wishes_in(import, r);
    if (!names.empty())
      answers[row.maybe[static_cast<std::size_t>(row.chosen)]] = std::move(names);
  }
  return answers;
}

void run(Turn& turn) {
  WishesView& view = turn.state.areas.wishes;
  const WishImport& import = *view.bringing;
  const domain::Field* question = wish_question(turn.state.book->programme, side_of(import));
  if (!import.table || question == nullptr) return;
  domain::ImportPeople command;
  for (const auto& [id, names] : answers_of(import)) {
    domain::PersonPatch patch;
    patch.answers[question->key].values = {base::join(names, "; ")};
    command.changed.emplace_back(id, std::move(patch));
  }
  const std::size_t count = command.changed.size();
  const Carried carried = carry_out(turn, command, Tell::nothing);
  if (!carried.done) {
    view.bringing->trouble = carried.why;
    return;
  }
  view.bringing.reset();
  focus(turn);
  toast(turn, Tone::success, turn.say(WishesWord::brought_in, count), WithUndo::yes);
}

}  // namespace

std::size_t number_of(const ControlId& id) {
  std::size_t number = 0;
  const char* end = id.key.data() + id.key.size();
  const auto read = std::from_chars(id.key.data(), end, number);
  return read.ec == std::errc() && read.ptr == end ? number : id.key.max_size();
}

void bring_in(Turn& turn, Bringing doing) {
  WishesView& view = turn.state.areas.wishes;
  if (names_hidden(turn.state)) return;
  if (doing == Bringing::begin) {
    view.bringing.emplace();
    view.bringing->who = view.who == Side::mentor ? 1 : 0;
    focus(turn, {Control::wishes_paste, ""});
  }
  if (!view.bringing) return;
  switch (doing) {
    case Bringing::begin:
      return;
    case Bringing::choose_file:
      return turn.ask(
          PickFile{PickPurpose::import_wishes, ".csv,.tsv,.txt,text/csv,text/plain"});
    case Bringing::read: {
      const std::string pasted = view.bringing->pasted;
      return read(turn, turn.say(ImportWord::pasted_name), base::bytes_of(pasted));
    }
    case Bringing::run:
      return run(turn);
    case Bringing::cancel:
      view.bringing.reset();
      focus(turn);
  }
}

void wishes_file_picked(Turn& turn, const FilePicked& file) {
  if (turn.state.areas.wishes.bringing && !names_hidden(turn.state))
    read(turn, file.name, file.bytes);
}

bool control_bringing(Turn& turn, const ControlIntent& intent) {
  WishesView& view = turn.state.areas.wishes;
  if (!view.bringing) return false;
  WishImport& import = *view.bringing;
  const domain::Programme& programme = turn.state.book->programme;
  if (const auto* typed = std::get_if<TypeText>(&intent)) {
    if (typed->id.control != Control::wishes_paste) return false;
    import.pasted = typed->text;
    return true;
  }
  const auto* chosen = std::get_if<Choose>(&intent);
  if (chosen == nullptr) return false;
  const std::size_t at = number_of(chosen->id);
  if (chosen->id.control == Control::wishes_from) {
    import.who = chosen->index == 1 ? 1 : 0;
    if (import.table) guess(programme, import);
    return true;
  }
  if (chosen->id.control == Control::wishes_column) {
    if (at >= import.means.size() || chosen->index < not_used || chosen->index > a_wish)
      return true;
    // Only one says who answers.
    if (chosen->index == who_answers)
      std::replace(import.means.begin(), import.means.end(), int{who_answers}, int{not_used});
    import.means[at] = chosen->index;
    find_rows(programme, import);
    return true;
  }
  if (chosen->id.control != Control::wishes_row) return false;
  if (at < import.rows.size() && chosen->index >= 0 &&
      chosen->index <= static_cast<int>(import.rows[at].maybe.size()))
    import.rows[at].chosen = chosen->index - 1;
  return true;
}

WishesBody::Part present_bringing(const Model::State& state, const Speaker& say) {
  const WishImport& import = *state.areas.wishes.bringing;
  const domain::Programme& programme = state.book->programme;
  WishesBody::Part part;
  part.key = "bring in";
  part.title = say(WishesWord::bring_title);
  part.trouble = import.trouble;
  const auto button = [&](WishesWord word, Bringing doing, Icon icon) {
    return Button{.label = say(word), .intent = BringInWishes{doing}, .icon = icon};
  };
  part.pieces.emplace_back(
      Choice{.id = {Control::wishes_from, ""},
             .label = say(WishesWord::bring_from),
             .options = {say(WishesWord::mentees), say(WishesWord::mentors)},
             .selected = import.who});
  if (!import.table) {
    part.text = say(WishesWord::bring_text);
    part.pieces.emplace_back(TextField{.id = {Control::wishes_paste, ""},
                                       .label = say(WishesWord::bring_paste),
                                       .value = import.pasted,
                                       .kind = TextKind::paragraph});
    part.actions = {button(WishesWord::bring_read, Bringing::read, Icon::check),
                    button(WishesWord::bring_file, Bringing::choose_file, Icon::upload)};
    if (base::trim(import.pasted).empty())
      part.actions.front().why_not = say(ImportWord::paste_empty);
    part.actions.front().emphasis = Emphasis::primary;
  } else {
    part.text = say(WishesWord::bring_columns);
    for (std::size_t c = 0; c < import.means.size(); ++c) {
      part.pieces.emplace_back(
          Choice{.id = {Control::wishes_column, base::to_text(static_cast<long long>(c))},
                 .label = import.table->headers[c],
                 .options = {say(WishesWord::means_nothing), say(WishesWord::means_who),
                             say(WishesWord::means_wish)},
                 .selected = import.means[c]});
    }
    std::size_t told = 0, left = 0;
    for (std::size_t r = 0; r < import.rows.size(); ++r) {
      const WishImport::Row& row = import.rows[r];
      if (row.sure || row.name.empty()) continue;
      if (row.maybe.empty() || told == most_rows_told) {
        ++left;
        continue;
      }
      ++told;
      Choice who{.id = {Control::wishes_row, base::to_text(static_cast<long long>(r))},
                 .label = say(WishesWord::who_is, row.name),
                 .options = {say(WishesWord::leave_row_out)},
                 .selected = row.chosen + 1};
      for (std::string& name : as_options(programme, row.maybe))
        who.options.push_back(std::move(name));
      part.pieces.emplace_back(std::move(who));
    }
    if (left > 0) part.pieces.emplace_back(Words{say(WishesWord::rows_of_nobody, left)});
    const std::size_t count = answers_of(import).size();
    part.actions = {button(WishesWord::bring_run, Bringing::run, Icon::check)};
    part.actions.front().label = say(WishesWord::bring_run, count);
    part.actions.front().emphasis = Emphasis::primary;
    part.actions.front().why_not = wish_question(programme, side_of(import)) == nullptr
                                       ? say(WishesWord::not_asked_title)
                                   : count == 0 ? say(WishesWord::bring_none)
                                                : why_no_change(state, say);
  }
  part.actions.push_back(
      Button{.label = say(FrameWord::cancel), .intent = BringInWishes{Bringing::cancel}});
  return part;
}

}  // namespace pairbook::app
