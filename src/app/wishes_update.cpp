// Wishes: asked for, typed, settled.
#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "match_area.hpp"
#include "pairbook/base/sort.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/matching/wishes.hpp"
#include "pairs_area.hpp"
#include "rules_area.hpp"
#include "seen.hpp"
#include "wishes_area.hpp"

namespace pairbook::app {

namespace {

using domain::PersonId;
using domain::Side;

constexpr std::size_t most_to_settle = 20;
constexpr int points_for_a_wish = 20;

void refresh(Turn& turn) {
  WishesView& view = turn.state.areas.wishes;
  const domain::Programme& programme = turn.state.book->programme;
  view.stale = false;
  view.lines.clear();
  view.unsettled.clear();
  view.all_unsettled = 0;
  std::map<PersonId, std::vector<PersonId>> wanted;  // of the other side
  const auto others = matching::wishes_of(programme, other_side(view.who));
  const auto these = matching::wishes_of(programme, view.who);
  const auto settle = [&](const std::vector<matching::Wisher>& wishers, Side side) {
    for (const matching::Wisher& wisher : wishers) {
      for (const matching::Wish& wish : wisher.wishes) {
        if (wish.meant.size() == 1) continue;
        if (++view.all_unsettled <= most_to_settle)
          view.unsettled.push_back({wisher.by, side, wish.name, {}});
      }
    }
  };
  settle(these, view.who);
  settle(others, other_side(view.who));
  for (const Side side : {Side::mentor, Side::mentee}) {
    std::vector<std::string> names;
    for (const auto& each : view.unsettled) {
      if (each.side == side) names.push_back(each.name);
    }
    if (names.empty()) continue;
    auto maybe = people_like(programme, other_side(side), names);
    std::size_t next = 0;
    for (auto& each : view.unsettled) {
      if (each.side == side) each.maybe = std::move(maybe[next++]);
    }
  }
  for (const matching::Wisher& wisher : others) {
    for (const matching::Wish& wish : wisher.wishes) {
      if (wish.meant.size() == 1) wanted[wish.meant.front()].push_back(wisher.by);
    }
  }
  for (const matching::Wisher& wisher : these) {
    WishesView::Line line{
        name_of(turn.say, seen(turn.state), wisher.by), wisher.by, wisher.wishes.size(), {}};
    const auto& by_others = wanted[wisher.by];
    for (const matching::Wish& wish : wisher.wishes) {
      if (wish.meant.size() == 1 &&
          std::find(by_others.begin(), by_others.end(), wish.meant.front()) != by_others.end())
        line.mutual.push_back(wish.meant.front());
    }
    view.lines.push_back(std::move(line));
  }
  base::sort(view.lines, [](const auto& a, const auto& b) {
    const std::string one = base::fold_case(a.name), other = base::fold_case(b.name);
    return one != other ? one < other : a.person < b.person;
  });
}

std::vector<std::string> names_of(const domain::Programme& programme, Side side,
                                  const PersonId& id) {
  const domain::Field* question = wish_question(programme, side);
  const domain::Person* person = domain::find_person(programme, id);
  if (question == nullptr || person == nullptr) return {};
  const auto found = person->answers.find(question->key);
  if (found == person->answers.end()) return {};
  return matching::wished_names(base::join(found->second.values, ";"));
}

domain::PersonPatch with_names(const domain::Programme& programme, Side side,
                               const std::vector<std::string>& names) {
  domain::PersonPatch patch;
  const domain::Field* question = wish_question(programme, side);
  if (question == nullptr) return patch;
  domain::Answer& answer = patch.answers[question->key];
  if (!names.empty()) answer.values = {base::join(names, "; ")};
  return patch;
}

void keep(Turn& turn, const PersonId& id, const domain::PersonPatch& patch) {
  if (patch.empty()) return;
  const Carried carried = carry_out(turn, domain::ChangePerson{id, patch}, Tell::nothing);
  if (!carried.done) toast(turn, Tone::danger, carried.why);
}

domain::Field question(const Speaker& say, const domain::Programme& programme, Side side) {
  domain::Field field;
  const bool mentor = side == Side::mentor;
  field.label = say(mentor ? WishesWord::question_mentor : WishesWord::question_mentee);
  const std::string label = field.label;
  field.key = domain::FieldKey::from_label(label);
  for (int n = 2; domain::find_field(programme, field.key) != nullptr; ++n)
    field.key = domain::FieldKey::from_label(label + " " + base::to_text(n));
  field.asked = mentor ? domain::Asked::mentors : domain::Asked::mentees;
  return field;
}

void ask_for_wishes(Turn& turn) {
  settle_rules(turn);
  const domain::Programme& programme = turn.state.book->programme;
  domain::AskMore asked{{}, programme.rules};
  domain::PointsForWish wish{{}, {}, points_for_a_wish};
  for (const Side side : {Side::mentee, Side::mentor}) {
    asked.fields.push_back(question(turn.say, programme, side));
    (side == Side::mentor ? wish.mentor : wish.mentee) = asked.fields.back().key;
  }
  asked.rules.rules.push_back({wish, std::nullopt, true, {}});
  const Carried carried = carry_out(turn, asked);
  if (!carried.done) toast(turn, Tone::danger, carried.why);
}

void keep_to_itself(Turn& turn, bool on) {
  const domain::Programme& programme = turn.state.book->programme;
  domain::AskMore asked{{}, programme.rules};
  for (const Side side : {Side::mentee, Side::mentor}) {
    const domain::Field* field = wish_question(programme, side);
    if (field == nullptr) continue;
    asked.fields.push_back(*field);
    asked.fields.back().seen_by = on ? domain::SeenBy::nobody : domain::SeenBy::coordinators;
  }
  const Carried carried = carry_out(turn, asked);
  if (!carried.done) toast(turn, Tone::danger, carried.why);
}

void keep_typed(Turn& turn, const ControlId& id) {
  const auto typed = turn.state.drafts.find(id);
  if (typed == turn.state.drafts.end()) return;
  const auto names = matching::wished_names(typed->second);
  turn.state.drafts.erase(typed);
  const Side side = turn.state.areas.wishes.who;
  if (const auto person = PersonId::from_hex(id.key))
    keep(turn, *person, with_names(turn.state.book->programme, side, names));
}

/// The first of those offered is nothing to choose.
void add_listed(Turn& turn, const Choose& chosen) {
  const Side side = turn.state.areas.wishes.who;
  const auto person = PersonId::from_hex(chosen.id.key);
  if (!person || chosen.index < 1) return;
  keep_typed(turn, {Control::wishes_names, chosen.id.key});
  const auto listed = shortlist_of(turn.state, turn.say, *person, side);
  const auto at = static_cast<std::size_t>(chosen.index - 1);
  if (at >= listed.size()) return;
  keep(turn, *person, with_wish(turn.state.book->programme, side, *person, listed[at].who));
}

/// Not yet; one of those who may be meant; nobody.
void settle(Turn& turn, const Choose& chosen) {
  const WishesView& view = turn.state.areas.wishes;
  const std::size_t at = number_of(chosen.id);
  if (at >= view.unsettled.size() || chosen.index < 1) return;
  const WishesView::Unsettled unsettled = view.unsettled[at];
  const auto which = static_cast<std::size_t>(chosen.index - 1);
  if (which > unsettled.maybe.size()) return;
  const domain::Programme& programme = turn.state.book->programme;
  auto names = names_of(programme, unsettled.side, unsettled.by);
  const auto name = std::find(names.begin(), names.end(), unsettled.name);
  if (name == names.end()) return;
  if (which == unsettled.maybe.size()) {
    names.erase(name);
  } else {
    *name = name_to_write(programme, other_side(unsettled.side), unsettled.maybe[which]);
  }
  keep(turn, unsettled.by, with_names(programme, unsettled.side, names));
}

struct Doing {
  Turn& turn;
  WishesView& view = turn.state.areas.wishes;

  void operator()(const AskForWishes&) const { ask_for_wishes(turn); }
  void operator()(const OpenWisher& asked) const {
    commit_drafts(turn);
    view.ask.reset();
    view.ask_by.reset();
    view.ask_trouble.clear();
    view.open = view.open == asked.person ? std::optional<PersonId>() : asked.person;
  }
  void operator()(const BringInWishes& asked) const { bring_in_wishes(turn, asked.doing); }
  void operator()(const AskMentor&) const { ask_mentor(turn); }
  void operator()(const WriteLetterTo& asked) const {
    go(turn, "#/letters");
    show_letter(turn, asked.kind, asked.person);
  }
};

}  // namespace

void wishes_when_needed(Turn& turn) {
  const Model::State& state = turn.state;
  if (state.book && !state.running && state.frame.route == wishes_route &&
      state.areas.wishes.stale)
    refresh(turn);
}

domain::PersonPatch with_wish(const domain::Programme& programme, Side side, const PersonId& by,
                              const PersonId& whom) {
  const std::string name = name_to_write(programme, other_side(side), whom);
  auto names = names_of(programme, side, by);
  if (std::find(names.begin(), names.end(), name) != names.end()) return {};
  names.push_back(name);
  return with_names(programme, side, names);
}

void update_wishes(Turn& turn, const WishesIntent& intent) {
  if (turn.state.book) std::visit(Doing{turn}, intent);
}

bool control_wishes(Turn& turn, const ControlIntent& intent) {
  WishesView& view = turn.state.areas.wishes;
  if (!turn.state.book) return false;
  if (control_bringing(turn, intent) || control_requests(turn, intent)) return true;
  if (const auto* typed = std::get_if<TypeText>(&intent)) {
    if (typed->id.control != Control::wishes_names) return false;
    turn.state.drafts[typed->id] = typed->text;
    return true;
  }
  if (const auto* left = std::get_if<LeaveField>(&intent)) {
    if (left->id.control != Control::wishes_names) return false;
    keep_typed(turn, left->id);
    return true;
  }
  if (const auto* ticked = std::get_if<Tick>(&intent)) {
    if (ticked->id.control != Control::wishes_confidential) return false;
    keep_to_itself(turn, ticked->on);
    return true;
  }
  const auto* chosen = std::get_if<Choose>(&intent);
  if (chosen == nullptr) return false;
  if (chosen->id.control == Control::wishes_add) return add_listed(turn, *chosen), true;
  if (chosen->id.control == Control::wishes_settle) return settle(turn, *chosen), true;
  if (chosen->id.control != Control::wishes_who) return false;
  commit_drafts(turn);
  view.who = chosen->index == 1 ? Side::mentor : Side::mentee;
  view.people.first = 0;
  view.open.reset();
  view.stale = true;
  wishes_when_needed(turn);
  return true;
}

void commit_wishes(Turn& turn) {
  const Drafts drafts = turn.state.drafts;
  for (const auto& [id, text] : drafts) {
    if (id.control == Control::wishes_names) keep_typed(turn, id);
  }
}

void list_wishes(Turn& turn, const FrameIntent& intent) {
  const auto* show = std::get_if<ShowRows>(&intent);
  if (show == nullptr) return;
  WishesView& view = turn.state.areas.wishes;
  WishesView::Window& window = show->list == ListId::requests ? view.requests : view.people;
  window = {std::max(0, show->first), std::clamp(show->count, 1, 200)};
}

}  // namespace pairbook::app
