#pragma once

#include <optional>
#include <string>
#include <vector>

#include "turn.hpp"

namespace pairbook::app {

/// Where a proposal is weighed: against another goal, a least of points, another proposal.
inline constexpr const char* weigh_route = "#/match/weigh";

/// Begins to work out what there is to weigh, when somebody looks and it is not of the newest
/// proposal.
void weigh_when_needed(Turn& turn);
/// The proposal is about to be another one: what is being worked out is of no use any more.
void weigh_is_stale(Turn& turn);
/// Names were hidden or shown: what would help is put in words anew.
void word_gaps_again(Turn& turn);
/// True when the job is of weighing.
bool job_weigh(Turn& turn, const Event& event);
void cancel_weigh(Turn& turn);

/// What would help somebody who waits, in a sentence; empty when nothing alone would.
[[nodiscard]] std::string help_text(const Speaker& say, const domain::Programme& programme,
                                    const domain::Rules& rules, const matching::Fit& fit,
                                    const matching::Help& help);
[[nodiscard]] std::vector<GapLine> gap_lines(const Speaker& say,
                                             const domain::Programme& programme,
                                             const domain::Rules& rules,
                                             const matching::Fit& fit,
                                             const matching::Outlook& outlook);
/// "Proposal B", when there is a "Proposal A".
[[nodiscard]] std::string next_name(const Speaker& say, const domain::Programme& programme);
/// Kept proposals, the newest first.
[[nodiscard]] std::vector<const domain::KeptProposal*> kept_in_order(
    const domain::Programme& programme);
/// Somebody has several mentors in the proposal: what is kept has one for each.
[[nodiscard]] bool several_mentors(const Model::State& state);
[[nodiscard]] std::vector<domain::KeptPair> pairs_now(const Model::State& state);

}  // namespace pairbook::app
