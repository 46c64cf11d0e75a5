#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pairbook/app/pieces.hpp"
#include "turn.hpp"

namespace pairbook::app {

/// People, rules or decisions changed: the proposal is computed again when somebody looks at
/// it.
void proposal_is_stale(Turn& turn);

/// Makes the list of proposals again, as filtered, searched and sorted.
void list_proposals_again(Model::State& state);
void cancel_match(Turn& turn);

/// What an event says about the job a page waits for, which is noted there but for its result.
enum class JobNews : std::uint8_t { of_another, goes_on, done, failed };
[[nodiscard]] JobNews news_of(Awaited& view, const Event& event);

/// Two people as the key of a row or a tick: "<mentor>/<mentee>" in hex.
[[nodiscard]] std::string key_of(const Two& two);
[[nodiscard]] std::optional<Two> two_of(std::string_view key);

/// Solves when the proposal is stale and somebody looks at it.
void match_when_needed(Turn& turn);
/// Making a problem ready, and reasons for those without a pair, take many short turns.
[[nodiscard]] bool match_has_more(const Model::State& state);
bool slice_match(Turn& turn);

struct PairsLeftOut {
  std::int64_t left_out = 0, considered = 0;
  std::int64_t alone = 0;  // of left_out: no other rule leaves them out
};
/// How many of all possible pairs a rule leaves out, as of the last proposal; nothing before
/// one.
[[nodiscard]] std::optional<PairsLeftOut> pairs_left_out(const Model::State& state,
                                                         std::size_t rule);
struct PairsAllowed {
  std::int64_t allowed = 0, considered = 0;
  std::int64_t matched = 0;
  /// What the last change of people, rules or decisions did.
  struct Before {
    std::int64_t allowed = 0, matched = 0;
    std::int64_t moved = 0;  // mentees with another mentor, or one more or less
  };
  std::optional<Before> before = std::nullopt;
};
[[nodiscard]] std::optional<PairsAllowed> pairs_allowed(const Model::State& state);

/// The running match, with its cancel button; nothing when none runs.
[[nodiscard]] std::optional<Working> match_working(const Model::State& state,
                                                   const Speaker& say);

}  // namespace pairbook::app
