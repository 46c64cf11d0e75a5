#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pairbook/domain/apply.hpp"
#include "pairbook/domain/decide.hpp"

// A small language for programmes in tests:
//   a_programme().with(a_mentor(1).places(2)).with(a_mentee(2)).with(a_pair(1, 2))

namespace pairbook::testing_support {

[[nodiscard]] inline domain::PersonId person_id(unsigned number) {
  domain::PersonId id;
  for (unsigned i = 0; i < 4; ++i) id.bytes[15 - i] = static_cast<std::byte>(number >> (8 * i));
  return id;
}
[[nodiscard]] inline domain::MentorId mentor_id(unsigned number) {
  return {person_id(number)};
}
[[nodiscard]] inline domain::MenteeId mentee_id(unsigned number) {
  return {person_id(number)};
}
[[nodiscard]] inline domain::PairId pair_id(unsigned number) {
  domain::PairId id;
  id.bytes[0] = std::byte{0xA1};
  for (unsigned i = 0; i < 4; ++i) id.bytes[15 - i] = static_cast<std::byte>(number >> (8 * i));
  return id;
}
[[nodiscard]] inline domain::Moment coordinator_today() {
  return {base::Instant{1'795'000'000'000}, base::Date::of(2026, 11, 22)};
}
[[nodiscard]] inline domain::FieldKey key(std::string_view text) {
  return domain::FieldKey::from(text).value_or(domain::FieldKey{});
}

struct PersonBuilder {
  domain::Person person;
  PersonBuilder& named(std::string name) {
    person.name = std::move(name);
    return *this;
  }
  PersonBuilder& places(int count) {
    person.places = count;
    return *this;
  }
  PersonBuilder& says(std::string_view field, std::vector<std::string> values) {
    person.answers[key(field)] = domain::Answer{std::move(values)};
    return *this;
  }
  PersonBuilder& withdrawn() {
    person.withdrawn = true;
    return *this;
  }
};

[[nodiscard]] inline PersonBuilder a_mentor(unsigned number) {
  PersonBuilder builder;
  builder.person.id = person_id(number);
  builder.person.name = "Mentor " + std::to_string(number);
  builder.person.roles.mentor = true;
  return builder;
}
[[nodiscard]] inline PersonBuilder a_mentee(unsigned number) {
  PersonBuilder builder;
  builder.person.id = person_id(number);
  builder.person.name = "Mentee " + std::to_string(number);
  builder.person.roles.mentee = true;
  return builder;
}

struct PairBuilder {
  domain::Pair pair;
  PairBuilder& ended() {
    pair.state = domain::PairState::ended;
    pair.ended = base::Date::of(2026, 11, 1);
    return *this;
  }
};
/// The pair's id is its mentor's and mentee's numbers: mentor * 1000 + mentee.
[[nodiscard]] inline PairBuilder a_pair(unsigned mentor, unsigned mentee) {
  PairBuilder builder;
  builder.pair.id = pair_id(mentor * 1000 + mentee);
  builder.pair.mentor = mentor_id(mentor);
  builder.pair.mentee = mentee_id(mentee);
  builder.pair.approved = base::Date::of(2026, 10, 1);
  return builder;
}

[[nodiscard]] inline domain::Field a_field(std::string_view field_key, domain::FieldKind kind,
                                           std::vector<std::string> options = {}) {
  domain::Field field;
  field.key = key(field_key);
  field.label = field_key;
  field.kind = kind;
  field.options = std::move(options);
  return field;
}

struct ProgrammeBuilder {
  domain::Programme programme;
  ProgrammeBuilder& with(const PersonBuilder& builder) {
    programme.people[builder.person.id] = builder.person;
    return *this;
  }
  ProgrammeBuilder& with(const PairBuilder& builder) {
    programme.pairs[builder.pair.id] = builder.pair;
    return *this;
  }
  ProgrammeBuilder& with(const domain::Field& field) {
    programme.fields.push_back(field);
    return *this;
  }
  ProgrammeBuilder& with(domain::Criterion criterion) {
    programme.rules.rules.push_back({std::move(criterion), std::nullopt, true});
    return *this;
  }
  operator const domain::Programme&() const { return programme; }
};

[[nodiscard]] inline ProgrammeBuilder a_programme() {
  ProgrammeBuilder builder;
  builder.programme.name = "Bridges";
  builder.programme.founded = base::Date::of(2026, 9, 1);
  return builder;
}

}  // namespace pairbook::testing_support
