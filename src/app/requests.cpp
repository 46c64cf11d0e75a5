// Requests of mentees to mentors: made, waiting, ended. Nobody waits for ever.
#include <algorithm>
#include <set>

#include "areas.hpp"
#include "change.hpp"
#include "match_words.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "pairs_area.hpp"
#include "people_text.hpp"
#include "wishes_area.hpp"

namespace pairbook::app {

namespace {

using domain::LetterKind;
using domain::Request;
using domain::RequestAnswer;
using domain::RequestId;
using domain::RequestState;
using domain::Side;

constexpr base::Days usual_wait{14};
constexpr base::Days remind_before{3};

/// What a row's choice offers; each but the first ends the request.
enum Answer { no_answer, yes_a_pair, yes_a_wish, a_no, taken_back };

std::string by_text(const WishesView& view) {
  return view.ask_by ? *view.ask_by : (view.today + usual_wait).iso();
}

domain::Pair pair_of(Turn& turn, const Request& request) {
  domain::Pair pair;
  pair.id = domain::PairId::random(turn.random);
  pair.mentor = request.mentor;
  pair.mentee = request.mentee;
  const domain::Programme& programme = turn.state.book->programme;
  const matching::Fit* known = fit_now(turn.state);
  const matching::Fit made = known == nullptr ? matching::fit(programme) : matching::Fit();
  const matching::Fit& fit = known == nullptr ? made : *known;
  const matching::Index mentee = fit.position(request.mentee);
  const matching::Index mentor = fit.position(request.mentor);
  if (mentee != matching::nobody && mentor != matching::nobody) {
    const auto told = matching::explain(fit, mentee, mentor);
    pair.points = told.points;
    pair.reasons = reasons_of(turn.say, programme, programme.rules, told, Facts::all);
  }
  return pair;
}

void answer(Turn& turn, const RequestId& id, int index) {
  const auto found = turn.state.book->programme.requests.find(id);
  if (found == turn.state.book->programme.requests.end()) return;
  const Request request = found->second;
  const auto& programme = turn.state.book->programme;
  const domain::PersonId mentee = request.mentee.person, mentor = request.mentor.person;
  domain::AnswerRequest answer{id};
  switch (index) {
    case yes_a_pair:
      answer.pairs = {pair_of(turn, request)};
      answer.answer = RequestAnswer::accepted;
      break;
    case yes_a_wish:
      answer.wishes = {{mentee, with_wish(programme, Side::mentee, mentee, mentor)},
                       {mentor, with_wish(programme, Side::mentor, mentor, mentee)}};
      answer.answer = RequestAnswer::accepted;
      break;
    case a_no:
      answer.answer = RequestAnswer::declined;
      break;
    case taken_back:
      answer.answer = RequestAnswer::withdrawn;
      break;
    default:
      break;
  }
  const Carried carried = carry_out(turn, answer);
  if (!carried.done) toast(turn, Tone::warning, carried.why);
}

std::string state_words(const Speaker& say, const Request& request, base::Date today) {
  switch (domain::state_of(request, today)) {
    case RequestState::waiting: {
      const int left = (request.answer_by - today).count;
      return left == 0 ? say(WishesWord::until_today) : say(WishesWord::days_left, left);
    }
    case RequestState::accepted:
      return say(WishesWord::said_yes);
    case RequestState::declined:
      return say(WishesWord::said_no);
    case RequestState::withdrawn:
      return say(WishesWord::was_withdrawn);
    case RequestState::ran_out:
      break;
  }
  return say(WishesWord::ran_out);
}

Row row_of(const Model::State& state, const Speaker& say, const RequestId& id,
           const Request& request) {
  const domain::Programme& programme = state.book->programme;
  const base::Date today = state.areas.wishes.today;
  const RequestState now = domain::state_of(request, today);
  Row row;
  row.key = id.hex();
  row.cells = {name_of(say, programme, request.mentee.person),
               name_of(say, programme, request.mentor.person), date_words(request.answer_by),
               state_words(say, request, today)};
  if (now == RequestState::ran_out) row.tone = Tone::warning;
  Choice choice{.id = {Control::request_answer, id.hex()},
                .label = say(WishesWord::answer_of, row.cells[1], row.cells[0]),
                .options = {say(WishesWord::no_answer), say(WishesWord::yes_pair),
                            say(WishesWord::yes_wish), say(WishesWord::said_no),
                            say(WishesWord::was_withdrawn)},
                .why_not = why_no_change(state, say)};
  choice.selected = now == RequestState::declined    ? a_no
                    : now == RequestState::withdrawn ? taken_back
                    : now == RequestState::accepted  ? yes_a_pair
                                                     : no_answer;
  if (wish_question(programme, Side::mentee) == nullptr)
    choice.options.erase(choice.options.begin() + yes_a_wish);
  if (choice.options.size() <= taken_back && choice.selected > yes_a_wish) --choice.selected;
  row.controls.emplace_back(std::move(choice));
  return row;
}

}  // namespace

bool is_about(const Request& request, LetterKind kind, base::Date today) {
  const RequestState now = domain::state_of(request, today);
  switch (kind) {
    case LetterKind::request:
      return now == RequestState::waiting;
    case LetterKind::reminder:
      return now == RequestState::waiting && request.answer_by - today <= remind_before;
    case LetterKind::request_ended:
      return now == RequestState::ran_out || now == RequestState::declined;
    default:
      return false;
  }
}

std::set<domain::PersonId> asked_people(const domain::Programme& programme, LetterKind kind,
                                        base::Date today) {
  std::set<domain::PersonId> people, goes_on;
  for (const auto& [id, request] : programme.requests) {
    const RequestState now = domain::state_of(request, today);
    if (now == RequestState::waiting || now == RequestState::accepted)
      goes_on.insert(request.mentee.person);
    if (is_about(request, kind, today))
      people.insert(kind == LetterKind::request_ended ? request.mentee.person
                                                      : request.mentor.person);
  }
  if (kind != LetterKind::request_ended) return people;
  // Whoever has a mentor, or still waits for one, need not be told that one did not answer.
  for (const auto& [id, pair] : programme.pairs) {
    if (pair.state == domain::PairState::active) goes_on.insert(pair.mentee.person);
  }
  for (const domain::PersonId& id : goes_on) people.erase(id);
  return people;
}

void ask_mentor(Turn& turn) {
  WishesView& view = turn.state.areas.wishes;
  if (!view.open || !view.ask) return;
  const auto by = base::Date::from_iso(base::trim(by_text(view)));
  if (!by) {
    view.ask_trouble = turn.say(WishesWord::bad_day);
    return;
  }
  const Carried carried = carry_out(
      turn, domain::MakeRequest{RequestId::random(turn.random), {*view.open}, *view.ask, *by});
  const bool too_long =
      *by < turn.moment.today || *by - turn.moment.today > domain::longest_wait;
  view.ask_trouble = too_long ? turn.say(WishesWord::bad_day) : carried.why;
  if (!carried.done) return;
  view.ask.reset();
  view.ask_by.reset();
}

bool control_requests(Turn& turn, const ControlIntent& intent) {
  WishesView& view = turn.state.areas.wishes;
  if (const auto* typed = std::get_if<TypeText>(&intent)) {
    if (typed->id.control != Control::request_by) return false;
    view.ask_by = typed->text;
    view.ask_trouble.clear();
    return true;
  }
  if (const auto* ticked = std::get_if<Tick>(&intent)) {
    if (ticked->id.control != Control::requests_ended) return false;
    view.with_ended = ticked->on;
    return true;
  }
  const auto* chosen = std::get_if<Choose>(&intent);
  if (chosen == nullptr) return false;
  if (chosen->id.control == Control::request_mentor) {
    view.ask.reset();
    view.ask_trouble.clear();
    if (!view.open || chosen->index < 1) return true;
    const auto listed = shortlist_of(turn.state, turn.say, *view.open, Side::mentee);
    const auto at = static_cast<std::size_t>(chosen->index - 1);
    if (at < listed.size()) view.ask = domain::MentorId{listed[at].who};
    return true;
  }
  if (chosen->id.control != Control::request_answer) return false;
  int index = chosen->index;
  const bool no_wishes = wish_question(turn.state.book->programme, Side::mentee) == nullptr;
  if (no_wishes && index >= yes_a_wish) ++index;
  if (const auto id = RequestId::from_hex(chosen->id.key)) answer(turn, *id, index);
  return true;
}

void present_requests(const Model::State& state, const Speaker& say, WishesBody& body) {
  const domain::Programme& programme = state.book->programme;
  const WishesView& view = state.areas.wishes;
  if (programme.requests.empty()) return;
  std::vector<std::pair<base::Date, RequestId>> shown;
  bool ended = false;
  for (const auto& [id, request] : programme.requests) {
    const bool answered = request.answer != RequestAnswer::none;
    ended = ended || answered;
    if (!answered || view.with_ended) shown.emplace_back(request.answer_by, id);
  }
  base::sort(shown);  // those whose day has passed first
  body.requests_title = say(WishesWord::requests_title);
  body.requests_text = say(WishesWord::requests_text);
  Table& table = body.requests;
  table.list = ListId::requests;
  table.caption = say(WishesWord::requests_title);
  table.columns = {{"mentee", say(PairsWord::column_mentee), Sorting::not_sortable, 200, false},
                   {"mentor", say(PairsWord::column_mentor), Sorting::not_sortable, 200, false},
                   {"by", say(WishesWord::column_by), Sorting::not_sortable, 140, false},
                   {"state", say(WishesWord::column_state), Sorting::not_sortable, 200, false}};
  table.empty = say(WishesWord::nobody_waits);
  table.total = static_cast<int>(shown.size());
  table.first = std::min(view.requests.first, table.total);
  const int last = std::min(table.total, table.first + view.requests.rows);
  for (int i = table.first; i < last; ++i) {
    const RequestId& id = shown[static_cast<std::size_t>(i)].second;
    table.rows.push_back(row_of(state, say, id, programme.requests.at(id)));
  }
  if (ended)
    body.request_controls.emplace_back(Toggle{.id = {Control::requests_ended, ""},
                                              .label = say(WishesWord::with_ended),
                                              .on = view.with_ended});
  constexpr std::pair<LetterKind, WishesWord> letters[] = {
      {LetterKind::request, WishesWord::letters_request},
      {LetterKind::reminder, WishesWord::letters_reminder},
      {LetterKind::request_ended, WishesWord::letters_ended}};
  for (const auto& [kind, word] : letters) {
    const std::size_t count = asked_people(programme, kind, view.today).size();
    if (count > 0)
      body.request_actions.push_back(Button{
          .label = say(word, count), .intent = WriteLetterTo{{}, kind}, .icon = Icon::letters});
  }
}

WishesBody::Part present_asking(const Model::State& state, const Speaker& say,
                                const std::vector<Listed>& listed) {
  const WishesView& view = state.areas.wishes;
  WishesBody::Part part;
  part.key = "ask";
  part.title = say(WishesWord::ask_title);
  part.text = say(WishesWord::ask_text);
  part.trouble = view.ask_trouble;
  Choice mentor{.id = {Control::request_mentor, ""},
                .label = say(WishesWord::ask_mentor),
                .options = {say(WishesWord::add_nobody)}};
  for (const Listed& each : listed) {
    mentor.options.push_back(name_of(say, state.book->programme, each.who));
    if (view.ask && view.ask->person == each.who)
      mentor.selected = static_cast<int>(mentor.options.size()) - 1;
  }
  part.pieces = {mentor, TextField{.id = {Control::request_by, ""},
                                   .label = say(WishesWord::answer_by),
                                   .value = by_text(view),
                                   .help = say(WishesWord::answer_by_help)}};
  part.actions = {
      Button{.label = say(WishesWord::ask_do),
             .intent = AskMentor{},
             .icon = Icon::add,
             .why_not = view.ask ? why_no_change(state, say) : say(WishesWord::add_nobody)}};
  return part;
}

}  // namespace pairbook::app
