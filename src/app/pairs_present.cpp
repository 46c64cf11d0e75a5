#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "match_together.hpp"
#include "pair_checks.hpp"
#include "pairbook/base/text.hpp"
#include "pairs_area.hpp"
#include "seen.hpp"

namespace pairbook::app {

namespace {

Sorting sorting_of(const PairsView& view, std::string_view column) {
  if (view.sort != column) return Sorting::unsorted;
  return view.descending ? Sorting::descending : Sorting::ascending;
}

Choice show_choice(const Speaker& say, const domain::Programme& programme,
                   const PairsView& view) {
  Choice show{.id = {Control::pairs_show, ""}, .label = say(PairsWord::show)};
  show.options = {say(PairsWord::show_active), say(PairsWord::show_to_check),
                  say(PairsWord::show_ended)};
  for (int round = 1; round <= programme.round; ++round) {
    show.options.push_back(say(PairsWord::show_round, round));
  }
  show.selected = view.show == PairsFilter::round ? static_cast<int>(view.show) + view.round - 1
                                                  : static_cast<int>(view.show);
  return show;
}

Row row_of(const Speaker& say, const domain::Programme& programme, const PairsView& view,
           const domain::Pair& pair) {
  Row row;
  row.key = pair.id.hex();
  const std::string mentee = name_of(say, programme, pair.mentee.person);
  const std::string mentor = name_of(say, programme, pair.mentor.person);
  row.cells = {mentee,
               mentor,
               base::to_text(pair.points),
               base::to_text(pair.round),
               pair.approved.iso(),
               going_in_short(say, domain::follow_up(programme, pair.id))};
  if (pair.state == domain::PairState::ended)
    row.note = say(PairsWord::ended_on, pair.ended.iso());
  row.open = ExpandPair{pair.id};
  row.selected = view.open == pair.id;
  return row;
}

std::vector<ReasonLine> reasons_of(const Speaker& say, const domain::Pair& pair) {
  std::vector<ReasonLine> lines;
  for (const domain::Reason& reason : pair.reasons) {
    lines.push_back({reason.criterion, say(RulesWord::points, reason.points), reason.fact});
  }
  if (lines.empty()) lines.push_back({say(PairsWord::no_reasons), "", ""});
  return lines;
}

PairsBody::Details details_of(const Model::State& state, const Speaker& say,
                              const domain::Pair& pair) {
  const domain::Programme& programme = seen(state);
  const bool active = pair.state == domain::PairState::active;
  const std::string why_not = why_no_change(state, say);
  PairsBody::Details details;
  details.key = pair.id.hex();
  details.title = say(PairsWord::details, name_of(say, programme, pair.mentee.person),
                      name_of(say, programme, pair.mentor.person));
  if (asking(programme, pair, pair.approved) == Asking::not_a_fit) {
    details.notices.push_back({Tone::info,
                               say(PairsWord::not_a_fit_title),
                               say(PairsWord::not_a_fit_text),
                               {Button{.label = say(PairsWord::end_and_find),
                                       .intent = PairsIntent{EndPairHere{pair.id, true}},
                                       .emphasis = Emphasis::primary,
                                       .icon = Icon::swap,
                                       .why_not = why_not}}});
  }
  details.going_title = say(active ? PairsWord::going : PairsWord::went);
  details.going = going_of(state, say, pair);
  details.reasons_title = say(PairsWord::why);
  details.reasons = reasons_of(say, pair);
  if (active) {
    for (std::string& text : together_text(say, programme, pair))
      details.pieces.emplace_back(Words{std::move(text)});
  }
  if (!active) {
    if (!pair.ended_note.empty()) details.pieces.emplace_back(Words{pair.ended_note});
    for (Piece& piece : again_of(state, say, pair)) details.pieces.push_back(std::move(piece));
  } else if (details.notices.empty()) {
    details.pieces.emplace_back(Button{.label = say(PairsWord::end_),
                                       .intent = PairsIntent{EndPairHere{pair.id}},
                                       .why_not = why_not});
  }
  return details;
}

}  // namespace

Body present_pairs(const Model::State& state, const Speaker& say) {
  const domain::Programme& programme = seen(state);
  const PairsView& view = state.areas.pairs;
  PairsBody body;
  body.title = say(PairsWord::title);
  if (programme.pairs.empty()) {
    body.empty = Empty{say(PairsWord::empty_title),
                       say(PairsWord::empty_text),
                       {Button{.label = say(PairsWord::to_match),
                               .intent = FrameIntent{Go{"#/match"}},
                               .emphasis = Emphasis::primary,
                               .icon = Icon::match}}};
    return body;
  }
  if (view.bringing && !names_hidden(state)) body.bringing = present_checks_import(state, say);
  body.show = show_choice(say, programme, view);
  body.search = TextField{.id = {Control::pairs_search, ""},
                          .label = say(PairsWord::search),
                          .value = view.search,
                          .kind = TextKind::search};
  body.count = say(PairsWord::count, view.shown.size());
  if (view.show == PairsFilter::to_check)
    body.count_note = say(PairsWord::to_check_text, before_asking.count);
  Table& table = body.table;
  table.list = ListId::pairs;
  table.caption = say(PairsWord::caption);
  table.columns = {
      {"mentee", say(PairsWord::column_mentee), sorting_of(view, "mentee"), 240, false},
      {"mentor", say(PairsWord::column_mentor), sorting_of(view, "mentor"), 240, false},
      {"points", say(PairsWord::column_points), sorting_of(view, "points"), 80, true},
      {"round", say(PairsWord::column_round), sorting_of(view, "round"), 80, true},
      {"since", say(PairsWord::column_since), sorting_of(view, "since"), 120, false},
      {"going", say(PairsWord::column_going), Sorting::not_sortable, 200, false},
  };
  table.total = static_cast<int>(view.shown.size());
  table.first = std::min(view.first, table.total);
  table.empty = say(view.show == PairsFilter::to_check ? PairsWord::nothing_to_check
                                                       : PairsWord::nothing_here);
  const int last = std::min(table.total, table.first + view.rows);
  for (int i = table.first; i < last; ++i) {
    const auto found = programme.pairs.find(view.shown[static_cast<std::size_t>(i)]);
    if (found != programme.pairs.end())
      table.rows.push_back(row_of(say, programme, view, found->second));
  }
  if (view.open) {
    const auto found = programme.pairs.find(*view.open);
    if (found != programme.pairs.end()) body.details = details_of(state, say, found->second);
  }
  body.actions = {
      Button{.label = say(PairsWord::letters),
             .intent = FrameIntent{Go{"#/letters"}},
             .icon = Icon::letters},
      Button{.label = say(WishesWord::bring_title),
             .intent = PairsIntent{BringInChecks{}},
             .icon = Icon::upload,
             .why_not = names_hidden(state) ? say(ErrorWord::names_are_hidden)
                                            : why_no_change(state, say)},
      Button{.label = say(PairsWord::print),
             .intent = PairsIntent{PrintPairs{}},
             .icon = Icon::print},
      Button{.label = say(PairsWord::csv),
             .intent = PairsIntent{ExportPairs{ExportFormat::csv}},
             .icon = Icon::download},
      Button{.label = say(PairsWord::json),
             .intent = PairsIntent{ExportPairs{ExportFormat::json}},
             .icon = Icon::download},
  };
  return body;
}

}  // namespace pairbook::app
