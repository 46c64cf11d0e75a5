#include "rule_sentence.hpp"

#include <algorithm>

#include "pairbook/base/text.hpp"
#include "rule_slots.hpp"

namespace pairbook::app {

namespace {

using domain::FieldKey;
using domain::Side;

/// The words of the kinds stand in the order of domain::Criterion.
static_assert(static_cast<std::size_t>(RulesWord::points_for_text) -
                  static_cast<std::size_t>(RulesWord::must_differ) + 1 ==
              std::variant_size_v<domain::Criterion>);

RulesWord sentence_word(const domain::Criterion& criterion) {
  return static_cast<RulesWord>(static_cast<std::size_t>(RulesWord::must_differ) +
                                criterion.index());
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
                         const RuleSlot& slot, const FieldKey& key) {
  if (!key.empty()) return field_label(programme, key);
  return say(slot.need == RuleSlot::Need::zone ? RulesWord::same_zone : RulesWord::not_asked);
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
  if (slot.name == "related") return say(RulesWord::label_related);
  if (slot.name == "highest") return say(RulesWord::label_highest);
  return say(slot.name == "at_least" ? RulesWord::label_at_least : RulesWord::label_at_most);
}

Piece control_of(const Speaker& say, const domain::Programme& programme, const RuleSlot& slot,
                 int number) {
  const ControlId id{Control::rule_part, base::to_text(number) + "/" + slot.name};
  if (slot.kind == RuleSlot::Kind::field) {
    Choice choice{.id = id, .label = slot_label(say, slot)};
    const auto keys = fields_for(programme, slot);
    for (const FieldKey& key : keys)
      choice.options.push_back(field_option(say, programme, slot, key));
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
  if (slot.kind == RuleSlot::Kind::field)
    return field_option(say, programme, slot, *slot.field);
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

/// "counts the same for everybody", or as much as each person says.
void add_importance(const Speaker& say, const domain::Programme& programme,
                    const domain::Rule& rule, int number, std::vector<Piece>& pieces) {
  if (domain::most_points(rule.criterion) == 0) return;
  const auto keys = importance_fields(programme, rule.importance);
  if (keys.empty()) return;
  Choice choice{.id = {Control::rule_part, base::to_text(number) + "/importance"},
                .label = say(RulesWord::label_importance)};
  choice.options.push_back(say(RulesWord::same_importance));
  for (const FieldKey& key : keys)
    choice.options.push_back(say(RulesWord::importance_of, field_label(programme, key)));
  choice.selected = position_of(keys, rule.importance) + 1;
  pieces.emplace_back(choice);
}

NumberBox count_box(const Speaker& say, int number, const char* part, RulesWord label,
                    std::size_t value, int min, int max) {
  NumberBox box{.id = {Control::rule_part, base::to_text(number) + part},
                .label = say(label),
                .value = static_cast<int>(value)};
  box.min = min;
  box.max = max;
  return box;
}

/// The steps of a gap or the questions of a list, and how many of them there are.
void add_more(const Speaker& say, const domain::Programme& programme, const domain::Rule& rule,
              const std::vector<RuleSlot>& slots, int number, std::vector<Piece>& pieces) {
  if (const auto* gap = std::get_if<domain::PointsForGap>(&rule.criterion)) {
    pieces.emplace_back(Words{say(RulesWord::gap_steps)});
    pieces.emplace_back(count_box(say, number, "/steps", RulesWord::label_gap_steps,
                                  gap->points_by_gap.size(), 1, most_gap_steps));
    if (!gap->points_by_gap.empty()) {
      pieces.emplace_back(Words{say(RulesWord::first_step)});
      NumberBox first =
          count_box(say, number, "/first", RulesWord::label_first_step, 0, -20, 20);
      first.value = gap->points_by_gap.begin()->first;
      pieces.emplace_back(first);
    }
  } else if (const auto* close = std::get_if<domain::PointsForClose>(&rule.criterion)) {
    pieces.emplace_back(Words{say(RulesWord::scales)});
    pieces.emplace_back(count_box(say, number, "/scales", RulesWord::label_scales,
                                  close->scales.size(), 1,
                                  static_cast<int>(domain::max_scales_of_a_rule)));
  }
  for (const RuleSlot& slot : slots) {
    if (slot.name.find(':') == std::string::npos) continue;
    if (is_gap(slot)) {
      const int gap = gap_of(slot);
      pieces.emplace_back(
          Words{gap < 0 ? say(RulesWord::at_gap_below, -gap) : say(RulesWord::at_gap, gap)});
    }
    pieces.push_back(control_of(say, programme, slot, number));
  }
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
  add_more(say, programme, rule, slots, number, pieces);
  add_condition(say, programme, rule, number, pieces);
  add_importance(say, programme, rule, number, pieces);
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
  if (const auto* close = std::get_if<domain::PointsForClose>(&rule.criterion)) {
    std::vector<std::string> labels;
    for (const FieldKey& key : close->scales) labels.push_back(field_label(programme, key));
    words.push_back(base::join(labels, ", "));
  }
  if (rule.only_when) {
    const ConditionField field{rule.only_when->side, rule.only_when->field};
    words.push_back(say(RulesWord::only_when, side_and_field(say, programme, field)) + " " +
                    rule.only_when->answer);
  }
  std::string text;
  for (const std::string& part : words) {
    const bool goes_on = part.starts_with(',') || part.starts_with(';') || text.empty();
    text += goes_on ? part : " " + part;
  }
  return text;
}

}  // namespace pairbook::app
