#pragma once

#include <string>
#include <vector>

#include "pairbook/domain/criterion_parts.hpp"
#include "pairbook/domain/programme.hpp"

namespace pairbook::app {

/// A part of a rule that can be changed, pointing into the rule it was made from.
struct RuleSlot {
  enum class Kind { field, number, points };
  using Need = domain::CriterionPart::Need;

  std::string name;  // the part's, or "gap:2", "scales:0"
  Kind kind = Kind::number;
  domain::FieldKey* field = nullptr;  // kind field
  domain::Side side = domain::Side::mentor;
  Need need = Need::any;
  bool may_be_empty = false;
  std::string_view hint = {};
  int* number = nullptr;  // kind number and points
  int min = 0, max = 0, step = 1;
  int gap = 0;  // of "gap:<n>"
};

/// The parts of a criterion, then the steps of a gap or the questions of a list, of which there
/// may be more or fewer. They live as long as it does.
[[nodiscard]] std::vector<RuleSlot> slots_of(domain::Criterion& criterion);

/// The questions that may stand in a field slot, the one that stands there included. An empty
/// key comes first when the slot may be empty.
[[nodiscard]] std::vector<domain::FieldKey> fields_for(const domain::Programme& programme,
                                                       const RuleSlot& slot);

/// A question and a side that a rule can depend on ("only when the mentee's ... is ...").
struct ConditionField {
  domain::Side side = domain::Side::mentee;
  domain::FieldKey field;
  bool operator==(const ConditionField&) const = default;
};
[[nodiscard]] std::vector<ConditionField> condition_fields(const domain::Programme& programme);
[[nodiscard]] std::vector<std::string> condition_answers(const domain::Programme& programme,
                                                         const domain::FieldKey& field);

/// Questions by which people may say how much a rule's points matter to them: scales that no
/// rule compares.
[[nodiscard]] std::vector<domain::FieldKey> importance_fields(
    const domain::Programme& programme, const domain::FieldKey& chosen);

inline constexpr int most_gap_steps = 6;

}  // namespace pairbook::app
