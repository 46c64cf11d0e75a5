#include <array>
#include <utility>

#include "pairbook/base/sort.hpp"
#include "pairbook/matching/propose.hpp"

namespace pairbook::matching {

using base::Errc;
using base::fail;
using base::Result;

OpenProposal::OpenProposal(const Proposal& proposal, SolvedAssignment solved)
    : proposal_(&proposal), solved_(std::move(solved)) {}

Result<OpenProposal> OpenProposal::open(const Proposal& proposal, const KeepGoing& keep_going) {
  if (!proposal.solution.optimal) return fail(Errc::conflict, "proposal", "not proven");
  const Result<Assignment> assignment = to_assignment(proposal.fit.problem, keep_going);
  if (!assignment) return base::pass_on(assignment);

  Assigned answer;
  answer.mentor_of = proposal.solution.mentor_of;
  answer.matched = proposal.solution.matched;
  answer.total = proposal.solution.total;
  answer.optimal = true;
  answer.value = assignment->weight * answer.total;
  for (Index i = 0; i < answer.mentor_of.size(); ++i) {
    if (answer.mentor_of[i] == nobody) answer.value -= assignment->mentees[i].penalty;
  }
  answer.certificate = {proposal.solution.price, proposal.solution.gain, answer.value};
  Result<SolvedAssignment> solved = SolvedAssignment::resume(*assignment, answer);
  if (!solved) return base::pass_on(solved);
  return OpenProposal(proposal, std::move(*solved));
}

Result<Arc> OpenProposal::lock_of(Index mentee, Index mentor) const {
  if (mentee == nobody || mentor == nobody) {
    return fail(Errc::invalid_input, "person", "takes no part in this round");
  }
  return Arc{mentee, mentor, score_pair(proposal_->fit.problem, mentee, mentor).points};
}

Result<OpenProposal::Cost> OpenProposal::cost_of(const Result<WhatIf>& what_if) const {
  if (!what_if) return base::pass_on(what_if);
  const Fit& fit = proposal_->fit;
  Cost out{what_if->total, what_if->matched, {}};
  const auto name = [&](Index mentor) -> std::optional<domain::MentorId> {
    if (mentor == nobody) return std::nullopt;
    return fit.mentors[mentor];
  };
  for (const Move& move : what_if->moves) {
    out.moves.push_back({fit.mentees[move.mentee], name(move.from), name(move.to)});
  }
  return out;
}

Result<OpenProposal::Cost> OpenProposal::if_locked(const domain::MentorId& mentor,
                                                   const domain::MenteeId& mentee) const {
  const Result<Arc> lock =
      lock_of(proposal_->fit.position(mentee), proposal_->fit.position(mentor));
  if (!lock) return base::pass_on(lock);
  return cost_of(solved_.if_locked({&*lock, 1}));
}

Result<OpenProposal::Cost> OpenProposal::if_swapped(const domain::MenteeId& one,
                                                    const domain::MenteeId& other) const {
  const Index a = proposal_->fit.position(one);
  const Index b = proposal_->fit.position(other);
  const auto mentor_of = [&](Index mentee) {
    return mentee == nobody ? nobody : proposal_->solution.mentor_of[mentee];
  };
  const Result<Arc> first = lock_of(a, mentor_of(b));
  const Result<Arc> second = lock_of(b, mentor_of(a));
  if (!first) return base::pass_on(first);
  if (!second) return base::pass_on(second);
  const std::array locks = {*first, *second};
  return cost_of(solved_.if_locked(locks));
}

Result<OpenProposal::Cost> OpenProposal::if_forbidden(const domain::MenteeId& mentee) const {
  return cost_of(solved_.if_forbidden(proposal_->fit.position(mentee)));
}

std::vector<OpenProposal::Alternative> OpenProposal::alternatives(
    const domain::MenteeId& mentee, std::size_t most) const {
  const Fit& fit = proposal_->fit;
  const Index i = fit.position(mentee);
  if (i == nobody) return {};

  // By what they lose at least; a bound that is no better than the worst exact cost so far ends
  // the search.
  std::vector<std::pair<std::int64_t, Arc>> candidates;
  for (Index j = 0; j < fit.mentors.size(); ++j) {
    if (j == proposal_->solution.mentor_of[i] || fit.problem.mentors[j].places == 0) continue;
    const PairScore score = score_pair(fit.problem, i, j);
    if (!score.allowed) continue;
    const Arc arc{i, j, score.points};
    candidates.emplace_back(solved_.lost_at_least(arc), arc);
  }
  base::sort(candidates, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second.mentor < b.second.mentor;
  });
  std::vector<std::pair<std::int64_t, Alternative>> best;
  for (const auto& [at_least, arc] : candidates) {
    if (best.size() >= most && at_least >= best.back().first) break;
    const Result<WhatIf> what_if = solved_.if_locked({&arc, 1});
    Result<Cost> cost = cost_of(what_if);
    if (!cost) continue;
    best.emplace_back(what_if->value,
                      Alternative{fit.mentors[arc.mentor], arc.score, std::move(*cost)});
    base::sort(best, [](const auto& a, const auto& b) { return a.first < b.first; });
    if (best.size() > most) best.pop_back();
  }
  std::vector<Alternative> out;
  for (auto& [value, alternative] : best) out.push_back(std::move(alternative));
  return out;
}

}  // namespace pairbook::matching
