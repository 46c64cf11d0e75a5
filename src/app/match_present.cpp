#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "match_area.hpp"
#include "match_together.hpp"
#include "match_words.hpp"
#include "pairbook/base/text.hpp"
#include "pairs_area.hpp"
#include "rules_area.hpp"
#include "seen.hpp"
#include "weigh_area.hpp"

namespace pairbook::app {

namespace {

constexpr std::size_t reasons_in_a_row = 3;

Sorting sorting_of(const MatchView& view, std::string_view column) {
  if (view.sort != column) return Sorting::unsorted;
  return view.descending ? Sorting::descending : Sorting::ascending;
}

matching::Explanation explanation_of(const MatchView& view,
                                     const matching::ProposedPair& pair) {
  const matching::Fit& fit = view.proposal->fit;
  return matching::explain(fit, fit.position(pair.mentee), fit.position(pair.mentor));
}

std::string why_cell(const Speaker& say, const std::vector<domain::Reason>& reasons) {
  std::vector<std::string> parts;
  for (const domain::Reason& reason : reasons) {
    if (parts.size() == reasons_in_a_row) break;
    parts.push_back(reason.fact.empty()
                        ? reason.criterion
                        : say(MatchWord::why_cell, reason.criterion, reason.fact));
  }
  return parts.empty() ? say(MatchWord::no_points) : base::join(parts, ", ");
}

Row row_of(const Model::State& state, const Speaker& say, const matching::ProposedPair& pair) {
  const MatchView& view = state.areas.match;
  const domain::Programme& programme = state.book->programme;
  const std::string mentee = name_of(say, programme, pair.mentee.person);
  const std::string mentor = name_of(say, programme, pair.mentor.person);
  const auto reasons =
      reasons_of(say, programme, rules_in_view(state), explanation_of(view, pair));
  Row row;
  row.key = key_of({pair.mentor, pair.mentee});
  row.cells = {mentee, mentor, base::to_text(pair.points), why_cell(say, reasons)};
  row.open = MatchIntent{ExpandProposal{pair.mentor, pair.mentee}};
  row.selected = view.open == Two{pair.mentor, pair.mentee};
  row.note = together_note(state, say, pair);
  if (pair.locked)
    row.note = say(MatchWord::locked_note) + (row.note.empty() ? "" : " ") + row.note;
  row.controls.emplace_back(Toggle{.id = {Control::match_pick, row.key},
                                   .label = say(MatchWord::pick, mentee, mentor),
                                   .on = view.ticked.contains({pair.mentor, pair.mentee})});
  return row;
}

Table proposals_of(const Model::State& state, const Speaker& say) {
  const MatchView& view = state.areas.match;
  Table table;
  table.list = ListId::proposals;
  table.caption = say(MatchWord::caption);
  table.columns = {
      {"mentee", say(MatchWord::column_mentee), sorting_of(view, "mentee"), 200, false},
      {"mentor", say(MatchWord::column_mentor), sorting_of(view, "mentor"), 200, false},
      {"points", say(MatchWord::column_points), sorting_of(view, "points"), 80, true},
      {"why", say(MatchWord::column_why), Sorting::not_sortable, 360, false},
  };
  table.total = static_cast<int>(view.shown.size());
  table.first = std::min(view.first, table.total);
  table.empty = say(MatchWord::picked_none);
  for (int i = table.first; i < std::min(table.total, table.first + view.rows); ++i) {
    table.rows.push_back(
        row_of(state, say, view.pairs[view.shown[static_cast<std::size_t>(i)]]));
  }
  return table;
}

Table unmatched_of(const Model::State& state, const Speaker& say) {
  const MatchView& view = state.areas.match;
  const domain::Programme& programme = state.book->programme;
  Table table;
  table.list = ListId::unmatched;
  table.caption = say(MatchWord::unmatched_caption);
  table.columns = {{"name", say(MatchWord::column_name), Sorting::not_sortable, 240, false},
                   {"why", say(MatchWord::column_reason), Sorting::not_sortable, 480, false}};
  table.total = static_cast<int>(view.unmatched.size());
  table.first = std::min(view.unmatched_first, table.total);
  for (int i = table.first; i < std::min(table.total, table.first + view.unmatched_rows); ++i) {
    const matching::Index mentee = view.unmatched[static_cast<std::size_t>(i)];
    const domain::PersonId& person = view.proposal->fit.mentees[mentee].person;
    const auto why = view.reasons.find(mentee);
    Row row;
    row.key = person.hex();
    row.cells = {name_of(say, programme, person),
                 why == view.reasons.end()
                     ? say(BookWord::moment)
                     : why_text(say, programme, rules_in_view(state), why->second)};
    row.route = "#/people/" + person.hex();
    if (const auto help = view.helps.find(mentee); help != view.helps.end()) {
      row.note =
          help_text(say, programme, rules_in_view(state), view.proposal->fit, help->second);
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Button verdict_button(const Model::State& state, std::string label, Icon icon, const Two& two,
                      domain::Verdict verdict, const Speaker& say) {
  return Button{.label = std::move(label),
                .intent = MatchIntent{DecideOnTwo{two.first, two.second, verdict}},
                .icon = icon,
                .why_not = why_no_change(state, say)};
}

void add_others(const Model::State& state, const Speaker& say, const Two& two,
                MatchBody::Details& details) {
  const MatchView& view = state.areas.match;
  const domain::Programme& programme = state.book->programme;
  details.others_title =
      say(MatchWord::others_title, name_of(say, programme, two.second.person));
  const bool many = matching::is_many(view.proposal->fit.problem);
  if (many) details.others_title = say(MatchWord::others_by_points);
  if (view.others.empty()) {
    details.others_title =
        say(view.costs || many ? MatchWord::no_others : MatchWord::too_large_for_costs);
  }
  for (const auto& other : view.others) {
    const std::string mentor = name_of(say, programme, other.mentor.person);
    details.others.push_back(
        {mentor, many ? say(RulesWord::points, other.points) : cost_text(say, other.cost),
         verdict_button(state, say(MatchWord::choose, mentor), Icon::swap,
                        {other.mentor, two.second}, domain::Verdict::locked, say)});
  }
}

std::optional<MatchBody::Details> details_of(const Model::State& state, const Speaker& say) {
  const MatchView& view = state.areas.match;
  if (!view.open) return std::nullopt;
  const auto found = std::find_if(view.pairs.begin(), view.pairs.end(), [&](const auto& pair) {
    return Two{pair.mentor, pair.mentee} == *view.open;
  });
  if (found == view.pairs.end()) return std::nullopt;
  const domain::Programme& programme = state.book->programme;
  const matching::Fit& fit = view.proposal->fit;
  const matching::Solution& solution = view.proposal->solution;
  const std::string mentee = name_of(say, programme, found->mentee.person);
  const std::string mentor = name_of(say, programme, found->mentor.person);
  MatchBody::Details details;
  details.key = key_of(*view.open);
  details.title = say(MatchWord::details, mentee, mentor);
  for (const domain::Reason& reason :
       reasons_of(say, programme, rules_in_view(state), explanation_of(view, *found))) {
    details.reasons.push_back(
        {reason.criterion, say(RulesWord::points, reason.points), reason.fact});
  }
  if (found->mentors_rank > 0 && found->mentees_rank > 0) {
    details.rank =
        say(MatchWord::rank, mentor, found->mentors_rank,
            solution.mentee_options[fit.position(found->mentee)], mentee, found->mentees_rank,
            solution.mentor_options[fit.position(found->mentor)]);
  }
  details.together = together_text(state, say, *found);
  details.actions = {
      found->locked ? verdict_button(state, say(MatchWord::unlock), Icon::unlock, *view.open,
                                     domain::Verdict::none, say)
                    : verdict_button(state, say(MatchWord::lock), Icon::pin, *view.open,
                                     domain::Verdict::locked, say),
      verdict_button(state, say(MatchWord::forbid), Icon::ban, *view.open,
                     domain::Verdict::forbidden, say),
      Button{.label = say(MatchWord::another),
             .intent = MatchIntent{AskForAnother{found->mentee}},
             .icon = Icon::swap},
  };
  if (view.others_open) add_others(state, say, *view.open, details);
  return details;
}

void add_notices(const Model::State& state, const Speaker& say, MatchBody& body) {
  const MatchView& view = state.areas.match;
  const domain::Programme& programme = state.book->programme;
  if (view.failed) body.notices.push_back({Tone::danger, "", words_for(say, *view.failed), {}});
  if (view.stopped) body.notices.push_back({Tone::info, "", say(MatchWord::cancelled), {}});
  if (rules_in_view(state).rules.empty()) {
    body.notices.push_back(
        {Tone::info,
         say(MatchWord::no_rules_title),
         say(MatchWord::no_rules_text),
         {Button{.label = say(MatchWord::to_rules), .intent = FrameIntent{Go{"#/rules"}}}}});
  }
  if (view.proposal) {
    for (const Two& two : view.proposal->fit.impossible_locks) {
      const std::string names =
          say(MatchWord::forbidden_line, name_of(say, programme, two.second.person),
              name_of(say, programme, two.first.person));
      body.notices.push_back({Tone::warning,
                              "",
                              say(MatchWord::impossible_locks, names),
                              {verdict_button(state, say(MatchWord::unlock), Icon::unlock, two,
                                              domain::Verdict::none, say)}});
    }
    for (Notice& notice : group_notices(state, say)) body.notices.push_back(std::move(notice));
  }
  std::vector<Button> allow;
  for (const auto& [two, verdict] : programme.verdicts) {
    if (verdict != domain::Verdict::forbidden || allow.size() == 20) continue;
    const std::string names =
        say(MatchWord::forbidden_line, name_of(say, programme, two.second.person),
            name_of(say, programme, two.first.person));
    Button button = verdict_button(state, names, Icon::undo, two, domain::Verdict::none, say);
    button.description = say(MatchWord::allow);
    allow.push_back(std::move(button));
  }
  if (!allow.empty()) {
    body.notices.push_back({Tone::plain, say(MatchWord::forbidden_title), say(MatchWord::allow),
                            std::move(allow)});
  }
}

void add_actions(const Model::State& state, const Speaker& say, MatchBody& body) {
  const MatchView& view = state.areas.match;
  const domain::Programme& programme = state.book->programme;
  const std::string no_change = why_no_change(state, say);
  const bool fresh = view.proposal && !view.stale && view.job == 0;
  const std::string nothing = !no_change.empty()   ? no_change
                              : !fresh             ? say(MatchWord::stale)
                              : view.pairs.empty() ? say(MatchWord::nothing_proposed)
                                                   : "";
  const bool any_in_round =
      std::any_of(programme.pairs.begin(), programme.pairs.end(),
                  [&](const auto& item) { return item.second.round == programme.round; });
  body.run = Button{
      .label = say(MatchWord::run), .intent = MatchIntent{RunMatch{}}, .icon = Icon::match};
  body.actions = {
      Button{.label = say(MatchWord::approve_all, view.pairs.size()),
             .intent = MatchIntent{ApproveAll{}},
             .emphasis = Emphasis::primary,
             .icon = Icon::check,
             .why_not = nothing},
      Button{.label = say(MatchWord::approve_picked, view.ticked.size()),
             .intent = MatchIntent{ApprovePicked{}},
             .why_not = !nothing.empty()      ? nothing
                        : view.ticked.empty() ? say(MatchWord::nothing_picked)
                                              : ""},
      Button{.label = say(MatchWord::close_round, programme.round),
             .intent = MatchIntent{CloseTheRound{}},
             .emphasis = Emphasis::quiet,
             .why_not = !no_change.empty()    ? no_change
                        : names_hidden(state) ? say(ErrorWord::names_are_hidden)
                        : any_in_round        ? ""
                                              : say(MatchWord::close_round_first)},
      Button{.label = say(MatchWord::weigh),
             .intent = FrameIntent{Go{weigh_route}},
             .icon = Icon::filter},
  };
  if (names_hidden(state)) return;  // the notice above shows them again
  body.actions.push_back(Button{.label = say(PeopleWord::hide_names),
                                .intent = MatchIntent{HideNames{}},
                                .emphasis = Emphasis::quiet,
                                .icon = Icon::shield,
                                .why_not = no_change});
}

bool nobody_to_match(const MatchView& view) {
  if (!view.proposal) return false;
  const auto& problem = view.proposal->fit.problem;
  return problem.mentees.empty() ||
         std::none_of(problem.mentors.begin(), problem.mentors.end(),
                      [](const matching::Participant& mentor) { return mentor.places > 0; });
}

}  // namespace

std::optional<Working> match_working(const Model::State& state, const Speaker& say) {
  const MatchView& view = state.areas.match;
  if (view.job == 0) return std::nullopt;
  Working working;
  working.label = say(MatchWord::working);
  working.part = static_cast<int>(view.part);
  working.whole = static_cast<int>(view.whole);
  if (view.fit) {
    const auto& problem = view.fit->problem;
    working.detail =
        say(MatchWord::working_detail, problem.mentees.size() + problem.mentors.size(),
            problem.mentees.size() * std::uint64_t{problem.mentors.size()});
  }
  working.cancel = Button{.label = say(FrameWord::cancel), .intent = BookIntent{CancelWork{}}};
  return working;
}

std::optional<PairsAllowed> pairs_allowed(const Model::State& state) {
  const MatchView& view = state.areas.match;
  if (!view.proposal) return std::nullopt;
  const auto& problem = view.proposal->fit.problem;
  PairsAllowed all{
      static_cast<std::int64_t>(view.proposal->solution.allowed_pairs),
      static_cast<std::int64_t>(problem.mentees.size() * std::uint64_t{problem.mentors.size()}),
      static_cast<std::int64_t>(view.together.mentees)};
  if (view.moved) {
    all.before = {view.allowed_before, view.matched_before,
                  static_cast<std::int64_t>(view.moved->size())};
  }
  return all;
}

std::optional<PairsLeftOut> pairs_left_out(const Model::State& state, std::size_t rule) {
  const auto all = pairs_allowed(state);
  if (!all) return std::nullopt;
  PairsLeftOut counts{0, all->considered, 0};
  for (const matching::RuleEffect& effect : state.areas.match.proposal->solution.effects) {
    if (effect.rule != rule) continue;
    counts.left_out = static_cast<std::int64_t>(effect.removed);
    counts.alone = static_cast<std::int64_t>(effect.by_alone);
  }
  return counts;
}

Body present_match(const Model::State& state, const Speaker& say) {
  const MatchView& view = state.areas.match;
  const domain::Programme& programme = state.book->programme;
  MatchBody body;
  body.title = say(MatchWord::title, programme.round);
  body.text = say(MatchWord::text);
  body.working = match_working(state, say);
  add_notices(state, say, body);
  add_actions(state, say, body);
  if (nobody_to_match(view)) {
    body.empty = Empty{say(MatchWord::nobody_title),
                       say(MatchWord::nobody_text),
                       {Button{.label = say(MatchWord::bring_people),
                               .intent = FrameIntent{Go{"#/import"}},
                               .emphasis = Emphasis::primary,
                               .icon = Icon::upload}}};
    return body;
  }
  if (!view.proposal) return body;
  const matching::Solution& solution = view.proposal->solution;
  body.figures = {
      {say(MatchWord::figure_pairs), Blank::grouped(solution.matched), "", ""},
      {say(MatchWord::figure_points), Blank::grouped(solution.total), "", ""},
      {say(MatchWord::figure_unmatched),
       Blank::grouped(static_cast<std::int64_t>(view.unmatched.size())), "", ""},
      {say(MatchWord::figure_places), Blank::grouped(view.free_places), "", ""},
  };
  for (Figure& figure : group_figures(state, say)) body.figures.push_back(std::move(figure));
  body.proof = proof_text(state, say);
  body.blocking = solution.blocking == 0 ? say(MatchWord::blocking_none)
                                         : say(MatchWord::blocking, solution.blocking);
  body.moved = moved_text(state, say);
  body.show = Choice{.id = {Control::match_show, ""}, .label = say(MatchWord::show)};
  body.show.options = {say(MatchWord::show_all), say(MatchWord::show_locked),
                       say(MatchWord::show_moved), say(MatchWord::show_low)};
  body.show.selected = static_cast<int>(view.show);
  body.search = TextField{.id = {Control::match_search, ""},
                          .label = say(MatchWord::search),
                          .value = view.search,
                          .kind = TextKind::search};
  body.table = proposals_of(state, say);
  body.details = details_of(state, say);
  if (!view.unmatched.empty()) body.unmatched_title = say(MatchWord::unmatched_title);
  body.unmatched = unmatched_of(state, say);
  return body;
}

}  // namespace pairbook::app
