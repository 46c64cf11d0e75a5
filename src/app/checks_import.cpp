// What pairs say after the first meetings, from a spreadsheet. Who is meant is never guessed,
// and what is here already is shown before other answers take its place.
#include <algorithm>
#include <map>
#include <set>

#include "areas.hpp"
#include "change.hpp"
#include "pair_checks.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/matching/wishes.hpp"
#include "pairs_area.hpp"
#include "seen.hpp"
#include "sheet.hpp"
#include "wishes_area.hpp"

namespace pairbook::app {

namespace {

using domain::Check;
using domain::PairFit;
using domain::PairId;
using domain::PersonId;
using domain::Programme;
using domain::Side;

// What a column means, after who answers.
constexpr int the_partner = 2, the_fit = 3, how_satisfied = 4, a_note = 5;
constexpr PairsWord fits[] = {PairsWord::fit_good, PairsWord::fit_deciding, PairsWord::fit_not};
constexpr Side both_sides[] = {Side::mentee, Side::mentor};
constexpr std::size_t most_told = 20;

/// Which of these a cell says: the first word of a line is its number.
template <std::size_t lines>
std::optional<int> one_of(const std::string_view (&words)[lines], std::string_view cell) {
  const std::string text = base::fold_case(base::trim(cell));
  for (std::size_t i = 0; i < lines; ++i) {
    for (const std::string& word : base::split(words[i], "|")) {
      if (text == word) return static_cast<int>(i);
    }
  }
  return std::nullopt;
}

std::optional<PairFit> fit_in(std::string_view cell) {
  constexpr std::string_view words[] = {
      "1|good fit|a good fit|good|yes",
      "2|still deciding|deciding|undecided|not sure|unsure|maybe",
      "3|not a fit|not a good fit|no fit|no"};
  const auto found = one_of(words, cell);
  if (!found) return std::nullopt;
  return static_cast<PairFit>(*found);
}

std::optional<int> satisfaction_in(std::string_view cell) {
  constexpr std::string_view words[] = {
      "1|1/5|1 of 5|1 out of 5|very dissatisfied|very unsatisfied",
      "2|2/5|2 of 5|2 out of 5|dissatisfied|unsatisfied",
      "3|3/5|3 of 5|3 out of 5|neutral|neither satisfied nor dissatisfied",
      "4|4/5|4 of 5|4 out of 5|satisfied", "5|5/5|5 of 5|5 out of 5|very satisfied"};
  const auto found = one_of(words, cell);
  if (!found) return std::nullopt;
  return *found + 1;
}

const PersonId& person_of(const domain::Pair& pair, Side side) {
  return side == Side::mentor ? pair.mentor.person : pair.mentee.person;
}

using Sides = std::multimap<std::pair<PersonId, Side>, const domain::Pair*>;
Sides sides_of(const Programme& programme) {
  Sides out;
  for (const auto& [id, pair] : programme.pairs) {
    for (const Side side : both_sides) out.insert({{person_of(pair, side), side}, &pair});
  }
  return out;
}

/// The pairs of somebody on a side: those that go on, or else those that have ended.
void add_pairs(const Sides& sides, const PersonId& person, Side side,
               const std::vector<PersonId>* partners, std::vector<Sheet::Of>& to) {
  std::vector<Sheet::Of> active, ended;
  const auto [first, last] = sides.equal_range({person, side});
  for (auto at = first; at != last; ++at) {
    const domain::Pair& pair = *at->second;
    if (partners != nullptr && std::find(partners->begin(), partners->end(),
                                         person_of(pair, other_side(side))) == partners->end())
      continue;
    (pair.state == domain::PairState::active ? active : ended)
        .push_back({person, pair.id, side});
  }
  const auto& which = active.empty() ? ended : active;
  to.insert(to.end(), which.begin(), which.end());
}

using Called = std::vector<std::vector<PersonId>>;  // by row
struct CalledBoth {
  Called of[2];  // as both_sides
};
CalledBoth called(const Programme& programme, const std::vector<std::string>& names) {
  CalledBoth out;
  for (std::size_t s = 0; s < 2; ++s)
    out.of[s] = matching::people_called(programme, both_sides[s], names);
  return out;
}

/// Looks anew who answered about which pair.
void find_rows(const Programme& programme, Sheet& sheet) {
  sheet.rows.clear();
  const auto who = column_of(sheet, column_who);
  if (!who) return;
  const auto names = cells_of(sheet, *who);
  const auto with = column_of(sheet, the_partner);
  const auto partners = with ? cells_of(sheet, *with) : std::vector<std::string>(names.size());
  const Sides sides = sides_of(programme);
  const CalledBoth people = called(programme, names), others = called(programme, partners);
  std::vector<std::string> unknown;
  std::vector<std::size_t> of_row;
  const auto options = [&](std::size_t r, const std::vector<PersonId>& found, std::size_t s,
                           std::vector<Sheet::Of>& to) {
    const bool told = !base::trim(partners[r]).empty();
    for (const PersonId& person : found)
      add_pairs(sides, person, both_sides[s], told ? &others.of[1 - s][r] : nullptr, to);
  };
  for (std::size_t r = 0; r < names.size(); ++r) {
    Sheet::Row row{std::string(base::trim(names[r])), {}, -1, false};
    std::set<PersonId> known;
    for (std::size_t s = 0; s < 2; ++s) {
      known.insert(people.of[s][r].begin(), people.of[s][r].end());
      options(r, people.of[s][r], s, row.maybe);
    }
    // Of two people with one name the other's is not taken because just one has a pair.
    const bool told = !base::trim(partners[r]).empty();
    row.sure = row.maybe.size() == 1 && (told || known.size() == 1);
    row.chosen = row.sure ? 0 : -1;
    if (known.empty() && !row.name.empty() && unknown.size() < most_rows_told) {
      unknown.push_back(row.name);
      of_row.push_back(r);
    }
    sheet.rows.push_back(std::move(row));
  }
  for (std::size_t s = 0; s < 2; ++s) {
    const auto like = people_like(programme, both_sides[s], unknown);
    for (std::size_t i = 0; i < of_row.size(); ++i)
      options(of_row[i], like[i], s, sheet.rows[of_row[i]].maybe);
  }
}

/// What the cells of a column are like, so many of them.
struct Like {
  std::size_t filled = 0, names = 0, fit = 0, fit_in_words = 0, satisfaction = 0, grade = 0;
};
Like looked_at(const Programme& programme, const Sheet& sheet, std::size_t column) {
  const auto cells = cells_of(sheet, column, most_looked_at);
  const CalledBoth people = called(programme, cells);
  Like like;
  for (std::size_t r = 0; r < cells.size(); ++r) {
    const std::string_view cell = base::trim(cells[r]);
    if (cell.empty()) continue;
    ++like.filled;
    like.names += people.of[0][r].empty() && people.of[1][r].empty() ? 0U : 1U;
    const bool fit = fit_in(cell).has_value();
    const auto satisfied = satisfaction_in(cell);
    like.fit += fit ? 1U : 0U;
    like.fit_in_words += fit && !satisfied ? 1U : 0U;
    like.satisfaction += satisfied ? 1U : 0U;
    like.grade += satisfied && !fit ? 1U : 0U;
  }
  return like;
}

/// Numbers from 1 to 3 may be either: such a column is left to the person, unless its heading
/// tells.
int meaning_of(const Programme& programme, const Sheet& sheet, std::size_t column) {
  const Like like = looked_at(programme, sheet, column);
  const std::string heading = base::fold_case(sheet.table->headers[column]);
  const auto says = [&](std::string_view word) {
    return heading.find(word) != std::string::npos;
  };
  if (like.filled == 0) return column_not_used;
  if (like.names * 3 >= like.filled)
    return column_of(sheet, column_who) ? the_partner : column_who;
  if (like.satisfaction * 2 >= like.filled && says("satisf")) return how_satisfied;
  if (like.fit_in_words * 2 >= like.filled || (like.fit * 2 >= like.filled && says("fit")))
    return the_fit;
  if (like.satisfaction * 2 >= like.filled && like.grade > 0) return how_satisfied;
  return says("note") || says("comment") || says("remark") ? a_note : column_not_used;
}

void guess(const Programme& programme, Sheet& sheet) {
  sheet.means.assign(sheet.table->headers.size(), column_not_used);
  for (std::size_t c = 0; c < sheet.means.size(); ++c) {
    const int means = meaning_of(programme, sheet, c);
    if (means != column_not_used && !column_of(sheet, means)) sheet.means[c] = means;
  }
  find_rows(programme, sheet);
}

/// What the rows would do.
struct Brought {
  std::vector<domain::PairChecked> answers;  // that are not here yet
  std::vector<std::size_t> replacing;        // of them: where another is here
  std::size_t same = 0, again = 0, without = 0;
  std::set<std::string> unclear;  // cells
};

/// What a row says, over what was said before; nothing when it says nothing clear.
std::optional<Check> check_in(const Sheet& sheet, std::size_t row, Check check,
                              Brought& brought) {
  const auto cell = [&](int meaning) -> std::string_view {
    const auto column = column_of(sheet, meaning);
    if (!column) return {};
    return base::trim(sheet.table->rows[row].cells[*column]);
  };
  const std::string_view fit = cell(the_fit), satisfied = cell(how_satisfied);
  if (fit.empty()) {
    ++brought.without;
    return std::nullopt;
  }
  const auto says = fit_in(fit);
  const auto grade = satisfaction_in(satisfied);
  if (!says) brought.unclear.insert(std::string(fit));
  if (!grade && !satisfied.empty()) brought.unclear.insert(std::string(satisfied));
  if (!says || (!grade && !satisfied.empty())) return std::nullopt;
  check.fit = *says;
  if (grade) check.satisfaction = grade;
  if (const std::string_view note = cell(a_note); !note.empty()) check.note = note;
  return check;
}

Brought brought_by(const Programme& programme, const Sheet& sheet) {
  Brought out;
  std::map<std::pair<PairId, Side>, Check> said;  // a later row takes the place of an earlier
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    const Sheet::Row& row = sheet.rows[r];
    if (row.chosen < 0) continue;
    const Sheet::Of& of = row.maybe[static_cast<std::size_t>(row.chosen)];
    const auto before = domain::follow_up(programme, of.pair).of(of.side);
    const auto check = check_in(sheet, r, before.value_or(Check{}), out);
    if (!check) continue;
    out.again += said.insert_or_assign({of.pair, of.side}, *check).second ? 0U : 1U;
  }
  for (auto& [of, check] : said) {
    const auto before = domain::follow_up(programme, of.first).of(of.second);
    if (before == check) {
      ++out.same;
      continue;
    }
    if (before) out.replacing.push_back(out.answers.size());
    out.answers.push_back({of.first, of.second, std::move(check)});
  }
  return out;
}

void run(Turn& turn) {
  PairsView& view = turn.state.areas.pairs;
  if (!view.bringing->table) return;
  domain::CheckPairs command{brought_by(turn.state.book->programme, *view.bringing).answers};
  if (command.answers.empty()) return;
  for (domain::PairChecked& each : command.answers) each.check->on = turn.moment.today;
  commit_checks(turn);
  carry_out_sheet(turn, view.bringing, command, command.answers.size());
  list_pairs_again(turn.state, turn.moment.today);
}

SheetPage page_of(Turn& turn) {
  return {turn.state.areas.pairs.bringing, PickPurpose::import_checks, guess, run};
}

Intent bringing(Bringing doing) {
  return BringInChecks{doing};
}

/// "Good fit, 4 of 5, “They talk weekly”"
std::string in_words(const Speaker& say, const Check& check) {
  std::string text = say(fits[static_cast<std::size_t>(check.fit)]);
  if (check.satisfaction) text += ", " + say(PairsWord::of_5, *check.satisfaction);
  if (!check.note.empty()) text += ", " + say(PairsWord::quoted, check.note);
  return text;
}

void add_replaced(const Speaker& say, const Programme& programme, const Brought& brought,
                  PagePart& part) {
  if (brought.replacing.empty()) return;
  part.pieces.emplace_back(Words{say(PairsWord::replacing, brought.replacing.size())});
  for (std::size_t i = 0; i < std::min(most_told, brought.replacing.size()); ++i) {
    const domain::PairChecked& each = brought.answers[brought.replacing[i]];
    const domain::Pair& pair = programme.pairs.at(each.pair);
    part.pieces.emplace_back(
        Words{say(PairsWord::instead_of, name_of(say, programme, person_of(pair, each.by)),
                  name_of(say, programme, person_of(pair, other_side(each.by))),
                  in_words(say, *each.check),
                  in_words(say, *domain::follow_up(programme, each.pair).of(each.by)))});
  }
  if (brought.replacing.size() > most_told)
    part.pieces.emplace_back(
        Words{say(PairsWord::and_more, brought.replacing.size() - most_told)});
}

std::string listed(const Speaker& say, const std::vector<std::string>& names) {
  std::vector<std::string> told;
  for (std::size_t i = 0; i < std::min(most_told, names.size()); ++i)
    told.push_back(say(PairsWord::quoted, names[i]));
  std::string text = base::join(told, ", ");
  if (names.size() > most_told)
    text += " " + say(PairsWord::and_more, names.size() - most_told);
  return text;
}

void add_counts(const Speaker& say, const Brought& brought,
                const std::vector<std::string>& left_out, PagePart& part) {
  const auto count = [&](PairsWord word, std::size_t many) {
    if (many > 0) part.pieces.emplace_back(Words{say(word, many)});
  };
  count(PairsWord::here_already, brought.same);
  count(PairsWord::answered_again, brought.again);
  count(PairsWord::without_answer, brought.without);
  if (!brought.unclear.empty())
    part.pieces.emplace_back(
        Words{say(PairsWord::unclear,
                  listed(say, std::vector(brought.unclear.begin(), brought.unclear.end())))});
  if (!left_out.empty())
    part.pieces.emplace_back(Words{say(PairsWord::of_no_pair, listed(say, left_out))});
}

std::vector<std::string> as_pairs(const Speaker& say, const Programme& programme,
                                  const std::vector<Sheet::Of>& maybe) {
  std::vector<PersonId> people, partners;
  for (const Sheet::Of& of : maybe) {
    people.push_back(of.person);
    partners.push_back(person_of(programme.pairs.at(of.pair), other_side(of.side)));
  }
  auto names = as_options(programme, people);
  const auto others = as_options(programme, partners);
  for (std::size_t i = 0; i < names.size(); ++i)
    names[i] = say(PairsWord::in_pair_with, names[i], others[i]);
  return names;
}

}  // namespace

void bring_in_checks(Turn& turn, Bringing doing) {
  bring_in(turn, page_of(turn), doing);
}

void checks_file_picked(Turn& turn, const FilePicked& file) {
  if (turn.state.book) sheet_picked(turn, page_of(turn), file);
}

bool control_checks_import(Turn& turn, const ControlIntent& intent) {
  if (!turn.state.book || turn.state.frame.route != "#/pairs") return false;
  auto& sheet = turn.state.areas.pairs.bringing;
  if (!sheet) return false;
  const SheetControl did = control_sheet(*sheet, intent, a_note, column_not_used);
  if (did == SheetControl::columns_changed) find_rows(turn.state.book->programme, *sheet);
  return did != SheetControl::not_ours;
}

PagePart present_checks_import(const Model::State& state, const Speaker& say) {
  const Sheet& sheet = *state.areas.pairs.bringing;
  const Programme& programme = state.book->programme;
  const SheetSays says{
      say(PairsWord::bring_text),
      {say(WishesWord::means_nothing), say(WishesWord::means_who),
       say(PairsWord::means_partner), say(PairsWord::means_fit),
       say(PairsWord::means_satisfaction), say(PairsWord::means_note)},
      [&](const std::string& name) { return say(PairsWord::which_pair, name); },
      bringing,
      [&](const std::vector<Sheet::Of>& maybe) { return as_pairs(say, programme, maybe); }};
  std::vector<std::string> left_out;
  PagePart part = present_sheet(say, sheet, says, left_out);
  std::size_t count = 0;
  std::string why_not;
  if (sheet.table) {
    const Brought brought = brought_by(programme, sheet);
    add_replaced(say, programme, brought, part);
    add_counts(say, brought, left_out, part);
    count = brought.answers.size();
    why_not = count == 0 ? say(PairsWord::bring_none) : why_no_change(state, say);
  }
  end_sheet(say, sheet, says, count, std::move(why_not), part);
  return part;
}

}  // namespace pairbook::app
