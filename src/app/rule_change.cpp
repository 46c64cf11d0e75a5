// A rule as somebody adds or changes it, a part at a time.
#include <algorithm>

#include "rule_sentence.hpp"
#include "rule_slots.hpp"

namespace pairbook::app {

using domain::FieldKey;

namespace {

/// In which order the kinds are offered: musts, then points.
constexpr std::size_t kinds_offered[] = {0, 1, 2, 10, 5,  11, 3,  12, 4,  13,
                                         8, 6, 7, 9,  14, 15, 18, 19, 16, 17};
static_assert(std::size(kinds_offered) == std::variant_size_v<domain::Criterion>);

static_assert(static_cast<std::size_t>(RulesWord::kind_points_for_text) -
                  static_cast<std::size_t>(RulesWord::kind_must_differ) + 1 ==
              std::variant_size_v<domain::Criterion>);

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

std::optional<domain::Rule> with_importance(const domain::Programme& programme,
                                            domain::Rule rule, int value) {
  const auto keys = importance_fields(programme, rule.importance);
  if (value < 0 || value > static_cast<int>(keys.size())) return std::nullopt;
  rule.importance = value == 0 ? FieldKey() : keys[static_cast<std::size_t>(value - 1)];
  return rule;
}

/// The questionnaire with so many questions: new ones are those it does not ask yet.
std::optional<domain::Rule> with_scales(const domain::Programme& programme, domain::Rule rule,
                                        int count) {
  auto* close = std::get_if<domain::PointsForClose>(&rule.criterion);
  const auto size = static_cast<std::size_t>(std::max(count, 0));
  if (close == nullptr || size < 1 || size > domain::max_scales_of_a_rule) return std::nullopt;
  auto& scales = close->scales;
  while (scales.size() > size) scales.pop_back();
  while (scales.size() < size) {
    scales.emplace_back();
    const RuleSlot slot = slots_of(rule.criterion).back();
    const auto keys = fields_for(programme, slot);
    const auto fresh = std::find_if(keys.begin(), keys.end(), [&](const FieldKey& key) {
      return std::find(scales.begin(), scales.end(), key) == scales.end();
    });
    if (fresh == keys.end()) {  // all are asked
      scales.pop_back();
      break;
    }
    scales.back() = *fresh;
  }
  return rule;
}

std::optional<domain::Rule> with_first_step(domain::Rule rule, int first) {
  auto* gap = std::get_if<domain::PointsForGap>(&rule.criterion);
  if (gap == nullptr || gap->points_by_gap.empty() || first < -20 || first > 20)
    return std::nullopt;
  const int by = first - gap->points_by_gap.begin()->first;
  std::map<int, int> moved;
  for (const auto& [steps, points] : gap->points_by_gap) moved[steps + by] = points;
  gap->points_by_gap = std::move(moved);
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
  if (part == "importance") return with_importance(programme, std::move(rule), value);
  if (part == "scales") return with_scales(programme, std::move(rule), value);
  if (part == "first") return with_first_step(std::move(rule), value);
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
    if (auto* change = std::get_if<domain::PointsForTransition>(&rule.criterion)) {
      if (part == "to_only") change->points = std::max(change->points, change->to_only);
      if (part == "points") change->to_only = std::min(change->points, change->to_only);
    }
    return rule;
  }
  return std::nullopt;
}

std::vector<std::string> kinds_of_rule(const Speaker& say) {
  std::vector<std::string> kinds;
  for (const std::size_t kind : kinds_offered)
    kinds.push_back(say(
        static_cast<RulesWord>(static_cast<std::size_t>(RulesWord::kind_must_differ) + kind)));
  return kinds;
}

std::optional<domain::Rule> new_rule(const domain::Programme& programme, int kind) {
  if (kind < 0 || kind >= static_cast<int>(std::size(kinds_offered))) return std::nullopt;
  auto blank = domain::criterion_of_kind(kinds_offered[static_cast<std::size_t>(kind)]);
  if (!blank) return std::nullopt;
  domain::Rule rule;
  rule.criterion = *std::move(blank);
  FieldKey last;
  bool asks = false, could_ask = false;
  for (RuleSlot& slot : slots_of(rule.criterion)) {
    if (slot.kind != RuleSlot::Kind::field || slot.need == RuleSlot::Need::zone) continue;
    could_ask = true;
    auto keys = fields_for(programme, slot);
    std::erase(keys, FieldKey());
    const auto likely = std::find_if(keys.begin(), keys.end(), [&](const FieldKey& key) {
      return !slot.hint.empty() && key.text().find(slot.hint) != std::string::npos;
    });
    // The same question for both sides when it can be, unless another is likelier.
    const auto again = std::find(keys.begin(), keys.end(), last);
    if (likely != keys.end()) {
      *slot.field = *likely;
    } else if (slot.may_be_empty) {
      continue;
    } else if (keys.empty()) {
      return std::nullopt;
    } else {
      *slot.field = again != keys.end() ? last : keys.front();
    }
    last = *slot.field;
    asks = true;
  }
  if (could_ask && !asks) return std::nullopt;
  return rule;
}

}  // namespace pairbook::app
