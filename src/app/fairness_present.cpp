#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "fairness_area.hpp"
#include "pairbook/base/text.hpp"

namespace pairbook::app {

namespace {

std::string per_cent(const Speaker& say, const metrics::Ratio& share) {
  return say(FairWord::per_cent, (metrics::permille(share) + 5) / 10);
}

std::string share_cell(const Speaker& say, const std::optional<metrics::Ratio>& share) {
  if (!share) return say(FairWord::hidden);
  if (share->whole == 0) return say(FairWord::nothing);
  return say(FairWord::share, per_cent(say, *share), share->part, share->whole);
}

std::string mean_cell(const Speaker& say, const std::optional<metrics::Ratio>& points) {
  if (!points) return say(FairWord::hidden);
  if (points->whole == 0) return say(FairWord::nothing);
  return base::to_text((2 * points->part + points->whole) / (2 * points->whole));
}

std::vector<std::string> row_of(const Speaker& say, std::string name,
                                const metrics::GroupFigures& group) {
  const bool empty = group.points && group.points->whole == 0;
  const std::string people =
      group.people ? Blank::grouped(*group.people) : say(FairWord::hidden);
  const std::string low = group.low_points ? base::to_text(*group.low_points)
                          : empty          ? say(FairWord::nothing)
                                           : say(FairWord::hidden);
  return {std::move(name),
          people,
          share_cell(say, group.matched),
          mean_cell(say, group.points),
          low,
          share_cell(say, group.granted)};
}

/// "About 3 times in 100."
std::string times(const Speaker& say, const metrics::Chance& chance) {
  const int in_100 = (200 * chance.as_large + chance.of) / (2 * chance.of);
  if (in_100 < 1) return say(FairWord::seldom);
  return in_100 > 99 ? say(FairWord::always) : say(FairWord::times, in_100);
}

/// Whether chance is a poor explanation: less than one in twenty.
bool beyond_chance(const metrics::Chance& chance) {
  return 20 * chance.as_large < chance.of;
}

void add_chance(const Speaker& say, FairWord beyond, FairWord within,
                const metrics::Chance& chance, std::vector<std::string>& says) {
  if (chance.of > 0)
    says.push_back(say(beyond_chance(chance) ? beyond : within, times(say, chance)));
}

}  // namespace

std::vector<std::string> fairness_head(const Speaker& say) {
  return {say(FairWord::column_group),   say(FairWord::column_people),
          say(FairWord::column_matched), say(FairWord::column_points),
          say(FairWord::column_low),     say(FairWord::column_wish)};
}

std::vector<std::vector<std::string>> fairness_rows(const Speaker& say,
                                                    const FairnessView& view) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t g = 0; g < view.audit.groups.size(); ++g) {
    const bool all_answered = g == view.answers.size() && view.audit.groups[g].people == 0;
    if (all_answered) continue;
    rows.push_back(row_of(say,
                          g < view.answers.size() ? view.answers[g] : say(FairWord::no_answer),
                          view.audit.groups[g]));
  }
  rows.push_back(row_of(say, say(FairWord::everybody), view.audit.all));
  return rows;
}

std::vector<std::string> fairness_sentences(const Speaker& say, const FairnessView& view) {
  const metrics::Audit& audit = view.audit;
  std::vector<std::string> says;
  if (const auto& ratio = audit.lowest_to_highest) {
    const metrics::Ratio low = *audit.groups[audit.lowest].matched,
                         high = *audit.groups[audit.highest].matched;
    if (ratio->part == ratio->whole) {
      says.push_back(say(FairWord::all_alike));
    } else {
      says.push_back(say(FairWord::range, view.answers[audit.lowest], per_cent(say, low),
                         view.answers[audit.highest], per_cent(say, high)));
      says.push_back(say(5 * ratio->part < 4 * ratio->whole ? FairWord::below_four_fifths
                                                            : FairWord::above_four_fifths,
                         per_cent(say, *ratio)));
      add_chance(say, FairWord::rate_beyond, FairWord::rate_chance, audit.matched, says);
    }
  } else {
    says.push_back(say(FairWord::too_few));
  }
  add_chance(say, FairWord::points_beyond, FairWord::points_chance, audit.points, says);
  const auto is_hidden = [](const metrics::GroupFigures& group) {
    return !group.people || !group.points || !group.granted;
  };
  if (std::any_of(audit.groups.begin(), audit.groups.end(), is_hidden))
    says.push_back(say(FairWord::about_hidden, fewest_shown));
  return says;
}

Body present_fairness(const Model::State& state, const Speaker& say) {
  const FairnessView& view = state.areas.fairness;
  FairnessBody body;
  body.title = say(FairWord::title);
  const auto questions = fairness_questions(state);
  const auto rounds = fairness_rounds(state);
  if (questions.empty()) {
    body.empty = Empty{say(FairWord::empty_title),
                       say(FairWord::empty_text),
                       {Button{.label = say(FairWord::to_questions),
                               .intent = FrameIntent{Go{"#/questions"}},
                               .emphasis = Emphasis::primary}}};
    return body;
  }
  if (rounds.empty()) {
    body.empty = Empty{say(FairWord::no_pairs_title),
                       say(FairWord::no_pairs_text),
                       {Button{.label = say(PairsWord::to_match),
                               .intent = FrameIntent{Go{"#/match"}},
                               .emphasis = Emphasis::primary,
                               .icon = Icon::match}}};
    return body;
  }
  body.text = say(FairWord::text);
  Choice question{.id = {Control::fairness_question, ""}, .label = say(FairWord::question)};
  for (const domain::Field* field : questions) question.options.push_back(field->label);
  question.selected = std::clamp(view.question, 0, static_cast<int>(questions.size()) - 1);
  Choice who{.id = {Control::fairness_who, ""},
             .label = say(FairWord::who),
             .options = {say(PeopleWord::asked_mentees), say(PeopleWord::asked_mentors)},
             .selected = view.who};
  Choice round{.id = {Control::fairness_round, ""}, .label = say(FairWord::pairs)};
  for (const int number : rounds) {
    if (number == fairness_round(state))
      round.selected = static_cast<int>(round.options.size());
    round.options.push_back(number == 0 ? say(FairWord::proposal)
                                        : say(FairWord::round, number));
  }
  body.choices = {std::move(question), std::move(who), std::move(round)};
  if (view.stale) return body;
  const auto head = fairness_head(say);
  constexpr const char* keys[] = {"group", "people", "matched", "points", "low", "wish"};
  constexpr int widths[] = {220, 90, 170, 150, 170, 170};
  for (std::size_t i = 0; i < head.size(); ++i) {
    body.table.columns.push_back(
        {.key = keys[i], .label = head[i], .width = widths[i], .numeric = i > 0});
  }
  body.table.list = ListId::fairness;
  body.table.caption = body.title;
  int number = 0;
  for (auto& cells : fairness_rows(say, view)) {
    body.table.rows.push_back({.key = base::to_text(number++), .cells = std::move(cells)});
  }
  body.table.total = number;
  body.says = fairness_sentences(say, view);
  body.limits = say(FairWord::limits);
  body.actions = {Button{.label = say(FairWord::print),
                         .intent = FairnessIntent{PrintFairness{}},
                         .icon = Icon::print},
                  Button{.label = say(PairsWord::csv),
                         .intent = FairnessIntent{ExportFairness{}},
                         .icon = Icon::download}};
  return body;
}

}  // namespace pairbook::app
