// Who waits against who is free: where one reason alone keeps the two apart, that reason is a
// gap.
#include <algorithm>
#include <array>
#include <map>

#include "pairbook/base/sort.hpp"
#include "pairbook/matching/gaps.hpp"

namespace pairbook::matching {

namespace {

constexpr std::size_t most_held = 300'000;  // pairs of one rule
constexpr std::uint32_t hours_a_week = 7 * 24;
constexpr std::size_t no_test = static_cast<std::size_t>(-1);

std::vector<std::uint32_t> free_places(const Problem& problem, const Solution& solution) {
  std::vector<std::uint32_t> out;
  for (const Participant& mentor : problem.mentors) out.push_back(mentor.places);
  for (const Index mentor : solution.mentor_of) {
    if (mentor != nobody) --out[mentor];
  }
  for (const FurtherPair& pair : solution.further) --out[pair.mentor];
  return out;
}

/// The only thing that keeps two people apart.
struct Reason {
  std::uint32_t rule = nobody;
  std::size_t test = no_test;
  std::int32_t points = 0;
};

/// Nothing when the pair may be, or when there are several reasons, or one that is a fact.
std::optional<Reason> only_reason(const Problem& problem, Index mentee, Index mentor) {
  std::optional<Reason> found;
  const auto take = [&](const Reason& reason) {
    if (found && found->rule != reason.rule) return false;
    if (!found) found = reason;
    return true;
  };
  for (const LeftOut& out : left_out(problem, mentee, mentor)) {
    if (out.why == same_one || out.why == pair_now || out.why == parted) return std::nullopt;
    if (!take({out.why})) return std::nullopt;
  }
  for (std::size_t t = 0; t < problem.tests.size(); ++t) {
    const Test& test = problem.tests[t];
    if (!is_must(test.kind) || passes(test, mentee, mentor)) continue;
    if (!take({test.rule, t})) return std::nullopt;
  }
  if (problem.at_least == 0) return found;
  std::int32_t points = 0;
  for (const Test& test : problem.tests) points += points_of(test, mentee, mentor);
  if (problem.mentees[mentee].waiting) points += problem.bonus;
  if (problem.mentors[mentor].waiting) points += problem.bonus;
  if (points < problem.at_least && !take({too_few_points, no_test, points}))
    return std::nullopt;
  return found;
}

using Week = std::span<const std::uint64_t>;

Week week_of(const std::vector<std::uint64_t>& weeks, Index person, std::size_t season) {
  return Week(weeks).subspan((std::size_t{person} * 2 + season) * week_words, week_words);
}

constexpr std::uint32_t quarters_a_week = hours_a_week * 4;

bool has_quarter(Week week, std::uint32_t at) {
  return (week[at / 64] >> (at % 64) & 1U) != 0;
}

/// The longest stretch, round the end of the week too.
std::uint32_t longest(const std::array<std::uint64_t, week_words>& week) {
  std::uint32_t run = 0, best = 0;
  for (std::uint32_t i = 0; i < 2 * quarters_a_week && best < quarters_a_week; ++i) {
    run = has_quarter(week, i % quarters_a_week) ? run + 1 : 0;
    best = std::max(best, run);
  }
  return best;
}

std::uint32_t quarters_in_common(const Test& test, Index mentee, Index mentor) {
  std::uint32_t least = quarters_a_week;
  for (std::size_t season = 0; season < 2; ++season) {
    std::array<std::uint64_t, week_words> both{};
    const Week a = week_of(test.mentee_weeks, mentee, season);
    const Week b = week_of(test.mentor_weeks, mentor, season);
    for (std::size_t w = 0; w < week_words; ++w) both[w] = a[w] & b[w];
    least = std::min(least, longest(both));
  }
  return least;
}

/// What is wanted of one rule, gathered mentee by mentee.
class Wanted {
 public:
  void begin() { nearest_below_.reset(), nearest_above_.reset(); }

  void look_at(const Problem& problem, const Reason& reason, Index mentee, Index mentor) {
    if (reason.rule == too_few_points) return below(reason.points);
    if (reason.test == no_test) return;
    const Test& test = problem.tests[reason.test];
    if (test.kind == TestKind::meeting_time) {
      below(quarters_in_common(test, mentee, mentor));
    } else if (test.kind == TestKind::gap_within) {
      const std::int64_t gap = test.mentor_level[mentor] - test.mentee_level[mentee];
      gap < test.least ? below(gap) : above(gap);
    }
  }

  void end(const Problem& problem, const Reason& reason, Index mentee) {
    if (nearest_below_) ++below_[*nearest_below_];
    if (nearest_above_) ++above_[*nearest_above_];
    if (reason.test == no_test) return;
    const Test& test = problem.tests[reason.test];
    if (test.kind == TestKind::share) {
      const ValueSets& sets = test.mentee_values;
      for (std::uint32_t v = sets.begin[mentee]; v < sets.begin[mentee + 1]; ++v)
        ++values_[sets.values[v]];
    } else if (test.kind == TestKind::meeting_time) {
      count_hours(test, mentee);
    }
  }

  void finish(const Problem& problem, RuleGap& gap) const {
    const Test* test = gap.test == nobody ? nullptr : &problem.tests[gap.test];
    for (const auto& [value, count] : values_) {
      if (count > gap.helped) gap.wanted = value, gap.helped = count;
    }
    if (!below_.empty())
      gap.wanted = below_.rbegin()->first, gap.helped = below_.rbegin()->second;
    if (!above_.empty() && test != nullptr) {
      const auto& [nearest, count] = *above_.begin();
      const bool is_nearer =
          below_.empty() || nearest - test->most < test->least - below_.rbegin()->first;
      if (is_nearer) gap.wanted = nearest, gap.helped = count;
    }
    for (std::uint32_t hour = 0; hour < hours_a_week; ++hour) {
      if (hours_[hour] > gap.hour_helped) gap.hour = hour, gap.hour_helped = hours_[hour];
    }
    if (test != nullptr && test->kind == TestKind::meeting_time && gap.wanted == 0)
      gap.helped = 0;  // not a minute in common with anybody
  }

 private:
  void below(std::int64_t value) {
    if (!nearest_below_ || value > *nearest_below_) nearest_below_ = value;
  }
  void above(std::int64_t value) {
    if (!nearest_above_ || value < *nearest_above_) nearest_above_ = value;
  }
  void count_hours(const Test& test, Index mentee) {
    const Week week = week_of(test.mentee_weeks, mentee, 0);
    for (std::uint32_t hour = 0; hour < hours_a_week; ++hour) {
      bool all = true;
      for (std::uint32_t q = 0; q < test.quarters && all; ++q)
        all = has_quarter(week, (hour * 4 + q) % quarters_a_week);
      if (all) ++hours_[hour];
    }
  }

  std::optional<std::int64_t> nearest_below_, nearest_above_;  // of the mentee at hand
  std::map<std::int64_t, std::uint32_t> below_, above_;        // mentees by what is nearest
  std::map<std::uint32_t, std::uint32_t> values_;
  std::array<std::uint32_t, hours_a_week> hours_{};
};

struct Kept {
  Reason reason;
  std::uint32_t mentees = 0;
  Index latest = nobody;  // mentee counted
  std::vector<bool> mentors;
  std::vector<Couple> apart;
  bool too_many = false;
  Wanted wanted;
};

class Gaps {
 public:
  Gaps(const Problem& problem, std::vector<std::uint32_t> places)
      : problem_(problem), places_(std::move(places)) {
    for (Index j = 0; j < places_.size(); ++j) {
      if (places_[j] > 0) free_.push_back(j);
    }
  }

  void look_at(Index mentee) {
    for (const Index mentor : free_) {
      const auto reason = only_reason(problem_, mentee, mentor);
      if (!reason) continue;
      Kept& kept = by_rule_[reason->rule];
      if (kept.latest != mentee) {
        kept.reason = *reason;
        kept.latest = mentee;
        ++kept.mentees;
        kept.wanted.begin();
        if (kept.mentors.empty()) kept.mentors.resize(places_.size());
      }
      kept.mentors[mentor] = true;
      kept.wanted.look_at(problem_, *reason, mentee, mentor);
      kept.too_many = kept.too_many || kept.apart.size() == most_held;
      if (!kept.too_many) kept.apart.push_back({mentee, mentor});
    }
    for (auto& [rule, kept] : by_rule_) {
      if (kept.latest == mentee) kept.wanted.end(problem_, kept.reason, mentee);
    }
  }

  /// `nobody_yet`: mentors without any mentee.
  [[nodiscard]] std::vector<RuleGap> finish(const std::vector<bool>& nobody_yet) const {
    std::vector<RuleGap> out;
    for (const auto& [rule, kept] : by_rule_) {
      RuleGap gap;
      gap.rule = rule;
      gap.mentees = kept.mentees;
      for (Index j = 0; j < kept.mentors.size(); ++j)
        gap.mentors += kept.mentors[j] && nobody_yet[j] ? 1 : 0;
      gap.pairs = kept.too_many ? 0 : at_once(kept.apart);
      if (kept.reason.test != no_test) gap.test = static_cast<std::uint32_t>(kept.reason.test);
      kept.wanted.finish(problem_, gap);
      out.push_back(gap);
    }
    base::sort(out, [](const RuleGap& a, const RuleGap& b) { return a.mentees > b.mentees; });
    return out;
  }

 private:
  /// The most pairs there can be among these, and no place given twice.
  [[nodiscard]] std::uint32_t at_once(const std::vector<Couple>& apart) const {
    if (apart.front().mentee == apart.back().mentee) return 1;
    Assignment question;
    for (Index j = 0; j < places_.size(); ++j)
      question.mentors.push_back({problem_.mentors[j].key, places_[j]});
    Index last = nobody;
    for (const Couple& pair : apart) {  // mentee by mentee
      if (pair.mentee != last)
        question.mentees.push_back({problem_.mentees[pair.mentee].key, 0});
      last = pair.mentee;
      const auto mentee = static_cast<Index>(question.mentees.size() - 1);
      question.arcs.push_back({mentee, pair.mentor, 0});
    }
    aim_for(Goal::most_matched, question);
    const auto answer = assign(question);
    return answer ? answer->matched : 0;
  }

  const Problem& problem_;
  std::vector<std::uint32_t> places_;  // free ones, by mentor
  std::vector<Index> free_;
  std::map<std::uint32_t, Kept> by_rule_;
};

std::vector<bool> nobody_yet(const Problem& problem, const Solution& solution) {
  std::vector<bool> out;
  for (const Participant& mentor : problem.mentors)
    out.push_back(mentor.waiting && mentor.places > 0);
  for (const Index mentor : solution.mentor_of) {
    if (mentor != nobody) out[mentor] = false;
  }
  return out;
}

}  // namespace

base::Result<std::vector<RuleGap>> rule_gaps(const Problem& problem, const Solution& solution,
                                             const KeepGoing& keep_going) {
  Gaps gaps(problem, free_places(problem, solution));
  const auto n = static_cast<Index>(problem.mentees.size());
  for (Index i = 0; i < n; ++i) {
    if (i % 64 == 0 && keep_going && !keep_going(i, n))
      return base::fail(base::Errc::cancelled);
    if (solution.mentor_of[i] == nobody) gaps.look_at(i);
  }
  return gaps.finish(nobody_yet(problem, solution));
}

Help what_would_help(const Problem& problem, const Solution& solution, Index mentee) {
  Help out;
  const std::vector<std::uint32_t> places = free_places(problem, solution);
  std::vector<std::pair<std::int32_t, Index>> full;
  for (Index j = 0; j < places.size(); ++j) {
    if (places[j] > 0) continue;
    const PairScore score = score_pair(problem, mentee, j);
    if (score.allowed) full.emplace_back(score.points, j);
  }
  out.allowed = static_cast<std::uint32_t>(full.size());
  base::sort(full, [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first > b.first;
    const std::uint64_t one = problem.mentors[a.second].key;
    const std::uint64_t other = problem.mentors[b.second].key;
    return one != other ? one < other : a.second < b.second;
  });
  for (std::size_t i = 0; i < std::min(most_places, full.size()); ++i)
    out.places.push_back(full[i].second);
  Gaps gaps(problem, places);
  gaps.look_at(mentee);
  out.rules = gaps.finish(nobody_yet(problem, solution));
  return out;
}

}  // namespace pairbook::matching
