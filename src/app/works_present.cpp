// What goes with good pairs, in words that say no more than the numbers carry.
#include <algorithm>

#include "areas.hpp"
#include "match_words.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/domain/criterion_parts.hpp"
#include "pairbook/metrics/what_works.hpp"
#include "works.hpp"

namespace pairbook::app {

namespace {

using metrics::Comparison;
using metrics::Interval;
using metrics::Outcome;
using metrics::Verdict;

constexpr std::int64_t fewest_pairs = 5;
constexpr int more_by_half = 150, less_by_half = 50;  // per cent

/// In 100, outward.
int low_in_100(int permille) {
  return permille / 10;
}
int high_in_100(int permille) {
  return (permille + 9) / 10;
}

Interval interval_of(const Outcome& outcome) {
  return metrics::share_interval(outcome.good.part, outcome.good.whole);
}

WorksBody::Share share_of(const Speaker& say, std::string label, const Outcome& outcome) {
  const Interval interval = interval_of(outcome);
  return {std::move(label), say(WorksWord::some_of, outcome.good.part, outcome.good.whole),
          metrics::permille(outcome.good), interval.low_permille, interval.high_permille};
}

/// "4.2"
std::string in_tenths(std::int64_t tenths) {
  return base::to_text(tenths / 10) + "." + base::to_text(tenths % 10);
}

/// "4.2 of 5 (3.6 to 4.7)", the interval outward.
std::string satisfaction_of(const Speaker& say, const metrics::Ratings& ratings) {
  if (ratings.count < fewest_pairs) return say(WorksWord::too_few_said);
  const metrics::MeanInterval mean = metrics::rating_interval(ratings);
  return say(WorksWord::average,
             in_tenths((10 * ratings.twice + ratings.count) / (2 * ratings.count)),
             in_tenths(mean.low / 100), in_tenths((mean.high + 99) / 100));
}

std::string sentence_of(const Speaker& say, WorksWord words, const Comparison& found) {
  const Interval with = interval_of(found.with), without = interval_of(found.without);
  std::string text =
      say(words, found.with.good.whole, found.with.good.part, low_in_100(with.low_permille),
          high_in_100(with.high_permille), found.without.good.whole, found.without.good.part,
          low_in_100(without.low_permille), high_in_100(without.high_permille));
  const metrics::Ratings &of_with = found.with.satisfaction,
                         &of_without = found.without.satisfaction;
  if (of_with.count + of_without.count > 0)
    text += " " + say(WorksWord::satisfaction, satisfaction_of(say, of_with),
                      satisfaction_of(say, of_without));
  return text;
}

void add_verdict(const Speaker& say, const Comparison& found, WorksBody::Line& line) {
  const Interval by = metrics::share_difference(found.with.good, found.without.good);
  switch (metrics::verdict_on(found)) {
    case Verdict::too_few:
      line.verdict = say(WorksWord::too_few);
      break;
    case Verdict::alike:
      line.verdict = say(WorksWord::alike);
      break;
    case Verdict::better:
      line.verdict = say(WorksWord::better, std::max(1, low_in_100(by.low_permille)),
                         high_in_100(by.high_permille));
      line.tone = Tone::success;
      break;
    case Verdict::worse:
      line.verdict = say(WorksWord::worse, std::max(1, low_in_100(-by.high_permille)),
                         high_in_100(-by.low_permille));
      line.tone = Tone::warning;
      break;
  }
}

/// A weight is suggested only where the difference is more than chance.
void add_suggestion(const Model::State& state, const Speaker& say, const Comparison& found,
                    WorksBody::Line& line) {
  const Verdict verdict = metrics::verdict_on(found);
  if (verdict != Verdict::better && verdict != Verdict::worse) return;
  const int per_cent = verdict == Verdict::better ? more_by_half : less_by_half;
  const domain::Programme& programme = state.book->programme;
  for (std::size_t i = 0; i < programme.rules.rules.size(); ++i) {
    const domain::Rule& rule = programme.rules.rules[i];
    if (!rule.on || domain::is_must(rule.criterion) ||
        criterion_name(say, programme, rule) != found.criterion)
      continue;
    const int now = domain::most_points(rule.criterion);
    const int then = domain::most_points(weighed(rule, per_cent).criterion);
    if (now == then) continue;
    line.actions.push_back(
        Button{.label = say(WorksWord::try_weight, then, now),
               .intent = RulesIntent{TryWeight{static_cast<int>(i), per_cent}},
               .icon = Icon::rules});
  }
}

WorksBody::Line line_of(const Model::State& state, const Speaker& say, std::string title,
                        const Comparison& found) {
  WorksBody::Line line;
  line.key = found.criterion;
  line.title = std::move(title);
  line.sentence = sentence_of(say, WorksWord::sentence, found);
  line.shares = {share_of(say, say(WorksWord::with), found.with),
                 share_of(say, say(WorksWord::without), found.without)};
  add_verdict(say, found, line);
  add_suggestion(state, say, found, line);
  return line;
}

WorksBody::Line line_of_points(const Speaker& say, const metrics::WhatWorks& found) {
  WorksBody::Line line;
  line.key = "points";
  line.title = say(WorksWord::points_title);
  line.sentence = sentence_of(say, WorksWord::sentence_points, found.by_points);
  line.shares = {
      share_of(say, say(WorksWord::more_points, found.middle_points), found.by_points.with),
      share_of(say, say(WorksWord::fewer_points, found.middle_points),
               found.by_points.without)};
  add_verdict(say, found.by_points, line);
  return line;
}

}  // namespace

bool works_can_be_told(const Model::State& state) {
  return state.book && metrics::answered_pairs(state.book->programme) >= fewest_pairs;
}

domain::Rule weighed(domain::Rule rule, int per_cent) {
  const auto scale = [&](int& points) {
    if (points > 0)
      points = std::clamp((points * per_cent + 50) / 100, 1, domain::most_points_of_a_rule);
  };
  for (const domain::CriterionPart& part : domain::parts_of(rule.criterion)) {
    if (part.kind == domain::CriterionPart::Kind::points) scale(*part.number);
    if (part.by_gap == nullptr) continue;
    for (auto& [gap, points] : *part.by_gap) scale(points);
  }
  return rule;
}

Body present_works(const Model::State& state, const Speaker& say) {
  WorksBody body;
  body.title = say(WorksWord::title);
  if (!works_can_be_told(state)) {
    body.notices.push_back({Tone::info,
                            say(WorksWord::not_yet_title),
                            say(WorksWord::not_yet_text, fewest_pairs),
                            {Button{.label = say(PairsWord::title),
                                    .intent = FrameIntent{Go{"#/pairs"}},
                                    .icon = Icon::pairs}}});
    return body;
  }
  const metrics::WhatWorks found = metrics::what_works(state.book->programme);
  const Interval all = interval_of(found.all);
  body.text = say(WorksWord::text, found.all.good.whole, found.all.good.part,
                  low_in_100(all.low_permille), high_in_100(all.high_permille));
  if (found.all.satisfaction.count > 0)
    body.text +=
        " " + say(WorksWord::satisfaction_of_all, satisfaction_of(say, found.all.satisfaction));
  if (found.by_points.with.good.whole > 0) body.lines.push_back(line_of_points(say, found));
  for (const Comparison& each : found.criteria)
    body.lines.push_back(line_of(state, say, each.criterion, each));
  body.after = say(WorksWord::after);
  return body;
}

}  // namespace pairbook::app
