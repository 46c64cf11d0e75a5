// Questions and rules as JSON: docs/formats/rules.md. The members of a rule are the parts of
// its criterion (domain/criterion_parts.hpp); two parts that are called mentor_x and mentee_x
// and say the same may be one member, x.
#include <set>

#include "json_domain.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/domain/criterion_parts.hpp"

namespace pairbook::codec {

using namespace domain;

namespace {

constexpr std::string_view kinds[] = {"text",      "long_text", "one_of", "several_of",
                                      "scale",     "number",    "yes_no", "availability",
                                      "time_zone", "language",  "skills"};
constexpr std::string_view askeds[] = {"everybody", "mentors", "mentees"};
constexpr std::string_view seen_bys[] = {"coordinators", "the_pair", "everybody", "nobody"};
constexpr std::string_view goals[] = {"best_total", "most_matched"};
constexpr std::string_view sides[] = {"mentor", "mentee"};
constexpr std::string_view criteria[] = {
    "must_differ",        "must_share",        "gap_within",        "not_manager",
    "not_earlier_pair",   "meeting_time",      "points_for_same",   "points_for_shared",
    "points_for_offered", "points_for_gap",    "must_be_enough",    "meet_somewhere",
    "not_named",          "points_for_skills", "points_for_enough", "points_for_transition",
    "points_for_wish",    "points_for_score",  "points_for_close",  "points_for_text"};
static_assert(std::size(criteria) == std::variant_size_v<Criterion>);

constexpr std::size_t most_options = 5'000;
constexpr std::size_t most_rules = 1'000;
constexpr std::size_t most_gaps = 1'000;
constexpr std::size_t most_scales = 100;

template <class E>
std::string word_of(Words words, E value) {
  return std::string(words[static_cast<std::size_t>(value)]);
}

using Parts = std::vector<CriterionPart>;
using Kind = CriterionPart::Kind;

constexpr std::string_view of_mentor = "mentor_";
constexpr std::string_view of_mentee = "mentee_";

/// mentor_x, when the next part is mentee_x.
bool begins_two(const Parts& parts, std::size_t at) {
  return at + 1 < parts.size() && parts[at].name.starts_with(of_mentor) &&
         parts[at + 1].name.starts_with(of_mentee);
}

std::string_view name_of_both(const CriterionPart& mentors) {
  return mentors.name.substr(of_mentor.size());
}

void put_part(Json& out, const CriterionPart& part) {
  const std::string name(part.name);
  switch (part.kind) {
    case Kind::field:
      if (!part.may_be_empty || !part.field->empty()) out[name] = part.field->text();
      break;
    case Kind::fields:
      out[name] = Json::array();
      for (const FieldKey& key : *part.fields) out[name].push_back(key.text());
      break;
    case Kind::number:
    case Kind::points:
      out[name] = *part.number;
      break;
    case Kind::by_gap: {
      Json points = Json::object();
      for (const auto& [steps, worth] : *part.by_gap) points[base::to_text(steps)] = worth;
      out[name] = std::move(points);
      break;
    }
  }
}

/// One question on both sides is the usual case, and reads better in one word.
void put_parts(Json& out, Criterion criterion) {
  const Parts parts = parts_of(criterion);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (begins_two(parts, i) && *parts[i].field == *parts[i + 1].field) {
      if (!parts[i].field->empty())
        out[std::string(name_of_both(parts[i]))] = parts[i].field->text();
      ++i;
    } else {
      put_part(out, parts[i]);
    }
  }
}

/// "-2", "0", "11": the one way to write it.
int read_gap(const JsonPlace::Member& member, const CriterionPart& part) {
  int gap = 0;
  const bool negative = member.name.starts_with('-');
  for (const char c : std::string_view(member.name).substr(negative ? 1 : 0, 7)) {
    gap = gap * 10 + (c - '0');
  }
  gap = negative ? -gap : gap;
  if (base::to_text(gap) != member.name || gap > part.most || gap < part.least) {
    member.value.refuse("the gap is not a whole number");
  }
  return gap;
}

void read_part(const JsonPlace& place, const CriterionPart& part) {
  if (part.may_be_empty && !place.find(part.name)) return;
  const JsonPlace here = place.at(part.name);
  switch (part.kind) {
    case Kind::field:
      *part.field = read_key(here);
      break;
    case Kind::fields:
      part.fields->clear();
      for (const JsonPlace& item : here.items(most_scales))
        part.fields->push_back(read_key(item));
      if (part.fields->empty()) here.refuse("no question");
      break;
    case Kind::number:
    case Kind::points:
      *part.number = here.integer(part.least, part.most);
      break;
    case Kind::by_gap:
      part.by_gap->clear();
      for (const auto& member : here.members(most_gaps)) {
        (*part.by_gap)[read_gap(member, part)] = member.value.integer(0, most_points_of_a_rule);
      }
      break;
  }
}

void read_two(const JsonPlace& place, const CriterionPart& mentors,
              const CriterionPart& mentees) {
  const bool apart = place.find(mentors.name) || place.find(mentees.name);
  const auto both = place.find(name_of_both(mentors));
  if (apart && both) both->refuse("beside " + std::string(mentors.name));
  if (apart) {
    read_part(place, mentors);
    read_part(place, mentees);
  } else if (both || !mentors.may_be_empty) {
    *mentors.field = *mentees.field = read_key(place.at(name_of_both(mentors)));
  } else {
    place.refuse("neither of the two is asked");
  }
}

Criterion read_criterion(const JsonPlace& place) {
  Criterion criterion =
      criterion_of_kind(place.at("rule").word(criteria)).value_or(Criterion{});
  const Parts parts = parts_of(criterion);
  for (const auto& member : place.members(64)) {
    bool known = member.name == "rule" || member.name == "only_when" ||
                 member.name == "importance" || member.name == "on";
    for (std::size_t i = 0; i < parts.size(); ++i) {
      known = known || member.name == parts[i].name ||
              (begins_two(parts, i) && member.name == name_of_both(parts[i]));
    }
    if (!known) member.value.refuse("not known here");
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (begins_two(parts, i)) {
      read_two(place, parts[i], parts[i + 1]);
      ++i;
    } else {
      read_part(place, parts[i]);
    }
  }
  if (const auto* gap = std::get_if<GapWithin>(&criterion)) {
    if (gap->at_least > gap->at_most) place.at("at_most").refuse("below at_least");
  }
  return criterion;
}

Json json_of(const Rule& rule) {
  Json out;
  out["rule"] = word_of(criteria, rule.criterion.index());
  put_parts(out, rule.criterion);
  if (rule.only_when) {
    out["only_when"] = {{"side", word_of(sides, rule.only_when->side)},
                        {"field", rule.only_when->field.text()},
                        {"answer", rule.only_when->answer}};
  }
  if (!rule.importance.empty()) out["importance"] = rule.importance.text();
  if (!rule.on) out["on"] = false;
  return out;
}

Rule read_rule(const JsonPlace& place) {
  Rule rule;
  rule.criterion = read_criterion(place);
  if (const auto when = place.find("only_when")) {
    when->only({"side", "field", "answer"});
    rule.only_when = OnlyWhen{when->at("side").choice<Side>(sides), read_key(when->at("field")),
                              when->at("answer").text(most_json_text)};
  }
  if (const auto importance = place.find("importance")) rule.importance = read_key(*importance);
  if (const auto on = place.find("on")) rule.on = on->flag();
  return rule;
}

}  // namespace

FieldKey read_key(const JsonPlace& place) {
  const auto key = FieldKey::from(place.text(256));
  if (!key) place.refuse("not a field key");
  return key ? *key : FieldKey{};
}

Json json_of(const Field& field) {
  Json out;
  out["key"] = field.key.text();
  out["label"] = field.label;
  out["kind"] = word_of(kinds, field.kind);
  if (!field.options.empty()) out["options"] = field.options;
  if (field.asked != Asked::everybody) out["asked"] = word_of(askeds, field.asked);
  if (field.seen_by != SeenBy::coordinators) out["seen_by"] = word_of(seen_bys, field.seen_by);
  if (field.use == FieldUse::kept) out["for_matching"] = false;
  if (field.use == FieldUse::fairness) out["for_fairness"] = true;
  if (field.hidden_in_review) out["hidden_in_review"] = true;
  return out;
}

Field read_field(const JsonPlace& place) {
  place.only({"key", "label", "kind", "options", "asked", "seen_by", "for_matching",
              "for_fairness", "hidden_in_review"});
  Field field;
  field.key = read_key(place.at("key"));
  field.label = place.at("label").text(most_json_text);
  field.kind = place.at("kind").choice<FieldKind>(kinds);
  if (const auto options = place.find("options")) {
    field.options = options->texts(most_options, most_json_text);
  }
  if (const auto asked = place.find("asked")) field.asked = asked->choice<Asked>(askeds);
  if (const auto seen = place.find("seen_by")) field.seen_by = seen->choice<SeenBy>(seen_bys);
  if (const auto use = place.find("for_matching"))
    field.use = use->flag() ? FieldUse::matching : FieldUse::kept;
  if (const auto use = place.find("for_fairness"); use && use->flag())
    field.use = FieldUse::fairness;
  if (const auto hidden = place.find("hidden_in_review"))
    field.hidden_in_review = hidden->flag();
  if (field.kind == FieldKind::scale && field.options.size() < 2) {
    place.refuse("a scale has at least two options");
  }
  return field;
}

std::vector<Field> read_fields(const JsonPlace& place) {
  std::vector<Field> fields;
  std::set<FieldKey> keys;
  for (const JsonPlace& item : place.items(most_json_fields)) {
    fields.push_back(read_field(item));
    if (!keys.insert(fields.back().key).second) item.at("key").refuse("stands twice");
  }
  return fields;
}

void put_rules(Json& out, const Rules& rules) {
  out["goal"] = word_of(goals, rules.goal);
  out["bonus_for_unmatched"] = rules.bonus_for_unmatched;
  out["mentors_per_mentee"] = rules.mentors_per_mentee;
  out["mentees_per_round"] = rules.mentees_per_round;
  if (rules.at_least_points != 0) out["at_least_points"] = rules.at_least_points;
  if (rules.bonus_for_rematch != standard_bonus_for_rematch)
    out["bonus_for_rematch"] = rules.bonus_for_rematch;
  if (rules.mentors_per_round != 1) out["mentors_per_round"] = rules.mentors_per_round;
  if (rules.least_mentees != 1) out["least_mentees"] = rules.least_mentees;
  out["rules"] = Json::array();
  for (const Rule& rule : rules.rules) out["rules"].push_back(json_of(rule));
}

Rules read_rules(const JsonPlace& place) {
  Rules rules;
  if (const auto goal = place.find("goal")) rules.goal = goal->choice<MatchGoal>(goals);
  if (const auto bonus = place.find("bonus_for_unmatched")) {
    rules.bonus_for_unmatched = bonus->integer(0, most_points_of_a_rule);
  }
  if (const auto most = place.find("mentors_per_mentee")) {
    rules.mentors_per_mentee = most->integer(1, 1000);
  }
  if (const auto most = place.find("mentees_per_round")) {
    rules.mentees_per_round = most->integer(0, 1000);
  }
  if (const auto least = place.find("at_least_points")) {
    rules.at_least_points = least->integer(0, most_points_of_a_pair);
  }
  if (const auto most = place.find("mentors_per_round")) {
    rules.mentors_per_round = most->integer(1, 20);
  }
  if (const auto least = place.find("least_mentees")) {
    rules.least_mentees = least->integer(1, 1000);
  }
  if (const auto bonus = place.find("bonus_for_rematch")) {
    rules.bonus_for_rematch = bonus->integer(0, most_points_of_a_rule);
  }
  for (const JsonPlace& item : place.at("rules").items(most_rules)) {
    rules.rules.push_back(read_rule(item));
  }
  return rules;
}

}  // namespace pairbook::codec
