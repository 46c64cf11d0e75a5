#include "pairbook/metrics/what_works.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "pairbook/base/sort.hpp"

namespace pairbook::metrics {

namespace {

using domain::Check;
using domain::FollowUp;
using domain::Pair;

bool answered(const FollowUp& known) {
  return known.mentor.has_value() || known.mentee.has_value();
}

/// What one pair adds to an outcome.
Outcome outcome_of(const FollowUp& known) {
  Outcome out{{1, 1}, {}};
  std::int64_t said = 0, answers = 0;
  for (const std::optional<Check>* check : {&known.mentor, &known.mentee}) {
    if (!*check) continue;
    if ((*check)->fit != domain::PairFit::good) out.good.part = 0;
    if (!(*check)->satisfaction) continue;
    said += *(*check)->satisfaction;
    ++answers;
  }
  // The two of a pair are not two draws: they speak of the same meetings.
  if (answers > 0) {
    const std::int64_t twice = 2 * said / answers;
    out.satisfaction = {1, twice, twice * twice};
  }
  return out;
}

void add(Outcome& to, const Outcome& more) {
  to.good.part += more.good.part;
  to.good.whole += more.good.whole;
  to.satisfaction.count += more.satisfaction.count;
  to.satisfaction.twice += more.satisfaction.twice;
  to.satisfaction.squares += more.satisfaction.squares;
}

Outcome less(const Outcome& all, const Outcome& some) {
  return {{all.good.part - some.good.part, all.good.whole - some.good.whole},
          {all.satisfaction.count - some.satisfaction.count,
           all.satisfaction.twice - some.satisfaction.twice,
           all.satisfaction.squares - some.satisfaction.squares}};
}

}  // namespace

WhatWorks what_works(const domain::Programme& programme) {
  WhatWorks out;
  std::map<std::string, Outcome> with;
  std::vector<std::pair<int, Outcome>> by_points;
  for (const auto& [id, known] : programme.follow_ups) {
    const auto pair = programme.pairs.find(id);
    if (pair == programme.pairs.end() || !answered(known)) continue;
    const Outcome here = outcome_of(known);
    add(out.all, here);
    by_points.emplace_back(pair->second.points, here);
    std::set<std::string> told;
    for (const domain::Reason& reason : pair->second.reasons) {
      if (reason.points > 0 && told.insert(reason.criterion).second)
        add(with[reason.criterion], here);
    }
  }
  for (const auto& [criterion, outcome] : with) {
    if (outcome.good.whole < out.all.good.whole)
      out.criteria.push_back({criterion, outcome, less(out.all, outcome)});
  }
  if (by_points.empty()) return out;
  base::sort(by_points, [](const auto& a, const auto& b) { return a.first < b.first; });
  out.middle_points = by_points[(by_points.size() - 1) / 2].first;
  for (const auto& [points, outcome] : by_points) {
    if (points > out.middle_points) add(out.by_points.with, outcome);
  }
  out.by_points.without = less(out.all, out.by_points.with);
  return out;
}

std::int64_t answered_pairs(const domain::Programme& programme) {
  return std::count_if(programme.follow_ups.begin(), programme.follow_ups.end(),
                       [&](const auto& item) {
                         return answered(item.second) && programme.pairs.contains(item.first);
                       });
}

Verdict verdict_on(const Comparison& comparison) {
  constexpr int a_tenth = 100;
  const Interval difference = share_difference(comparison.with.good, comparison.without.good);
  if (difference.low_permille > 0) return Verdict::better;
  if (difference.high_permille < 0) return Verdict::worse;
  const bool alike = difference.low_permille >= -a_tenth && difference.high_permille <= a_tenth;
  return alike ? Verdict::alike : Verdict::too_few;
}

}  // namespace pairbook::metrics
