#include <algorithm>
#include <utility>

#include "areas.hpp"
#include "change.hpp"
#include "match_area.hpp"
#include "match_together.hpp"
#include "match_words.hpp"
#include "pairs_area.hpp"
#include "rules_area.hpp"
#include "weigh_area.hpp"
#include "wishes_area.hpp"

namespace pairbook::app {

namespace {

constexpr std::uint64_t most_pairs_for_costs = 4'000'000;
constexpr std::size_t most_others = 8;

bool in_view(const Model::State& state) {
  const std::string& route = state.frame.route;
  return route.starts_with("#/match") || route.starts_with("#/rules") ||
         shortlists_in_view(state);
}

void start_match(Turn& turn) {
  MatchView& view = turn.state.areas.match;
  // What is being tried counts here too.
  view.fitting.emplace(turn.state.book->programme, rules_in_view(turn.state));
  weigh_is_stale(turn);
  view.stale = false;
  view.stopped = false;
  view.failed.reset();
  view.part = view.whole = 0;
  view.job = turn.state.next_job++;
  view.fit.reset();
}

/// Stops making a problem ready: what it was made of is not so any more.
void drop_fitting(MatchView& view) {
  if (!view.fitting) return;
  view.fitting.reset();
  view.job = 0;
}

bool slice_fitting(Turn& turn) {
  MatchView& view = turn.state.areas.match;
  if (!view.fitting) return false;
  if (!view.fitting->step()) return true;
  view.fit = view.fitting->take();
  view.fitting.reset();
  turn.ask(StartJob{view.job, JobKind::match, matching::encode_problem(view.fit->problem)});
  return false;
}

void forget_costs(MatchView& view) {
  view.costs.reset();
  view.others.clear();
  view.others_open = false;
}

bool is_proposed(const MatchView& view, const Two& two) {
  return std::any_of(view.pairs.begin(), view.pairs.end(),
                     [&](const matching::ProposedPair& pair) {
                       return pair.mentor == two.first && pair.mentee == two.second;
                     });
}

void take_proposal(Turn& turn, matching::Solution solution) {
  MatchView& view = turn.state.areas.match;
  forget_costs(view);
  view.approving.reset();
  auto next = std::make_unique<matching::Proposal>(
      matching::Proposal{std::move(*view.fit), std::move(solution)});
  view.fit.reset();
  view.moved.reset();
  if (view.proposal) {
    view.moved = matching::difference(*view.proposal, *next);
    view.points_more = next->solution.total - view.proposal->solution.total;
    view.allowed_before = static_cast<std::int64_t>(view.proposal->solution.allowed_pairs);
    view.matched_before = static_cast<std::int64_t>(view.together.mentees);
  }
  view.proposal = std::move(next);
  turn.state.areas.fairness.stale = true;
  view.reasons.clear();
  view.helps.clear();
  const auto before = std::exchange(view.pairs, matching::pairs_of(*view.proposal));
  count_together(turn.state, before);
  view.unmatched = matching::unmatched_mentees(*view.proposal);
  view.free_places = -static_cast<std::int64_t>(view.proposal->solution.matched);
  for (const matching::Participant& mentor : view.proposal->fit.problem.mentors) {
    view.free_places += mentor.places;
  }
  std::erase_if(view.ticked, [&](const Two& two) { return !is_proposed(view, two); });
  if (view.open && !is_proposed(view, *view.open)) view.open.reset();
  list_proposals_again(turn.state);
}

void find_others(Turn& turn, const domain::MenteeId& mentee) {
  MatchView& view = turn.state.areas.match;
  if (!view.proposal) return;
  view.others_open = true;
  view.others.clear();
  const auto& problem = view.proposal->fit.problem;
  if (matching::is_many(problem)) {
    view.others = others_by_points(*view.proposal, mentee, most_others);
    return;
  }
  if (problem.mentees.size() * std::uint64_t{problem.mentors.size()} > most_pairs_for_costs)
    return;
  if (!view.costs) {
    auto opened = matching::OpenProposal::open(*view.proposal);
    if (!opened) return;
    view.costs.emplace(std::move(*opened));
  }
  view.others = view.costs->alternatives(mentee, most_others);
}

void gather(const Turn& turn, Approving& approving, std::size_t most) {
  const MatchView& view = turn.state.areas.match;
  const matching::Fit& fit = view.proposal->fit;
  const domain::Programme& programme = turn.state.book->programme;
  for (; most > 0 && approving.next < view.pairs.size(); --most, ++approving.next) {
    const matching::ProposedPair& proposed = view.pairs[approving.next];
    if (approving.only_ticked && !view.ticked.contains({proposed.mentor, proposed.mentee}))
      continue;
    domain::Pair pair;
    pair.id = domain::PairId::random(turn.random);
    pair.mentor = proposed.mentor;
    pair.mentee = proposed.mentee;
    pair.points = proposed.points;
    pair.reasons = reasons_of(
        turn.say, programme, programme.rules,
        matching::explain(fit, fit.position(proposed.mentee), fit.position(proposed.mentor)),
        Facts::all);
    approving.pairs.push_back(std::move(pair));
  }
}

/// Goes on making pairs real; true when there is more to do.
bool slice_approving(Turn& turn) {
  MatchView& view = turn.state.areas.match;
  if (!view.approving) return false;
  constexpr std::size_t at_once = 300;
  gather(turn, *view.approving, at_once);
  if (view.approving->next < view.pairs.size()) return true;
  const auto approved = std::move(view.approving->pairs);
  view.approving.reset();
  if (approved.empty()) return false;
  const Carried carried = carry_out(turn, domain::ApprovePairs{approved}, Tell::toast);
  if (!carried.done) {
    toast(turn, Tone::danger, carried.why);
    return false;
  }
  view.ticked.clear();
  view.open.reset();
  return false;
}

void approve(Turn& turn, bool only_ticked) {
  settle_rules(turn);
  MatchView& view = turn.state.areas.match;
  if (!view.proposal || view.stale || view.job != 0 || view.approving) return;
  view.approving = Approving{only_ticked, 0, {}};
  static_cast<void>(slice_approving(turn));
}

struct Doing {
  Turn& turn;

  void operator()(const RunMatch&) const {
    settle_rules(turn);
    if (turn.state.areas.match.job == 0) start_match(turn);
  }
  void operator()(const ExpandProposal& asked) const {
    MatchView& view = turn.state.areas.match;
    const Two two{asked.mentor, asked.mentee};
    view.open = view.open == two ? std::optional<Two>() : two;
    view.others_open = false;
  }
  void operator()(const DecideOnTwo& asked) const {
    settle_rules(turn);
    (void)carry_out(turn, domain::GiveVerdict{asked.mentor, asked.mentee, asked.verdict},
                    Tell::toast);
  }
  void operator()(const AskForAnother& asked) const { find_others(turn, asked.mentee); }
  void operator()(const ApproveAll&) const { approve(turn, false); }
  void operator()(const ApprovePicked&) const { approve(turn, true); }
  void operator()(const HideNames&) const {
    settle_rules(turn);
    const Carried carried = carry_out(turn, domain::BeginBlindReview{});
    if (!carried.done) toast(turn, Tone::danger, carried.why);
  }
  void operator()(const AskToShowNames&) const {
    turn.state.frame.dialog = DialogKind::show_names;
    focus(turn);
  }
  void operator()(const CloseTheRound&) const {
    const int round = turn.state.book->programme.round;
    const Carried carried = carry_out(turn, domain::CloseRound{}, Tell::nothing);
    if (carried.done) {
      toast(turn, Tone::success, turn.say(MatchWord::round_closed, round), WithUndo::yes);
    } else {
      toast(turn, Tone::warning, carried.why);
    }
  }
};

}  // namespace

void match_when_needed(Turn& turn) {
  const MatchView& view = turn.state.areas.match;
  if (turn.state.book && !turn.state.running && view.stale && !view.stopped && view.job == 0 &&
      in_view(turn.state)) {
    start_match(turn);
  }
  weigh_when_needed(turn);
}

void proposal_is_stale(Turn& turn) {
  drop_fitting(turn.state.areas.match);
  turn.state.areas.match.approving.reset();
  weigh_is_stale(turn);
  turn.state.areas.match.stale = true;
  turn.state.areas.match.stopped = false;
  match_when_needed(turn);
}

JobNews news_of(Awaited& view, const Event& event) {
  const auto* progress = std::get_if<JobProgress>(&event);
  const auto* done = std::get_if<JobDone>(&event);
  const auto* failed = std::get_if<JobFailed>(&event);
  const std::uint32_t job = progress ? progress->job
                            : done   ? done->job
                            : failed ? failed->job
                                     : 0;
  if (job == 0 || job != view.job) return JobNews::of_another;
  if (progress) {
    view.part = progress->part;
    view.whole = progress->whole;
    return JobNews::goes_on;
  }
  view.job = 0;
  if (done) return JobNews::done;
  view.stopped = failed->error.code == base::Errc::cancelled;
  if (!view.stopped) view.failed = failed->error;
  return JobNews::failed;
}

bool job_areas(Turn& turn, const Event& event) {
  if (job_weigh(turn, event)) return true;
  MatchView& view = turn.state.areas.match;
  const JobNews news = news_of(view, event);
  if (news == JobNews::done) {
    auto solution =
        view.fit ? matching::decode_solution(std::get<JobDone>(event).output, view.fit->problem)
                 : base::fail(base::Errc::invalid_input, "match");
    if (solution) {
      take_proposal(turn, std::move(*solution));
    } else {
      view.failed = solution.error();
    }
    match_when_needed(turn);
  } else if (news == JobNews::failed) {
    view.stale = view.stale || view.stopped;
    if (!view.stopped) view.fit.reset();
  }
  return news != JobNews::of_another;
}

void cancel_match(Turn& turn) {
  cancel_weigh(turn);
  MatchView& view = turn.state.areas.match;
  if (view.fitting) {
    drop_fitting(view);
    view.stopped = view.stale = true;
  }
  if (view.job != 0) turn.ask(CancelJob{view.job});
}

std::optional<matching::Index> reason_wanted(const MatchView& view) {
  const auto first = static_cast<std::size_t>(view.unmatched_first);
  const auto end =
      std::min(view.unmatched.size(), first + static_cast<std::size_t>(view.unmatched_rows));
  for (std::size_t i = first; view.proposal && i < end; ++i) {
    if (!view.reasons.contains(view.unmatched[i])) return view.unmatched[i];
  }
  return std::nullopt;
}

bool match_has_more(const Model::State& state) {
  const MatchView& view = state.areas.match;
  return state.book &&
         (view.fitting || view.approving || (in_view(state) && reason_wanted(view)));
}

bool slice_match(Turn& turn) {
  if (!turn.state.book) return false;
  if (slice_fitting(turn) || slice_approving(turn)) return true;
  MatchView& view = turn.state.areas.match;
  constexpr int at_once = 2;  // each looks at everybody
  for (int i = 0; i < at_once && in_view(turn.state); ++i) {
    const auto mentee = reason_wanted(view);
    if (!mentee) break;
    view.reasons.emplace(*mentee, matching::why_unmatched_mentee(*view.proposal, *mentee));
    const matching::Problem& problem = view.proposal->fit.problem;
    // A place more may be in a group that is too small: what would help is not known there.
    if (!problem.least_or_none) {
      view.helps.emplace(*mentee,
                         matching::what_would_help(problem, view.proposal->solution, *mentee));
    }
  }
  return match_has_more(turn.state);
}

void update_match(Turn& turn, const MatchIntent& intent) {
  if (turn.state.book) std::visit(Doing{turn}, intent);
}

bool control_match(Turn& turn, const ControlIntent& intent) {
  MatchView& view = turn.state.areas.match;
  if (const auto* typed = std::get_if<TypeText>(&intent)) {
    if (typed->id.control != Control::match_search) return false;
    view.search = typed->text;
    view.first = 0;
    list_proposals_again(turn.state);
    return true;
  }
  if (const auto* chosen = std::get_if<Choose>(&intent)) {
    if (chosen->id.control != Control::match_show) return false;
    view.show = static_cast<ProposalFilter>(std::clamp(chosen->index, 0, 3));
    view.first = 0;
    list_proposals_again(turn.state);
    return true;
  }
  if (const auto* ticked = std::get_if<Tick>(&intent)) {
    if (ticked->id.control != Control::match_pick) return false;
    const auto two = two_of(ticked->id.key);
    if (two && ticked->on) view.ticked.insert(*two);
    if (two && !ticked->on) view.ticked.erase(*two);
    return true;
  }
  if (const auto* left = std::get_if<LeaveField>(&intent)) {
    return left->id.control == Control::match_search;
  }
  return false;
}

}  // namespace pairbook::app
