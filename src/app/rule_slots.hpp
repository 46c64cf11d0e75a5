#pragma once

#include <string>
#include <vector>

#include "pairbook/domain/programme.hpp"

namespace pairbook::app {

/// A part of a rule that can be changed, pointing into the rule it was made from.
struct RuleSlot {
  enum class Kind { field, number, points };
  /// What a question must be able to say for the rule to make sense.
  enum class Need { any, list, order, times, zone };

  std::string name;  // "mentor_field", "points", "gap:2"
  Kind kind = Kind::number;
  domain::FieldKey* field = nullptr;  // kind field
  domain::Side side = domain::Side::mentor;
  Need need = Need::any;
  bool may_be_empty = false;
  int* number = nullptr;  // kind number and points
  int min = 0, max = 0, step = 1;
  int gap = 0;  // of "gap:<n>"
};

/// The parts of a criterion in the order its sentence names them. They live as long as it does.
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

inline constexpr int most_gap_steps = 6;

}  // namespace pairbook::app
