#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "match_area.hpp"
#include "pairbook/base/text.hpp"
#include "pairs_area.hpp"
#include "seen.hpp"
#include "wishes_area.hpp"

namespace pairbook::app {

namespace {

using domain::PersonId;
using domain::Side;

WishesBody::Part to_settle(const Model::State& state, const Speaker& say) {
  const WishesView& view = state.areas.wishes;
  const domain::Programme& programme = state.book->programme;
  WishesBody::Part part;
  part.key = "settle";
  part.title = say(WishesWord::settle_title, view.all_unsettled);
  part.text = say(WishesWord::settle_text);
  const bool kept = wishes_kept(state);
  for (std::size_t i = 0; i < view.unsettled.size(); ++i) {
    const WishesView::Unsettled& each = view.unsettled[i];
    Choice who{
        .id = {Control::wishes_settle, base::to_text(static_cast<long long>(i))},
        .label = kept ? say(WishesWord::who_is, each.name)
                      : say(WishesWord::who_is_by, each.name, name_of(say, programme, each.by)),
        .options = {say(WishesWord::not_settled)},
        .why_not = why_no_change(state, say)};
    for (std::string& name : as_options(programme, each.maybe))
      who.options.push_back(std::move(name));
    who.options.push_back(say(WishesWord::leave_name_out));
    part.pieces.emplace_back(std::move(who));
  }
  if (view.all_unsettled > view.unsettled.size())
    part.pieces.emplace_back(
        Words{say(WishesWord::settle_more, view.all_unsettled - view.unsettled.size())});
  return part;
}

void add_wishes(const Model::State& state, const Speaker& say, const domain::Person& person,
                const std::vector<Listed>& listed, WishesBody::Details& details) {
  const Side side = state.areas.wishes.who;
  const domain::Programme& programme = state.book->programme;
  const domain::Field* question = wish_question(programme, side);
  if (question == nullptr || names_hidden(state)) return;
  WishesBody::Part part;
  part.key = "wishes";
  part.title = say(WishesWord::wishes_title);
  const std::string why_not = why_no_change(state, say);
  const ControlId typed_into{Control::wishes_names, person.id.hex()};
  const auto typed = state.drafts.find(typed_into);
  const auto answer = person.answers.find(question->key);
  const bool any = answer != person.answers.end() && !answer->second.empty();
  TextField names{.id = typed_into,
                  .label = say(WishesWord::names, person.name),
                  .help = say(WishesWord::names_help),
                  .why_not = why_not};
  if (typed != state.drafts.end()) {
    names.value = typed->second;
  } else if (any && !wishes_kept(state)) {
    names.value = domain::write_answer(*question, answer->second);
  }
  if (any && wishes_kept(state)) names.help = say(PeopleWord::kept_to_itself);
  part.pieces.emplace_back(std::move(names));
  if (!listed.empty()) {
    Choice add{.id = {Control::wishes_add, person.id.hex()},
               .label = say(WishesWord::add),
               .options = {say(WishesWord::add_nobody)},
               .why_not = why_not};
    for (const Listed& each : listed) add.options.push_back(name_of(say, programme, each.who));
    part.pieces.emplace_back(std::move(add));
  }
  details.parts.push_back(std::move(part));
}

std::optional<WishesBody::Details> details_of(const Model::State& state, const Speaker& say,
                                              const PersonId& id) {
  const WishesView& view = state.areas.wishes;
  const domain::Person* person = domain::find_person(seen(state), id);
  if (person == nullptr) return std::nullopt;
  WishesBody::Details details;
  details.key = id.hex();
  details.list_title = say(WishesWord::list_title, person->name);
  const auto listed = shortlist_of(state, say, id, view.who);
  for (const Listed& each : listed)
    details.list.push_back(
        {name_of(say, seen(state), each.who), say(RulesWord::points, each.points), each.why});
  if (listed.empty())
    details.list_text =
        say(shortlists_ready(state) ? WishesWord::list_empty : WishesWord::list_waits);
  const domain::Person* whole = domain::find_person(state.book->programme, id);
  if (whole != nullptr) add_wishes(state, say, *whole, listed, details);
  if (view.who == Side::mentee && !listed.empty() && !names_hidden(state))
    details.parts.push_back(present_asking(state, say, listed));
  WishesBody::Part letter;
  letter.key = "letter";
  letter.actions = {Button{.label = say(WishesWord::letter_to, person->name),
                           .intent = WriteLetterTo{id},
                           .icon = Icon::letters,
                           .why_not = listed.empty() ? details.list_text : ""}};
  details.parts.push_back(std::move(letter));
  return details;
}

void add_table(const Model::State& state, const Speaker& say, WishesBody& body) {
  const WishesView& view = state.areas.wishes;
  const bool asked = wish_question(state.book->programme, view.who) != nullptr;
  Table& table = body.table;
  table.list = ListId::wishes;
  table.caption = say(view.who == Side::mentor ? WishesWord::mentors : WishesWord::mentees);
  table.columns = {
      {"name", say(PeopleWord::name), Sorting::not_sortable, 240, false},
      {"wishes", say(WishesWord::column_wishes), Sorting::not_sortable, 100, true},
      {"mutual", say(WishesWord::column_mutual), Sorting::not_sortable, 320, false}};
  table.total = static_cast<int>(view.lines.size());
  table.first = std::min(view.people.first, table.total);
  table.empty = say(WishesWord::nobody_here);
  const int last = std::min(table.total, table.first + view.people.rows);
  for (int i = table.first; i < last; ++i) {
    const WishesView::Line& line = view.lines[static_cast<std::size_t>(i)];
    std::vector<std::string> mutual;
    for (const PersonId& other : line.mutual)
      mutual.push_back(name_of(say, seen(state), other));
    Row row;
    row.key = line.person.hex();
    row.cells = {line.name, asked ? base::to_text(static_cast<long long>(line.wishes)) : "",
                 names_hidden(state) ? "" : base::join(mutual, ", ")};
    row.open = OpenWisher{line.person};
    row.selected = view.open == line.person;
    table.rows.push_back(std::move(row));
  }
  if (view.open) body.details = details_of(state, say, *view.open);
}

}  // namespace

Body present_wishes(const Model::State& state, const Speaker& say) {
  const domain::Programme& programme = state.book->programme;
  const WishesView& view = state.areas.wishes;
  WishesBody body;
  body.title = say(WishesWord::title);
  if (programme.people.empty()) {
    body.empty = Empty{say(WishesWord::empty_title),
                       say(WishesWord::empty_text),
                       {Button{.label = say(FrameWord::nav_people),
                               .intent = FrameIntent{Go{"#/people"}},
                               .emphasis = Emphasis::primary,
                               .icon = Icon::people}}};
    return body;
  }
  body.text = say(WishesWord::text);
  const std::string why_not = why_no_change(state, say);
  const bool of_mentees = wish_question(programme, Side::mentee) != nullptr;
  const bool of_mentors = wish_question(programme, Side::mentor) != nullptr;
  const bool asked = of_mentees || of_mentors;
  if (names_hidden(state)) {
    body.notices.push_back({.text = say(WishesWord::names_hidden)});
  } else if (!asked) {
    body.notices.push_back({Tone::info,
                            say(WishesWord::not_asked_title),
                            say(WishesWord::not_asked_text),
                            {Button{.label = say(WishesWord::ask),
                                    .intent = AskForWishes{},
                                    .emphasis = Emphasis::primary,
                                    .icon = Icon::add,
                                    .why_not = why_not}}});
  }
  if (!shortlists_ready(state)) body.working = match_working(state, say);
  if (asked && !names_hidden(state) && !view.bringing)
    body.actions.push_back(Button{.label = say(WishesWord::bring_title),
                                  .intent = BringInWishes{},
                                  .icon = Icon::upload,
                                  .why_not = why_not});
  body.actions.push_back(Button{
      .label = say(WishesWord::letters), .intent = WriteLetterTo{}, .icon = Icon::letters});
  if (view.bringing && !names_hidden(state)) body.parts.push_back(present_bringing(state, say));
  if (!view.unsettled.empty() && !names_hidden(state))
    body.parts.push_back(to_settle(state, say));
  if (!names_hidden(state)) present_requests(state, say, body);
  body.controls.emplace_back(
      Choice{.id = {Control::wishes_who, ""},
             .label = say(WishesWord::who),
             .options = {say(WishesWord::mentees), say(WishesWord::mentors)},
             .selected = view.who == Side::mentor ? 1 : 0});
  if (of_mentees && of_mentors && !names_hidden(state))
    body.controls.emplace_back(Toggle{.id = {Control::wishes_confidential, ""},
                                      .label = say(WishesWord::confidential),
                                      .on = wishes_kept(state),
                                      .help = say(WishesWord::confidential_help),
                                      .why_not = why_not});
  add_table(state, say, body);
  return body;
}

}  // namespace pairbook::app
