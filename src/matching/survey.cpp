#include "survey.hpp"

#include <algorithm>

namespace pairbook::matching {

Survey::Survey(const Problem& problem, std::size_t most_held)
    : problem_(problem), most_held_(most_held) {
  for (const Test& test : problem.tests) {
    (is_must(test.kind) ? musts_ : points_).push_back(&test);
  }
  removed_.resize(musts_.size());
  by_alone_.resize(musts_.size());
  mentee_options_.resize(problem.mentees.size());
  mentor_options_.resize(problem.mentors.size());
}

base::Done Survey::look(const KeepGoing& keep_going) {
  const auto n = static_cast<Index>(problem_.mentees.size());
  const auto m = static_cast<Index>(problem_.mentors.size());
  auto out = problem_.left_out.begin();
  for (Index i = 0; i < n; ++i) {
    if (i % 64 == 0 && keep_going && !keep_going(i, n))
      return base::fail(base::Errc::cancelled);
    for (Index j = 0; j < m; ++j) {
      const auto first = out;
      while (out != problem_.left_out.end() && out->mentee == i && out->mentor == j) ++out;
      if (may_be(i, j, {first, out})) take(i, j);
    }
  }
  return {};
}

void Survey::take(Index mentee, Index mentor) {
  const std::int32_t score = points(mentee, mentor);
  top_ = std::max(top_, score);
  ++mentee_options_[mentee];
  ++mentor_options_[mentor];
  if (++allowed_ <= most_held_) {
    arcs_.push_back({mentee, mentor, score});
  } else if (!arcs_.empty()) {
    std::vector<Arc>().swap(arcs_);
  }
}

std::vector<RuleEffect> Survey::effects() const {
  std::map<std::uint32_t, RuleEffect> by_rule = others_;
  for (std::size_t t = 0; t < musts_.size(); ++t) {
    RuleEffect& effect = by_rule[musts_[t]->rule];
    effect.removed += removed_[t];
    effect.by_alone += by_alone_[t];
  }
  std::vector<RuleEffect> out;
  for (auto& [rule, effect] : by_rule) {
    effect.rule = rule;
    out.push_back(effect);
  }
  return out;
}

bool Survey::may_be(Index mentee, Index mentor, std::span<const LeftOut> others) {
  std::size_t reasons = 0;
  std::size_t last_must = 0;
  for (std::size_t t = 0; t < musts_.size(); ++t) {
    if (passes(*musts_[t], mentee, mentor)) continue;
    ++removed_[t];
    ++reasons;
    last_must = t;
  }
  const bool too_few = problem_.at_least > 0 && points(mentee, mentor) < problem_.at_least;
  if (reasons == 1 && others.empty() && !too_few) ++by_alone_[last_must];
  if (too_few) {
    RuleEffect& effect = others_[too_few_points];
    ++effect.removed;
    if (reasons == 0 && others.empty()) ++effect.by_alone;
  }
  for (const LeftOut& other : others) {
    RuleEffect& effect = others_[other.why];
    ++effect.removed;
    if (reasons == 0 && others.size() == 1 && !too_few) ++effect.by_alone;
  }
  return reasons == 0 && others.empty() && !too_few;
}

std::int32_t Survey::points(Index mentee, Index mentor) const {
  std::int32_t sum = 0;
  for (const Test* test : points_) sum += points_of(*test, mentee, mentor);
  return sum + bonus_of(problem_, problem_.mentees[mentee]) +
         bonus_of(problem_, problem_.mentors[mentor]);
}

void score_row(const Problem& problem, Index mentee, std::span<std::int32_t> scores) {
  const std::int32_t own = bonus_of(problem, problem.mentees[mentee]);
  for (std::size_t j = 0; j < scores.size(); ++j) {
    scores[j] = own + bonus_of(problem, problem.mentors[j]);
  }
  const auto left = std::ranges::equal_range(problem.left_out, mentee, {}, &LeftOut::mentee);
  for (const LeftOut& out : left) scores[out.mentor] = -1;
  // Musts first: a pair that may not be is not looked at again.
  for (const bool must : {true, false}) {
    for (const Test& test : problem.tests) {
      if (is_must(test.kind) != must) continue;
      for (Index j = 0; j < scores.size(); ++j) {
        if (scores[j] < 0) continue;
        if (must) {
          if (!passes(test, mentee, j)) scores[j] = -1;
        } else {
          scores[j] += points_of(test, mentee, j);
        }
      }
    }
  }
  if (problem.at_least > 0) {
    for (std::int32_t& score : scores) score = score < problem.at_least ? -1 : score;
  }
}

std::vector<Arc> locked_arcs(const Problem& problem) {
  std::vector<Arc> out;
  for (const Couple& lock : problem.locked) {
    const std::int32_t points = score_pair(problem, lock.mentee, lock.mentor).points;
    out.push_back({lock.mentee, lock.mentor, points});
  }
  return out;
}

}  // namespace pairbook::matching
