#include "pairbook/matching/wishes.hpp"

#include "answers.hpp"

namespace pairbook::matching {

std::vector<domain::FieldKey> wish_questions(const domain::Rules& rules, domain::Side side) {
  std::vector<domain::FieldKey> keys;
  for (const domain::Rule& rule : rules.rules) {
    const auto* wish = std::get_if<domain::PointsForWish>(&rule.criterion);
    if (wish == nullptr) continue;
    const domain::FieldKey& key = side == domain::Side::mentor ? wish->mentor : wish->mentee;
    if (!key.empty()) keys.push_back(key);
  }
  return keys;
}

bool names(const domain::Person& person, const domain::FieldKey& question,
           const domain::Person& other) {
  const NameBook known(People{&other});
  for (const std::string& name : names_in(person, question)) {
    if (!known.find(name).empty()) return true;
  }
  return false;
}

}  // namespace pairbook::matching
