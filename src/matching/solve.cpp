#include <algorithm>
#include <map>

#include "pairbook/matching/solution.hpp"

namespace pairbook::matching {

using base::Errc;
using base::fail;

namespace {

constexpr std::size_t most_arcs = 40'000'000;

/// Looks at every mentee and every mentor once.
class Survey {
 public:
  Survey(const Problem& problem, const KeepGoing& keep_going)
      : problem_(problem), keep_going_(keep_going) {
    for (std::size_t t = 0; t < problem.tests.size(); ++t) {
      (is_must(problem.tests[t].kind) ? musts_ : points_).push_back(&problem.tests[t]);
    }
    removed_.resize(musts_.size());
    by_alone_.resize(musts_.size());
  }

  [[nodiscard]] base::Result<std::vector<Arc>> arcs() {
    std::vector<Arc> arcs;
    const auto n = static_cast<Index>(problem_.mentees.size());
    const auto m = static_cast<Index>(problem_.mentors.size());
    auto out = problem_.left_out.begin();
    for (Index i = 0; i < n; ++i) {
      if (i % 64 == 0 && keep_going_ && !keep_going_(i, std::uint64_t{n} * 2)) {
        return fail(Errc::cancelled);
      }
      for (Index j = 0; j < m; ++j) {
        const auto first = out;
        while (out != problem_.left_out.end() && out->mentee == i && out->mentor == j) ++out;
        if (look_at(i, j, {first, out})) arcs.push_back({i, j, points(i, j)});
      }
      if (arcs.size() > most_arcs) return fail(Errc::too_large, "pairs", "over 40 million");
    }
    return arcs;
  }

  [[nodiscard]] std::vector<RuleEffect> effects() const {
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

 private:
  bool look_at(Index mentee, Index mentor, std::span<const LeftOut> others) {
    std::size_t reasons = 0;
    std::size_t last_must = 0;
    for (std::size_t t = 0; t < musts_.size(); ++t) {
      if (passes(*musts_[t], mentee, mentor)) continue;
      ++removed_[t];
      ++reasons;
      last_must = t;
    }
    if (reasons == 1 && others.empty()) ++by_alone_[last_must];
    for (const LeftOut& other : others) {
      RuleEffect& effect = others_[other.why];
      ++effect.removed;
      if (reasons == 0 && others.size() == 1) ++effect.by_alone;
    }
    return reasons == 0 && others.empty();
  }

  [[nodiscard]] std::int32_t points(Index mentee, Index mentor) const {
    std::int32_t sum = 0;
    for (const Test* test : points_) sum += points_of(*test, mentee, mentor);
    if (problem_.mentees[mentee].waiting) sum += problem_.bonus;
    if (problem_.mentors[mentor].waiting) sum += problem_.bonus;
    return sum;
  }

  const Problem& problem_;
  const KeepGoing& keep_going_;
  std::vector<const Test*> musts_, points_;
  std::vector<std::uint64_t> removed_, by_alone_;
  std::map<std::uint32_t, RuleEffect> others_;
};

Assignment assignment_of(const Problem& problem, std::vector<Arc> arcs) {
  Assignment out;
  for (const Participant& mentee : problem.mentees) out.mentees.push_back({mentee.key, 0});
  for (const Participant& mentor : problem.mentors) {
    out.mentors.push_back({mentor.key, mentor.places});
  }
  out.arcs = std::move(arcs);
  for (const Couple& lock : problem.locked) {
    const std::int32_t points = score_pair(problem, lock.mentee, lock.mentor).points;
    out.locked.push_back({lock.mentee, lock.mentor, points});
  }
  aim_for(problem.goal, out);
  return out;
}

/// Where everybody's partner stands in their list: one and how many have more points.
void rank(const Assignment& assignment, Solution& out) {
  for (Index i = 0; i < out.mentor_of.size(); ++i) {
    if (out.mentor_of[i] != nobody) out.mentors_rank[i] = out.mentees_rank[i] = 1;
  }
  std::vector<std::vector<Index>> mentees_of(out.mentor_options.size());
  for (Index i = 0; i < out.mentor_of.size(); ++i) {
    if (out.mentor_of[i] != nobody) mentees_of[out.mentor_of[i]].push_back(i);
  }
  for (const Arc& arc : assignment.arcs) {
    ++out.mentee_options[arc.mentee];
    ++out.mentor_options[arc.mentor];
    if (out.mentor_of[arc.mentee] != nobody && arc.score > out.points[arc.mentee]) {
      ++out.mentors_rank[arc.mentee];
    }
    for (const Index holder : mentees_of[arc.mentor]) {
      if (arc.score > out.points[holder]) ++out.mentees_rank[holder];
    }
  }
}

}  // namespace

base::Result<Assignment> to_assignment(const Problem& problem, const KeepGoing& keep_going) {
  auto arcs = Survey(problem, keep_going).arcs();
  if (!arcs) return base::pass_on(arcs);
  return assignment_of(problem, std::move(*arcs));
}

base::Result<Solution> solve(const Problem& problem, const KeepGoing& keep_going) {
  Survey survey(problem, keep_going);
  auto arcs = survey.arcs();
  if (!arcs) return base::pass_on(arcs);
  const Assignment assignment = assignment_of(problem, std::move(*arcs));
  const std::uint64_t n = problem.mentees.size();
  KeepGoing second_half;
  if (keep_going) {
    second_half = [&](std::uint64_t done, std::uint64_t) {
      return keep_going(n + done, n * 2);
    };
  }
  const base::Result<Assigned> answer = assign(assignment, second_half);
  if (!answer) return base::pass_on(answer);
  if (const base::Done sound = check_certificate(assignment, *answer); !sound) {
    return base::pass_on(sound);
  }

  Solution out;
  out.mentor_of = answer->mentor_of;
  out.points.assign(problem.mentees.size(), 0);
  for (const Arc& arc : assignment.arcs) {
    if (out.mentor_of[arc.mentee] == arc.mentor) out.points[arc.mentee] = arc.score;
  }
  for (const Arc& lock : assignment.locked) out.points[lock.mentee] = lock.score;
  out.mentors_rank.assign(problem.mentees.size(), 0);
  out.mentees_rank.assign(problem.mentees.size(), 0);
  out.mentee_options.assign(problem.mentees.size(), 0);
  out.mentor_options.assign(problem.mentors.size(), 0);
  rank(assignment, out);
  out.effects = survey.effects();
  out.allowed_pairs = assignment.arcs.size();
  out.matched = answer->matched;
  out.total = answer->total;
  out.optimal = answer->optimal;
  out.weight = assignment.weight;
  out.short_by = answer->certificate.bound - answer->value;
  out.price = answer->certificate.price;
  out.gain = answer->certificate.gain;
  return out;
}

}  // namespace pairbook::matching
