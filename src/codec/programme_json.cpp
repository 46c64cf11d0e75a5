// programme = { format, version, name, founded, round, fields, people, matching, verdicts,
// pairs,
//               rounds, letters, mappings, and unless there are none: kept_proposals,
//               follow_ups, blind_review }
#include "pairbook/codec/programme_json.hpp"

#include <utility>

#include "json_domain.hpp"

namespace pairbook::codec {

using namespace domain;

namespace {

constexpr std::string_view format = "pairbook-programme";
constexpr std::size_t most_pairs = 1'000'000;
constexpr std::size_t most_kept = 1'000;
constexpr std::size_t most_rounds = 10'000;
constexpr std::size_t most_mappings = 1'000;
constexpr std::size_t most_columns = 5'000;
constexpr int most_number = 2'000'000'000;
constexpr std::string_view verdict_words[] = {"none", "locked", "forbidden"};
constexpr std::string_view letter_words[] = {"to_mentor",    "to_mentee", "to_unmatched",
                                             "shortlist",    "request",   "reminder",
                                             "request_ended"};
constexpr std::string_view meaning_words[] = {"nothing", "name",  "given_name", "family_name",
                                              "called",  "email", "role",       "both",
                                              "places",  "answer"};
constexpr std::string_view role_words[] = {"from_column", "mentors", "mentees", "both"};

template <class E>
std::string_view word_of(Words words, E value) {
  return words[static_cast<std::size_t>(value)];
}

Json json_of_mapping(const Mapping& mapping) {
  Json out;
  out["role"] = word_of(role_words, mapping.role);
  out["columns"] = Json::array();
  for (const ColumnMeaning& column : mapping.columns) {
    Json one;
    one["header"] = column.header;
    one["meaning"] = word_of(meaning_words, column.meaning);
    if (!column.field.empty()) one["field"] = column.field.text();
    out["columns"].push_back(std::move(one));
  }
  return out;
}

Mapping read_mapping(const JsonPlace& place) {
  place.only({"role", "columns"});
  Mapping mapping;
  mapping.role = place.at("role").choice<FileRole>(role_words);
  for (const JsonPlace& item : place.at("columns").items(most_columns)) {
    item.only({"header", "meaning", "field"});
    ColumnMeaning column;
    column.header = item.at("header").text(most_json_text);
    column.meaning = item.at("meaning").choice<Meaning>(meaning_words);
    if (const auto field = item.find("field")) column.field = read_key(*field);
    mapping.columns.push_back(std::move(column));
  }
  return mapping;
}

void put_history(Json& out, const Programme& programme) {
  out["verdicts"] = Json::array();
  for (const auto& [key, verdict] : programme.verdicts) {
    out["verdicts"].push_back({{"mentor", key.first.person.hex()},
                               {"mentee", key.second.person.hex()},
                               {"verdict", word_of(verdict_words, verdict)}});
  }
  out["pairs"] = Json::array();
  for (const auto& [id, pair] : programme.pairs)
    out["pairs"].push_back(json_of(pair, programme));
  out["rounds"] = Json::array();
  for (const Round& round : programme.rounds) {
    out["rounds"].push_back({{"number", round.number},
                             {"closed", round.closed.iso()},
                             {"pairs", round.pairs},
                             {"points", round.points}});
  }
  out["letters"] = Json::object();
  for (const auto& [kind, letter] : programme.letters) {
    out["letters"][std::string(word_of(letter_words, kind))] = {{"subject", letter.subject},
                                                                {"body", letter.body}};
  }
}

void put_kept(Json& out, const Programme& programme) {
  if (programme.kept.empty()) return;
  out["kept_proposals"] = Json::array();
  for (const auto& [id, kept] : programme.kept) {
    Json one;
    one["id"] = id.hex();
    one["name"] = kept.head.name;
    one["on"] = kept.head.on.iso();
    one["round"] = kept.head.round;
    one["matching"] = Json::object();
    put_rules(one["matching"], kept.head.rules);
    one["pairs"] = Json::array();
    for (const KeptPair& pair : kept.pairs) {
      one["pairs"].push_back({{"mentee", pair.mentee.person.hex()},
                              {"mentor", pair.mentor.person.hex()},
                              {"points", pair.points}});
    }
    out["kept_proposals"].push_back(std::move(one));
  }
}

Rules read_matching(const JsonPlace& matching) {
  matching.only({"goal", "bonus_for_unmatched", "mentors_per_mentee", "mentees_per_round",
                 "at_least_points", "bonus_for_rematch", "mentors_per_round", "least_mentees",
                 "rules"});
  return read_rules(matching);
}

void read_kept(const JsonPlace& place, Programme& programme) {
  for (const JsonPlace& item : place.items(most_kept)) {
    item.only({"id", "name", "on", "round", "matching", "pairs"});
    KeptProposal kept;
    kept.id = read_id<ProposalTag>(item.at("id"));
    kept.head.name = item.at("name").text(most_json_text);
    kept.head.on = read_date(item.at("on"));
    kept.head.round = item.at("round").integer(1, most_number);
    kept.head.rules = read_matching(item.at("matching"));
    for (const JsonPlace& pair : item.at("pairs").items(most_pairs)) {
      pair.only({"mentee", "mentor", "points"});
      kept.pairs.push_back({{read_id<PersonTag>(pair.at("mentee"))},
                            {read_id<PersonTag>(pair.at("mentor"))},
                            pair.at("points").integer(-most_number, most_number)});
    }
    const std::size_t all = kept.pairs.size();
    std::vector<KeptPair> pairs = std::exchange(kept.pairs, {});
    add_pairs(kept.pairs, pairs);
    if (kept.pairs.size() != all) item.at("pairs").refuse("a mentee stands twice");
    const ProposalId id = kept.id;
    if (!programme.kept.emplace(id, std::move(kept)).second) item.refuse("stands twice");
  }
}

void read_verdicts(const JsonPlace& place, Programme& programme) {
  for (const JsonPlace& item : place.items(most_pairs)) {
    item.only({"mentor", "mentee", "verdict"});
    const VerdictKey key{{read_id<PersonTag>(item.at("mentor"))},
                         {read_id<PersonTag>(item.at("mentee"))}};
    const auto verdict = item.at("verdict").choice<Verdict>(verdict_words);
    if (verdict == Verdict::none) item.at("verdict").refuse("neither locked nor forbidden");
    if (!programme.verdicts.emplace(key, verdict).second) item.refuse("stands twice");
  }
}

void read_pairs(const JsonPlace& place, Programme& programme) {
  for (const JsonPlace& item : place.items(most_pairs)) {
    Pair pair = read_pair(item);
    const PairId id = pair.id;
    if (!programme.pairs.emplace(id, std::move(pair)).second) item.refuse("stands twice");
  }
}

void read_rounds(const JsonPlace& place, Programme& programme) {
  for (const JsonPlace& item : place.items(most_rounds)) {
    item.only({"number", "closed", "pairs", "points"});
    programme.rounds.push_back({item.at("number").integer(1, most_number),
                                read_date(item.at("closed")),
                                item.at("pairs").integer(0, most_number),
                                item.at("points").integer(-most_number, most_number)});
  }
}

void read_letters(const JsonPlace& place, Programme& programme) {
  place.only({"to_mentor", "to_mentee", "to_unmatched", "shortlist", "request", "reminder",
              "request_ended"});
  for (std::size_t kind = 0; kind < letter_kinds; ++kind) {
    const auto letter = place.find(letter_words[kind]);
    if (!letter) continue;
    letter->only({"subject", "body"});
    programme.letters[static_cast<LetterKind>(kind)] = {
        letter->at("subject").text(most_json_text), letter->at("body").text(most_json_text)};
  }
}

Json json_of_review(const BlindReview& review) {
  Json out;
  out["round"] = review.round;
  out["names_hidden"] = review.on;
  out["names_seen"] = review.names_seen;
  out["codes"] = Json::object();
  for (const auto& [id, code] : review.codes) out["codes"][id.hex()] = code;
  out["looked_at"] = Json::array();
  for (const PersonId& id : review.looked_at) out["looked_at"].push_back(id.hex());
  return out;
}

void read_review(const JsonPlace& place, BlindReview& review) {
  place.only({"round", "names_hidden", "names_seen", "codes", "looked_at"});
  review.round = place.at("round").integer(0, most_number);
  review.on = place.at("names_hidden").flag();
  review.names_seen = place.at("names_seen").flag();
  for (const auto& [name, value] : place.at("codes").members(most_json_people)) {
    const auto id = PersonId::from_hex(name);
    if (!id) value.refuse("not 32 hexadecimal digits");
    if (id) review.codes[*id] = value.integer(1, most_number);
  }
  for (const JsonPlace& item : place.at("looked_at").items(most_json_people)) {
    review.looked_at.insert(read_id<PersonTag>(item));
  }
}

}  // namespace

std::string write_programme_json(const Programme& programme) {
  Json out;
  out["format"] = format;
  out["version"] = 1;
  out["name"] = programme.name;
  out["founded"] = programme.founded.iso();
  out["round"] = programme.round;
  out["fields"] = Json::array();
  for (const Field& field : programme.fields) out["fields"].push_back(json_of(field));
  out["people"] = Json::array();
  for (const auto& [id, person] : programme.people) {
    out["people"].push_back(json_of(person, programme.fields));
  }
  out["matching"] = Json::object();
  put_rules(out["matching"], programme.rules);
  put_history(out, programme);
  out["mappings"] = Json::array();
  for (const Mapping& mapping : programme.mappings) {
    out["mappings"].push_back(json_of_mapping(mapping));
  }
  put_kept(out, programme);
  if (!programme.follow_ups.empty()) out["follow_ups"] = json_of_follow_ups(programme);
  if (!programme.requests.empty()) out["requests"] = json_of_requests(programme);
  if (programme.blind != BlindReview{}) out["blind_review"] = json_of_review(programme.blind);
  return write_json(out);
}

base::Result<Programme> read_programme_json(std::string_view text) {
  const auto json = open_json(text, format, max_programme_json_bytes);
  if (!json) return base::pass_on(json);
  JsonTrouble trouble;
  const JsonPlace file(*json, trouble);
  file.only({"format", "version", "name", "founded", "round", "fields", "people", "matching",
             "verdicts", "pairs", "rounds", "letters", "mappings", "kept_proposals",
             "follow_ups", "requests", "blind_review"});
  Programme programme;
  programme.name = file.at("name").text(most_json_text);
  programme.founded = read_date(file.at("founded"));
  programme.round = file.at("round").integer(1, most_number);
  programme.fields = read_fields(file.at("fields"));
  for (Person& person : read_people(file.at("people"))) {
    const PersonId id = person.id;
    programme.people.emplace(id, std::move(person));
  }
  programme.rules = read_matching(file.at("matching"));
  read_verdicts(file.at("verdicts"), programme);
  read_pairs(file.at("pairs"), programme);
  read_rounds(file.at("rounds"), programme);
  read_letters(file.at("letters"), programme);
  for (const JsonPlace& item : file.at("mappings").items(most_mappings)) {
    programme.mappings.push_back(read_mapping(item));
  }
  if (const auto kept = file.find("kept_proposals")) read_kept(*kept, programme);
  if (const auto known = file.find("follow_ups")) read_follow_ups(*known, programme);
  if (const auto requests = file.find("requests")) read_requests(*requests, programme);
  if (const auto review = file.find("blind_review")) read_review(*review, programme.blind);
  if (trouble.first) return std::unexpected(*trouble.first);
  return programme;
}

}  // namespace pairbook::codec
