#pragma once

#include <string>
#include <vector>

#include "pairbook/app/pieces.hpp"
#include "turn.hpp"

// Who is together with whom in a proposal: groups, several mentors of one mentee, and what is
// different from the proposal before.
namespace pairbook::app {

/// Counts who is together, in a proposal that was just taken up; `before` has the pairs of the
/// one before it.
void count_together(Model::State& state, const std::vector<matching::ProposedPair>& before);

/// "Group of 4. One of 2 mentors."; empty for a pair that is one on one.
[[nodiscard]] std::string together_note(const Model::State& state, const Speaker& say,
                                        const matching::ProposedPair& pair);
/// The names: those in the group, and the mentee's other mentors. A sentence each.
[[nodiscard]] std::vector<std::string> together_text(const Model::State& state,
                                                     const Speaker& say,
                                                     const matching::ProposedPair& pair);
/// The same of a pair that is approved.
[[nodiscard]] std::vector<std::string> together_text(const Speaker& say,
                                                     const domain::Programme& programme,
                                                     const domain::Pair& pair);

/// Mentors who get nobody because they offer too few places, and those held to fewer mentees
/// than they should have.
[[nodiscard]] std::vector<Notice> group_notices(const Model::State& state, const Speaker& say);
[[nodiscard]] std::vector<Figure> group_figures(const Model::State& state, const Speaker& say);
/// What is certain about the proposal.
[[nodiscard]] std::string proof_text(const Model::State& state, const Speaker& say);
[[nodiscard]] std::string moved_text(const Model::State& state, const Speaker& say);

/// Other mentors for somebody, those of most points first, where it is not worked out what each
/// would cost others.
[[nodiscard]] std::vector<matching::OpenProposal::Alternative> others_by_points(
    const matching::Proposal& proposal, const domain::MenteeId& mentee, std::size_t most);

}  // namespace pairbook::app
