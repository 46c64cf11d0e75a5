#include "rule_slots.hpp"

#include <algorithm>

#include "pairbook/base/text.hpp"

namespace pairbook::app {

namespace {

using domain::Asked;
using domain::Compared;
using domain::FieldKey;
using domain::FieldKind;
using domain::Side;
using Kind = RuleSlot::Kind;
using Need = RuleSlot::Need;

constexpr int most_points = 100;

RuleSlot field_slot(std::string name, FieldKey& field, Side side, Need need) {
  RuleSlot slot{std::move(name), Kind::field};
  slot.field = &field;
  slot.side = side;
  slot.need = need;
  return slot;
}

RuleSlot number_slot(std::string name, int& number, int min, int max, int step = 1) {
  RuleSlot slot{std::move(name), Kind::number};
  slot.number = &number;
  slot.min = min;
  slot.max = max;
  slot.step = step;
  return slot;
}

RuleSlot points_slot(std::string name, int& number) {
  RuleSlot slot = number_slot(std::move(name), number, 0, std::max(most_points, number));
  slot.kind = Kind::points;
  return slot;
}

struct SlotsOf {
  std::vector<RuleSlot> slots;

  void both(Compared& fields, Need need) {
    slots.push_back(field_slot("mentor_field", fields.mentor, Side::mentor, need));
    slots.push_back(field_slot("mentee_field", fields.mentee, Side::mentee, need));
  }
  void operator()(domain::MustDiffer& c) { both(c.fields, Need::any); }
  void operator()(domain::MustShare& c) { both(c.fields, Need::any); }
  void operator()(domain::GapWithin& c) {
    both(c.fields, Need::order);
    slots.push_back(number_slot("at_least", c.at_least, -20, 20));
    slots.push_back(number_slot("at_most", c.at_most, -20, 20));
  }
  void operator()(domain::NotManager& c) {
    slots.push_back(field_slot("manager", c.manager, Side::mentee, Need::any));
  }
  void operator()(domain::NotEarlierPair&) {}
  void operator()(domain::MeetingTime& c) {
    both(c.availability, Need::times);
    slots.push_back(number_slot("minutes", c.minutes, 15, 240, 15));
    slots.push_back(field_slot("zone", c.time_zone, Side::mentor, Need::zone));
    slots.back().may_be_empty = true;
  }
  void operator()(domain::PointsForSame& c) {
    both(c.fields, Need::any);
    slots.push_back(points_slot("points", c.points));
  }
  void operator()(domain::PointsForShared& c) {
    both(c.fields, Need::list);
    slots.push_back(points_slot("each", c.points_each));
    slots.push_back(points_slot("at_most", c.at_most));
  }
  void operator()(domain::PointsForOffered& c) {
    slots.push_back(field_slot("offered", c.offered, Side::mentor, Need::any));
    slots.push_back(field_slot("wanted", c.wanted, Side::mentee, Need::any));
    slots.push_back(points_slot("each", c.points_each));
    slots.push_back(points_slot("at_most", c.at_most));
  }
  void operator()(domain::PointsForGap& c) {
    both(c.fields, Need::order);
    for (auto& [gap, points] : c.points_by_gap) {
      slots.push_back(points_slot("gap:" + base::to_text(gap), points));
      slots.back().gap = gap;
    }
  }
};

bool fits(const domain::Field& field, Need need) {
  switch (need) {
    case Need::any:
      return field.kind != FieldKind::long_text && field.kind != FieldKind::availability;
    case Need::list:
      return field.kind == FieldKind::several_of || field.kind == FieldKind::language ||
             field.kind == FieldKind::one_of || field.kind == FieldKind::text;
    case Need::order:
      return field.kind == FieldKind::scale || field.kind == FieldKind::number;
    case Need::times:
      return field.kind == FieldKind::availability;
    case Need::zone:
      return field.kind == FieldKind::time_zone;
  }
  return false;
}

bool asked_of(const domain::Field& field, Side side) {
  return field.asked == Asked::everybody ||
         field.asked == (side == Side::mentor ? Asked::mentors : Asked::mentees);
}

}  // namespace

std::vector<RuleSlot> slots_of(domain::Criterion& criterion) {
  SlotsOf collect;
  std::visit(collect, criterion);
  return std::move(collect.slots);
}

std::vector<FieldKey> fields_for(const domain::Programme& programme, const RuleSlot& slot) {
  std::vector<FieldKey> keys;
  if (slot.may_be_empty) keys.emplace_back();
  for (const domain::Field& field : programme.fields) {
    const bool here = *slot.field == field.key;
    if (here || (field.for_matching && fits(field, slot.need) && asked_of(field, slot.side))) {
      keys.push_back(field.key);
    }
  }
  if (!slot.field->empty() && std::find(keys.begin(), keys.end(), *slot.field) == keys.end()) {
    keys.push_back(*slot.field);  // it was removed; the sentence still names it
  }
  return keys;
}

std::vector<ConditionField> condition_fields(const domain::Programme& programme) {
  std::vector<ConditionField> found;
  for (const Side side : {Side::mentee, Side::mentor}) {
    for (const domain::Field& field : programme.fields) {
      const bool limited = field.kind == FieldKind::yes_no || !field.options.empty();
      if (limited && asked_of(field, side)) found.push_back({side, field.key});
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
