// file      = { format, version, statement, mentee: own } | { ..., mentor: own }
// statement = { programme, round, made, rules: hash, goal, weight, bonus,
//               mentors: [ [ hash, places, price ] ], all: node }
// node      = { hash, mentees, pairs, points, worth, gain }
// head      = name, salt: hash, mentor: number | null, points, by_hand
// mentee    = { head, mentor_name: { name, salt } | null, row: [ points ], gain, path }
// mentor    = { position, name, salt, mentees: [ { head, rest: hash, gain, path } ] }
// path      = [ node with first: true when it goes before what is below it ]
#include "pairbook/codec/match_report_json.hpp"

#include <algorithm>

#include "json_domain.hpp"
#include "pairbook/codec/rules_json.hpp"
#include "pairbook/domain/decide.hpp"

namespace pairbook::codec {

using namespace matching;
using domain::max_name_bytes;

namespace {

constexpr std::string_view format = "pairbook-match-report";
constexpr std::string_view goals[] = {"best_total", "most_matched"};
constexpr std::size_t most_mentors = 100'000;
constexpr std::size_t most_mentees = 1'000;           // of one mentor
constexpr std::size_t most_steps = 40;                // doublings: more people than there are
constexpr std::int64_t most = std::int64_t{1} << 53;  // what every reader of JSON can hold
constexpr int most_points = 1'000'000'000;
constexpr int most_places = 1'000'000;

Json json_of(const ReportNode& node) {
  Json out;
  out["hash"] = base::to_hex(node.hash);
  out["mentees"] = node.sums.mentees;
  out["pairs"] = node.sums.pairs;
  out["points"] = node.sums.points;
  out["worth"] = node.sums.worth;
  out["gain"] = node.sums.gain;
  return out;
}

Json json_of(const std::vector<ReportStep>& path) {
  Json out = Json::array();
  for (const ReportStep& step : path) {
    Json node = json_of(step.beside);
    node["first"] = step.beside_is_first;
    out.push_back(std::move(node));
  }
  return out;
}

Json json_of(const RowHead& head) {
  Json out;
  out["name"] = head.mentee;
  out["salt"] = base::to_hex(head.salt);
  out["mentor"] = head.mentor ? Json(*head.mentor) : Json();
  out["points"] = head.points;
  out["by_hand"] = head.by_hand;
  return out;
}

Json json_of(const RoundStatement& statement) {
  Json out;
  out["programme"] = statement.programme;
  out["round"] = statement.round;
  out["made"] = statement.made.iso();
  out["rules"] = base::to_hex(statement.rules);
  out["goal"] = goals[statement.goal == Goal::most_matched ? 1 : 0];
  out["weight"] = statement.weight;
  out["bonus"] = statement.bonus;
  out["mentors"] = Json::array();
  for (const MentorPlaces& mentor : statement.mentors) {
    out["mentors"].push_back(
        Json::array({base::to_hex(mentor.code), mentor.places, mentor.price}));
  }
  out["all"] = json_of(statement.all);
  return out;
}

Json json_of(const MenteeReport& report) {
  Json out = json_of(report.head);
  out["mentor_name"] = Json();
  if (report.mentor) {
    out["mentor_name"] = {{"name", report.mentor->name},
                          {"salt", base::to_hex(report.mentor->salt)}};
  }
  out["row"] = report.points;
  out["gain"] = report.gain;
  out["path"] = json_of(report.path);
  return out;
}

Json json_of(const MentorReport& report) {
  Json out;
  out["position"] = report.position;
  out["name"] = report.name.name;
  out["salt"] = base::to_hex(report.name.salt);
  out["mentees"] = Json::array();
  for (const MentorReport::Mentee& mentee : report.mentees) {
    Json row = json_of(mentee.head);
    row["rest"] = base::to_hex(mentee.rest);
    row["gain"] = mentee.gain;
    row["path"] = json_of(mentee.path);
    out["mentees"].push_back(std::move(row));
  }
  return out;
}

crypto::Digest read_hash(const JsonPlace& place) {
  crypto::Digest out{};
  const std::string text = place.text(2 * out.size());
  const auto bytes = base::from_hex(text);
  if (!bytes || bytes->size() != out.size() || base::to_hex(*bytes) != text) {
    place.refuse("not 64 lower-case hexadecimal digits");
    return out;
  }
  std::copy(bytes->begin(), bytes->end(), out.begin());
  return out;
}

ReportNode read_node(const JsonPlace& place) {
  ReportNode out;
  out.hash = read_hash(place.at("hash"));
  out.sums.mentees = place.at("mentees").large_integer(0, most);
  out.sums.pairs = place.at("pairs").large_integer(0, most);
  out.sums.points = place.at("points").large_integer(0, most);
  out.sums.worth = place.at("worth").large_integer(0, most);
  out.sums.gain = place.at("gain").large_integer(0, most);
  return out;
}

std::vector<ReportStep> read_path(const JsonPlace& place) {
  std::vector<ReportStep> out;
  for (const JsonPlace& step : place.items(most_steps)) {
    step.only({"hash", "mentees", "pairs", "points", "worth", "gain", "first"});
    out.push_back({read_node(step), step.at("first").flag()});
  }
  return out;
}

RowHead read_head(const JsonPlace& place) {
  RowHead out;
  out.mentee = place.at("name").text(max_name_bytes);
  out.salt = read_hash(place.at("salt"));
  if (const JsonPlace mentor = place.at("mentor"); !mentor.is_null()) {
    out.mentor = static_cast<std::uint32_t>(mentor.integer(0, most_mentors));
  }
  out.points = place.at("points").integer(0, most_points);
  out.by_hand = place.at("by_hand").flag();
  return out;
}

RoundStatement read_statement(const JsonPlace& place, JsonTrouble& trouble) {
  place.only(
      {"programme", "round", "made", "rules", "goal", "weight", "bonus", "mentors", "all"});
  RoundStatement out;
  out.programme = place.at("programme").text(max_name_bytes);
  out.round = place.at("round").integer(1, 1'000'000);
  out.made = read_date(place.at("made"));
  out.rules = read_hash(place.at("rules"));
  out.goal = place.at("goal").word(goals) == 1 ? Goal::most_matched : Goal::best_total;
  out.weight = place.at("weight").large_integer(1, most);
  out.bonus = place.at("bonus").large_integer(0, most);
  for (const JsonPlace& mentor : place.at("mentors").items(most_mentors)) {
    const std::vector<JsonPlace> parts = mentor.items(3);
    if (parts.size() != 3) {
      mentor.refuse("not a code, places and a price");
      break;
    }
    out.mentors.push_back({read_hash(parts[0]),
                           static_cast<std::uint32_t>(parts[1].integer(0, most_places)),
                           parts[2].large_integer(0, most)});
    if (trouble.first) break;
  }
  const JsonPlace all = place.at("all");
  all.only({"hash", "mentees", "pairs", "points", "worth", "gain"});
  out.all = read_node(all);
  return out;
}

MenteeReport read_mentee(const JsonPlace& place) {
  place.only(
      {"name", "salt", "mentor", "points", "by_hand", "mentor_name", "row", "gain", "path"});
  MenteeReport out;
  out.head = read_head(place);
  if (const JsonPlace mentor = place.at("mentor_name"); !mentor.is_null()) {
    mentor.only({"name", "salt"});
    out.mentor =
        MentorName{read_hash(mentor.at("salt")), mentor.at("name").text(max_name_bytes)};
  }
  for (const JsonPlace& points : place.at("row").items(most_mentors)) {
    out.points.push_back(points.integer(-1, most_points));
  }
  out.gain = place.at("gain").large_integer(0, most);
  out.path = read_path(place.at("path"));
  return out;
}

MentorReport read_mentor(const JsonPlace& place) {
  place.only({"position", "name", "salt", "mentees"});
  MentorReport out;
  out.position = static_cast<std::uint32_t>(place.at("position").integer(0, most_mentors));
  out.name = {read_hash(place.at("salt")), place.at("name").text(max_name_bytes)};
  for (const JsonPlace& row : place.at("mentees").items(most_mentees)) {
    row.only({"name", "salt", "mentor", "points", "by_hand", "rest", "gain", "path"});
    out.mentees.push_back({read_head(row), read_hash(row.at("rest")),
                           row.at("gain").large_integer(0, most), read_path(row.at("path"))});
  }
  return out;
}

}  // namespace

std::string write_match_report(const MatchReportFile& file) {
  Json out;
  out["format"] = format;
  out["version"] = 1;
  out["statement"] = json_of(file.statement);
  if (const auto* mentee = std::get_if<MenteeReport>(&file.own)) {
    out["mentee"] = json_of(*mentee);
  } else {
    out["mentor"] = json_of(std::get<MentorReport>(file.own));
  }
  return write_json(out);
}

crypto::Digest rules_fingerprint(const domain::Programme& programme) {
  return crypto::hash(
      base::bytes_of(write_preset({"", "", programme.fields, programme.rules})));
}

base::Result<MatchReportFile> read_match_report(std::string_view text) {
  const auto json = open_json(text, format, max_match_report_bytes);
  if (!json) return base::pass_on(json);
  JsonTrouble trouble;
  const JsonPlace file(*json, trouble);
  file.only({"format", "version", "statement", "mentee", "mentor"});
  MatchReportFile out;
  out.statement = read_statement(file.at("statement"), trouble);
  const auto mentee = file.find("mentee");
  const auto mentor = file.find("mentor");
  if (mentee.has_value() == mentor.has_value()) {
    file.refuse("neither a mentee's nor a mentor's");
  } else if (mentee) {
    out.own = read_mentee(*mentee);
  } else {
    out.own = read_mentor(*mentor);
  }
  if (trouble.first) return std::unexpected(*trouble.first);
  return out;
}

}  // namespace pairbook::codec
