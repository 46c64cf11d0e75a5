#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "match_area.hpp"
#include "match_job.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/codec/table.hpp"
#include "rules_area.hpp"
#include "weigh_area.hpp"

namespace pairbook::app {

namespace {

/// The proposal is of the rules and people as they are.
bool is_settled(const Model::State& state) {
  const MatchView& match = state.areas.match;
  return match.proposal && !match.stale && !match.fitting && match.job == 0 &&
         !state.areas.rules.trying;
}

void take_outlook(Turn& turn, matching::Outlook found) {
  turn.state.areas.weigh.found = std::move(found);
  turn.state.areas.weigh.fresh = true;
  word_gaps_again(turn);
}

std::vector<std::vector<std::string>> gap_rows(const WeighView& view) {
  std::vector<std::vector<std::string>> rows;
  for (const GapLine& line : view.gaps) rows.push_back({line.what, line.brings, line.why});
  return rows;
}
std::vector<std::string> gap_head(const Speaker& say) {
  return {say(WeighWord::column_what), say(WeighWord::column_brings),
          say(WeighWord::column_why)};
}

struct Doing {
  Turn& turn;
  WeighView& view = turn.state.areas.weigh;

  void operator()(const WorkOutAgain&) const {
    view.stopped = false;
    view.failed.reset();
    weigh_when_needed(turn);
  }
  void operator()(const KeepThisProposal&) const {
    settle_rules(turn);
    if (!is_settled(turn.state) || several_mentors(turn.state)) return;
    domain::KeptProposal kept;
    kept.id = domain::ProposalId::random(turn.random);
    kept.head.name = view.name.value_or(next_name(turn.say, turn.state.book->programme));
    kept.head.rules = turn.state.book->programme.rules;
    kept.pairs = pairs_now(turn.state);
    const Carried carried = carry_out(turn, domain::KeepProposal{std::move(kept)}, Tell::toast);
    view.trouble = carried.why;
    if (carried.done) view.name.reset();
  }
  void operator()(const ForgetKept& asked) const {
    const Carried carried =
        carry_out(turn, domain::ForgetProposal{asked.proposal}, Tell::toast);
    view.trouble = carried.why;
  }
  void operator()(const ExportGaps&) const {
    save_readable_file(turn, turn.say(WeighWord::file_name) + ".csv", "text/csv;charset=utf-8",
                       codec::write_csv(gap_head(turn.say), gap_rows(view)));
  }
  void operator()(const PrintGaps&) const {
    Report report;
    report.title = turn.say(WeighWord::report_title);
    report.blocks.emplace_back(ReportHeading{1, report.title});
    report.blocks.emplace_back(
        ReportText{turn.state.book->programme.name + ", " + turn.moment.today.iso()});
    report.blocks.emplace_back(ReportTable{gap_head(turn.say), gap_rows(view)});
    turn.ask(Print{std::move(report)});
  }
};

void rename(Turn& turn, const std::string& key) {
  WeighView& view = turn.state.areas.weigh;
  const auto id = domain::ProposalId::from_hex(key);
  if (!id || !view.names.contains(*id)) return;
  const std::string name = view.names.at(*id);
  const Carried carried = carry_out(turn, domain::RenameProposal{*id, name}, Tell::nothing);
  view.trouble = carried.why;
  if (carried.done) view.names.erase(*id);
}

}  // namespace

void word_gaps_again(Turn& turn) {
  WeighView& view = turn.state.areas.weigh;
  view.gaps.clear();
  if (!view.found || !view.fresh) return;
  view.gaps = gap_lines(turn.say, turn.state.book->programme, rules_in_view(turn.state),
                        turn.state.areas.match.proposal->fit, *view.found);
}

std::vector<const domain::KeptProposal*> kept_in_order(const domain::Programme& programme) {
  std::vector<const domain::KeptProposal*> out;
  for (const auto& [id, kept] : programme.kept) out.push_back(&kept);
  base::sort(out, [](const domain::KeptProposal* a, const domain::KeptProposal* b) {
    return a->head.on != b->head.on ? b->head.on < a->head.on : a->head.name < b->head.name;
  });
  return out;
}

bool several_mentors(const Model::State& state) {
  const MatchView& match = state.areas.match;
  return match.together.mentees < match.pairs.size();
}

std::vector<domain::KeptPair> pairs_now(const Model::State& state) {
  std::vector<domain::KeptPair> pairs, out;
  for (const matching::ProposedPair& pair : state.areas.match.pairs)
    pairs.push_back({pair.mentee, pair.mentor, pair.points});
  domain::add_pairs(out, pairs);
  return out;
}

void weigh_when_needed(Turn& turn) {
  WeighView& view = turn.state.areas.weigh;
  const Model::State& state = turn.state;
  if (!state.book || state.running || state.frame.route != weigh_route || view.fresh ||
      view.job != 0 || view.stopped || view.failed || !is_settled(state) ||
      matching::is_many(state.areas.match.proposal->fit.problem)) {
    return;
  }
  view.job = turn.state.next_job++;
  view.part = view.whole = 0;
  turn.ask(StartJob{view.job, JobKind::outlook, outlook_input(*state.areas.match.proposal)});
}

void weigh_is_stale(Turn& turn) {
  WeighView& view = turn.state.areas.weigh;
  cancel_weigh(turn);
  view.job = 0;
  view.fresh = view.stopped = false;
  view.failed.reset();
}

void cancel_weigh(Turn& turn) {
  if (turn.state.areas.weigh.job != 0) turn.ask(CancelJob{turn.state.areas.weigh.job});
}

bool job_weigh(Turn& turn, const Event& event) {
  WeighView& view = turn.state.areas.weigh;
  const JobNews news = news_of(view, event);
  if (news != JobNews::done) return news != JobNews::of_another;
  auto found = matching::decode_outlook(std::get<JobDone>(event).output,
                                        turn.state.areas.match.proposal->fit.problem);
  if (found) {
    take_outlook(turn, std::move(*found));
  } else {
    view.failed = found.error();
  }
  return true;
}

void update_weigh(Turn& turn, const WeighIntent& intent) {
  if (!turn.state.book) return;
  turn.state.areas.weigh.trouble.clear();
  std::visit(Doing{turn}, intent);
}

bool control_weigh(Turn& turn, const ControlIntent& intent) {
  WeighView& view = turn.state.areas.weigh;
  if (const auto* typed = std::get_if<TypeText>(&intent)) {
    if (typed->id.control == Control::kept_new_name) {
      view.name = typed->text;
      return true;
    }
    if (typed->id.control != Control::kept_name) return false;
    if (const auto id = domain::ProposalId::from_hex(typed->id.key))
      view.names[*id] = typed->text;
    return true;
  }
  if (const auto* left = std::get_if<LeaveField>(&intent)) {
    if (left->id.control == Control::kept_name) rename(turn, left->id.key);
    return left->id.control == Control::kept_name || left->id.control == Control::kept_new_name;
  }
  if (const auto* chosen = std::get_if<Choose>(&intent)) {
    const bool one = chosen->id.control == Control::weigh_one;
    if (!one && chosen->id.control != Control::weigh_other) return false;
    const auto kept = kept_in_order(turn.state.book->programme);
    auto& side = one ? view.one : view.other;
    const auto at = static_cast<std::size_t>(std::max(chosen->index, 0));
    // The one may also be the proposal there is now, which comes first.
    side.reset();
    if (one && at > 0 && at <= kept.size()) side = kept[at - 1]->id;
    if (!one && at < kept.size()) side = kept[at]->id;
    return true;
  }
  return false;
}

}  // namespace pairbook::app
