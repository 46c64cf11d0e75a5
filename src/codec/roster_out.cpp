#include "pairbook/codec/roster_out.hpp"

#include <set>
#include <tuple>

#include "json_domain.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "person_columns.hpp"

namespace pairbook::codec {

using namespace domain;

namespace {

constexpr std::string_view people_format = "pairbook-people";
constexpr std::string_view pairs_format = "pairbook-pairs";
constexpr std::size_t most_json_bytes = 128U << 20U;

/// One header a question; where two questions read the same, their keys tell them apart.
std::vector<std::string> headers_of(const std::vector<Field>& fields) {
  std::set<std::string> taken;
  std::vector<std::string> headers;
  for (const auto& [header, meaning] : person_columns) {
    headers.emplace_back(header);
    taken.insert(base::fold_case(header));
  }
  for (const Field& field : fields) {
    std::string header = base::collapse_spaces(field.label);
    if (!taken.insert(base::fold_case(header)).second) {
      header += " (" + field.key.text() + ")";
      taken.insert(base::fold_case(header));
    }
    headers.push_back(std::move(header));
  }
  return headers;
}

std::string role_in_words(const Person& person) {
  const Roles roles = person.roles;
  std::string words = roles.mentor && roles.mentee ? "both"
                      : roles.mentor               ? "mentor"
                      : roles.mentee               ? "mentee"
                                                   : "neither";
  if (person.withdrawn) words += " (withdrawn)";
  return words;
}

std::vector<const Person*> in_order_of_names(const Programme& programme) {
  std::vector<std::pair<std::string, const Person*>> named;
  named.reserve(programme.people.size());
  for (const auto& [id, person] : programme.people) {
    named.emplace_back(base::fold_case(person.name), &person);
  }
  base::sort(named, [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Person*> people;
  for (const auto& [name, person] : named) people.push_back(person);
  return people;
}

std::string name_of(const Programme& programme, const PersonId& id) {
  const Person* person = find_person(programme, id);
  return person == nullptr ? std::string() : person->name;
}

std::string email_of(const Programme& programme, const PersonId& id) {
  const Person* person = find_person(programme, id);
  return person == nullptr || !person->email ? std::string() : person->email->text();
}

std::vector<const Pair*> pairs_of(const Programme& programme, int round) {
  using Key = std::tuple<int, std::string, std::string>;  // a group stands together
  std::vector<std::pair<Key, const Pair*>> found;
  for (const auto& [id, pair] : programme.pairs) {
    if (round != 0 && pair.round != round) continue;
    found.push_back({{pair.round, base::fold_case(name_of(programme, pair.mentor.person)),
                      base::fold_case(name_of(programme, pair.mentee.person))},
                     &pair});
  }
  base::sort(found, [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<const Pair*> pairs;
  for (const auto& [key, pair] : found) pairs.push_back(pair);
  return pairs;
}

std::string reasons_in_words(const Pair& pair) {
  std::vector<std::string> parts;
  for (const Reason& reason : pair.reasons) {
    std::string part = reason.criterion;
    if (!reason.fact.empty()) part += " (" + reason.fact + ")";
    parts.push_back(part + ": " + base::to_text(reason.points));
  }
  return base::join(parts, "; ");
}

/// One column for each thing that both sides are asked.
void add_answer(std::vector<std::string>& row, const std::optional<Check>& check) {
  constexpr std::string_view fits[] = {"good fit", "still deciding", "not a fit"};
  row.emplace_back(check ? fits[static_cast<std::size_t>(check->fit)] : std::string_view());
  row.push_back(check && check->satisfaction ? base::to_text(*check->satisfaction) : "");
  row.push_back(check ? check->note : "");
  row.push_back(check ? check->on.iso() : "");
}

}  // namespace

Sheet people_sheet(const Programme& programme) {
  Sheet sheet{headers_of(programme.fields), {}};
  sheet.rows.reserve(programme.people.size());
  for (const Person* person : in_order_of_names(programme)) {
    auto& row = sheet.rows.emplace_back();
    row = {person->name, person->called, person->email ? person->email->text() : "",
           role_in_words(*person), base::to_text(person->places)};
    for (const Field& field : programme.fields) {
      const auto answer = person->answers.find(field.key);
      row.push_back(answer == person->answers.end() ? "" : write_answer(field, answer->second));
    }
  }
  return sheet;
}

Mapping people_mapping(const Programme& programme) {
  Mapping mapping;
  const auto headers = headers_of(programme.fields);
  for (const auto& [header, meaning] : person_columns) {
    mapping.columns.push_back({std::string(header), meaning, {}});
  }
  for (std::size_t i = 0; i < programme.fields.size(); ++i) {
    mapping.columns.push_back(
        {headers[std::size(person_columns) + i], Meaning::answer, programme.fields[i].key});
  }
  return mapping;
}

Sheet pairs_sheet(const Programme& programme, int round) {
  Sheet sheet{{"Round", "Mentor", "Mentor's e-mail", "Mentee", "Mentee's e-mail", "Points",
               "Why", "Approved", "State", "Ended", "Note", "Mentor says",
               "Mentor's satisfaction", "Mentor's note", "Mentor answered", "Mentee says",
               "Mentee's satisfaction", "Mentee's note", "Mentee answered"},
              {}};
  for (const Pair* pair : pairs_of(programme, round)) {
    const bool ended = pair->state == PairState::ended;
    sheet.rows.push_back(
        {base::to_text(pair->round), name_of(programme, pair->mentor.person),
         email_of(programme, pair->mentor.person), name_of(programme, pair->mentee.person),
         email_of(programme, pair->mentee.person), base::to_text(pair->points),
         reasons_in_words(*pair), pair->approved.iso(), ended ? "ended" : "active",
         ended ? pair->ended.iso() : "", pair->ended_note});
    const FollowUp known = follow_up(programme, pair->id);
    add_answer(sheet.rows.back(), known.mentor);
    add_answer(sheet.rows.back(), known.mentee);
  }
  return sheet;
}

std::string people_csv(const Programme& programme, const CsvStyle& style) {
  const Sheet sheet = people_sheet(programme);
  return write_csv(sheet.headers, sheet.rows, style);
}

std::string pairs_csv(const Programme& programme, int round, const CsvStyle& style) {
  const Sheet sheet = pairs_sheet(programme, round);
  return write_csv(sheet.headers, sheet.rows, style);
}

std::string people_json(const Programme& programme) {
  Json out;
  out["format"] = people_format;
  out["version"] = 1;
  out["fields"] = Json::array();
  for (const Field& field : programme.fields) out["fields"].push_back(json_of(field));
  out["people"] = Json::array();
  for (const Person* person : in_order_of_names(programme)) {
    out["people"].push_back(json_of(*person, programme.fields));
  }
  return write_json(out);
}

std::string pairs_json(const Programme& programme, int round) {
  Json out;
  out["format"] = pairs_format;
  out["version"] = 1;
  out["pairs"] = Json::array();
  for (const Pair* pair : pairs_of(programme, round)) {
    out["pairs"].push_back(json_of(*pair, programme));
  }
  return write_json(out);
}

base::Result<Roster> read_people_json(std::string_view text) {
  const auto json = open_json(text, people_format, most_json_bytes);
  if (!json) return base::pass_on(json);
  JsonTrouble trouble;
  const JsonPlace file(*json, trouble);
  file.only({"format", "version", "fields", "people"});
  Roster roster{read_fields(file.at("fields")), read_people(file.at("people"))};
  if (trouble.first) return std::unexpected(*trouble.first);
  return roster;
}

base::Result<std::vector<Pair>> read_pairs_json(std::string_view text) {
  const auto json = open_json(text, pairs_format, most_json_bytes);
  if (!json) return base::pass_on(json);
  JsonTrouble trouble;
  const JsonPlace file(*json, trouble);
  file.only({"format", "version", "pairs"});
  std::vector<Pair> pairs;
  std::set<PairId> ids;
  for (const JsonPlace& item : file.at("pairs").items(1'000'000)) {
    pairs.push_back(read_pair(item));
    if (!ids.insert(pairs.back().id).second) item.at("id").refuse("stands twice");
  }
  if (trouble.first) return std::unexpected(*trouble.first);
  return pairs;
}

}  // namespace pairbook::codec
