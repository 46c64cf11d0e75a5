#include "pairbook/matching/propose.hpp"
#include "pairbook/base/sort.hpp"

#include <algorithm>
#include <map>

namespace pairbook::matching {

base::Result<Proposal> propose(const domain::Programme& programme,
                               const KeepGoing& keep_going) {
  Fit made = fit(programme);
  base::Result<Solution> solution = solve(made.problem, keep_going);
  if (!solution) return base::pass_on(solution);
  return Proposal{std::move(made), std::move(*solution)};
}

namespace {

bool is_locked(const Problem& problem, Index mentee) {
  const auto found = std::lower_bound(
      problem.locked.begin(), problem.locked.end(), mentee,
      [](const Couple& couple, Index wanted) { return couple.mentee < wanted; });
  return found != problem.locked.end() && found->mentee == mentee;
}

std::vector<std::uint32_t> taken_places(const Proposal& proposal) {
  std::vector<std::uint32_t> taken(proposal.fit.mentors.size(), 0);
  for (const Index mentor : proposal.solution.mentor_of) {
    if (mentor != nobody) ++taken[mentor];
  }
  return taken;
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
  void add_rival(Index mentee, Index mentor) {
    const auto points = proposal_.solution.points[mentee];
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
  for (Index i = 0; i < solution.mentor_of.size(); ++i) {
    if (solution.mentor_of[i] == nobody) continue;
    out.push_back({proposal.fit.mentees[i], proposal.fit.mentors[solution.mentor_of[i]],
                   solution.points[i], is_locked(proposal.fit.problem, i),
                   solution.mentors_rank[i], solution.mentees_rank[i]});
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

Unmatched why_unmatched_mentee(const Proposal& proposal, Index mentee) {
  std::vector<std::vector<Index>> mentees_of(proposal.fit.mentors.size());
  for (Index i = 0; i < proposal.solution.mentor_of.size(); ++i) {
    const Index mentor = proposal.solution.mentor_of[i];
    if (mentor != nobody) mentees_of[mentor].push_back(i);
  }
  Reasons reasons(proposal, domain::Side::mentee);
  reasons.out_.person = proposal.fit.mentees[mentee].person;
  for (Index j = 0; j < mentees_of.size(); ++j) {
    if (!reasons.look_at(mentee, j)) continue;
    for (const Index holder : mentees_of[j]) reasons.add_rival(holder, j);
  }
  return reasons.finish(WhyUnmatched::places_taken);
}

Unmatched why_unmatched_mentor(const Proposal& proposal, Index mentor) {
  Reasons reasons(proposal, domain::Side::mentor);
  reasons.out_.person = proposal.fit.mentors[mentor].person;
  for (Index i = 0; i < proposal.solution.mentor_of.size(); ++i) {
    const Index other = proposal.solution.mentor_of[i];
    if (reasons.look_at(i, mentor) && other != nobody) reasons.add_rival(i, other);
  }
  return reasons.finish(WhyUnmatched::partners_elsewhere);
}

std::vector<Change> difference(const Proposal& before, const Proposal& after) {
  using Mentors = std::map<domain::MenteeId, domain::MentorId>;
  const auto mentors_in = [](const Proposal& proposal) {
    Mentors out;
    for (const ProposedPair& pair : pairs_of(proposal)) out.emplace(pair.mentee, pair.mentor);
    return out;
  };
  const auto mentor_in = [](const Mentors& mentors, const domain::MenteeId& mentee) {
    const auto found = mentors.find(mentee);
    return found == mentors.end() ? std::nullopt : std::optional(found->second);
  };
  const Mentors old_ones = mentors_in(before);
  const Mentors new_ones = mentors_in(after);
  std::map<domain::MenteeId, bool> either;
  for (const auto& [mentee, mentor] : old_ones) either[mentee] = true;
  for (const auto& [mentee, mentor] : new_ones) either[mentee] = true;
  std::vector<Change> out;
  for (const auto& [mentee, there] : either) {
    const Change change{mentee, mentor_in(old_ones, mentee), mentor_in(new_ones, mentee)};
    if (change.before != change.after) out.push_back(change);
  }
  return out;
}

}  // namespace pairbook::matching
