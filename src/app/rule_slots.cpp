#include "rule_slots.hpp"

#include <algorithm>

#include "pairbook/base/text.hpp"

namespace pairbook::app {

namespace {

using domain::Asked;
using domain::CriterionPart;
using domain::FieldKey;
using domain::FieldKind;
using domain::Side;
using Kind = RuleSlot::Kind;
using Need = RuleSlot::Need;

RuleSlot points_slot(std::string name, int& number) {
  RuleSlot slot{std::move(name), Kind::points};
  slot.number = &number;
  slot.max = std::max(100, number);
  return slot;
}

RuleSlot field_slot(std::string name, FieldKey& field, const CriterionPart& part) {
  RuleSlot slot{std::move(name), Kind::field};
  slot.field = &field;
  slot.side = part.side;
  slot.need = part.need;
  slot.may_be_empty = part.may_be_empty;
  slot.hint = part.hint;
  return slot;
}

RuleSlot slot_of(const CriterionPart& part) {
  std::string name(part.name);
  if (part.kind == CriterionPart::Kind::field)
    return field_slot(std::move(name), *part.field, part);
  if (part.kind == CriterionPart::Kind::points)
    return points_slot(std::move(name), *part.number);
  RuleSlot slot{std::move(name), Kind::number};
  slot.number = part.number;
  slot.min = part.shown_least;
  slot.max = part.shown_most;
  slot.step = part.step;
  return slot;
}

bool fits(const domain::Field& field, Need need) {
  switch (need) {
    case Need::any:
      return field.kind != FieldKind::long_text && field.kind != FieldKind::availability;
    case Need::list:
      return field.kind == FieldKind::several_of || field.kind == FieldKind::language ||
             field.kind == FieldKind::one_of || field.kind == FieldKind::text ||
             field.kind == FieldKind::skills;
    case Need::order:
      return field.kind == FieldKind::scale || field.kind == FieldKind::number;
    case Need::times:
      return field.kind == FieldKind::availability;
    case Need::zone:
      return field.kind == FieldKind::time_zone;
    case Need::yes_no:
      return field.kind == FieldKind::yes_no;
    case Need::names:
      return field.options.empty() &&
             (field.kind == FieldKind::several_of || field.kind == FieldKind::text);
    case Need::skills:
      return field.kind == FieldKind::skills || field.kind == FieldKind::several_of ||
             field.kind == FieldKind::one_of || field.kind == FieldKind::text;
    case Need::scale:
      return field.kind == FieldKind::scale;
    case Need::text:
      return field.kind == FieldKind::long_text || field.kind == FieldKind::text;
  }
  return false;
}

bool asked_of(const domain::Field& field, Side side) {
  return field.asked == Asked::everybody ||
         field.asked == (side == Side::mentor ? Asked::mentors : Asked::mentees);
}

}  // namespace

std::vector<RuleSlot> slots_of(domain::Criterion& criterion) {
  std::vector<RuleSlot> slots, more;
  for (const CriterionPart& part : domain::parts_of(criterion)) {
    if (part.by_gap != nullptr) {
      for (auto& [gap, points] : *part.by_gap) {
        more.push_back(points_slot("gap:" + base::to_text(gap), points));
        more.back().gap = gap;
      }
    } else if (part.fields != nullptr) {
      for (std::size_t i = 0; i < part.fields->size(); ++i) {
        more.push_back(
            field_slot(std::string(part.name) + ":" + base::to_text(static_cast<long long>(i)),
                       (*part.fields)[i], part));
      }
    } else {
      slots.push_back(slot_of(part));
    }
  }
  slots.insert(slots.end(), more.begin(), more.end());
  return slots;
}

std::vector<FieldKey> fields_for(const domain::Programme& programme, const RuleSlot& slot) {
  std::vector<FieldKey> keys;
  if (slot.may_be_empty) keys.emplace_back();
  for (const domain::Field& field : programme.fields) {
    const bool here = *slot.field == field.key;
    if (here || (field.use == domain::FieldUse::matching && fits(field, slot.need) &&
                 asked_of(field, slot.side))) {
      keys.push_back(field.key);
    }
  }
  if (!slot.field->empty() && std::find(keys.begin(), keys.end(), *slot.field) == keys.end()) {
    keys.push_back(*slot.field);  // it was removed; the sentence still names it
  }
  return keys;
}

std::vector<FieldKey> importance_fields(const domain::Programme& programme,
                                        const FieldKey& chosen) {
  std::vector<FieldKey> keys;
  for (const domain::Field& field : programme.fields) {
    if (field.kind != FieldKind::scale || field.use == domain::FieldUse::fairness) continue;
    const bool compared =
        std::any_of(programme.rules.rules.begin(), programme.rules.rules.end(),
                    [&](const domain::Rule& rule) {
                      const auto read = domain::fields_of(rule.criterion);
                      return std::find(read.begin(), read.end(), field.key) != read.end();
                    });
    if (!compared || field.key == chosen) keys.push_back(field.key);
  }
  if (!chosen.empty() && std::find(keys.begin(), keys.end(), chosen) == keys.end())
    keys.push_back(chosen);  // it was removed
  return keys;
}

std::vector<ConditionField> condition_fields(const domain::Programme& programme) {
  std::vector<ConditionField> found;
  for (const Side side : {Side::mentee, Side::mentor}) {
    for (const domain::Field& field : programme.fields) {
      const bool limited = field.kind == FieldKind::yes_no || !field.options.empty();
      if (limited && asked_of(field, side) && field.use != domain::FieldUse::fairness)
        found.push_back({side, field.key});
    }
  }
  return found;
}

std::vector<std::string> condition_answers(const domain::Programme& programme,
                                           const FieldKey& key) {
  const domain::Field* field = domain::find_field(programme, key);
  if (field == nullptr) return {};
  if (field->kind == FieldKind::yes_no) return {"yes", "no"};
  return field->options;
}

}  // namespace pairbook::app
