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

namespace {

People taking_part(const domain::Programme& programme, domain::Side side) {
  People people;
  for (const auto& [id, person] : programme.people) {
    const bool in = side == domain::Side::mentor ? person.roles.mentor : person.roles.mentee;
    if (in && !person.withdrawn) people.push_back(&person);
  }
  return people;
}

std::vector<domain::PersonId> found(const NameBook& book, const People& people,
                                    const std::string& name) {
  std::vector<domain::PersonId> ids;
  for (const Index at : book.find(name)) ids.push_back(people[at]->id);
  return ids;
}

}  // namespace

std::vector<Wisher> wishes_of(const domain::Programme& programme, domain::Side side) {
  const auto questions = wish_questions(programme.rules, side);
  const People others = taking_part(
      programme, side == domain::Side::mentor ? domain::Side::mentee : domain::Side::mentor);
  const NameBook book(others);
  std::vector<Wisher> all;
  for (const domain::Person* person : taking_part(programme, side)) {
    all.push_back({person->id, {}});
    if (questions.empty()) continue;
    for (std::string& name : names_in(*person, questions.front())) {
      auto meant = found(book, others, name);
      all.back().wishes.push_back({std::move(name), std::move(meant)});
    }
  }
  return all;
}

std::vector<std::vector<domain::PersonId>> people_called(
    const domain::Programme& programme, domain::Side side,
    const std::vector<std::string>& names) {
  const People people = taking_part(programme, side);
  const NameBook book(people);
  std::vector<std::vector<domain::PersonId>> all;
  for (const std::string& name : names) all.push_back(found(book, people, name));
  return all;
}

std::vector<std::string> wished_names(std::string_view text) {
  domain::Person person;
  person.answers[{}] = {{std::string(text)}};
  return names_in(person, {});
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
