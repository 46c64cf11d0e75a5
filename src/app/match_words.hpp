#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pairbook/app/screens/match.hpp"
#include "pairbook/matching/propose.hpp"
#include "speaker.hpp"

namespace pairbook::app {

/// What a rule is about, in a few words: "Same Profession".
[[nodiscard]] std::string criterion_name(const Speaker& say, const domain::Programme& programme,
                                         const domain::Rule& rule);
/// What is so of these two: "Security", "2 steps above".
[[nodiscard]] std::string fact_text(const Speaker& say, const matching::Fact& fact);

/// The reasons of a pair: as they may be seen now, without what is hidden in a blind review; or
/// as they may be told to the two, now or (all) later, when names are shown again: without what
/// only one of them wished for.
enum class Facts : std::uint8_t { as_seen, to_tell, all };
[[nodiscard]] std::vector<domain::Reason> reasons_of(const Speaker& say,
                                                     const domain::Programme& programme,
                                                     const domain::Rules& rules,
                                                     const matching::Explanation& explanation,
                                                     Facts facts = Facts::as_seen);

/// "2 steps above".
[[nodiscard]] std::string gap_text(const Speaker& say, std::int64_t gap);
/// What leaves pairs out: the rule as it reads, or another reason.
[[nodiscard]] std::string rule_words(const Speaker& say, const domain::Programme& programme,
                                     const domain::Rules& rules, std::uint32_t rule);

/// Why somebody has no mentor.
[[nodiscard]] std::string why_text(const Speaker& say, const domain::Programme& programme,
                                   const domain::Rules& rules,
                                   const matching::Unmatched& unmatched);

/// "12 points fewer in all; 2 other people change partner".
[[nodiscard]] std::string cost_text(const Speaker& say,
                                    const matching::OpenProposal::Cost& cost);

}  // namespace pairbook::app
