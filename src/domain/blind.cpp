#include "pairbook/domain/blind.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "checks.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/domain/criterion_parts.hpp"

namespace pairbook::domain {

namespace {

/// FNV-1a, then mixed: an id is random, but it may be in the order in which people came.
std::uint64_t place_of(const PersonId& id, int round) {
  std::uint64_t x = 14695981039346656037ULL ^ static_cast<std::uint64_t>(round);
  for (const std::byte byte : id.bytes) {
    x = (x ^ static_cast<std::uint64_t>(byte)) * 1099511628211ULL;
  }
  x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ x >> 27) * 0x94D049BB133111EBULL;
  return x ^ x >> 31;
}

bool names_people(const Programme& programme, const FieldKey& key) {
  for (const Rule& rule : programme.rules.rules) {
    Criterion copy = rule.criterion;
    const bool manager = std::holds_alternative<NotManager>(copy);
    for (const CriterionPart& part : parts_of(copy)) {
      const bool names = manager || part.need == CriterionPart::Need::names;
      if (names && part.field != nullptr && *part.field == key) return true;
    }
  }
  return false;
}

}  // namespace

void number_people(Programme& programme) {
  BlindReview& review = programme.blind;
  std::vector<std::pair<std::uint64_t, PersonId>> without;
  for (const auto& [id, person] : programme.people) {
    if (!review.codes.contains(id)) without.emplace_back(place_of(id, review.round), id);
  }
  base::sort(without);
  int last = 0;
  for (const auto& [id, code] : review.codes) last = std::max(last, code);
  for (const auto& [place, id] : without) review.codes.emplace(id, ++last);
}

std::string code_name(const BlindReview& review, const Person& person, const CodeWords& words) {
  const std::string& word = person.roles.mentor == person.roles.mentee ? words.both
                            : person.roles.mentor                      ? words.mentor
                                                                       : words.mentee;
  const auto found = review.codes.find(person.id);
  return found == review.codes.end() ? word : word + " " + base::to_text(found->second);
}

bool is_hidden(const Programme& programme, const Field& field) {
  return field.hidden_in_review || field.use == FieldUse::fairness ||
         names_people(programme, field.key);
}

bool reads_hidden(const Programme& programme, const Rule& rule) {
  const auto keys = fields_of(rule);
  return std::any_of(keys.begin(), keys.end(), [&](const FieldKey& key) {
    const Field* field = find_field(programme, key);
    return field == nullptr || is_hidden(programme, *field);
  });
}

bool has_confidential(const Programme& programme) {
  return std::any_of(programme.fields.begin(), programme.fields.end(),
                     [](const Field& field) { return field.seen_by == SeenBy::nobody; });
}

Programme veiled(const Programme& programme, const CodeWords& words) {
  Programme seen = programme;
  if (!programme.blind.on && !has_confidential(programme)) return seen;
  std::set<FieldKey> open, confidential;
  std::erase_if(seen.fields, [&](const Field& field) {
    if (field.seen_by == SeenBy::nobody) confidential.insert(field.key);
    const bool hidden =
        field.seen_by == SeenBy::nobody || (programme.blind.on && is_hidden(programme, field));
    if (!hidden) open.insert(field.key);
    return hidden;
  });
  for (auto& [id, person] : seen.people) {
    if (!programme.blind.on) {
      for (const FieldKey& key : confidential) person.answers.erase(key);
      continue;
    }
    person.name = code_name(programme.blind, person, words);
    person.called.clear();
    person.email.reset();
    // Those of questions that were removed too: nobody knows what they were.
    std::erase_if(person.answers,
                  [&](const auto& answer) { return !open.contains(answer.first); });
  }
  seen.blind = {};
  return seen;
}

}  // namespace pairbook::domain
