#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "pair_checks.hpp"
#include "pairbook/base/text.hpp"
#include "people_text.hpp"
#include "person.hpp"
#include "wishes_area.hpp"

namespace pairbook::app {

using namespace domain;

const Person* person_on_screen(const Model::State& state) {
  constexpr std::string_view prefix = "#/people/";
  if (!state.book || !state.frame.route.starts_with(prefix)) return nullptr;
  const auto id = PersonId::from_hex(state.frame.route.substr(prefix.size()));
  return id ? find_person(state.book->programme, *id) : nullptr;
}

namespace {

bool is_person_text(Control control) {
  return control == Control::person_name || control == Control::person_called ||
         control == Control::person_email || control == Control::person_answer;
}

void patch_person(Turn& turn, const ControlId& id, const PersonPatch& patch) {
  const Person* person = person_on_screen(turn.state);
  if (person == nullptr) return;
  const Carried carried = carry_out(turn, ChangePerson{person->id, patch}, Tell::nothing);
  if (carried.done) {
    turn.state.drafts.erase(id);
    turn.state.field_errors.erase(id);
  } else {
    turn.state.field_errors[id] = carried.why;
  }
}

/// What was typed, as a change; or a sentence why not.
void commit_text(Turn& turn, const ControlId& id, const std::string& text) {
  PersonPatch patch;
  const auto complain = [&](std::string why) { turn.state.field_errors[id] = std::move(why); };
  switch (id.control) {
    case Control::person_name:
      if (base::trim(text).empty()) return complain(turn.say(ErrorWord::name_empty));
      patch.name = base::collapse_spaces(text);
      break;
    case Control::person_called:
      patch.called = base::collapse_spaces(text);
      break;
    case Control::person_email: {
      if (base::trim(text).empty()) {
        patch.email = std::optional<Email>();
        break;
      }
      const auto email = Email::from(base::trim(text));
      if (!email) return complain(turn.say(ErrorWord::email_wrong));
      patch.email = std::optional<Email>(*email);
      break;
    }
    case Control::person_answer: {
      const auto key = FieldKey::from(id.key);
      const Field* field = key ? find_field(turn.state.book->programme, *key) : nullptr;
      if (field == nullptr) return;
      const auto answer =
          base::trim(text).empty() ? base::Result<Answer>(Answer{}) : read_answer(*field, text);
      if (!answer) {
        return complain(turn.say(ErrorWord::answer_not_understood, answer.error().where));
      }
      patch.answers[field->key] = *answer;
      break;
    }
    default:
      return;
  }
  patch_person(turn, id, patch);
}

void choose_answer(Turn& turn, const Choose& chosen) {
  const auto key = FieldKey::from(chosen.id.key);
  const Field* field = key ? find_field(turn.state.book->programme, *key) : nullptr;
  if (field == nullptr) return;
  // Option 0 is "no answer".
  const auto option = static_cast<std::size_t>(chosen.index - 1);
  PersonPatch patch;
  Answer& answer = patch.answers[field->key];
  if (field->kind == FieldKind::yes_no) {
    if (chosen.index > 0) answer.values = {chosen.index == 1 ? "yes" : "no"};
  } else if (chosen.index > 0 && option < field->options.size()) {
    answer.values = {field->options[option]};
  }
  patch_person(turn, chosen.id, patch);
}

void tick_answer(Turn& turn, const Tick& tick) {
  const Person* person = person_on_screen(turn.state);
  const auto key = FieldKey::from(tick.id.key);
  const Field* field = key ? find_field(turn.state.book->programme, *key) : nullptr;
  if (person == nullptr || field == nullptr) return;
  const auto found = person->answers.find(field->key);
  Answer answer;
  for (std::size_t i = 0; i < field->options.size(); ++i) {
    const std::string& option = field->options[i];
    const bool was = found != person->answers.end() &&
                     std::find(found->second.values.begin(), found->second.values.end(),
                               option) != found->second.values.end();
    if (static_cast<int>(i) == tick.index ? tick.on : was) answer.values.push_back(option);
  }
  PersonPatch patch;
  patch.answers[field->key] = std::move(answer);
  patch_person(turn, tick.id, patch);
}

bool tick_person(Turn& turn, const Tick& tick) {
  const Person* person = person_on_screen(turn.state);
  if (person == nullptr) return false;
  PersonPatch patch;
  Roles roles = person->roles;
  switch (tick.id.control) {
    case Control::person_mentor:
      roles.mentor = tick.on;
      patch.roles = roles;
      break;
    case Control::person_mentee:
      roles.mentee = tick.on;
      patch.roles = roles;
      break;
    case Control::person_withdrawn:
      patch.withdrawn = tick.on;
      break;
    case Control::person_answer:
      tick_answer(turn, tick);
      return true;
    default:
      return false;
  }
  patch_person(turn, tick.id, patch);
  return true;
}

}  // namespace

bool control_person(Turn& turn, const ControlIntent& intent) {
  if (const auto* typed = std::get_if<TypeText>(&intent)) {
    if (!is_person_text(typed->id.control)) return false;
    turn.state.drafts[typed->id] = typed->text;
    turn.state.field_errors.erase(typed->id);
    return true;
  }
  if (const auto* left = std::get_if<LeaveField>(&intent)) {
    if (!is_person_text(left->id.control)) return false;
    const auto draft = turn.state.drafts.find(left->id);
    if (draft != turn.state.drafts.end()) {
      const std::string text = draft->second;
      commit_text(turn, left->id, text);
    }
    return true;
  }
  if (const auto* chosen = std::get_if<Choose>(&intent)) {
    if (chosen->id.control != Control::person_answer) return false;
    choose_answer(turn, *chosen);
    return true;
  }
  if (const auto* number = std::get_if<SetNumber>(&intent)) {
    if (number->id.control != Control::person_places) return false;
    PersonPatch patch;
    patch.places = number->value;
    patch_person(turn, number->id, patch);
    return true;
  }
  if (const auto* tick = std::get_if<Tick>(&intent)) return tick_person(turn, *tick);
  return false;
}

void commit_drafts(Turn& turn) {
  if (!turn.state.book) return;
  const Drafts drafts = turn.state.drafts;
  for (const auto& [id, text] : drafts) {
    if (is_person_text(id.control)) commit_text(turn, id, text);
  }
  commit_settings(turn);
  commit_checks(turn);
  commit_wishes(turn);
}

}  // namespace pairbook::app
