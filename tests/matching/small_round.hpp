#pragma once

#include <map>

#include "pairbook/matching/propose.hpp"
#include "some_problem.hpp"

namespace pairbook::matching::testing {

/// Two mentors with one place, three mentees; points for what they share of "topics".
inline domain::Programme small() {
  using namespace domain;
  using testing_support::person_id;
  Programme out;
  Field topics;
  topics.key = key("topics");
  topics.kind = FieldKind::several_of;
  out.fields = {topics};
  const auto add = [&](unsigned number, bool mentor, std::vector<std::string> values) {
    Person person;
    person.id = person_id(number);
    person.name = "Person " + base::to_text(number);
    (mentor ? person.roles.mentor : person.roles.mentee) = true;
    if (!values.empty()) person.answers[key("topics")] = Answer{std::move(values)};
    out.people.emplace(person.id, person);
  };
  add(1, true, {"art", "law", "sea"});
  add(2, true, {"law"});
  add(11, false, {"art", "law"});
  add(12, false, {"law", "sea"});
  add(13, false, {"Law"});
  out.rules.rules = {{PointsForShared{{key("topics"), key("topics")}, 10, 30}, {}, true}};
  return out;
}

/// Who is whose mentor.
inline std::map<domain::MenteeId, domain::MentorId> mentors_in(const Proposal& proposal) {
  std::map<domain::MenteeId, domain::MentorId> out;
  for (const ProposedPair& pair : pairs_of(proposal)) out.emplace(pair.mentee, pair.mentor);
  return out;
}

}  // namespace pairbook::matching::testing
