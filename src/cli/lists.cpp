#include "cli/lists.hpp"

#include <algorithm>
#include <vector>

#include "cli/printed.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/codec/programme_json.hpp"
#include "pairbook/codec/roster_out.hpp"
#include "pairbook/codec/rules_json.hpp"

namespace pairbook::cli {
namespace {

using domain::Pair;
using domain::Person;
using domain::Programme;

std::string name_of(const Programme& programme, const domain::PersonId& id) {
  const Person* person = domain::find_person(programme, id);
  return person != nullptr ? person->name : "somebody who was removed";
}

std::string role_of(const Person& person) {
  if (person.roles.mentor && person.roles.mentee) return "both";
  if (person.roles.mentor) return "mentor";
  return person.roles.mentee ? "mentee" : "none";
}

std::string partners_of(const Programme& programme, const Person& person) {
  std::vector<std::string> names;
  for (const domain::PairId& id : domain::active_pairs(programme, person.id)) {
    const Pair& pair = programme.pairs.at(id);
    const bool is_mentor = pair.mentor.person == person.id;
    names.push_back(name_of(programme, is_mentor ? pair.mentee.person : pair.mentor.person));
  }
  std::ranges::sort(names);
  return base::join(names, ", ");
}

bool is_wanted(const Programme& programme, const Person& person, const People& task) {
  if (task.role == Role::mentors && !person.roles.mentor) return false;
  if (task.role == Role::mentees && !person.roles.mentee) return false;
  if (task.unmatched && !domain::active_pairs(programme, person.id).empty()) return false;
  if (task.find.empty()) return true;
  const std::string wanted = base::fold_case(task.find);
  return base::fold_case(person.name).find(wanted) != std::string::npos ||
         (person.email && person.email->folded().find(wanted) != std::string::npos);
}

}  // namespace

Outcome<std::string> list_people(const Programme& programme, const People& task, bool json) {
  Programme wanted = programme;
  std::erase_if(wanted.people,
                [&](const auto& item) { return !is_wanted(programme, item.second, task); });
  if (wanted.people.empty()) return refuse(Status::refused, "There is nobody to list.");
  if (json) return codec::people_json(wanted) + "\n";
  if (task.csv) return codec::people_csv(wanted);

  std::vector<const Person*> people;
  for (const auto& [id, person] : wanted.people) people.push_back(&person);
  std::ranges::sort(people, {}, [](const Person* person) {
    return std::pair(base::fold_case(person->name), person->id);
  });
  std::vector<std::vector<std::string>> rows{{"NAME", "ROLE", "E-MAIL", "IN A PAIR WITH"}};
  for (const Person* person : people) {
    rows.push_back({person->name, role_of(*person), person->email ? person->email->text() : "-",
                    partners_of(programme, *person)});
  }
  return in_columns(rows);
}

Outcome<std::string> list_pairs(const Programme& programme, const Pairs& task, bool json) {
  std::vector<std::pair<std::pair<int, std::string>, const Pair*>> pairs;
  for (const auto& [id, pair] : programme.pairs) {
    if (task.round != 0 && pair.round != task.round) continue;
    const std::string mentor = base::fold_case(name_of(programme, pair.mentor.person));
    pairs.push_back({{pair.round, mentor}, &pair});
  }
  if (pairs.empty()) return refuse(Status::refused, "There is no pair to list.");
  if (json) return codec::pairs_json(programme, task.round) + "\n";
  if (task.csv) return codec::pairs_csv(programme, task.round);

  std::ranges::stable_sort(pairs, {}, &decltype(pairs)::value_type::first);
  std::vector<std::vector<std::string>> rows{{"ROUND", "MENTOR", "MENTEE", "POINTS", "STATE"}};
  for (const auto& [order, pair] : pairs) {
    rows.push_back({std::to_string(pair->round), name_of(programme, pair->mentor.person),
                    name_of(programme, pair->mentee.person), std::to_string(pair->points),
                    pair->state == domain::PairState::active ? "active" : "ended"});
  }
  return in_columns(rows);
}

Outcome<std::string> exported(const Programme& programme, const Export& task, bool json) {
  const bool as_json = json || task.format == Format::json;
  const bool is_table = task.part == Part::people || task.part == Part::pairs;
  if (!is_table && task.format == Format::csv) {
    return refuse(Status::bad_input, "Rules and programme can be written as JSON only.");
  }
  switch (task.part) {
    case Part::people:
      if (programme.people.empty()) return refuse(Status::refused, "There is nobody to write.");
      return as_json ? codec::people_json(programme) + "\n" : codec::people_csv(programme);
    case Part::pairs:
      if (programme.pairs.empty()) return refuse(Status::refused, "There is no pair to write.");
      return as_json ? codec::pairs_json(programme, task.round) + "\n"
                     : codec::pairs_csv(programme, task.round);
    case Part::programme:
      return codec::write_programme_json(programme) + "\n";
    case Part::rules:
      return codec::write_preset({.name = programme.name,
                                  .description = "",
                                  .fields = programme.fields,
                                  .rules = programme.rules}) +
             "\n";
  }
  return {};
}

}  // namespace pairbook::cli
