#include "pairbook/matching/propose.hpp"
#include "pairbook/base/sort.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace pairbook::matching {

base::Result<Proposal> propose(const domain::Programme& programme, const KeepGoing& keep_going,
                               const Format& format) {
  Fit made = fit(programme, format);
  base::Result<Solution> solution = solve(made.problem, keep_going);
  if (!solution) return base::pass_on(solution);
  return Proposal{std::move(made), std::move(*solution)};
}

namespace {

bool is_locked(const Problem& problem, Index mentee, Index mentor) {
  const auto order = [](const Couple& couple) {
    return std::pair(couple.mentee, couple.mentor);
  };
  return std::ranges::binary_search(problem.locked, std::pair(mentee, mentor), {}, order);
}

std::vector<std::uint32_t> taken_places(const Proposal& proposal) {
  std::vector<std::uint32_t> taken(proposal.fit.mentors.size(), 0);
  for (const Index mentor : proposal.solution.mentor_of) {
    if (mentor != nobody) ++taken[mentor];
  }
  for (const FurtherPair& pair : proposal.solution.further) ++taken[pair.mentor];
  return taken;
}

std::optional<domain::MentorId> take_first(std::set<domain::MentorId>& mentors) {
  if (mentors.empty()) return std::nullopt;
  return mentors.extract(mentors.begin()).value();
}

/// What the rules say of one person and everybody on the other side.
class Reasons {
 public:
  Reasons(const Proposal& proposal, domain::Side side) : proposal_(proposal) {
    out_.side = side;
  }

  /// True when the pair is allowed.
  bool look_at(Index mentee, Index mentor) {
    const Explanation why = explain(proposal_.fit, mentee, mentor);
    for (const std::uint32_t rule : why.forbidden_by) {
      RuleEffect& effect = effects_[rule];
      effect.rule = rule;
      ++effect.removed;
      if (why.forbidden_by.size() == 1) ++effect.by_alone;
    }
    if (why.forbidden_by.empty()) ++out_.allowed;
    would_score_ = why.points;
    return why.forbidden_by.empty();
  }
  void add_rival(Index mentee, Index mentor, std::int32_t points) {
    out_.rivals.push_back(
        {proposal_.fit.mentees[mentee], proposal_.fit.mentors[mentor], points, would_score_});
  }

  Unmatched finish(WhyUnmatched when_allowed) {
    out_.why = out_.allowed == 0 ? WhyUnmatched::no_partner_allowed : when_allowed;
    for (const auto& [rule, effect] : effects_) out_.rules.push_back(effect);
    base::sort(out_.rules,
               [](const RuleEffect& a, const RuleEffect& b) { return a.removed > b.removed; });
    // The nearest: who is ahead by the fewest points.
    base::sort(out_.rivals, [](const Rival& a, const Rival& b) {
      return a.points - a.would_score < b.points - b.would_score;
    });
    if (out_.rivals.size() > most_rivals) out_.rivals.resize(most_rivals);
    return std::move(out_);
  }
  Unmatched out_;

 private:
  const Proposal& proposal_;
  std::map<std::uint32_t, RuleEffect> effects_;
  int would_score_ = 0;
};

}  // namespace

std::vector<ProposedPair> pairs_of(const Proposal& proposal) {
  const Solution& solution = proposal.solution;
  std::vector<ProposedPair> out;
  const auto tell = [&](const FurtherPair& pair) {
    out.push_back({proposal.fit.mentees[pair.mentee], proposal.fit.mentors[pair.mentor],
                   pair.points, is_locked(proposal.fit.problem, pair.mentee, pair.mentor),
                   pair.mentors_rank, pair.mentees_rank});
  };
  auto next = solution.further.begin();
  for (Index i = 0; i < solution.mentor_of.size(); ++i) {
    if (solution.mentor_of[i] == nobody) continue;
    tell({i, solution.mentor_of[i], solution.points[i], solution.mentors_rank[i],
          solution.mentees_rank[i]});
    for (; next != solution.further.end() && next->mentee == i; ++next) tell(*next);
  }
  return out;
}

std::vector<Index> unmatched_mentees(const Proposal& proposal) {
  std::vector<Index> out;
  for (Index i = 0; i < proposal.solution.mentor_of.size(); ++i) {
    if (proposal.solution.mentor_of[i] == nobody) out.push_back(i);
  }
  return out;
}

std::vector<Index> unmatched_mentors(const Proposal& proposal) {
  const std::vector<std::uint32_t> taken = taken_places(proposal);
  std::vector<Index> out;
  for (Index j = 0; j < taken.size(); ++j) {
    const Participant& mentor = proposal.fit.problem.mentors[j];
    if (taken[j] == 0 && mentor.places > 0 && mentor.waiting) out.push_back(j);
  }
  return out;
}

std::vector<Index> mentors_short_of_mentees(const Proposal& proposal) {
  const std::vector<std::uint32_t> taken = taken_places(proposal);
  std::vector<Index> out;
  const Problem& problem = proposal.fit.problem;
  for (Index j = 0; j < taken.size(); ++j) {
    if (taken[j] == 0 && problem.least_or_none) continue;
    if (taken[j] < problem.mentors[j].least) out.push_back(j);
  }
  return out;
}

std::vector<Index> mentors_short_of_places(const Proposal& proposal) {
  const std::vector<std::uint32_t> taken = taken_places(proposal);
  std::vector<Index> out;
  for (Index j = 0; j < taken.size(); ++j) {
    const Participant& mentor = proposal.fit.problem.mentors[j];
    if (taken[j] == 0 && mentor.least > mentor.places) out.push_back(j);
  }
  return out;
}

Unmatched why_unmatched_mentee(const Proposal& proposal, Index mentee) {
  struct Holder {
    Index mentee = 0;
    std::int32_t points = 0;
  };
  const Solution& solution = proposal.solution;
  std::vector<std::vector<Holder>> mentees_of(proposal.fit.mentors.size());
  for (Index i = 0; i < solution.mentor_of.size(); ++i) {
    const Index mentor = solution.mentor_of[i];
    if (mentor != nobody) mentees_of[mentor].push_back({i, solution.points[i]});
  }
  for (const FurtherPair& pair : solution.further) {
    mentees_of[pair.mentor].push_back({pair.mentee, pair.points});
  }
  Reasons reasons(proposal, domain::Side::mentee);
  reasons.out_.person = proposal.fit.mentees[mentee].person;
  bool free_place = false;
  for (Index j = 0; j < mentees_of.size(); ++j) {
    if (!reasons.look_at(mentee, j)) continue;
    free_place = free_place || mentees_of[j].size() < proposal.fit.problem.mentors[j].places;
    for (const Holder& holder : mentees_of[j])
      reasons.add_rival(holder.mentee, j, holder.points);
  }
  const bool no_group = free_place && proposal.fit.problem.least_or_none;
  return reasons.finish(no_group ? WhyUnmatched::no_group : WhyUnmatched::places_taken);
}

Unmatched why_unmatched_mentor(const Proposal& proposal, Index mentor) {
  Reasons reasons(proposal, domain::Side::mentor);
  reasons.out_.person = proposal.fit.mentors[mentor].person;
  for (Index i = 0; i < proposal.solution.mentor_of.size(); ++i) {
    const Index other = proposal.solution.mentor_of[i];
    if (!reasons.look_at(i, mentor) || other == nobody) continue;
    reasons.add_rival(i, other, proposal.solution.points[i]);
  }
  const Problem& problem = proposal.fit.problem;
  const bool no_group = problem.least_or_none && problem.mentors[mentor].least > 0;
  return reasons.finish(no_group ? WhyUnmatched::no_group : WhyUnmatched::partners_elsewhere);
}

std::vector<Change> difference(const Proposal& before, const Proposal& after) {
  using Mentors = std::map<domain::MenteeId, std::set<domain::MentorId>>;
  const auto mentors_in = [](const Proposal& proposal) {
    Mentors out;
    for (const ProposedPair& pair : pairs_of(proposal)) out[pair.mentee].insert(pair.mentor);
    return out;
  };
  Mentors gone = mentors_in(before), come = mentors_in(after);
  std::set<domain::MenteeId> either;
  for (auto& [mentee, mentors] : gone) {
    either.insert(mentee);
    std::erase_if(mentors, [&](const auto& mentor) { return come[mentee].erase(mentor) == 1; });
  }
  for (const auto& [mentee, mentors] : come) either.insert(mentee);
  std::vector<Change> out;
  for (const domain::MenteeId& mentee : either) {
    std::set<domain::MentorId>&less = gone[mentee], &more = come[mentee];
    while (!less.empty() || !more.empty()) {
      out.push_back({mentee, take_first(less), take_first(more)});
    }
  }
  return out;
}

}  // namespace pairbook::matching
