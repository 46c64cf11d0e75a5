// Questions and rules as JSON: docs/formats/rules.md.
#include <set>

#include "json_domain.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/domain/decide.hpp"

namespace pairbook::codec {

using namespace domain;

namespace {

constexpr std::string_view kinds[] = {"text",      "long_text", "one_of", "several_of",
                                      "scale",     "number",    "yes_no", "availability",
                                      "time_zone", "language"};
constexpr std::string_view askeds[] = {"everybody", "mentors", "mentees"};
constexpr std::string_view seen_bys[] = {"coordinators", "the_pair", "everybody"};
constexpr std::string_view goals[] = {"best_total", "most_matched"};
constexpr std::string_view sides[] = {"mentor", "mentee"};
constexpr std::string_view criteria[] = {
    "must_differ",        "must_share",    "gap_within",      "not_manager",
    "not_earlier_pair",   "meeting_time",  "points_for_same", "points_for_shared",
    "points_for_offered", "points_for_gap"};

constexpr std::size_t most_options = 5'000;
constexpr std::size_t most_rules = 1'000;
constexpr std::size_t most_gaps = 1'000;
constexpr int most_points = 10'000;
constexpr int widest_gap = 1'000'000;

template <class E>
std::string word_of(Words words, E value) {
  return std::string(words[static_cast<std::size_t>(value)]);
}

/// One question on both sides is the usual case, and reads better in one word.
void put_compared(Json& out, const Compared& compared) {
  if (compared.mentor == compared.mentee) {
    out["field"] = compared.mentor.text();
  } else {
    out["mentor_field"] = compared.mentor.text();
    out["mentee_field"] = compared.mentee.text();
  }
}

Compared read_compared(const JsonPlace& place) {
  if (place.find("mentor_field") || place.find("mentee_field")) {
    if (const auto both = place.find("field")) both->refuse("beside mentor_field");
    return {read_key(place.at("mentor_field")), read_key(place.at("mentee_field"))};
  }
  const FieldKey key = read_key(place.at("field"));
  return {key, key};
}

int read_points(const JsonPlace& place) {
  return place.integer(0, most_points);
}

void put_parts(Json& out, const Criterion& criterion) {
  if (const auto* gap = std::get_if<GapWithin>(&criterion)) {
    put_compared(out, gap->fields);
    out["at_least"] = gap->at_least;
    out["at_most"] = gap->at_most;
  } else if (const auto* manager = std::get_if<NotManager>(&criterion)) {
    out["field"] = manager->manager.text();
  } else if (const auto* time = std::get_if<MeetingTime>(&criterion)) {
    put_compared(out, time->availability);
    if (!time->time_zone.empty()) out["time_zone"] = time->time_zone.text();
    out["minutes"] = time->minutes;
  } else if (const auto* same = std::get_if<PointsForSame>(&criterion)) {
    put_compared(out, same->fields);
    out["points"] = same->points;
  } else if (const auto* shared = std::get_if<PointsForShared>(&criterion)) {
    put_compared(out, shared->fields);
    out["points_each"] = shared->points_each;
    out["at_most"] = shared->at_most;
  } else if (const auto* offered = std::get_if<PointsForOffered>(&criterion)) {
    out["wanted"] = offered->wanted.text();
    out["offered"] = offered->offered.text();
    out["points_each"] = offered->points_each;
    out["at_most"] = offered->at_most;
  } else if (const auto* by_gap = std::get_if<PointsForGap>(&criterion)) {
    put_compared(out, by_gap->fields);
    Json points = Json::object();
    for (const auto& [steps, worth] : by_gap->points_by_gap)
      points[base::to_text(steps)] = worth;
    out["points_by_gap"] = std::move(points);
  } else if (const auto* differ = std::get_if<MustDiffer>(&criterion)) {
    put_compared(out, differ->fields);
  } else if (const auto* share = std::get_if<MustShare>(&criterion)) {
    put_compared(out, share->fields);
  }
}

/// "-2", "0", "11": the one way to write it.
int read_gap(const JsonPlace::Member& member) {
  int gap = 0;
  const bool negative = member.name.starts_with('-');
  for (const char c : std::string_view(member.name).substr(negative ? 1 : 0, 7)) {
    gap = gap * 10 + (c - '0');
  }
  gap = negative ? -gap : gap;
  if (base::to_text(gap) != member.name || gap > widest_gap || gap < -widest_gap) {
    member.value.refuse("the gap is not a whole number");
  }
  return gap;
}

PointsForGap read_points_by_gap(const JsonPlace& place) {
  PointsForGap read{read_compared(place), {}};
  for (const auto& member : place.at("points_by_gap").members(most_gaps)) {
    read.points_by_gap[read_gap(member)] = read_points(member.value);
  }
  return read;
}

Criterion read_criterion(const JsonPlace& place) {
  const auto only = [&](std::initializer_list<std::string_view> parts) {
    for (const auto& member : place.members(64)) {
      bool known = member.name == "rule" || member.name == "only_when" || member.name == "on";
      for (const std::string_view part : parts) known = known || member.name == part;
      if (!known) member.value.refuse("not known here");
    }
  };
  const std::size_t kind = place.at("rule").word(criteria);
  switch (kind) {
    case 0:
      only({"field", "mentor_field", "mentee_field"});
      return MustDiffer{read_compared(place)};
    case 1:
      only({"field", "mentor_field", "mentee_field"});
      return MustShare{read_compared(place)};
    case 2: {
      only({"field", "mentor_field", "mentee_field", "at_least", "at_most"});
      const GapWithin gap{read_compared(place),
                          place.at("at_least").integer(-widest_gap, widest_gap),
                          place.at("at_most").integer(-widest_gap, widest_gap)};
      if (gap.at_least > gap.at_most) place.at("at_most").refuse("below at_least");
      return gap;
    }
    case 3:
      only({"field"});
      return NotManager{read_key(place.at("field"))};
    case 4:
      only({});
      return NotEarlierPair{};
    case 5: {
      only({"field", "mentor_field", "mentee_field", "time_zone", "minutes"});
      MeetingTime time{read_compared(place), {}, place.at("minutes").integer(1, 7 * 24 * 60)};
      if (const auto zone = place.find("time_zone")) time.time_zone = read_key(*zone);
      return time;
    }
    case 6:
      only({"field", "mentor_field", "mentee_field", "points"});
      return PointsForSame{read_compared(place), read_points(place.at("points"))};
    case 7:
      only({"field", "mentor_field", "mentee_field", "points_each", "at_most"});
      return PointsForShared{read_compared(place), read_points(place.at("points_each")),
                             read_points(place.at("at_most"))};
    case 8:
      only({"wanted", "offered", "points_each", "at_most"});
      return PointsForOffered{read_key(place.at("wanted")), read_key(place.at("offered")),
                              read_points(place.at("points_each")),
                              read_points(place.at("at_most"))};
    default:
      only({"field", "mentor_field", "mentee_field", "points_by_gap"});
      return read_points_by_gap(place);
  }
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
  if (!rule.on) out["on"] = false;
  return out;
}

Rule read_rule(const JsonPlace& place) {
  Rule rule{read_criterion(place), {}, true};
  if (const auto when = place.find("only_when")) {
    when->only({"side", "field", "answer"});
    rule.only_when = OnlyWhen{when->at("side").choice<Side>(sides), read_key(when->at("field")),
                              when->at("answer").text(most_json_text)};
  }
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
  if (!field.for_matching) out["for_matching"] = false;
  return out;
}

Field read_field(const JsonPlace& place) {
  place.only({"key", "label", "kind", "options", "asked", "seen_by", "for_matching"});
  Field field;
  field.key = read_key(place.at("key"));
  field.label = place.at("label").text(most_json_text);
  field.kind = place.at("kind").choice<FieldKind>(kinds);
  if (const auto options = place.find("options")) {
    field.options = options->texts(most_options, most_json_text);
  }
  if (const auto asked = place.find("asked")) field.asked = asked->choice<Asked>(askeds);
  if (const auto seen = place.find("seen_by")) field.seen_by = seen->choice<SeenBy>(seen_bys);
  if (const auto use = place.find("for_matching")) field.for_matching = use->flag();
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
  out["rules"] = Json::array();
  for (const Rule& rule : rules.rules) out["rules"].push_back(json_of(rule));
}

Rules read_rules(const JsonPlace& place) {
  Rules rules;
  if (const auto goal = place.find("goal")) rules.goal = goal->choice<MatchGoal>(goals);
  if (const auto bonus = place.find("bonus_for_unmatched")) {
    rules.bonus_for_unmatched = read_points(*bonus);
  }
  if (const auto most = place.find("mentors_per_mentee")) {
    rules.mentors_per_mentee = most->integer(1, 1000);
  }
  if (const auto most = place.find("mentees_per_round")) {
    rules.mentees_per_round = most->integer(0, 1000);
  }
  for (const JsonPlace& item : place.at("rules").items(most_rules)) {
    rules.rules.push_back(read_rule(item));
  }
  return rules;
}

}  // namespace pairbook::codec
