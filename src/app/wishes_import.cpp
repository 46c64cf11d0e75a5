// Answers to the questions for wishes, from a spreadsheet: who answered, and whom they wish
// for. Names stay as they are written; whoever is not known by them is settled by a person.
#include <algorithm>
#include <charconv>

#include "areas.hpp"
#include "change.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/matching/wishes.hpp"
#include "seen.hpp"
#include "sheet.hpp"
#include "wishes_area.hpp"

namespace pairbook::app {

namespace {

using domain::PersonId;
using domain::Side;

constexpr int a_wish = 2;  // what a column means

Side side_of(const Sheet& import) {
  return import.who == 1 ? Side::mentor : Side::mentee;
}

std::vector<std::string> wishes_in(const Sheet& import, std::size_t row) {
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

std::vector<Sheet::Of> just(const std::vector<PersonId>& people) {
  std::vector<Sheet::Of> out;
  for (const PersonId& person : people) out.push_back({person});
  return out;
}

/// Looks anew who answered, by the column that says so.
void find_rows(const domain::Programme& programme, Sheet& import) {
  import.rows.clear();
  const auto who = column_of(import, column_who);
  if (!who) return;
  const auto names = cells_of(import, *who);
  const auto found = matching::people_called(programme, side_of(import), names);
  std::vector<std::string> unknown;
  std::vector<std::size_t> of_row;
  for (std::size_t r = 0; r < names.size(); ++r) {
    const bool sure = found[r].size() == 1;
    import.rows.push_back(
        {std::string(base::trim(names[r])), just(found[r]), sure ? 0 : -1, sure});
    if (sure || import.rows.back().name.empty() || unknown.size() == most_rows_told) continue;
    unknown.push_back(import.rows.back().name);
    of_row.push_back(r);
  }
  const auto like = people_like(programme, side_of(import), unknown);
  for (std::size_t i = 0; i < of_row.size(); ++i) import.rows[of_row[i]].maybe = just(like[i]);
}

/// Who answers: the first column in which a third names people of their side. Wishes: columns
/// after it in which a third names people of the other.
void guess(const domain::Programme& programme, Sheet& import) {
  const std::size_t columns = import.table->headers.size();
  import.means.assign(columns, column_not_used);
  std::vector<std::vector<PersonId>> answered;
  for (std::size_t c = 0; c < columns; ++c) {
    const auto cells = cells_of(import, c, most_looked_at);
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
      import.means[c] = column_who;
      answered = std::move(of_side);
    } else if (others * 3 >= filled && same * 2 < filled) {
      import.means[c] = a_wish;
    }
  }
  find_rows(programme, import);
}

/// A later row of somebody takes the place of an earlier one.
std::map<PersonId, std::vector<std::string>> answers_of(const Sheet& import) {
  std::map<PersonId, std::vector<std::string>> answers;
  for (std::size_t r = 0; r < import.rows.size(); ++r) {
    const Sheet::Row& row = import.rows[r];
    if (row.chosen < 0) continue;
    auto names = wishes_in(import, r);
    if (!names.empty())
      answers[row.maybe[static_cast<std::size_t>(row.chosen)].person] = std::move(names);
  }
  return answers;
}

void run(Turn& turn) {
  WishesView& view = turn.state.areas.wishes;
  const Sheet& import = *view.bringing;
  const domain::Field* question = wish_question(turn.state.book->programme, side_of(import));
  if (!import.table || question == nullptr) return;
  domain::ImportPeople command;
  for (const auto& [id, names] : answers_of(import)) {
    domain::PersonPatch patch;
    patch.answers[question->key].values = {base::join(names, "; ")};
    command.changed.emplace_back(id, std::move(patch));
  }
  const std::size_t count = command.changed.size();
  carry_out_sheet(turn, view.bringing, command, count);
}

SheetPage page_of(Turn& turn) {
  return {turn.state.areas.wishes.bringing, PickPurpose::import_wishes, guess, run};
}

Intent bringing(Bringing doing) {
  return BringInWishes{doing};
}

}  // namespace

std::size_t number_of(const ControlId& id) {
  std::size_t number = 0;
  const char* end = id.key.data() + id.key.size();
  const auto read = std::from_chars(id.key.data(), end, number);
  return read.ec == std::errc() && read.ptr == end ? number : id.key.max_size();
}

void bring_in_wishes(Turn& turn, Bringing doing) {
  bring_in(turn, page_of(turn), doing);
  WishesView& view = turn.state.areas.wishes;
  if (doing == Bringing::begin && view.bringing)
    view.bringing->who = view.who == Side::mentor ? 1 : 0;
}

void wishes_file_picked(Turn& turn, const FilePicked& file) {
  sheet_picked(turn, page_of(turn), file);
}

bool control_bringing(Turn& turn, const ControlIntent& intent) {
  WishesView& view = turn.state.areas.wishes;
  if (!view.bringing || turn.state.frame.route != wishes_route) return false;
  Sheet& import = *view.bringing;
  const domain::Programme& programme = turn.state.book->programme;
  const auto* chosen = std::get_if<Choose>(&intent);
  if (chosen != nullptr && chosen->id.control == Control::wishes_from) {
    import.who = chosen->index == 1 ? 1 : 0;
    if (import.table) guess(programme, import);
    return true;
  }
  const SheetControl did = control_sheet(import, intent, a_wish, a_wish);
  if (did == SheetControl::columns_changed) find_rows(programme, import);
  return did != SheetControl::not_ours;
}

WishesBody::Part present_bringing(const Model::State& state, const Speaker& say) {
  const Sheet& import = *state.areas.wishes.bringing;
  const domain::Programme& programme = state.book->programme;
  const SheetSays says{
      say(WishesWord::bring_text),
      {say(WishesWord::means_nothing), say(WishesWord::means_who), say(WishesWord::means_wish)},
      [&](const std::string& name) { return say(WishesWord::who_is, name); },
      bringing,
      [&](const std::vector<Sheet::Of>& maybe) {
        std::vector<PersonId> people;
        for (const Sheet::Of& each : maybe) people.push_back(each.person);
        return as_options(programme, people);
      }};
  std::vector<std::string> left_out;
  WishesBody::Part part = present_sheet(say, import, says, left_out);
  part.pieces.insert(part.pieces.begin(),
                     Choice{.id = {Control::wishes_from, ""},
                            .label = say(WishesWord::bring_from),
                            .options = {say(WishesWord::mentees), say(WishesWord::mentors)},
                            .selected = import.who});
  if (!left_out.empty())
    part.pieces.emplace_back(Words{say(WishesWord::rows_of_nobody, left_out.size())});
  const std::size_t count = answers_of(import).size();
  end_sheet(say, import, says, count,
            wish_question(programme, side_of(import)) == nullptr
                ? say(WishesWord::not_asked_title)
            : count == 0 ? say(WishesWord::bring_none)
                         : why_no_change(state, say),
            part);
  return part;
}

}  // namespace pairbook::app
