#include <algorithm>
#include <charconv>

#include "areas.hpp"
#include "change.hpp"
#include "match_area.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/codec/rules_json.hpp"
#include "rule_sentence.hpp"
#include "rules_area.hpp"
#include "samples.hpp"
#include "works.hpp"

namespace pairbook::app {

namespace {

void change_rules(Turn& turn, domain::Rules rules) {
  turn.state.areas.rules.trying.reset();
  turn.state.areas.rules.suggested.reset();
  const Carried carried = carry_out(turn, domain::ChangeRules{std::move(rules)}, Tell::toast);
  turn.state.areas.rules.trouble = carried.why;
}

/// A slide is many numbers: only the last one is kept, once it rests.
void try_rules(Turn& turn, domain::Rules rules) {
  turn.state.areas.rules.trying = std::move(rules);
  turn.state.areas.rules.trying_since = turn.moment.when;
  proposal_is_stale(turn);
}

/// "3/points" is the part "points" of rule 3.
struct RulePartId {
  std::size_t rule = 0;
  std::string_view part;
};

std::optional<RulePartId> part_of(const ControlId& id, const domain::Rules& rules) {
  RulePartId found;
  const char* const end = id.key.data() + id.key.size();
  const auto read = std::from_chars(id.key.data(), end, found.rule);
  if (read.ec != std::errc{} || found.rule >= rules.rules.size()) return std::nullopt;
  if (read.ptr != end)
    found.part = std::string_view(read.ptr + 1, static_cast<std::size_t>(end - read.ptr - 1));
  return found;
}

/// The rules after a choice or a number, or nothing when it concerns no rule.
std::optional<domain::Rules> with_value(const Turn& turn, const ControlId& id, int value) {
  domain::Rules rules = rules_in_view(turn.state);
  switch (id.control) {
    case Control::rule_part: {
      const auto part = part_of(id, rules);
      if (!part) return std::nullopt;
      const auto changed =
          with_part(turn.state.book->programme, rules.rules[part->rule], part->part, value);
      if (!changed) return std::nullopt;
      rules.rules[part->rule] = *changed;
      return rules;
    }
    case Control::rules_goal:
      rules.goal = value == 1 ? domain::MatchGoal::most_matched : domain::MatchGoal::best_total;
      return rules;
    case Control::rules_bonus:
      rules.bonus_for_unmatched = value;
      return rules;
    case Control::rules_rematch:
      rules.bonus_for_rematch = value;
      return rules;
    case Control::rules_mentors_per_mentee:
      rules.mentors_per_mentee = value;
      rules.mentors_per_round = std::max(1, std::min(rules.mentors_per_round, value));
      return rules;
    case Control::rules_mentors_per_round:
      rules.mentors_per_round = value;
      return rules;
    case Control::rules_least_mentees:
      rules.least_mentees = value;
      return rules;
    case Control::rules_mentees_per_round:
      rules.mentees_per_round = value;
      return rules;
    case Control::rules_at_least:
      rules.at_least_points = value;
      return rules;
    default:
      return std::nullopt;
  }
}

/// What somebody changes else is not mixed with a suggestion nobody has agreed to.
void drop_suggestion(Turn& turn) {
  RulesView& view = turn.state.areas.rules;
  if (!view.suggested) return;
  view.suggested.reset();
  view.trying.reset();
  proposal_is_stale(turn);
}

void try_weight(Turn& turn, const TryWeight& asked) {
  go(turn, "#/rules");
  domain::Rules rules = turn.state.book->programme.rules;
  const auto at = static_cast<std::size_t>(asked.rule);
  if (asked.rule < 0 || at >= rules.rules.size()) return;
  rules.rules[at] = weighed(rules.rules[at], asked.per_cent);
  try_rules(turn, std::move(rules));
  turn.state.areas.rules.suggested = at;
  match_when_needed(turn);
}

struct Doing {
  Turn& turn;

  void operator()(const AddRule&) const {
    const auto rule = new_rule(turn.state.book->programme, turn.state.areas.rules.new_kind);
    if (!rule) {
      turn.state.areas.rules.trouble = turn.say(RulesWord::cannot_add);
      return;
    }
    domain::Rules rules = rules_in_view(turn.state);
    rules.rules.push_back(*rule);
    change_rules(turn, std::move(rules));
  }
  void operator()(const RemoveRule& asked) const {
    domain::Rules rules = rules_in_view(turn.state);
    if (asked.rule < 0 || asked.rule >= static_cast<int>(rules.rules.size())) return;
    rules.rules.erase(rules.rules.begin() + asked.rule);
    change_rules(turn, std::move(rules));
  }
  void operator()(const UsePresetNamed& asked) const {
    turn.state.areas.rules.trying.reset();
    for (const domain::Preset& preset : turn.state.areas.rules.presets) {
      if (preset.name != asked.name) continue;
      const Carried carried = carry_out(turn, domain::UsePreset{preset}, Tell::toast);
      turn.state.areas.rules.trouble = carried.why;
    }
  }
  void operator()(const TryWeight& asked) const { try_weight(turn, asked); }
  void operator()(const KeepWeight&) const {
    RulesView& view = turn.state.areas.rules;
    if (view.trying) change_rules(turn, *view.trying);
    focus(turn);
  }
  void operator()(const DropWeight&) const {
    drop_suggestion(turn);
    focus(turn);
  }
  void operator()(const ImportRules&) const {
    turn.ask(PickFile{PickPurpose::import_rules, ".json,application/json"});
  }
  void operator()(const ExportRules&) const {
    const domain::Programme& programme = turn.state.book->programme;
    const domain::Preset preset{programme.name, "", programme.fields, programme.rules};
    const std::string text = codec::write_preset(preset);
    const base::BytesView bytes = base::bytes_of(text);
    turn.ask(
        Download{"rules.json", "application/json", {base::Bytes(bytes.begin(), bytes.end())}});
  }
};

}  // namespace

const domain::Rules& rules_in_view(const Model::State& state) {
  return state.areas.rules.trying ? *state.areas.rules.trying : state.book->programme.rules;
}

std::vector<domain::Preset> built_in_presets() {
  std::vector<domain::Preset> presets;
  for (const BuiltIn& file : built_in_files()) {
    if (!file.name.starts_with("presets/")) continue;
    if (auto preset = codec::read_preset(file.text)) presets.push_back(std::move(*preset));
  }
  return presets;
}

void settle_rules(Turn& turn) {
  if (!turn.state.book || !turn.state.areas.rules.trying) return;
  if (turn.state.areas.rules.suggested) return drop_suggestion(turn);
  change_rules(turn, *turn.state.areas.rules.trying);
}

void rules_file_picked(Turn& turn, const FilePicked& file) {
  const auto preset = codec::read_preset(base::text_of(file.bytes));
  if (!preset) {
    turn.state.areas.rules.trouble =
        turn.say(RulesWord::not_a_rules_file, file.name, words_for(turn.say, preset.error()));
    return;
  }
  turn.state.areas.rules.trying.reset();
  const Carried carried = carry_out(turn, domain::UsePreset{*preset}, Tell::nothing);
  turn.state.areas.rules.trouble = carried.why;
  if (carried.done)
    toast(turn, Tone::success, turn.say(RulesWord::imported, file.name), WithUndo::yes);
}

void update_rules(Turn& turn, const RulesIntent& intent) {
  if (!turn.state.book) return;
  turn.state.areas.rules.trouble.clear();
  const bool of_suggestion =
      std::holds_alternative<KeepWeight>(intent) || std::holds_alternative<DropWeight>(intent);
  if (!of_suggestion) drop_suggestion(turn);
  std::visit(Doing{turn}, intent);
}

namespace {

/// Whoever moves the very slider that was suggested goes on from there; any other one puts the
/// suggestion back first.
void take_over_suggestion(Turn& turn, const ControlId& id) {
  RulesView& view = turn.state.areas.rules;
  if (!view.suggested || !view.trying || id.control < Control::rule_on ||
      id.control > Control::rules_new_kind)
    return;
  const auto part = part_of(id, *view.trying);
  if (id.control == Control::rule_part && part && part->rule == *view.suggested) {
    view.suggested.reset();
  } else {
    drop_suggestion(turn);
  }
}

}  // namespace

bool control_rules(Turn& turn, const ControlIntent& intent) {
  if (!turn.state.book) return false;
  RulesView& view = turn.state.areas.rules;
  if (const auto* ticked = std::get_if<Tick>(&intent)) {
    if (ticked->id.control != Control::rule_on) return false;
    drop_suggestion(turn);
    domain::Rules rules = rules_in_view(turn.state);
    const auto part = part_of(ticked->id, rules);
    if (!part) return true;
    rules.rules[part->rule].on = ticked->on;
    change_rules(turn, std::move(rules));
    return true;
  }
  if (const auto* chosen = std::get_if<Choose>(&intent)) {
    if (chosen->id.control == Control::rules_new_kind) {
      view.new_kind = chosen->index;
      return true;
    }
    const bool ours =
        chosen->id.control == Control::rule_part || chosen->id.control == Control::rules_goal;
    if (ours) drop_suggestion(turn);
    auto rules = with_value(turn, chosen->id, chosen->index);
    if (rules) change_rules(turn, std::move(*rules));
    return ours;
  }
  if (const auto* set = std::get_if<SetNumber>(&intent)) {
    take_over_suggestion(turn, set->id);
    auto rules = with_value(turn, set->id, set->value);
    if (!rules) return false;
    try_rules(turn, std::move(*rules));
    return true;
  }
  if (const auto* left = std::get_if<LeaveField>(&intent)) {
    const bool ours =
        left->id.control >= Control::rule_on && left->id.control <= Control::rules_new_kind;
    if (ours && !view.suggested) settle_rules(turn);
    return ours;
  }
  return false;
}

}  // namespace pairbook::app
