#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "people_text.hpp"
#include "person.hpp"
#include "seen.hpp"

namespace pairbook::app {

using namespace domain;

namespace {

struct Page {
  const Model::State& state;
  const Speaker& say;
  const Person& person;
  std::string why;

  [[nodiscard]] std::string error(const ControlId& id) const {
    const auto found = state.field_errors.find(id);
    return found == state.field_errors.end() ? std::string() : found->second;
  }
  [[nodiscard]] TextField typed_in(ControlId id, std::string label, std::string value) const {
    const auto draft = state.drafts.find(id);
    if (draft != state.drafts.end()) value = draft->second;
    TextField field{.id = id, .label = std::move(label), .value = std::move(value)};
    field.error = error(id);
    field.why_not = why;
    return field;
  }

  [[nodiscard]] PersonBody::Section who() const {
    PersonBody::Section section{say(PeopleWord::section_who), {}};
    TextField name = typed_in({Control::person_name, {}}, say(PeopleWord::name), person.name);
    name.required = true;
    TextField called =
        typed_in({Control::person_called, {}}, say(PeopleWord::called), person.called);
    called.help = say(PeopleWord::called_help);
    TextField email = typed_in({Control::person_email, {}}, say(PeopleWord::email),
                               person.email ? person.email->text() : std::string());
    email.kind = TextKind::email;
    section.pieces = {name, called, email};
    return section;
  }

  [[nodiscard]] PersonBody::Section part() const {
    PersonBody::Section section{say(PeopleWord::section_part), {}};
    const auto toggle = [&](Control control, PeopleWord label, bool on) {
      return Toggle{.id = {control, {}}, .label = say(label), .on = on, .why_not = why};
    };
    section.pieces.push_back(
        toggle(Control::person_mentor, PeopleWord::is_mentor, person.roles.mentor));
    if (person.roles.mentor) {
      section.pieces.push_back(NumberBox{.id = {Control::person_places, {}},
                                         .label = say(PeopleWord::places),
                                         .value = person.places,
                                         .max = 1000,
                                         .unit = say(PeopleWord::places_unit),
                                         .error = error({Control::person_places, {}}),
                                         .why_not = why});
    }
    section.pieces.push_back(
        toggle(Control::person_mentee, PeopleWord::is_mentee, person.roles.mentee));
    Toggle withdrawn =
        toggle(Control::person_withdrawn, PeopleWord::withdraw_label, person.withdrawn);
    withdrawn.help = say(PeopleWord::withdraw_help);
    section.pieces.push_back(std::move(withdrawn));
    return section;
  }

  [[nodiscard]] Piece chosen(const Field& field, const std::vector<std::string>& words,
                             const std::vector<std::string>& values) const {
    const auto found = person.answers.find(field.key);
    Choice choice{.id = {Control::person_answer, field.key.text()},
                  .label = field.label,
                  .options = {say(PeopleWord::not_answered)},
                  .why_not = why};
    for (std::size_t i = 0; i < words.size(); ++i) {
      choice.options.push_back(words[i]);
      if (found != person.answers.end() && !found->second.empty() &&
          found->second.values.front() == values[i]) {
        choice.selected = static_cast<int>(i) + 1;
      }
    }
    choice.error = error(choice.id);
    return choice;
  }

  [[nodiscard]] Piece ticks(const Field& field) const {
    const auto found = person.answers.find(field.key);
    TickList list{.id = {Control::person_answer, field.key.text()}, .label = field.label};
    for (const std::string& option : field.options) {
      const bool on = found != person.answers.end() &&
                      std::find(found->second.values.begin(), found->second.values.end(),
                                option) != found->second.values.end();
      list.items.push_back({option, on});
    }
    return list;
  }

  [[nodiscard]] Piece typed_answer(const Field& field) const {
    using enum FieldKind;
    const bool kept = field.seen_by == SeenBy::nobody && person.answers.contains(field.key);
    TextField typed = typed_in({Control::person_answer, field.key.text()}, field.label,
                               kept ? std::string() : answer_text(field, person));
    if (kept) typed.help = say(PeopleWord::kept_to_itself);
    if (field.kind == long_text) typed.kind = TextKind::paragraph;
    if (field.kind == number) typed.kind = TextKind::number;
    if (field.kind == availability) typed.help = say(PeopleWord::availability_hint);
    if (field.kind == time_zone) typed.help = say(PeopleWord::time_zone_hint);
    if (field.kind == language || field.kind == several_of)
      typed.help = say(PeopleWord::list_hint);
    if (field.kind == skills) typed.help = say(PeopleWord::skills_hint);
    return typed;
  }

  [[nodiscard]] Piece answer(const Field& field) const {
    using enum FieldKind;
    constexpr std::size_t most_ticks = 40;
    if (field.seen_by == SeenBy::nobody) return typed_answer(field);
    if (field.kind == yes_no) {
      return chosen(field, {say(FrameWord::yes), say(FrameWord::no)}, {"yes", "no"});
    }
    if ((field.kind == one_of || field.kind == scale) && !field.options.empty()) {
      return chosen(field, field.options, field.options);
    }
    if (field.kind == several_of && !field.options.empty() &&
        field.options.size() <= most_ticks) {
      return ticks(field);
    }
    return typed_answer(field);
  }

  [[nodiscard]] PersonBody::Section answers() const {
    PersonBody::Section section{say(PeopleWord::section_answers), {}};
    for (const Field& field : state.book->programme.fields) {
      const bool asked = field.asked == Asked::everybody ||
                         (field.asked == Asked::mentors && person.roles.mentor) ||
                         (field.asked == Asked::mentees && person.roles.mentee);
      if (asked || person.answers.contains(field.key)) section.pieces.push_back(answer(field));
    }
    return section;
  }

  void add_pairs(PersonBody& body) const {
    const Programme& programme = seen(state);
    for (const auto& [id, pair] : programme.pairs) {
      const bool as_mentor = pair.mentor.person == person.id;
      if (!as_mentor && pair.mentee.person != person.id) continue;
      const PersonId other_id = as_mentor ? pair.mentee.person : pair.mentor.person;
      const Person* other = find_person(programme, other_id);
      const std::string name = other == nullptr ? say(ChangeWord::somebody) : other->name;
      const bool active = pair.state == PairState::active;
      const PeopleWord word =
          as_mentor ? (active ? PeopleWord::mentor_of : PeopleWord::was_mentor_of)
                    : (active ? PeopleWord::mentee_of : PeopleWord::was_mentee_of);
      body.pairs.push_back(
          {.text = say(word, name, date_words(active ? pair.approved : pair.ended)),
           .route = other == nullptr ? std::string() : "#/people/" + other_id.hex()});
    }
  }
};

/// What may be read of somebody while names are hidden: nothing to change.
PersonBody hidden_person(const Model::State& state, const Speaker& say, const PersonId& id) {
  const Programme& programme = seen(state);
  PersonBody body;
  body.back = {say(PeopleWord::back), "#/people"};
  const Person* person = find_person(programme, id);
  if (person == nullptr) {
    body.title = say(PeopleWord::gone_title);
    return body;
  }
  const Page page{state, say, *person, why_no_change(state, say)};
  body.title = person->name;
  body.subtitle = role_words(say, *person);
  body.notices = {{.text = say(PeopleWord::hidden_person),
                   .actions = {{.label = say(PeopleWord::look_at_person),
                                .intent = LookAtPerson{id},
                                .why_not = page.why}}}};
  PersonBody::Section answers{say(PeopleWord::section_answers), {}};
  for (const Field& field : programme.fields) {
    const std::string text = answer_text(field, *person);
    if (!text.empty())
      answers.pieces.push_back(Words{say(PeopleWord::answer_line, field.label, text)});
  }
  if (!answers.pieces.empty()) body.sections = {std::move(answers)};
  body.pairs_title = say(PeopleWord::pairs_title);
  page.add_pairs(body);
  if (body.pairs.empty()) body.no_pairs = say(PeopleWord::no_pairs);
  return body;
}

}  // namespace

PersonBody present_person(const Model::State& state, const Speaker& say) {
  PersonBody body;
  body.back = {say(PeopleWord::back), "#/people"};
  const Person* person = person_on_screen(state);
  if (person == nullptr) {
    body.title = say(PeopleWord::gone_title);
    body.notices.push_back({.text = say(PeopleWord::gone_text)});
    return body;
  }
  if (!may_be_read(state, person->id)) return hidden_person(state, say, person->id);
  const Page page{state, say, *person, why_no_change(state, say)};
  body.title = person->name;
  body.subtitle = role_words(say, *person);
  body.sections = {page.who(), page.part(), page.answers()};
  if (body.sections.back().pieces.empty()) body.sections.pop_back();
  body.pairs_title = say(PeopleWord::pairs_title);
  page.add_pairs(body);
  if (body.pairs.empty()) body.no_pairs = say(PeopleWord::no_pairs);
  Button remove{.label = say(PeopleWord::remove_person),
                .intent = RemovePeopleHere{{person->id}},
                .emphasis = Emphasis::danger,
                .icon = Icon::remove,
                .why_not = page.why};
  if (!active_pairs(state.book->programme, person->id).empty()) {
    remove.why_not = say(PeopleWord::has_pair_remove);
  }
  body.actions = {std::move(remove)};
  return body;
}

}  // namespace pairbook::app
