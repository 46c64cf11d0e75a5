// After the first meetings: what both sides say, and an end without fault.
#include "pair_checks.hpp"

#include "change.hpp"
#include "pairbook/base/text.hpp"
#include "pairs_area.hpp"

namespace pairbook::app {

namespace {

using domain::Another;
using domain::Check;
using domain::FollowUp;
using domain::PairFit;
using domain::PairId;
using domain::Side;

constexpr PairsWord fit_words[] = {PairsWord::fit_none, PairsWord::fit_good,
                                   PairsWord::fit_deciding, PairsWord::fit_not};

/// A pair and one of its sides, as the key of a control: "<pair in hex>/mentor".
struct SideOf {
  PairId pair;
  Side side = Side::mentor;
};
std::string key_of(const PairId& pair, Side side) {
  return pair.hex() + (side == Side::mentor ? "/mentor" : "/mentee");
}
std::optional<SideOf> side_of(const Turn& turn, std::string_view key) {
  const std::size_t slash = key.find('/');
  if (slash == std::string_view::npos || !turn.state.book) return std::nullopt;
  const auto pair = PairId::from_hex(key.substr(0, slash));
  if (!pair || !turn.state.book->programme.pairs.contains(*pair)) return std::nullopt;
  const std::string_view side = key.substr(slash + 1);
  if (side != "mentor" && side != "mentee") return std::nullopt;
  return SideOf{*pair, side == "mentor" ? Side::mentor : Side::mentee};
}

const domain::PersonId& person_of(const domain::Pair& pair, Side side) {
  return side == Side::mentor ? pair.mentor.person : pair.mentee.person;
}

void answer(Turn& turn, const SideOf& who, std::optional<Check> check) {
  if (check) check->on = turn.moment.today;
  const Carried carried = carry_out(
      turn, domain::CheckPairs{{{who.pair, who.side, std::move(check)}}}, Tell::nothing);
  if (!carried.done) toast(turn, Tone::danger, carried.why);
}

std::optional<Check> answer_now(const Turn& turn, const SideOf& who) {
  return domain::follow_up(turn.state.book->programme, who.pair).of(who.side);
}

void choose_fit(Turn& turn, const SideOf& who, int index) {
  if (index <= 0) return answer(turn, who, std::nullopt);
  if (index > 3) return;
  Check check = answer_now(turn, who).value_or(Check{});
  check.fit = static_cast<PairFit>(index - 1);
  answer(turn, who, std::move(check));
}

void choose_satisfaction(Turn& turn, const SideOf& who, int index) {
  std::optional<Check> check = answer_now(turn, who);
  if (!check || index < 0 || index > domain::most_satisfaction) return;
  check->satisfaction = index == 0 ? std::nullopt : std::optional(index);
  answer(turn, who, std::move(check));
}

void write_note(Turn& turn, const ControlId& id) {
  const auto typed = turn.state.drafts.find(id);
  if (typed == turn.state.drafts.end()) return;
  const std::string text = std::string(base::trim(typed->second));
  turn.state.drafts.erase(typed);
  const auto who = side_of(turn, id.key);
  std::optional<Check> check = who ? answer_now(turn, *who) : std::nullopt;
  if (!check || check->note == text) return;
  check->note = text;
  answer(turn, *who, std::move(check));
}

/// A tick of the dialog, or of a pair that has ended.
void tick_again(Turn& turn, const ControlId& id, bool on) {
  PairsView& view = turn.state.areas.pairs;
  if (turn.state.frame.dialog == DialogKind::end_pair) {
    (id.key == "mentor" ? view.mentor_again : view.mentee_again) = on;
    return;
  }
  const auto who = side_of(turn, id.key);
  if (!who) return;
  const FollowUp known = domain::follow_up(turn.state.book->programme, who->pair);
  domain::AskForRematch asked{who->pair, known.for_mentor != Another::no,
                              known.for_mentee != Another::no};
  (who->side == Side::mentor ? asked.mentor_again : asked.mentee_again) = on;
  const Carried carried = carry_out(turn, asked, Tell::nothing);
  if (!carried.done) toast(turn, Tone::danger, carried.why);
}

Toggle again_toggle(const Speaker& say, const domain::Programme& programme,
                    const domain::Pair& pair, Side side, std::string key, bool on) {
  const std::string name = name_of(say, programme, person_of(pair, side));
  return {.id = {Control::pair_again, std::move(key)},
          .label = say(side == Side::mentor ? PairsWord::mentor_again : PairsWord::mentee_again,
                       name),
          .on = on};
}

PairsBody::Going side_going(const Model::State& state, const Speaker& say,
                            const domain::Pair& pair, const FollowUp& known, Side side) {
  const std::string key = key_of(pair.id, side);
  const std::string why_not = why_no_change(state, say);
  const std::optional<Check>& check = known.of(side);
  PairsBody::Going going;
  const std::string name = name_of(say, state.book->programme, person_of(pair, side));
  going.fit =
      Choice{.id = {Control::pair_fit, key},
             .label = say(
                 side == Side::mentor ? PairsWord::mentor_says : PairsWord::mentee_says, name)};
  for (const PairsWord word : fit_words) going.fit.options.push_back(say(word));
  going.fit.selected = check ? static_cast<int>(check->fit) + 1 : 0;
  going.fit.why_not = why_not;
  if (!check) return going;
  Choice satisfaction{.id = {Control::pair_satisfaction, key},
                      .label = say(PairsWord::satisfaction)};
  satisfaction.options.push_back(say(PairsWord::not_said));
  for (int value = 1; value <= domain::most_satisfaction; ++value)
    satisfaction.options.push_back(base::to_text(value));
  satisfaction.selected = check->satisfaction.value_or(0);
  satisfaction.why_not = why_not;
  const ControlId note{Control::pair_check_note, key};
  const auto typed = state.drafts.find(note);
  going.more = {satisfaction,
                TextField{.id = note,
                          .label = say(PairsWord::check_note),
                          .value = typed == state.drafts.end() ? check->note : typed->second,
                          .why_not = why_not}};
  going.answered = say(PairsWord::answered_on, check->on.iso());
  return going;
}

}  // namespace

Asking asking(const domain::Programme& programme, const domain::Pair& pair, base::Date today) {
  if (pair.state != domain::PairState::active) return Asking::no;
  const FollowUp known = domain::follow_up(programme, pair.id);
  const auto is = [](const std::optional<Check>& check, PairFit fit) {
    return check && check->fit == fit;
  };
  if (is(known.mentor, PairFit::not_a_fit) || is(known.mentee, PairFit::not_a_fit))
    return Asking::not_a_fit;
  for (const std::optional<Check>* check : {&known.mentor, &known.mentee}) {
    if (*check && (*check)->fit == PairFit::good) continue;
    const base::Date since = *check ? (*check)->on : pair.approved;
    if (today - since >= before_asking) return Asking::now;
  }
  return Asking::no;
}

std::string going_in_short(const Speaker& say, const FollowUp& known) {
  if (!known.mentor && !known.mentee) return {};
  PairFit worst = PairFit::good;
  for (const std::optional<Check>* check : {&known.mentor, &known.mentee}) {
    if (*check) worst = std::max(worst, (*check)->fit);
  }
  const std::string words = say(fit_words[static_cast<std::size_t>(worst) + 1]);
  if (known.mentor && known.mentee) return words;
  return say(known.mentor ? PairsWord::only_mentor : PairsWord::only_mentee, words);
}

std::vector<PairsBody::Going> going_of(const Model::State& state, const Speaker& say,
                                       const domain::Pair& pair) {
  const FollowUp known = domain::follow_up(state.book->programme, pair.id);
  return {side_going(state, say, pair, known, Side::mentee),
          side_going(state, say, pair, known, Side::mentor)};
}

std::vector<Piece> again_of(const Model::State& state, const Speaker& say,
                            const domain::Pair& pair) {
  const domain::Programme& programme = state.book->programme;
  const FollowUp known = domain::follow_up(programme, pair.id);
  std::vector<Piece> pieces;
  for (const Side side : {Side::mentee, Side::mentor}) {
    const Another another = side == Side::mentor ? known.for_mentor : known.for_mentee;
    Toggle toggle =
        again_toggle(say, programme, pair, side, key_of(pair.id, side), another != Another::no);
    if (another == Another::found) toggle.help = say(PairsWord::again_found);
    toggle.why_not = why_no_change(state, say);
    pieces.emplace_back(std::move(toggle));
  }
  return pieces;
}

bool control_checks(Turn& turn, const ControlIntent& intent) {
  if (const auto* chosen = std::get_if<Choose>(&intent)) {
    const bool fit = chosen->id.control == Control::pair_fit;
    if (!fit && chosen->id.control != Control::pair_satisfaction) return false;
    const auto who = side_of(turn, chosen->id.key);
    if (!who) return true;
    fit ? choose_fit(turn, *who, chosen->index)
        : choose_satisfaction(turn, *who, chosen->index);
    return true;
  }
  if (const auto* ticked = std::get_if<Tick>(&intent)) {
    if (ticked->id.control != Control::pair_again) return false;
    tick_again(turn, ticked->id, ticked->on);
    return true;
  }
  if (const auto* typed = std::get_if<TypeText>(&intent)) {
    if (typed->id.control != Control::pair_check_note) return false;
    turn.state.drafts[typed->id] = typed->text;
    return true;
  }
  if (const auto* left = std::get_if<LeaveField>(&intent)) {
    if (left->id.control != Control::pair_check_note) return false;
    write_note(turn, left->id);
    return true;
  }
  return false;
}

void commit_checks(Turn& turn) {
  const Drafts drafts = turn.state.drafts;
  for (const auto& [id, text] : drafts) {
    if (id.control == Control::pair_check_note) write_note(turn, id);
  }
}

void begin_end(Turn& turn, const PairId& pair, bool find_another) {
  PairsView& view = turn.state.areas.pairs;
  commit_checks(turn);
  view.note.clear();
  view.mentor_again = view.mentee_again = find_another;
  turn.state.frame.dialog = DialogKind::end_pair;
  turn.state.frame.dialog_subject = pair.hex();
  focus(turn);
}

void end_the_pair(Turn& turn) {
  PairsView& view = turn.state.areas.pairs;
  const auto pair = PairId::from_hex(turn.state.frame.dialog_subject);
  if (!pair) return;
  const Carried carried =
      carry_out(turn, domain::EndPair{*pair, view.note, view.mentor_again, view.mentee_again});
  if (!carried.done) return toast(turn, Tone::danger, carried.why);
  view.open.reset();
  list_pairs_again(turn.state, turn.moment.today);
}

std::optional<Dialog> present_end_pair(const Model::State& state, const Speaker& say) {
  const domain::Programme& programme = state.book->programme;
  const PairsView& view = state.areas.pairs;
  const auto id = PairId::from_hex(state.frame.dialog_subject);
  const auto found = id ? programme.pairs.find(*id) : programme.pairs.end();
  if (found == programme.pairs.end()) return std::nullopt;
  const domain::Pair& pair = found->second;
  Dialog dialog;
  dialog.title = say(PairsWord::end_title, name_of(say, programme, pair.mentee.person),
                     name_of(say, programme, pair.mentor.person));
  dialog.close = {.label = say(FrameWord::cancel), .intent = Close{}};
  dialog.pieces = {
      Words{say(PairsWord::end_text)},
      again_toggle(say, programme, pair, Side::mentee, "mentee", view.mentee_again),
      again_toggle(say, programme, pair, Side::mentor, "mentor", view.mentor_again),
      TextField{.id = {Control::pair_end_note, ""},
                .label = say(PairsWord::note),
                .value = view.note,
                .help = say(PairsWord::note_help)}};
  dialog.actions = {dialog.close, Button{.label = say(PairsWord::end_),
                                         .intent = Confirm{},
                                         .emphasis = Emphasis::primary,
                                         .why_not = why_no_change(state, say)}};
  return dialog;
}

}  // namespace pairbook::app
