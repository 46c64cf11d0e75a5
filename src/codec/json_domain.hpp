#pragma once

// The nouns of the domain as JSON: what the formats have in common.
#include "json_io.hpp"
#include "pairbook/domain/programme.hpp"

namespace pairbook::codec {

[[nodiscard]] Json json_of(const domain::Field& field);
[[nodiscard]] domain::Field read_field(const JsonPlace& place);
[[nodiscard]] std::vector<domain::Field> read_fields(const JsonPlace& place);

/// Members of `out`: goal, bonus_for_unmatched, mentors_per_mentee, mentees_per_round,
/// rules; unless they are as usual also at_least_points, bonus_for_rematch, mentors_per_round
/// and least_mentees.
void put_rules(Json& out, const domain::Rules& rules);
[[nodiscard]] domain::Rules read_rules(const JsonPlace& place);

[[nodiscard]] Json json_of(const domain::Person& person,
                           const std::vector<domain::Field>& fields);
[[nodiscard]] domain::Person read_person(const JsonPlace& place);
/// Errors: also two people with one id.
[[nodiscard]] std::vector<domain::Person> read_people(const JsonPlace& place);

/// With the names of the two when the programme knows them; read_pair() passes over those.
[[nodiscard]] Json json_of(const domain::Pair& pair, const domain::Programme& programme);
[[nodiscard]] domain::Pair read_pair(const JsonPlace& place);

[[nodiscard]] Json json_of_follow_ups(const domain::Programme& programme);
void read_follow_ups(const JsonPlace& place, domain::Programme& programme);
[[nodiscard]] Json json_of_requests(const domain::Programme& programme);
void read_requests(const JsonPlace& place, domain::Programme& programme);

[[nodiscard]] domain::FieldKey read_key(const JsonPlace& place);
[[nodiscard]] base::Date read_date(const JsonPlace& place);
template <class Tag>
[[nodiscard]] base::Id<Tag> read_id(const JsonPlace& place) {
  const auto id = base::Id<Tag>::from_hex(place.text(32));
  if (!id) place.refuse("not 32 hexadecimal digits");
  return id ? *id : base::Id<Tag>{};
}

inline constexpr std::size_t most_json_people = 200'000;
inline constexpr std::size_t most_json_fields = 1'000;
inline constexpr std::size_t most_json_text = 64U << 10U;

}  // namespace pairbook::codec
