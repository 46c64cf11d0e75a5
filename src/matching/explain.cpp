#include <algorithm>

#include "answers.hpp"
#include "pairbook/matching/fit.hpp"

namespace pairbook::matching {

namespace {

void add_once(std::vector<std::string>& words, const std::string& word) {
  if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

/// Where what the mentor offers meets what the mentee wants.
void tell_weighed(const Fit& fit, std::size_t t, Index mentee, Index mentor, Fact& fact) {
  const Test& test = fit.problem.tests[t];
  const auto common = values_in_common(test, mentee, mentor);
  if (fit.via[t].empty()) {  // mentors' values are even, mentees' odd
    for (const std::uint32_t value : common)
      (value % 2 == 0 ? fact.mentee_wished : fact.mentor_wished) = true;
    return;
  }
  const ValueSets& offered = test.mentor_values;
  for (std::uint32_t v = offered.begin[mentor]; v < offered.begin[mentor + 1]; ++v) {
    if (!std::binary_search(common.begin(), common.end(), offered.values[v])) continue;
    const std::uint32_t via = fit.via[t][v];
    if (via == untold) continue;
    add_once(via % 2 == 0 ? fact.values : fact.related, fit.words[t][via / 2]);
  }
  // What is the very thing wanted need not be told as related to another too.
  std::erase_if(fact.related, [&](const std::string& word) {
    return std::find(fact.values.begin(), fact.values.end(), word) != fact.values.end();
  });
}

void tell_levels(const Test& test, Index mentee, Index mentor, Fact& fact) {
  switch (test.kind) {
    case TestKind::gap_within:
    case TestKind::points_gap:
      if (test.mentee_level[mentee] != no_level && test.mentor_level[mentor] != no_level)
        fact.gap = test.mentor_level[mentor] - test.mentee_level[mentee];
      break;
    case TestKind::points_enough:
      if (fact.unknown) break;
      fact.offered = test.mentor_level[mentor];
      fact.wanted = test.mentee_level[mentee];
      break;
    case TestKind::points_close:
      for (std::size_t k = 0; k < test.width; ++k) {
        const std::int64_t a = test.mentee_level[std::size_t{mentee} * test.width + k];
        const std::int64_t b = test.mentor_level[std::size_t{mentor} * test.width + k];
        if (a == no_level || b == no_level) continue;
        ++fact.asked;
        fact.same += a == b ? 1 : 0;
      }
      break;
    default:
      break;
  }
}

}  // namespace

Explanation explain(const Fit& fit, Index mentee, Index mentor) {
  Explanation out;
  for (std::size_t t = 0; t < fit.problem.tests.size(); ++t) {
    const Test& test = fit.problem.tests[t];
    if (!passes(test, mentee, mentor)) out.forbidden_by.push_back(test.rule);
    Fact fact;
    fact.rule = test.rule;
    fact.points = points_of(test, mentee, mentor);
    if (applies(test, mentee, mentor)) {
      fact.unknown = is_unknown(test, mentee, mentor);
      fact.weight = weight_of(test, mentee, mentor);
      tell_levels(test, mentee, mentor, fact);
      if (test.kind == TestKind::points_weighed) {
        if (!fact.unknown) tell_weighed(fit, t, mentee, mentor, fact);
      } else {
        for (const std::uint32_t value : values_in_common(test, mentee, mentor))
          fact.values.push_back(fit.words[t][value]);
      }
    }
    out.points += fact.points;
    const bool says_something =
        is_must(test.kind)
            ? test.kind != TestKind::differ && (!fact.values.empty() || fact.gap.has_value())
            : fact.points > 0;
    if (says_something) out.facts.push_back(std::move(fact));
  }
  for (const LeftOut& item : left_out(fit.problem, mentee, mentor)) {
    out.forbidden_by.push_back(item.why);
  }
  const Participant& one = fit.problem.mentees[mentee];
  const Participant& other = fit.problem.mentors[mentor];
  const auto add_bonus = [&](bool for_one, bool for_other, int points, bool rematch) {
    Fact bonus;
    bonus.points = ((for_one ? 1 : 0) + (for_other ? 1 : 0)) * points;
    bonus.rematch = rematch;
    if (bonus.points == 0) return;
    out.points += bonus.points;
    out.facts.push_back(std::move(bonus));
  };
  add_bonus(one.waiting, other.waiting, fit.problem.bonus, false);
  add_bonus(one.returning, other.returning, fit.problem.bonus_for_rematch, true);
  if (out.points < fit.problem.at_least) out.forbidden_by.push_back(too_few_points);
  return out;
}

}  // namespace pairbook::matching
