#include "rule_sentence.hpp"

#include <algorithm>

#include "pairbook/base/text.hpp"
#include "rule_slots.hpp"

namespace pairbook::app {

namespace {

using domain::FieldKey;
using domain::Side;

RulesWord sentence_word(const domain::Criterion& criterion) {
  constexpr RulesWord words[] = {
      RulesWord::must_differ,     RulesWord::must_share,       RulesWord::gap_within,
      RulesWord::not_manager,     RulesWord::not_earlier_pair, RulesWord::meeting_time,
      RulesWord::points_for_same, RulesWord::points_shared,    RulesWord::points_offered,
      RulesWord::points_for_gap,
  };
  static_assert(std::size(words) == std::variant_size_v<domain::Criterion>);
  return words[criterion.index()];
}

/// The sentence's own words and the numbers of its slots, in reading order: "a {0} b" is
/// "a ", slot 0, " b". A language may name the slots in another order.
struct Part {
  std::string words;
  int slot = -1;
};

std::vector<Part> parts_of(std::string_view pattern) {
  std::vector<Part> parts;
  std::string words;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool slot = pattern[at] == '[' && at + 2 < pattern.size() && pattern[at + 2] == ']';
    if (!slot) {
      words += pattern[at];
      continue;
    }
    if (!base::trim(words).empty()) parts.push_back({std::string(base::trim(words)), -1});
    words.clear();
    parts.push_back({"", pattern[at + 1] - '0'});
    at += 2;
  }
  if (!base::trim(words).empty()) parts.push_back({std::string(base::trim(words)), -1});
  return parts;
}

std::string field_option(const Speaker& say, const domain::Programme& programme,
                         const FieldKey& key) {
  return key.empty() ? say(RulesWord::same_zone) : field_label(programme, key);
}

int position_of(const std::vector<FieldKey>& keys, const FieldKey& key) {
  const auto found = std::find(keys.begin(), keys.end(), key);
  return found == keys.end() ? -1 : static_cast<int>(found - keys.begin());
}

int gap_of(const RuleSlot& slot) {
  return slot.gap;
}
bool is_gap(const RuleSlot& slot) {
  return slot.name.starts_with("gap:");
}

/// What assistive technology calls a part: the sentence around it is not read with it.
std::string slot_label(const Speaker& say, const RuleSlot& slot) {
  if (is_gap(slot)) return say(RulesWord::label_gap, gap_of(slot));
  if (slot.kind == RuleSlot::Kind::points) {
    return say(slot.name == "at_most" ? RulesWord::label_at_most_points
                                      : RulesWord::label_points);
  }
  if (slot.kind == RuleSlot::Kind::field) {
    return say(slot.side == Side::mentor ? RulesWord::label_mentor_field
                                         : RulesWord::label_mentee_field);
  }
  if (slot.name == "minutes") return say(RulesWord::label_minutes);
  return say(slot.name == "at_least" ? RulesWord::label_at_least : RulesWord::label_at_most);
}

Piece control_of(const Speaker& say, const domain::Programme& programme, const RuleSlot& slot,
                 int number) {
  const ControlId id{Control::rule_part, base::to_text(number) + "/" + slot.name};
  if (slot.kind == RuleSlot::Kind::field) {
    Choice choice{.id = id, .label = slot_label(say, slot)};
    const auto keys = fields_for(programme, slot);
    for (const FieldKey& key : keys)
      choice.options.push_back(field_option(say, programme, key));
    choice.selected = position_of(keys, *slot.field);
    return choice;
  }
  if (slot.kind == RuleSlot::Kind::points) {
    Slider slider{.id = id, .label = slot_label(say, slot), .value = *slot.number};
    slider.max = slot.max;
    slider.value_text = say(RulesWord::points, *slot.number);
    return slider;
  }
  NumberBox box{.id = id, .label = slot_label(say, slot), .value = *slot.number};
  box.min = slot.min;
  box.max = slot.max;
  box.step = slot.step;
  return box;
}

std::string text_of(const Speaker& say, const domain::Programme& programme,
                    const RuleSlot& slot) {
  if (slot.kind == RuleSlot::Kind::field) return field_option(say, programme, *slot.field);
  if (slot.kind == RuleSlot::Kind::points) return say(RulesWord::points, *slot.number);
  return base::to_text(*slot.number);
}

std::string side_and_field(const Speaker& say, const domain::Programme& programme,
                           const ConditionField& field) {
  return say(field.side == Side::mentor ? RulesWord::mentors_field : RulesWord::mentees_field,
             field_label(programme, field.field));
}

void add_condition(const Speaker& say, const domain::Programme& programme,
                   const domain::Rule& rule, int number, std::vector<Piece>& pieces) {
  const auto fields = condition_fields(programme);
  if (fields.empty() && !rule.only_when) return;
  const std::string key = base::to_text(number);
  Choice when{.id = {Control::rule_part, key + "/when"}, .label = say(RulesWord::label_when)};
  when.options.push_back(say(RulesWord::always));
  for (const ConditionField& field : fields) {
    when.options.push_back(say(RulesWord::only_when, side_and_field(say, programme, field)));
    if (rule.only_when &&
        field == ConditionField{rule.only_when->side, rule.only_when->field}) {
      when.selected = static_cast<int>(when.options.size()) - 1;
    }
  }
  pieces.emplace_back(when);
  if (!rule.only_when) return;
  Choice answer{.id = {Control::rule_part, key + "/answer"},
                .label = say(RulesWord::label_answer)};
  answer.options = condition_answers(programme, rule.only_when->field);
  const auto found =
      std::find(answer.options.begin(), answer.options.end(), rule.only_when->answer);
  answer.selected =
      found == answer.options.end() ? -1 : static_cast<int>(found - answer.options.begin());
  pieces.emplace_back(answer);
}

}  // namespace

std::string field_label(const domain::Programme& programme, const FieldKey& key) {
  const domain::Field* field = domain::find_field(programme, key);
  return field == nullptr ? key.text() : field->label;
}

std::vector<Piece> rule_sentence(const Speaker& say, const domain::Programme& programme,
                                 const domain::Rule& rule, int number) {
  domain::Rule copy = rule;
  const auto slots = slots_of(copy.criterion);
  std::vector<Piece> pieces;
  for (const Part& part : parts_of(say(sentence_word(rule.criterion)))) {
    if (part.slot < 0) {
      pieces.emplace_back(Words{part.words});
    } else if (part.slot < static_cast<int>(slots.size())) {
      pieces.push_back(
          control_of(say, programme, slots[static_cast<std::size_t>(part.slot)], number));
    }
  }
  if (std::holds_alternative<domain::PointsForGap>(rule.criterion)) {
    NumberBox steps{.id = {Control::rule_part, base::to_text(number) + "/steps"},
                    .label = say(RulesWord::label_gap_steps),
                    .value = static_cast<int>(slots.size()) - 2};
    steps.min = 1;
    steps.max = most_gap_steps;
    pieces.emplace_back(steps);
    for (const RuleSlot& slot : slots) {
      if (!is_gap(slot)) continue;
      pieces.emplace_back(Words{say(RulesWord::at_gap, gap_of(slot))});
      pieces.push_back(control_of(say, programme, slot, number));
    }
  }
  add_condition(say, programme, rule, number, pieces);
  return pieces;
}

std::string rule_text(const Speaker& say, const domain::Programme& programme,
                      const domain::Rule& rule) {
  domain::Rule copy = rule;
  const auto slots = slots_of(copy.criterion);
  std::vector<std::string> words;
  for (const Part& part : parts_of(say(sentence_word(rule.criterion)))) {
    if (part.slot < 0) {
      words.push_back(part.words);
    } else if (part.slot < static_cast<int>(slots.size())) {
      words.push_back(text_of(say, programme, slots[static_cast<std::size_t>(part.slot)]));
    }
  }
  if (rule.only_when) {
    const ConditionField field{rule.only_when->side, rule.only_when->field};
    words.push_back(say(RulesWord::only_when, side_and_field(say, programme, field)) + " " +
                    rule.only_when->answer);
  }
  return base::join(words, " ");
}

namespace {

std::optional<domain::Rule> with_condition(const domain::Programme& programme,
                                           domain::Rule rule, int value) {
  if (value == 0) {
    rule.only_when.reset();
    return rule;
  }
  const auto fields = condition_fields(programme);
  if (value < 0 || value > static_cast<int>(fields.size())) return std::nullopt;
  const ConditionField& field = fields[static_cast<std::size_t>(value - 1)];
  const auto answers = condition_answers(programme, field.field);
  if (answers.empty()) return std::nullopt;
  rule.only_when = domain::OnlyWhen{field.side, field.field, answers.front()};
  return rule;
}

std::optional<domain::Rule> with_gap_steps(domain::Rule rule, int steps) {
  auto* gap = std::get_if<domain::PointsForGap>(&rule.criterion);
  if (gap == nullptr || steps < 1 || steps > most_gap_steps) return std::nullopt;
  auto& points = gap->points_by_gap;
  while (static_cast<int>(points.size()) > steps) points.erase(std::prev(points.end()));
  while (static_cast<int>(points.size()) < steps) {
    const int next = points.empty() ? 1 : points.rbegin()->first + 1;
    const int like_the_last = points.empty() ? 0 : points.rbegin()->second;
    points[next] = like_the_last;
  }
  return rule;
}

}  // namespace

std::optional<domain::Rule> with_part(const domain::Programme& programme, domain::Rule rule,
                                      std::string_view part, int value) {
  if (part == "when") return with_condition(programme, std::move(rule), value);
  if (part == "steps") return with_gap_steps(std::move(rule), value);
  if (part == "answer") {
    if (!rule.only_when) return std::nullopt;
    const auto answers = condition_answers(programme, rule.only_when->field);
    if (value < 0 || value >= static_cast<int>(answers.size())) return std::nullopt;
    rule.only_when->answer = answers[static_cast<std::size_t>(value)];
    return rule;
  }
  for (RuleSlot& slot : slots_of(rule.criterion)) {
    if (slot.name != part) continue;
    if (slot.kind == RuleSlot::Kind::field) {
      const auto keys = fields_for(programme, slot);
      if (value < 0 || value >= static_cast<int>(keys.size())) return std::nullopt;
      *slot.field = keys[static_cast<std::size_t>(value)];
    } else {
      *slot.number = std::clamp(value, slot.min, slot.max);
    }
    if (auto* gap = std::get_if<domain::GapWithin>(&rule.criterion)) {
      // Moving one end past the other takes it along.
      if (part == "at_least") gap->at_most = std::max(gap->at_most, gap->at_least);
      if (part == "at_most") gap->at_least = std::min(gap->at_least, gap->at_most);
    }
    if (auto* shared = std::get_if<domain::PointsForShared>(&rule.criterion)) {
      shared->at_most = std::max(shared->at_most, shared->points_each);
    }
    if (auto* offered = std::get_if<domain::PointsForOffered>(&rule.criterion)) {
      offered->at_most = std::max(offered->at_most, offered->points_each);
    }
    return rule;
  }
  return std::nullopt;
}

std::vector<std::string> kinds_of_rule(const Speaker& say) {
  return {say(RulesWord::kind_must_differ),     say(RulesWord::kind_must_share),
          say(RulesWord::kind_gap_within),      say(RulesWord::kind_not_manager),
          say(RulesWord::kind_not_earlier),     say(RulesWord::kind_meeting_time),
          say(RulesWord::kind_points_for_same), say(RulesWord::kind_points_shared),
          say(RulesWord::kind_points_offered),  say(RulesWord::kind_points_for_gap)};
}

std::optional<domain::Rule> new_rule(const domain::Programme& programme, int kind) {
  const domain::Criterion blank[] = {
      domain::MustDiffer{},
      domain::MustShare{},
      domain::GapWithin{{}, 1, 2},
      domain::NotManager{},
      domain::NotEarlierPair{},
      domain::MeetingTime{{}, {}, 60},
      domain::PointsForSame{{}, 10},
      domain::PointsForShared{{}, 5, 20},
      domain::PointsForOffered{{}, {}, 10, 30},
      domain::PointsForGap{{}, {{1, 10}, {2, 10}}},
  };
  if (kind < 0 || kind >= static_cast<int>(std::size(blank))) return std::nullopt;
  domain::Rule rule{blank[kind], std::nullopt, true};
  FieldKey last;
  for (RuleSlot& slot : slots_of(rule.criterion)) {
    if (slot.kind != RuleSlot::Kind::field || slot.may_be_empty) continue;
    const auto keys = fields_for(programme, slot);
    if (keys.empty()) return std::nullopt;
    // The same question for both sides when it can be.
    const bool again = std::find(keys.begin(), keys.end(), last) != keys.end();
    *slot.field = again ? last : keys.front();
    last = *slot.field;
  }
  return rule;
}

}  // namespace pairbook::app
