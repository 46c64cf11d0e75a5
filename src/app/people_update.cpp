#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "pairbook/codec/roster_out.hpp"
#include "people_index.hpp"
#include "people_text.hpp"
#include "seen.hpp"

namespace pairbook::app {

using namespace domain;

void people_changed(Turn& turn, std::span<const Op> ops) {
  if (!turn.state.book) return;
  PeopleView& view = turn.state.people;
  const Programme& programme = seen(turn.state);
  mark_stale(view.index, programme, ops);
  constexpr std::size_t at_once = 400;
  if (view.index.stale.size() <= at_once &&
      (!view.index.anew || programme.people.size() <= at_once)) {
    static_cast<void>(freshen_keys(view.index, programme, at_once));
  }
  std::erase_if(view.selected,
                [&](const PersonId& id) { return !programme.people.contains(id); });
}

bool slice_people(Turn& turn) {
  if (!turn.state.book || !turn.state.people.index.is_stale()) return false;
  constexpr std::size_t at_once = 800;
  return freshen_keys(turn.state.people.index, seen(turn.state), at_once);
}

namespace {

std::vector<PersonId> selected(const PeopleView& view) {
  return {view.selected.begin(), view.selected.end()};
}

void refuse(Turn& turn, const Carried& carried) {
  if (!carried.done) toast(turn, Tone::warning, carried.why);
}

struct OnPeople {
  Turn& turn;
  Model::State& state = turn.state;
  PeopleView& view = turn.state.people;

  void operator()(const AddSomebody&) const {
    if (names_hidden(state))
      return toast(turn, Tone::warning, turn.say(ErrorWord::names_are_hidden));
    Person person;
    person.id = PersonId::random(turn.random);
    person.name = turn.say(PeopleWord::new_person);
    const Carried carried = carry_out(turn, AddPerson{person});
    refuse(turn, carried);
    if (!carried.done) return;
    go(turn, "#/people/" + person.id.hex());
    focus(turn, {Control::person_name, {}});
  }
  void operator()(const RemovePeopleHere& intent) const {
    const Carried carried = carry_out(turn, RemovePeople{intent.people});
    refuse(turn, carried);
    if (carried.done && state.frame.route != "#/people") go(turn, "#/people");
  }
  void operator()(const RemoveSelected&) const {
    refuse(turn, carry_out(turn, RemovePeople{selected(view)}));
  }
  void operator()(const WithdrawSelected& intent) const {
    ImportPeople change;
    for (const PersonId& id : view.selected) {
      const Person* person = find_person(state.book->programme, id);
      if (person == nullptr || person->withdrawn == intent.withdrawn) continue;
      PersonPatch patch;
      patch.withdrawn = intent.withdrawn;
      change.changed.emplace_back(id, patch);
    }
    if (!change.changed.empty()) refuse(turn, carry_out(turn, change));
  }
  void operator()(const LookAtPerson& intent) const {
    refuse(turn, carry_out(turn, RevealNames{{intent.person}}));
  }
  void operator()(const ClearFilters&) const {
    view.search.clear();
    view.role = RoleFilter::everybody;
    view.field = view.answer = view.first = 0;
    view.index.list_stale = true;
  }
  void operator()(const ExportPeople& intent) const {
    const Programme& programme = seen(state);
    const bool csv = intent.format == ExportFormat::csv;
    const std::string text = csv ? codec::people_csv(programme) : codec::people_json(programme);
    save_readable_file(
        turn,
        turn.say(csv ? PeopleWord::export_file_csv : PeopleWord::export_file_json,
                 programme.name),
        csv ? "text/csv;charset=utf-8" : "application/json", text);
  }
  void operator()(const EditField& intent) const {
    QuestionView question;
    question.open = true;
    const auto key = FieldKey::from(intent.key);
    const Field* field = key ? find_field(state.book->programme, *key) : nullptr;
    if (field != nullptr) {
      question.is_new = false;
      question.key = field->key;
      question.label = field->label;
      question.kind = static_cast<int>(field->kind);
      question.options = lines_of(field->options);
      question.asked = static_cast<int>(field->asked);
      question.seen_by = static_cast<int>(field->seen_by);
      question.use = static_cast<int>(field->use);
      question.hidden = field->hidden_in_review;
    }
    state.question = std::move(question);
    focus(turn, {Control::field_label, {}});
  }
  void operator()(const SaveField&) const {
    QuestionView& question = state.question;
    Field field;
    field.key = question.is_new ? fresh_key(question.label) : question.key;
    field.label = question.label;
    field.kind = static_cast<FieldKind>(question.kind);
    const bool with_options = field.kind == FieldKind::one_of ||
                              field.kind == FieldKind::several_of ||
                              field.kind == FieldKind::scale;
    if (with_options) field.options = options_of(question.options);
    field.asked = static_cast<Asked>(question.asked);
    field.seen_by = static_cast<SeenBy>(question.seen_by);
    field.use = static_cast<FieldUse>(question.use);
    // What is kept for fairness is hidden anyway.
    field.hidden_in_review = question.hidden && field.use != FieldUse::fairness;
    // Several answers may also be named freely.
    if (with_options && field.options.empty() && field.kind != FieldKind::several_of) {
      question.trouble = turn.say(ErrorWord::field_options_empty);
      return;
    }
    const Carried carried = carry_out(turn, DefineField{field});
    question.trouble = carried.why;
    if (carried.done) {
      state.question = QuestionView{};
      focus(turn);
    }
  }
  void operator()(const RemoveFieldHere& intent) const {
    if (const auto key = FieldKey::from(intent.key)) {
      refuse(turn, carry_out(turn, RemoveField{*key}));
    }
  }

  [[nodiscard]] FieldKey fresh_key(const std::string& label) const {
    FieldKey key = FieldKey::from_label(label);
    const std::string stem = key.text().substr(0, 56);
    for (int n = 2; find_field(state.book->programme, key) != nullptr; ++n) {
      if (const auto next = FieldKey::from(stem + "_" + std::to_string(n))) key = *next;
    }
    return key;
  }
};

void select_row(PeopleView& view, const SelectRow& intent) {
  const auto& shown = view.index.shown;
  if (intent.how == Selecting::all) view.selected.insert(shown.begin(), shown.end());
  if (intent.how == Selecting::none) view.selected.clear();
  const auto id = PersonId::from_hex(intent.key);
  if (!id) return;
  if (intent.how == Selecting::only_this) view.selected = {*id};
  if (intent.how == Selecting::toggle) {
    if (view.selected.erase(*id) == 0) view.selected.insert(*id);
  }
  if (intent.how == Selecting::up_to_here) {
    auto from = std::find(shown.begin(), shown.end(), view.last_selected.value_or(*id));
    auto to = std::find(shown.begin(), shown.end(), *id);
    if (from > to) std::swap(from, to);
    if (to != shown.end()) view.selected.insert(from, to + 1);
  }
  view.last_selected = *id;
}

}  // namespace

void update_people(Turn& turn, const PeopleIntent& intent) {
  if (turn.state.book) std::visit(OnPeople{turn}, intent);
}

void list_people(Turn& turn, const FrameIntent& intent) {
  PeopleView& view = turn.state.people;
  if (const auto* show = std::get_if<ShowRows>(&intent)) {
    view.first = std::max(0, show->first);
    view.rows = std::clamp(show->count, 1, 200);
  } else if (const auto* sort = std::get_if<SortRows>(&intent)) {
    view.descending = view.sort == sort->column && !view.descending;
    view.sort = sort->column;
    view.first = 0;
    view.index.sort_anew();
  } else if (const auto* select = std::get_if<SelectRow>(&intent)) {
    select_row(view, *select);
  }
}

bool control_people(Turn& turn, const ControlIntent& intent) {
  PeopleView& view = turn.state.people;
  const auto changed = [&] {
    view.first = 0;
    view.index.list_stale = true;
    return true;
  };
  if (const auto* typed = std::get_if<TypeText>(&intent)) {
    if (typed->id.control != Control::people_search) return false;
    view.search = typed->text;
    return changed();
  }
  const auto* chosen = std::get_if<Choose>(&intent);
  if (chosen == nullptr) return false;
  switch (chosen->id.control) {
    case Control::people_role:
      view.role = static_cast<RoleFilter>(std::clamp(chosen->index, 0, 5));
      return changed();
    case Control::people_field:
      view.field = chosen->index;
      view.answer = 0;
      return changed();
    case Control::people_answer:
      view.answer = chosen->index;
      return changed();
    default:
      return false;
  }
}

bool control_question(Turn& turn, const ControlIntent& intent) {
  QuestionView& view = turn.state.question;
  if (const auto* typed = std::get_if<TypeText>(&intent)) {
    if (typed->id.control == Control::field_label) return view.label = typed->text, true;
    if (typed->id.control == Control::field_options) return view.options = typed->text, true;
  } else if (const auto* chosen = std::get_if<Choose>(&intent)) {
    const int index = std::max(0, chosen->index);
    if (chosen->id.control == Control::field_kind) {
      return view.kind = std::min(index, static_cast<int>(FieldKind::skills)), true;
    }
    if (chosen->id.control == Control::field_asked)
      return view.asked = std::min(index, 2), true;
    if (chosen->id.control == Control::field_seen_by) {
      return view.seen_by = std::min(index, 3), true;
    }
    if (chosen->id.control == Control::field_use) return view.use = std::min(index, 2), true;
  } else if (const auto* tick = std::get_if<Tick>(&intent)) {
    if (tick->id.control == Control::field_hidden) return view.hidden = tick->on, true;
  }
  return false;
}

}  // namespace pairbook::app
