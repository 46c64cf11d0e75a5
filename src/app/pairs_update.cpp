#include <algorithm>
#include <tuple>

#include "areas.hpp"
#include "change.hpp"
#include "pair_checks.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/codec/roster_out.hpp"
#include "pairs_area.hpp"
#include "seen.hpp"

namespace pairbook::app {

namespace {

bool is_shown(const PairsView& view, const domain::Pair& pair, Asking asked) {
  switch (view.show) {
    case PairsFilter::active:
      return pair.state == domain::PairState::active;
    case PairsFilter::to_check:
      return asked != Asking::no;
    case PairsFilter::ended:
      return pair.state == domain::PairState::ended;
    case PairsFilter::round:
      return pair.round == view.round;
  }
  return false;
}

int round_in_view(const PairsView& view) {
  return view.show == PairsFilter::round ? view.round : 0;
}

void print_pairs(Turn& turn) {
  const domain::Programme& programme = seen(turn.state);
  const auto& shown = turn.state.areas.pairs.shown;
  Report report;
  report.title = turn.say(PairsWord::report_title, programme.name);
  report.blocks.emplace_back(ReportHeading{1, report.title});
  report.blocks.emplace_back(
      ReportText{turn.say(PairsWord::report_count, shown.size(), turn.moment.today.iso())});
  ReportTable table;
  table.head = {turn.say(PairsWord::column_mentee), turn.say(PairsWord::column_mentor),
                turn.say(PairsWord::column_points), turn.say(PairsWord::column_since)};
  for (const domain::PairId& id : shown) {
    const domain::Pair& pair = programme.pairs.at(id);
    table.rows.push_back({name_of(turn.say, programme, pair.mentee.person),
                          name_of(turn.say, programme, pair.mentor.person),
                          base::to_text(pair.points), pair.approved.iso()});
  }
  report.blocks.emplace_back(std::move(table));
  turn.ask(Print{std::move(report)});
}

struct Doing {
  Turn& turn;

  void operator()(const EndPairHere& asked) const {
    begin_end(turn, asked.pair, asked.find_another);
  }
  void operator()(const ExpandPair& asked) const {
    PairsView& view = turn.state.areas.pairs;
    commit_checks(turn);
    view.open = view.open == asked.pair ? std::optional<domain::PairId>() : asked.pair;
    list_pairs_again(turn.state, turn.moment.today);
  }
  void operator()(const PrintPairs&) const { print_pairs(turn); }
  void operator()(const BringInChecks& asked) const { bring_in_checks(turn, asked.doing); }
  void operator()(const ExportPairs& asked) const {
    const domain::Programme& programme = seen(turn.state);
    const int round = round_in_view(turn.state.areas.pairs);
    const std::string name = turn.say(PairsWord::file_name);
    if (asked.format == ExportFormat::csv) {
      save_readable_file(turn, name + ".csv", "text/csv;charset=utf-8",
                         codec::pairs_csv(programme, round));
    } else {
      save_readable_file(turn, name + ".json", "application/json",
                         codec::pairs_json(programme, round));
    }
  }
};

}  // namespace

std::string name_of(const Speaker& say, const domain::Programme& programme,
                    const domain::PersonId& id) {
  const domain::Person* person = domain::find_person(programme, id);
  if (person == nullptr) return say(PairsWord::gone_person);
  // What is seen() has codes already; whoever asks the programme itself gets them too.
  return programme.blind.on ? domain::code_name(programme.blind, *person, code_words(say))
                            : person->name;
}

void list_pairs_again(Model::State& state, base::Date today) {
  PairsView& view = state.areas.pairs;
  view.shown.clear();
  if (!state.book) return;
  const domain::Programme& programme = seen(state);
  const std::string wanted = base::fold_case(view.search);
  struct Line {
    Asking asked;  // the most pressing first, where that is what is listed
    std::string text;
    int number;
    std::string then;
    domain::PairId id;
  };
  std::vector<Line> lines;
  for (const auto& [id, pair] : programme.pairs) {
    Asking asked = Asking::no;
    if (view.show == PairsFilter::to_check) {
      asked = asking(programme, pair, today);
      // Who is being asked just now stays until the line is closed.
      if (asked == Asking::no && view.open == id) asked = Asking::now;
    }
    if (!is_shown(view, pair, asked)) continue;
    const auto folded = [&](const domain::PersonId& person) {
      const domain::Person* found = domain::find_person(programme, person);
      return found == nullptr ? std::string() : base::fold_case(found->name);
    };
    const std::string mentee = folded(pair.mentee.person);
    const std::string mentor = folded(pair.mentor.person);
    if (mentee.find(wanted) == std::string::npos && mentor.find(wanted) == std::string::npos)
      continue;
    const int number = view.sort == "points"  ? pair.points
                       : view.sort == "round" ? pair.round
                       : view.sort == "since" ? pair.approved.days
                                              : 0;
    const bool by_mentor = view.sort == "mentor";
    lines.push_back({asked,
                     number != 0 ? ""
                     : by_mentor ? mentor
                                 : mentee,
                     number, by_mentor ? mentee : mentor, id});
  }
  base::sort(lines, [&](const Line& a, const Line& b) {
    if (a.asked != b.asked) return a.asked < b.asked;
    const auto left = std::tie(a.number, a.text), right = std::tie(b.number, b.text);
    if (left != right) return view.descending ? right < left : left < right;
    return std::tie(a.then, a.id) < std::tie(b.then, b.id);
  });
  for (const Line& line : lines) view.shown.push_back(line.id);
  view.first = std::clamp(view.first, 0, std::max(0, static_cast<int>(view.shown.size()) - 1));
}

void update_pairs(Turn& turn, const PairsIntent& intent) {
  if (!turn.state.book) return;
  std::visit(Doing{turn}, intent);
}

bool control_pairs(Turn& turn, const ControlIntent& intent) {
  if (control_checks_import(turn, intent) || control_checks(turn, intent)) return true;
  PairsView& view = turn.state.areas.pairs;
  if (const auto* typed = std::get_if<TypeText>(&intent)) {
    if (typed->id.control == Control::pair_end_note) {
      view.note = typed->text;
      return true;
    }
    if (typed->id.control != Control::pairs_search) return false;
    view.search = typed->text;
    view.first = 0;
    list_pairs_again(turn.state, turn.moment.today);
    return true;
  }
  if (const auto* chosen = std::get_if<Choose>(&intent)) {
    if (chosen->id.control != Control::pairs_show) return false;
    constexpr int rounds_from = static_cast<int>(PairsFilter::round);
    view.show = static_cast<PairsFilter>(std::clamp(chosen->index, 0, rounds_from));
    view.round = std::max(0, chosen->index - rounds_from + 1);
    view.first = 0;
    view.open.reset();
    list_pairs_again(turn.state, turn.moment.today);
    return true;
  }
  if (const auto* left = std::get_if<LeaveField>(&intent)) {
    return left->id.control == Control::pairs_search ||
           left->id.control == Control::pair_end_note;
  }
  return false;
}

void list_pairs(Turn& turn, const FrameIntent& intent) {
  PairsView& view = turn.state.areas.pairs;
  if (const auto* rows = std::get_if<ShowRows>(&intent)) {
    view.first = std::max(0, rows->first);
    view.rows = std::clamp(rows->count, 1, 400);
  } else if (const auto* sort = std::get_if<SortRows>(&intent)) {
    view.descending = view.sort == sort->column && !view.descending;
    view.sort = sort->column;
    list_pairs_again(turn.state, turn.moment.today);
  }
}

}  // namespace pairbook::app
