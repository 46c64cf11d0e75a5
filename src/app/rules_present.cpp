#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "match_area.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/domain/criterion_parts.hpp"
#include "rule_sentence.hpp"
#include "rules_area.hpp"
#include "seen.hpp"

namespace pairbook::app {

namespace {

std::string missing_question(const domain::Programme& programme, const domain::Rule& rule) {
  for (const domain::FieldKey& key : domain::fields_of(rule)) {
    if (domain::find_field(programme, key) == nullptr) return key.text();
  }
  return {};
}

std::string effect_of(const Model::State& state, const Speaker& say, const domain::Rule& rule,
                      std::size_t number) {
  if (!rule.on) return say(RulesWord::not_in_use);
  if (!domain::is_must(rule.criterion)) {
    return say(RulesWord::up_to, domain::most_points(rule.criterion));
  }
  const auto counts = pairs_left_out(state, number);
  if (!counts) return {};
  if (counts->left_out == 0) return say(RulesWord::leaves_out_nothing);
  if (counts->alone > 0)
    return say(RulesWord::leaves_out_alone, counts->left_out, counts->considered,
               counts->alone);
  return say(RulesWord::leaves_out, counts->left_out, counts->considered);
}

/// Whom nobody knows, of those named in answers to this rule.
std::string unknown_names(const Model::State& state, const Speaker& say, std::size_t number) {
  constexpr std::size_t most_told = 3;
  if (names_hidden(state)) return {};
  if (!pairs_allowed(state)) return {};  // not of these rules
  std::vector<std::string> told;
  std::size_t all = 0;
  for (const matching::UnknownName& unknown : state.areas.match.proposal->fit.unknown_names) {
    if (unknown.rule != number || ++all > most_told) continue;
    const domain::Person* by = domain::find_person(state.book->programme, unknown.by);
    told.push_back(say(RulesWord::named_by, unknown.name, by == nullptr ? "" : by->name));
  }
  if (all == 0) return {};
  const std::string list = base::join(told, ", ");
  return all > most_told ? say(RulesWord::unknown_names_more, list, all - most_told)
                         : say(RulesWord::unknown_names, list);
}

RulesBody::Sentence sentence_of(const Model::State& state, const Speaker& say,
                                const domain::Rule& rule, std::size_t number) {
  const domain::Programme& programme = state.book->programme;
  const std::string key = base::to_text(static_cast<long long>(number));
  const std::string why_not = why_no_change(state, say);
  RulesBody::Sentence sentence;
  sentence.key = key;
  sentence.on = Toggle{.id = {Control::rule_on, key},
                       .label = say(RulesWord::on),
                       .on = rule.on,
                       .why_not = why_not};
  sentence.parts = rule_sentence(say, programme, rule, static_cast<int>(number));
  const std::string gone = missing_question(programme, rule);
  if (!gone.empty()) {
    sentence.trouble = say(RulesWord::gone_question, gone);
  } else {
    sentence.effect = effect_of(state, say, rule, number);
    sentence.trouble = unknown_names(state, say, number);
  }
  sentence.remove =
      Button{.label = say(RulesWord::remove),
             .intent = RulesIntent{RemoveRule{static_cast<int>(number)}},
             .emphasis = Emphasis::quiet,
             .icon = Icon::remove,
             .why_not = why_not,
             .description = say(RulesWord::remove_label, rule_text(say, programme, rule))};
  return sentence;
}

NumberBox number_box(Control control, std::string label, int value, int min, int max,
                     std::string help) {
  NumberBox box{.id = {control, ""}, .label = std::move(label), .value = value};
  box.min = min;
  box.max = max;
  box.help = std::move(help);
  return box;
}

std::vector<Piece> goal_of(const Speaker& say, const domain::Rules& rules) {
  Choice goal{.id = {Control::rules_goal, ""}, .label = say(RulesWord::goal)};
  goal.options = {say(RulesWord::goal_best), say(RulesWord::goal_most)};
  goal.selected = rules.goal == domain::MatchGoal::most_matched ? 1 : 0;
  Slider bonus{.id = {Control::rules_bonus, ""},
               .label = say(RulesWord::bonus),
               .value = rules.bonus_for_unmatched};
  bonus.max = std::max(100, rules.bonus_for_unmatched);
  bonus.value_text = say(RulesWord::points, rules.bonus_for_unmatched);
  Slider rematch{.id = {Control::rules_rematch, ""},
                 .label = say(RulesWord::rematch),
                 .value = rules.bonus_for_rematch};
  rematch.max = std::max(100, rules.bonus_for_rematch);
  rematch.value_text = say(RulesWord::points, rules.bonus_for_rematch);
  NumberBox new_mentors =
      number_box(Control::rules_mentors_per_round, say(RulesWord::mentors_per_round),
                 rules.mentors_per_round, 1, rules.mentors_per_mentee, "");
  if (rules.mentors_per_mentee == 1) new_mentors.why_not = say(RulesWord::one_mentor_only);
  return {goal,
          bonus,
          rematch,
          number_box(Control::rules_mentors_per_mentee, say(RulesWord::mentors_per_mentee),
                     rules.mentors_per_mentee, 1, 20, ""),
          new_mentors,
          number_box(Control::rules_mentees_per_round, say(RulesWord::mentees_per_round),
                     rules.mentees_per_round, 0, 1000, say(RulesWord::mentees_per_round_help)),
          number_box(Control::rules_least_mentees, say(RulesWord::least_mentees),
                     rules.least_mentees, 1, 1000, say(RulesWord::least_mentees_help)),
          number_box(Control::rules_at_least, say(RulesWord::at_least), rules.at_least_points,
                     0, domain::most_points_of_a_pair, say(RulesWord::at_least_help))};
}

}  // namespace

Body present_rules(const Model::State& state, const Speaker& say) {
  const domain::Rules& rules = rules_in_view(state);
  const RulesView& view = state.areas.rules;
  const std::string why_not = why_no_change(state, say);
  RulesBody body;
  body.title = say(RulesWord::title);
  body.text = say(RulesWord::text);
  body.musts_title = say(RulesWord::musts_title);
  body.points_title = say(RulesWord::points_title);
  body.goal_title = say(RulesWord::goal_title);
  for (std::size_t i = 0; i < rules.rules.size(); ++i) {
    auto& list = domain::is_must(rules.rules[i].criterion) ? body.musts : body.points;
    list.push_back(sentence_of(state, say, rules.rules[i], i));
  }
  if (rules.rules.empty()) {
    body.empty = Empty{say(RulesWord::empty_title), say(RulesWord::empty_text), {}};
  }
  body.new_kind =
      Choice{.id = {Control::rules_new_kind, ""}, .label = say(RulesWord::new_kind)};
  body.new_kind.options = kinds_of_rule(say);
  body.new_kind.selected = view.new_kind;
  body.add = Button{.label = say(RulesWord::add),
                    .intent = RulesIntent{AddRule{}},
                    .icon = Icon::add,
                    .why_not = why_not};
  body.goal = goal_of(say, rules);
  if (const auto all = pairs_allowed(state)) {
    body.allowed = say(RulesWord::allowed, all->allowed, all->considered);
    const bool differs =
        all->before && (all->before->moved > 0 || all->before->allowed != all->allowed);
    if (differs) {
      body.allowed += " " + say(RulesWord::matched_now, all->matched) + " " +
                      say(RulesWord::before, all->before->allowed, all->before->matched,
                          all->before->moved);
    }
  }
  body.working = match_working(state, say);
  body.presets_title = say(RulesWord::presets_title);
  for (const domain::Preset& preset : view.presets) {
    body.presets.push_back(
        {preset.name, preset.description,
         Button{.label = say(RulesWord::use_preset),
                .intent = RulesIntent{UsePresetNamed{preset.name}},
                .why_not = why_not,
                .description = say(RulesWord::use_preset_label, preset.name)}});
  }
  body.actions = {
      Button{.label = say(RulesWord::match_now),
             .intent = FrameIntent{Go{"#/match"}},
             .emphasis = Emphasis::primary,
             .icon = Icon::match},
      Button{.label = say(RulesWord::import),
             .intent = RulesIntent{ImportRules{}},
             .icon = Icon::upload,
             .why_not = why_not},
      Button{.label = say(RulesWord::export_),
             .intent = RulesIntent{ExportRules{}},
             .icon = Icon::download},
  };
  if (view.suggested && *view.suggested < rules.rules.size()) {
    const domain::Rule& tried = rules.rules[*view.suggested];
    body.notices.push_back(
        {Tone::info,
         say(WorksWord::trying_title),
         say(WorksWord::trying_text, rule_text(say, state.book->programme, tried)),
         {Button{.label = say(WorksWord::keep),
                 .intent = RulesIntent{KeepWeight{}},
                 .emphasis = Emphasis::primary,
                 .why_not = why_not},
          Button{.label = say(WorksWord::put_back), .intent = RulesIntent{DropWeight{}}}}});
  }
  if (rules.mentees_per_round > 0 && rules.mentees_per_round < rules.least_mentees) {
    body.notices.push_back(
        {Tone::warning,
         "",
         say(RulesWord::no_room_for_groups, rules.mentees_per_round, rules.least_mentees),
         {}});
  }
  if (!view.trouble.empty()) body.notices.push_back({Tone::warning, "", view.trouble, {}});
  return body;
}

}  // namespace pairbook::app
