#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "turn.hpp"

namespace pairbook::app {

/// How pressing it is to ask two people how it goes.
enum class Asking : std::uint8_t {
  not_a_fit,  // one of them has said so, and they still are a pair
  now,        // together for a month without an answer of both, or undecided for as long
  no,
};
[[nodiscard]] Asking asking(const domain::Programme& programme, const domain::Pair& pair,
                            base::Date today);
inline constexpr base::Days before_asking{30};

/// How it goes, in two words for a table; empty when nobody has answered.
[[nodiscard]] std::string going_in_short(const Speaker& say, const domain::FollowUp& known);
/// What each of the two says, to be read and changed.
[[nodiscard]] std::vector<PairsBody::Going> going_of(const Model::State& state,
                                                     const Speaker& say,
                                                     const domain::Pair& pair);
/// Who of an ended pair wants another partner.
[[nodiscard]] std::vector<Piece> again_of(const Model::State& state, const Speaker& say,
                                          const domain::Pair& pair);

bool control_checks(Turn& turn, const ControlIntent& intent);
/// Does what was typed into a note that the person has not left yet.
void commit_checks(Turn& turn);

// checks_import.cpp
void bring_in_checks(Turn& turn, Bringing doing);
bool control_checks_import(Turn& turn, const ControlIntent& intent);
[[nodiscard]] PagePart present_checks_import(const Model::State& state, const Speaker& say);

/// Asks who wants another partner, then ends the pair.
void begin_end(Turn& turn, const domain::PairId& pair, bool find_another);
void end_the_pair(Turn& turn);
/// Nothing when the pair is not there any more.
[[nodiscard]] std::optional<Dialog> present_end_pair(const Model::State& state,
                                                     const Speaker& say);

}  // namespace pairbook::app
