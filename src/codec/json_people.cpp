// People and pairs as JSON: docs/formats/programme-json.md.
#include <algorithm>
#include <set>

#include "json_domain.hpp"

namespace pairbook::codec {

using namespace domain;

namespace {

constexpr std::size_t most_values = 64U << 10U;
constexpr std::size_t most_answers = 10'000;
constexpr std::size_t most_reasons = 10'000;
constexpr int most_number = 2'000'000'000;
constexpr std::string_view role_words[] = {"mentor", "mentee"};
constexpr std::string_view state_words[] = {"active", "ended"};

/// A question that may have several answers always gives a list, so that programs can rely on
/// it.
bool gives_list(const Field* field) {
  return field == nullptr || field->kind == FieldKind::several_of ||
         field->kind == FieldKind::language || field->kind == FieldKind::availability ||
         field->kind == FieldKind::skills;
}

Json json_of(const Answer& answer, const Field* field) {
  if (answer.values.size() == 1 && !gives_list(field)) return answer.values.front();
  return answer.values;
}

Answer read_answer_values(const JsonPlace& place) {
  if (place.is_text()) return {{place.text(most_json_text)}};
  return {place.texts(most_values, most_json_text)};
}

}  // namespace

base::Date read_date(const JsonPlace& place) {
  const auto date = base::Date::from_iso(place.text(16));
  if (!date) place.refuse("not a day like 2026-11-22");
  return date ? *date : base::Date{};
}

Json json_of(const Person& person, const std::vector<Field>& fields) {
  Json out;
  out["id"] = person.id.hex();
  out["name"] = person.name;
  if (!person.called.empty()) out["called"] = person.called;
  if (person.email) out["email"] = person.email->text();
  out["roles"] = Json::array();
  if (person.roles.mentor) out["roles"].push_back(role_words[0]);
  if (person.roles.mentee) out["roles"].push_back(role_words[1]);
  out["places"] = person.places;
  if (person.withdrawn) out["withdrawn"] = true;
  Json answers = Json::object();
  std::set<FieldKey> told;
  for (const Field& field : fields) {
    const auto answer = person.answers.find(field.key);
    if (answer == person.answers.end() || !told.insert(field.key).second) continue;
    answers[field.key.text()] = json_of(answer->second, &field);
  }
  for (const auto& [key, answer] : person.answers) {
    if (!told.contains(key)) answers[key.text()] = json_of(answer, nullptr);
  }
  out["answers"] = std::move(answers);
  return out;
}

Person read_person(const JsonPlace& place) {
  place.only({"id", "name", "called", "email", "roles", "places", "withdrawn", "answers"});
  Person person;
  person.id = read_id<PersonTag>(place.at("id"));
  person.name = place.at("name").text(most_json_text);
  if (const auto called = place.find("called")) person.called = called->text(most_json_text);
  if (const auto email = place.find("email")) {
    const std::string text = email->text(254);
    const auto read = Email::from(text);
    if (read && read->text() == text) {
      person.email = *read;
    } else {
      email->refuse("not an e-mail address");
    }
  }
  for (const JsonPlace& role : place.at("roles").items(2)) {
    (role.word(role_words) == 0 ? person.roles.mentor : person.roles.mentee) = true;
  }
  if (const auto places = place.find("places")) person.places = places->integer(0, 1000);
  if (const auto gone = place.find("withdrawn")) person.withdrawn = gone->flag();
  if (const auto answers = place.find("answers")) {
    for (const auto& member : answers->members(most_answers)) {
      const auto key = FieldKey::from(member.name);
      if (!key) member.value.refuse("not a field key");
      if (key) person.answers[*key] = read_answer_values(member.value);
    }
  }
  return person;
}

std::vector<Person> read_people(const JsonPlace& place) {
  std::vector<Person> people;
  std::set<PersonId> ids;
  for (const JsonPlace& item : place.items(most_json_people)) {
    people.push_back(read_person(item));
    if (!ids.insert(people.back().id).second) item.at("id").refuse("stands twice");
  }
  return people;
}

Json json_of(const Pair& pair, const Programme& programme) {
  const auto name_of = [&](const PersonId& id) {
    const Person* person = find_person(programme, id);
    return person == nullptr ? std::string() : person->name;
  };
  Json out;
  out["id"] = pair.id.hex();
  out["mentor"] = pair.mentor.person.hex();
  out["mentor_name"] = name_of(pair.mentor.person);
  out["mentee"] = pair.mentee.person.hex();
  out["mentee_name"] = name_of(pair.mentee.person);
  out["round"] = pair.round;
  out["points"] = pair.points;
  out["approved"] = pair.approved.iso();
  out["state"] = state_words[static_cast<std::size_t>(pair.state)];
  if (pair.state == PairState::ended || pair.ended != base::Date{}) {
    out["ended"] = pair.ended.iso();
  }
  if (!pair.ended_note.empty()) out["ended_note"] = pair.ended_note;
  out["reasons"] = Json::array();
  for (const Reason& reason : pair.reasons) {
    out["reasons"].push_back(
        {{"criterion", reason.criterion}, {"points", reason.points}, {"fact", reason.fact}});
  }
  return out;
}

Pair read_pair(const JsonPlace& place) {
  place.only({"id", "mentor", "mentor_name", "mentee", "mentee_name", "round", "points",
              "approved", "state", "ended", "ended_note", "reasons"});
  Pair pair;
  pair.id = read_id<PairTag>(place.at("id"));
  pair.mentor.person = read_id<PersonTag>(place.at("mentor"));
  pair.mentee.person = read_id<PersonTag>(place.at("mentee"));
  pair.round = place.at("round").integer(1, most_number);
  pair.points = place.at("points").integer(-most_number, most_number);
  pair.approved = read_date(place.at("approved"));
  pair.state = place.at("state").choice<PairState>(state_words);
  if (const auto ended = place.find("ended")) pair.ended = read_date(*ended);
  if (const auto note = place.find("ended_note")) pair.ended_note = note->text(most_json_text);
  for (const JsonPlace& item : place.at("reasons").items(most_reasons)) {
    item.only({"criterion", "points", "fact"});
    pair.reasons.push_back({item.at("criterion").text(most_json_text),
                            item.at("points").integer(-most_number, most_number),
                            item.at("fact").text(most_json_text)});
  }
  return pair;
}

}  // namespace pairbook::codec
