// What would give more people a pair, in words.
#include "match_words.hpp"
#include "pairbook/base/text.hpp"
#include "pairs_area.hpp"
#include "rule_sentence.hpp"
#include "weigh_area.hpp"

namespace pairbook::app {

namespace {

using matching::RuleGap;

constexpr std::size_t rules_in_a_sentence = 2;

/// "Tuesday" and "19:00".
std::string free_text(const Speaker& say, const domain::Rule& rule, std::uint32_t hour) {
  const auto* time = std::get_if<domain::MeetingTime>(&rule.criterion);
  const bool zones = time != nullptr && !time->time_zone.empty();
  const auto day =
      static_cast<WeighWord>(static_cast<std::uint32_t>(WeighWord::monday) + hour / 24 % 7);
  const std::string clock = base::to_text(hour % 24) + ":00";
  return say(zones ? WeighWord::free_at_utc : WeighWord::free_at, say(day),
             clock.size() < 5 ? "0" + clock : clock);
}

/// What is wanted for a rule: "A free mentor who speaks French".
std::string want_text(const Speaker& say, const domain::Programme& programme,
                      const domain::Rules& rules, const matching::Fit& fit,
                      const RuleGap& gap) {
  if (gap.rule == matching::too_few_points) return say(WeighWord::at_least, gap.wanted);
  if (gap.rule == matching::by_hand) return say(WeighWord::by_hand);
  if (gap.test < fit.problem.tests.size() && gap.rule < rules.rules.size()) {
    const domain::Rule& rule = rules.rules[gap.rule];
    if (programme.blind.on && domain::reads_hidden(programme, rule))
      return say(WeighWord::without_rule, rule_words(say, programme, rules, gap.rule));
    const auto fields = domain::fields_of(rule.criterion);
    const std::string label = fields.empty() ? "" : field_label(programme, fields.front());
    const auto& words = fit.words[gap.test];
    const auto value = static_cast<std::size_t>(gap.wanted);
    switch (fit.problem.tests[gap.test].kind) {
      case matching::TestKind::share: {
        if (gap.helped == 0 || value >= words.size() || words[value].empty()) break;
        const domain::Field* field =
            fields.empty() ? nullptr : domain::find_field(programme, fields.front());
        const bool language = field != nullptr && field->kind == domain::FieldKind::language;
        return language ? say(WeighWord::speaks, words[value])
                        : say(WeighWord::answers, words[value], label);
      }
      case matching::TestKind::meeting_time:
        if (gap.hour_helped > 0) return free_text(say, rule, gap.hour);
        break;
      case matching::TestKind::gap_within:
        if (gap.helped > 0) return say(WeighWord::level, gap_text(say, gap.wanted), label);
        break;
      default:
        break;
    }
  }
  return say(WeighWord::without_rule, rule_words(say, programme, rules, gap.rule));
}

GapLine line_of(const Speaker& say, const domain::Programme& programme,
                const domain::Rules& rules, const matching::Fit& fit, const RuleGap& gap) {
  GapLine line;
  line.what = want_text(say, programme, rules, fit, gap);
  std::vector<std::string> why;
  if (gap.rule < rules.rules.size())
    why.push_back(rule_text(say, programme, rules.rules[gap.rule]));
  why.push_back(say(WeighWord::rule_keeps, gap.mentees));
  const bool time = gap.test < fit.problem.tests.size() &&
                    fit.problem.tests[gap.test].kind == matching::TestKind::meeting_time;
  const std::uint32_t helped = time ? gap.hour_helped : gap.helped;
  if (helped > 0 && helped < gap.mentees)
    why.push_back(say(WeighWord::rule_keeps_want, helped));
  if (time && gap.helped > 0)
    why.push_back(say(WeighWord::minutes_enough, gap.helped, gap.wanted * 15));
  if (gap.mentors > 0) why.push_back(say(WeighWord::rule_keeps_mentors, gap.mentors));
  line.why = base::join(why, " ");
  if (gap.pairs > 0) line.brings = say(WeighWord::brings_up_to, gap.pairs);
  return line;
}

}  // namespace

std::string help_text(const Speaker& say, const domain::Programme& programme,
                      const domain::Rules& rules, const matching::Fit& fit,
                      const matching::Help& help) {
  std::vector<std::string> parts;
  std::string places;
  for (const matching::Index mentor : help.places) {
    const std::string name = name_of(say, programme, fit.mentors[mentor].person);
    places = places.empty() ? name : say(WeighWord::help_join_or, places, name);
  }
  if (!places.empty()) parts.push_back(say(WeighWord::help_place, places));
  for (std::size_t i = 0; i < std::min(rules_in_a_sentence, help.rules.size()); ++i) {
    std::string part = want_text(say, programme, rules, fit, help.rules[i]);
    // Within a sentence; no line of these begins with a name.
    if (!part.empty() && part[0] >= 'A' && part[0] <= 'Z')
      part[0] = static_cast<char>(part[0] - 'A' + 'a');
    parts.push_back(std::move(part));
  }
  return parts.empty() ? std::string() : say(MatchWord::would_help, base::join(parts, "; "));
}

std::vector<GapLine> gap_lines(const Speaker& say, const domain::Programme& programme,
                               const domain::Rules& rules, const matching::Fit& fit,
                               const matching::Outlook& outlook) {
  std::vector<GapLine> places, points, out;
  for (const matching::PlaceGap& gap : outlook.places.places) {
    GapLine line;
    line.what = say(WeighWord::place, name_of(say, programme, fit.mentors[gap.mentor].person));
    if (gap.pairs > 0) {
      line.brings = say(WeighWord::brings_pair, gap.pairs, gap.points);
      if (gap.mentee < fit.mentees.size())
        line.why =
            say(WeighWord::place_why, name_of(say, programme, fit.mentees[gap.mentee].person));
    } else {
      line.brings = say(WeighWord::brings_points, gap.points);
    }
    (gap.pairs > 0 ? places : points).push_back(std::move(line));
  }
  // What gives somebody a pair comes first; the rules stand where they can be seen.
  constexpr std::size_t places_before_rules = 5;
  const std::size_t first = std::min(places_before_rules, places.size());
  const auto take = [&](std::vector<GapLine>& from, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) out.push_back(std::move(from[i]));
  };
  take(places, 0, first);
  for (const RuleGap& gap : outlook.rules)
    out.push_back(line_of(say, programme, rules, fit, gap));
  take(places, first, places.size());
  take(points, 0, points.size());
  return out;
}

std::string next_name(const Speaker& say, const domain::Programme& programme) {
  for (char letter = 'A'; letter <= 'Z'; ++letter) {
    std::string name = say(WeighWord::proposal_letter, std::string(1, letter));
    bool taken = false;
    for (const auto& [id, kept] : programme.kept)
      taken = taken || base::fold_case(kept.head.name) == base::fold_case(name);
    if (!taken) return name;
  }
  return {};
}

}  // namespace pairbook::app
