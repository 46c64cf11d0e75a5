#include "pairbook/matching/problem.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace pairbook::matching {

namespace {

std::span<const std::uint32_t> values_of(const ValueSets& sets, Index person) {
  return {sets.values.data() + sets.begin[person], sets.values.data() + sets.begin[person + 1]};
}

bool has_any(const ValueSets& sets, Index person) {
  return sets.begin[person] != sets.begin[person + 1];
}

int count_in_common(const Test& test, Index mentee, Index mentor) {
  const std::uint64_t both = test.mentee_values.mask[mentee] & test.mentor_values.mask[mentor];
  if (both == 0) return 0;
  if (test.exact) return std::popcount(both);
  const auto a = values_of(test.mentee_values, mentee);
  const auto b = values_of(test.mentor_values, mentor);
  int count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++count, ++i, ++j;
    } else if (a[i] < b[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return count;
}

bool has_gap(const Test& test, Index mentee, Index mentor) {
  return test.mentee_level[mentee] != no_level && test.mentor_level[mentor] != no_level;
}

enum class Whose : std::uint8_t { both, mentee, mentor };

std::int64_t weighed(const Test& test, Index mentee, Index mentor, Whose whose = Whose::both) {
  const ValueSets& wanted = test.mentee_values;
  const ValueSets& offered = test.mentor_values;
  if ((wanted.mask[mentee] & offered.mask[mentor]) == 0) return 0;
  std::int64_t sum = 0;
  std::size_t a = wanted.begin[mentee];
  std::size_t b = offered.begin[mentor];
  while (a < wanted.begin[mentee + 1] && b < offered.begin[mentor + 1]) {
    if (wanted.values[a] == offered.values[b]) {
      const Whose wish = wanted.values[a] % 2 == 0 ? Whose::mentee : Whose::mentor;
      if (whose != Whose::both && whose != wish) {
        ++a, ++b;
        continue;
      }
      sum += std::int64_t{wanted.worth[a++]} * offered.worth[b++];
    } else if (wanted.values[a] < offered.values[b]) {
      ++a;
    } else {
      ++b;
    }
  }
  return std::min<std::int64_t>(sum / worth_a_point, test.at_most);
}

std::int64_t enough(const Test& test, Index mentee, Index mentor) {
  const std::int64_t wanted = test.mentee_level[mentee];
  const std::int64_t offered = std::max<std::int64_t>(test.mentor_level[mentor], 0);
  if (offered >= wanted) return test.points;
  // Levels are below 2^53 and points below 2^20: whole thousands are enough then.
  if (wanted > std::int64_t{1} << 40) return test.points * (offered >> 20) / (wanted >> 20);
  return test.points * offered / wanted;
}

std::int64_t by_score(const Test& test, Index mentee, Index mentor) {
  std::int64_t sum = 0;
  std::int64_t asked = 0;
  const auto add = [&](std::int64_t level, std::int64_t average) {
    if (average < 0) return;  // nobody was asked, or nobody answered
    sum += level == no_level ? average : level;
    ++asked;
  };
  add(test.mentee_level[mentee], test.least);
  add(test.mentor_level[mentor], test.most);
  return asked == 0 ? 0 : test.points * sum / (asked * levels_a_step);
}

std::int64_t by_nearness(const Test& test, Index mentee, Index mentor) {
  std::int64_t near = 0;
  std::int64_t asked = 0;
  for (std::size_t k = 0; k < test.width; ++k) {
    const std::int64_t a = test.mentee_level[std::size_t{mentee} * test.width + k];
    const std::int64_t b = test.mentor_level[std::size_t{mentor} * test.width + k];
    if (a == no_level || b == no_level) continue;
    near += levels_a_step - (a < b ? b - a : a - b);
    ++asked;
  }
  return asked == 0 ? test.unknown : test.points * near / (asked * levels_a_step);
}

/// So many set bits in a row, round the end of the week too.
bool has_run(const std::array<std::uint64_t, week_words>& week, std::uint32_t length) {
  constexpr std::uint32_t quarters = 7 * 24 * 4;
  std::uint32_t run = 0;
  for (std::uint32_t i = 0; i < quarters + length; ++i) {
    const std::uint32_t at = i % quarters;
    if (at % 64 == 0 && week[at / 64] == 0) {  // nothing for a long while
      run = 0;
      i += std::min(63U, quarters - at - 1);
      continue;
    }
    run = (week[at / 64] >> (at % 64) & 1U) != 0 ? run + 1 : 0;
    if (run >= length) return true;
  }
  return false;
}

bool can_meet(const Test& test, Index mentee, Index mentor) {
  if (!has_gap(test, mentee, mentor)) return true;  // one of them did not say
  for (std::size_t season = 0; season < 2; ++season) {
    const std::size_t a = (std::size_t{mentee} * 2 + season) * week_words;
    const std::size_t b = (std::size_t{mentor} * 2 + season) * week_words;
    std::array<std::uint64_t, week_words> both{};
    for (std::size_t w = 0; w < week_words; ++w) {
      both[w] = test.mentee_weeks[a + w] & test.mentor_weeks[b + w];
    }
    if (!has_run(both, test.quarters)) return false;
  }
  return true;
}

std::int32_t plain_points(const Test& test, Index mentee, Index mentor) {
  switch (test.kind) {
    case TestKind::points_same:
      return count_in_common(test, mentee, mentor) > 0 ? test.points : 0;
    case TestKind::points_shared: {
      const std::int64_t each = test.points;
      const std::int64_t all = each * count_in_common(test, mentee, mentor);
      return static_cast<std::int32_t>(std::min<std::int64_t>(all, test.at_most));
    }
    case TestKind::points_gap: {
      if (!has_gap(test, mentee, mentor)) return 0;
      const std::int64_t gap = test.mentor_level[mentor] - test.mentee_level[mentee];
      for (const GapPoints& item : test.gap_points) {
        if (item.gap == gap) return item.points;
      }
      return 0;
    }
    case TestKind::points_weighed:
      return has_gap(test, mentee, mentor)
                 ? static_cast<std::int32_t>(weighed(test, mentee, mentor))
                 : test.unknown;
    case TestKind::points_enough:
      return has_gap(test, mentee, mentor)
                 ? static_cast<std::int32_t>(enough(test, mentee, mentor))
                 : test.unknown;
    case TestKind::points_score:
      return static_cast<std::int32_t>(by_score(test, mentee, mentor));
    case TestKind::points_close:
      return static_cast<std::int32_t>(by_nearness(test, mentee, mentor));
    default:
      return 0;
  }
}

}  // namespace

bool applies(const Test& test, Index mentee, Index mentor) {
  return (test.mentee_applies.empty() || test.mentee_applies[mentee] != 0) &&
         (test.mentor_applies.empty() || test.mentor_applies[mentor] != 0);
}

bool passes(const Test& test, Index mentee, Index mentor) {
  if (!applies(test, mentee, mentor)) return true;
  switch (test.kind) {
    case TestKind::differ:
      return count_in_common(test, mentee, mentor) == 0;
    case TestKind::share:
      return !has_any(test.mentee_values, mentee) || !has_any(test.mentor_values, mentor) ||
             count_in_common(test, mentee, mentor) > 0;
    case TestKind::gap_within: {
      if (!has_gap(test, mentee, mentor)) return true;
      const std::int64_t gap = test.mentor_level[mentor] - test.mentee_level[mentee];
      return gap >= test.least && gap <= test.most;
    }
    case TestKind::meeting_time:
      return can_meet(test, mentee, mentor);
    default:
      return true;
  }
}

std::int32_t weight_of(const Test& test, Index mentee, Index mentor) {
  const std::int32_t a = test.mentee_weight.empty() ? 0 : test.mentee_weight[mentee];
  const std::int32_t b = test.mentor_weight.empty() ? 0 : test.mentor_weight[mentor];
  if (a != 0 && b != 0) return (a + b) / 2;
  return a + b == 0 ? 100 : a + b;
}

bool is_unknown(const Test& test, Index mentee, Index mentor) {
  switch (test.kind) {
    case TestKind::points_weighed:
    case TestKind::points_enough:
      return !has_gap(test, mentee, mentor);
    case TestKind::points_score:
      return (test.least >= 0 && test.mentee_level[mentee] == no_level) ||
             (test.most >= 0 && test.mentor_level[mentor] == no_level);
    case TestKind::points_close:
      for (std::size_t k = 0; k < test.width; ++k) {
        if (test.mentee_level[std::size_t{mentee} * test.width + k] != no_level &&
            test.mentor_level[std::size_t{mentor} * test.width + k] != no_level) {
          return false;
        }
      }
      return true;
    default:
      return false;
  }
}

namespace {

std::int32_t as_it_counts(const Test& test, Index mentee, Index mentor, std::int32_t points) {
  if (test.mentee_weight.empty() && test.mentor_weight.empty()) return points;
  return points * weight_of(test, mentee, mentor) / 100;
}

}  // namespace

std::int32_t points_of(const Test& test, Index mentee, Index mentor) {
  if (!applies(test, mentee, mentor)) return 0;
  return as_it_counts(test, mentee, mentor, plain_points(test, mentee, mentor));
}

Likes likes_of(const Problem& problem, Index mentee, Index mentor, std::int32_t points) {
  Likes out{points, points};
  for (const Test& test : problem.tests) {
    if (!test.wishes || !applies(test, mentee, mentor)) continue;
    const auto of = [&](Whose whose) {
      return as_it_counts(test, mentee, mentor,
                          static_cast<std::int32_t>(weighed(test, mentee, mentor, whose)));
    };
    const std::int32_t both = of(Whose::both);
    out.by_mentee -= both - of(Whose::mentee);
    out.by_mentor -= both - of(Whose::mentor);
  }
  return out;
}

std::vector<std::uint32_t> values_in_common(const Test& test, Index mentee, Index mentor) {
  std::vector<std::uint32_t> out;
  if (test.mentee_values.begin.empty() || !applies(test, mentee, mentor)) return out;
  const auto a = values_of(test.mentee_values, mentee);
  const auto b = values_of(test.mentor_values, mentor);
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

std::span<const LeftOut> left_out(const Problem& problem, Index mentee, Index mentor) {
  const auto before = [](const LeftOut& a, const LeftOut& b) {
    return a.mentee != b.mentee ? a.mentee < b.mentee : a.mentor < b.mentor;
  };
  const auto [first, last] = std::equal_range(problem.left_out.begin(), problem.left_out.end(),
                                              LeftOut{mentee, mentor, 0}, before);
  return {first, last};
}

bool is_many(const Problem& problem) {
  return std::any_of(problem.mentees.begin(), problem.mentees.end(),
                     [](const Participant& mentee) { return mentee.places != 1; }) ||
         std::any_of(problem.mentors.begin(), problem.mentors.end(),
                     [](const Participant& mentor) { return mentor.least > 0; });
}

PairScore score_pair(const Problem& problem, Index mentee, Index mentor) {
  PairScore score;
  for (const Test& test : problem.tests) {
    if (is_must(test.kind)) {
      score.allowed = score.allowed && passes(test, mentee, mentor);
    } else {
      score.points += points_of(test, mentee, mentor);
    }
  }
  score.points += bonus_of(problem, problem.mentees[mentee]);
  score.points += bonus_of(problem, problem.mentors[mentor]);
  score.allowed = score.allowed && score.points >= problem.at_least;
  score.allowed = score.allowed && left_out(problem, mentee, mentor).empty();
  return score;
}

}  // namespace pairbook::matching
