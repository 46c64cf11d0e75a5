#include "cli/reasons.hpp"

#include <string>

#include "pairbook/base/text.hpp"

namespace pairbook::cli {
namespace {

std::string label_of(const domain::Programme& programme, const domain::FieldKey& key) {
  const domain::Field* field = domain::find_field(programme, key);
  return field != nullptr ? field->label : key.text();
}

// The rule as the reason of a pair reads: "Same: Profession".
struct CriterionWords {
  const domain::Programme& programme;

  std::string operator()(const domain::PointsForSame& rule) const {
    return "Same: " + label_of(programme, rule.fields.mentor);
  }
  std::string operator()(const domain::PointsForShared& rule) const {
    return "In common: " + label_of(programme, rule.fields.mentor);
  }
  std::string operator()(const domain::PointsForOffered& rule) const {
    return "Offered and wanted: " + label_of(programme, rule.wanted);
  }
  std::string operator()(const domain::PointsForGap& rule) const {
    return "Gap: " + label_of(programme, rule.fields.mentor);
  }
  std::string operator()(const auto&) const { return "Rule"; }
};

// Thousandths of a step: "2 above", "0.5 below".
std::string gap_words(std::int64_t gap) {
  const std::int64_t size = gap < 0 ? -gap : gap;
  std::string text = std::to_string(size / matching::levels_a_step);
  if (std::int64_t rest = size % matching::levels_a_step; rest != 0) {
    std::string digits = std::to_string(matching::levels_a_step + rest).substr(1);
    text.append(".").append(digits.substr(0, digits.find_last_not_of('0') + 1));
  }
  if (gap == 0) return "level";
  return text + (gap > 0 ? " above" : " below");
}

}  // namespace

std::vector<domain::Reason> reasons_for(const domain::Programme& programme,
                                        const matching::Explanation& explanation) {
  std::vector<domain::Reason> reasons;
  for (const matching::Fact& fact : explanation.facts) {
    if (fact.points == 0) continue;
    domain::Reason reason;
    reason.points = fact.points;
    reason.criterion = fact.rule ? std::visit(CriterionWords{programme},
                                              programme.rules.rules[*fact.rule].criterion)
                                 : std::string("No pair so far");
    reason.fact = fact.gap ? gap_words(*fact.gap) : base::join(fact.values, ", ");
    reasons.push_back(std::move(reason));
  }
  return reasons;
}

}  // namespace pairbook::cli
