#include "pairbook/domain/programme.hpp"
#include "pairbook/base/sort.hpp"

#include <algorithm>

namespace pairbook::domain {

const Field* find_field(const Programme& programme, const FieldKey& key) {
  const auto found = std::find_if(programme.fields.begin(), programme.fields.end(),
                                  [&](const Field& field) { return field.key == key; });
  return found == programme.fields.end() ? nullptr : &*found;
}

const Person* find_person(const Programme& programme, const PersonId& id) {
  const auto found = programme.people.find(id);
  return found == programme.people.end() ? nullptr : &found->second;
}

FollowUp follow_up(const Programme& programme, const PairId& id) {
  const auto found = programme.follow_ups.find(id);
  return found == programme.follow_ups.end() ? FollowUp{} : found->second;
}

bool parted(const Programme& programme, const Pair& pair) {
  if (pair.state != PairState::ended) return false;
  const FollowUp known = follow_up(programme, pair.id);
  const auto bad = [](const std::optional<Check>& check) {
    return check && check->fit == PairFit::not_a_fit;
  };
  return known.for_mentor != Another::no || known.for_mentee != Another::no ||
         bad(known.mentor) || bad(known.mentee);
}

const Mapping* find_mapping(const Programme& programme,
                            const std::vector<std::string>& headers) {
  std::vector<std::string> wanted = headers;
  base::sort(wanted);
  for (const Mapping& mapping : programme.mappings) {
    std::vector<std::string> known;
    for (const ColumnMeaning& column : mapping.columns) known.push_back(column.header);
    base::sort(known);
    if (known == wanted) return &mapping;
  }
  return nullptr;
}

std::vector<PairId> active_pairs(const Programme& programme, const PersonId& id) {
  std::vector<PairId> found;
  for (const auto& [pair_id, pair] : programme.pairs) {
    if (pair.state != PairState::active) continue;
    if (pair.mentor.person == id || pair.mentee.person == id) found.push_back(pair_id);
  }
  return found;
}

}  // namespace pairbook::domain
