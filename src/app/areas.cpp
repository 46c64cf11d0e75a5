#include "areas.hpp"

#include <algorithm>

#include "change.hpp"
#include "fairness_area.hpp"
#include "match_area.hpp"
#include "pair_checks.hpp"
#include "pairs_area.hpp"
#include "rules_area.hpp"
#include "weigh_area.hpp"
#include "wishes_area.hpp"

namespace pairbook::app {

// Rules, match, pairs and letters together: what happens around their screens.

namespace {

/// Letters, names, requests and what is put aside change no proposal.
bool only_words(std::span<const domain::Op> ops) {
  return std::all_of(ops.begin(), ops.end(), [](const domain::Op& op) {
    return std::holds_alternative<domain::LetterChanged>(op) ||
           std::holds_alternative<domain::MappingRemembered>(op) ||
           std::holds_alternative<domain::MappingForgotten>(op) ||
           std::holds_alternative<domain::ProposalKept>(op) ||
           std::holds_alternative<domain::ProposalRenamed>(op) ||
           std::holds_alternative<domain::ProposalForgotten>(op) ||
           std::holds_alternative<domain::ProgrammeRenamed>(op) ||
           std::holds_alternative<domain::RequestMade>(op) ||
           std::holds_alternative<domain::RequestAnswered>(op) ||
           std::holds_alternative<domain::BlindReviewBegun>(op) ||
           std::holds_alternative<domain::NamesRevealed>(op);
  });
}

}  // namespace

void areas_changed(Turn& turn, std::span<const domain::Op> ops) {
  if (ops.empty()) turn.state.areas = {};  // another book was opened
  list_pairs_again(turn.state, turn.moment.today);
  turn.state.areas.fairness.stale = true;
  if (ops.empty() || !only_words(ops)) proposal_is_stale(turn);
  turn.state.areas.wishes.stale = true;
  turn.state.areas.wishes.today = turn.moment.today;
  wishes_when_needed(turn);
}

void areas_settled(Turn& turn) {
  wishes_when_needed(turn);
  match_when_needed(turn);
}

void areas_entered(Turn& turn) {
  turn.state.areas.wishes.today = turn.moment.today;
  settle_rules(turn);
  list_pairs_again(turn.state, turn.moment.today);  // what is to be asked changes by the day
  if (turn.state.areas.rules.presets.empty())
    turn.state.areas.rules.presets = built_in_presets();
  match_when_needed(turn);
  wishes_when_needed(turn);
}

void areas_closed(Turn& turn) {
  AreaViews& areas = turn.state.areas;
  if (areas.match.others_open) {
    areas.match.others_open = false;
  } else {
    areas.match.open.reset();
    areas.pairs.open.reset();
    areas.wishes.open.reset();
  }
}

void areas_confirmed(Turn& turn, DialogKind dialog) {
  if (dialog == DialogKind::end_pair && turn.state.book) end_the_pair(turn);
  if (dialog != DialogKind::show_names) return;
  const Carried carried = carry_out(turn, domain::RevealNames{});
  if (!carried.done) toast(turn, Tone::warning, carried.why);
}

bool areas_have_more(const Model::State& state) {
  return match_has_more(state) || fairness_has_more(state);
}

bool slice_areas(Turn& turn) {
  const auto due = areas_due(turn.state);
  if (due && *due <= turn.moment.when) settle_rules(turn);
  slice_fairness(turn);
  weigh_when_needed(turn);
  return slice_match(turn);
}

std::optional<base::Instant> areas_due(const Model::State& state) {
  const RulesView& rules = state.areas.rules;
  if (!state.book || !rules.trying || rules.suggested) return std::nullopt;
  constexpr std::int64_t rest_ms = 700;
  return base::Instant{rules.trying_since.ms + rest_ms};
}

}  // namespace pairbook::app
