#include "pairbook/domain/rules.hpp"

#include <algorithm>

#include "pairbook/domain/criterion_parts.hpp"

namespace pairbook::domain {

bool is_must(const Criterion& criterion) {
  Criterion copy = criterion;
  const auto parts = parts_of(copy);
  return std::none_of(parts.begin(), parts.end(), [](const CriterionPart& part) {
    return part.kind == CriterionPart::Kind::points || part.kind == CriterionPart::Kind::by_gap;
  });
}

int most_points(const Criterion& criterion) {
  Criterion copy = criterion;
  int most = 0;
  for (const CriterionPart& part : parts_of(copy)) {
    if (part.by_gap != nullptr) {
      for (const auto& [gap, points] : *part.by_gap) most = std::max(most, points);
    } else if (part.name == "at_most" || part.name == "points") {
      // Of the points; at_most of a gap is a number.
      if (part.kind == CriterionPart::Kind::points) most = *part.number;
    }
  }
  return most;
}

std::vector<FieldKey> fields_of(const Criterion& criterion) {
  Criterion copy = criterion;
  std::vector<FieldKey> mentors, mentees;
  for (const CriterionPart& part : parts_of(copy)) {
    auto& keys = part.side == Side::mentor ? mentors : mentees;
    if (part.field != nullptr && !part.field->empty()) keys.push_back(*part.field);
    if (part.fields != nullptr)
      keys.insert(keys.end(), part.fields->begin(), part.fields->end());
  }
  mentors.insert(mentors.end(), mentees.begin(), mentees.end());
  return mentors;
}

std::vector<FieldKey> fields_of(const Rule& rule) {
  std::vector<FieldKey> keys = fields_of(rule.criterion);
  if (rule.only_when) keys.push_back(rule.only_when->field);
  if (!rule.importance.empty()) keys.push_back(rule.importance);
  return keys;
}

}  // namespace pairbook::domain
