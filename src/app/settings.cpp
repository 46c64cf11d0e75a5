#include "areas.hpp"
#include "book.hpp"
#include "change.hpp"
#include "palette.hpp"

namespace pairbook::app {

namespace {

constexpr int lock_minutes[] = {1, 5, 15, 30, 60, 0};
constexpr int lock_choices = 6;
constexpr std::string_view version = "0.1";

int lock_choice(int minutes) {
  for (int i = 0; i < lock_choices; ++i) {
    if (lock_minutes[i] == minutes) return i;
  }
  return 2;
}

}  // namespace

bool control_settings(Turn& turn, const ControlIntent& intent) {
  Preferences& preferences = turn.state.preferences;
  const ControlId name{Control::settings_name, {}};
  const auto keep = [&] {
    turn.ask(SavePreferences{preferences});
    return true;
  };
  if (const auto* chosen = std::get_if<Choose>(&intent)) {
    const int index = std::max(0, chosen->index);
    switch (chosen->id.control) {
      case Control::settings_auto_lock:
        preferences.auto_lock_minutes = lock_minutes[std::min(index, lock_choices - 1)];
        return keep();
      case Control::settings_theme:
        preferences.theme = static_cast<Theme>(std::min(index, 2));
        return keep();
      case Control::settings_contrast:
        preferences.contrast = static_cast<Contrast>(std::min(index, 2));
        return keep();
      default:
        return false;
    }
  }
  if (const auto* tick = std::get_if<Tick>(&intent)) {
    if (tick->id.control != Control::settings_remember_name || !turn.state.book) return false;
    remember_name(turn, turn.state.book->id, turn.state.book->programme.name, tick->on);
    return true;
  }
  if (const auto* typed = std::get_if<TypeText>(&intent)) {
    const bool ours = typed->id == name || typed->id.control == Control::settings_relay;
    if (!ours) return false;
    turn.state.drafts[typed->id] = typed->text;
    turn.state.field_errors.erase(typed->id);
    return true;
  }
  if (const auto* left = std::get_if<LeaveField>(&intent)) {
    if (left->id != name) return false;
    commit_settings(turn);
    return true;
  }
  return false;
}

void commit_settings(Turn& turn) {
  const ControlId name{Control::settings_name, {}};
  const auto draft = turn.state.drafts.find(name);
  if (draft == turn.state.drafts.end() || !turn.state.book) return;
  const std::string text = draft->second;
  const Carried carried = carry_out(turn, domain::RenameProgramme{text}, Tell::nothing);
  if (!carried.done) {
    turn.state.field_errors[name] = carried.why;
    return;
  }
  turn.state.drafts.erase(name);
  const BookId id = turn.state.book->id;
  const bool shown = !book_name(turn.state, turn.say, id).empty();
  if (shown) remember_name(turn, id, turn.state.book->programme.name, true);
}

SettingsBody present_settings(const Model::State& state, const Speaker& say,
                              const domain::Moment& moment) {
  const OpenedBook& book = *state.book;
  const std::string why = why_no_change(state, say);
  SettingsBody body;
  body.title = say(FrameWord::settings_title);

  const ControlId name_id{Control::settings_name, {}};
  const auto draft = state.drafts.find(name_id);
  const auto error = state.field_errors.find(name_id);
  TextField name{.id = name_id,
                 .label = say(FrameWord::settings_name),
                 .value = draft == state.drafts.end() ? book.programme.name : draft->second,
                 .why_not = why,
                 .required = true};
  if (error != state.field_errors.end()) name.error = error->second;
  SettingsBody::Section programme{say(FrameWord::settings_programme), {}, {name}, {}};
  if (book.keeper) {
    programme.pieces.push_back(Toggle{.id = {Control::settings_remember_name, {}},
                                      .label = say(FrameWord::settings_remember),
                                      .on = !book_name(state, say, book.id).empty(),
                                      .help = say(BookWord::remember_help)});
  }
  body.sections.push_back(std::move(programme));

  if (book.keeper) {
    body.sections.push_back({say(FrameWord::settings_security),
                             say(FrameWord::settings_security_text),
                             {Button{.label = say(BookWord::change_passphrase),
                                     .intent = ChangePassphrase{},
                                     .icon = Icon::key,
                                     .why_not = why},
                              Button{.label = say(BookWord::new_sheet),
                                     .intent = NewRecoverySheet{},
                                     .icon = Icon::print,
                                     .why_not = why}},
                             {}});
  }
  Choice auto_lock{.id = {Control::settings_auto_lock, {}},
                   .label = say(FrameWord::settings_auto_lock),
                   .selected = lock_choice(state.preferences.auto_lock_minutes)};
  for (const int minutes : lock_minutes) {
    auto_lock.options.push_back(minutes == 0 ? say(FrameWord::settings_never)
                                             : say(FrameWord::settings_minutes, minutes));
  }
  body.sections.push_back(
      {say(FrameWord::settings_lock),
       {},
       {auto_lock, Words{say(FrameWord::settings_quick, key_words(state, "Ctrl+Shift+L"))}},
       {}});
  body.sections.push_back(
      {say(FrameWord::settings_look),
       {},
       {Choice{.id = {Control::settings_theme, {}},
               .label = say(FrameWord::settings_theme),
               .options = {say(FrameWord::theme_system), say(FrameWord::theme_light),
                           say(FrameWord::theme_dark)},
               .selected = static_cast<int>(state.preferences.theme)},
        Choice{.id = {Control::settings_contrast, {}},
               .label = say(FrameWord::settings_contrast),
               .options = {say(FrameWord::contrast_system), say(FrameWord::contrast_normal),
                           say(FrameWord::contrast_high)},
               .selected = static_cast<int>(state.preferences.contrast)}},
       {}});
  if (book.keeper) {
    SettingsBody::Section copies{
        say(FrameWord::settings_copies),
        say(FrameWord::settings_copies_text) + " " + copy_words(state, say, moment),
        {Button{.label = say(FrameWord::save_to_file),
                .intent = SaveToFile{},
                .icon = Icon::download}},
        {}};
    const bool kept = state.capabilities.persisted;
    Notice storage{
        .tone = kept ? Tone::success : Tone::warning,
        .text = say(kept ? FrameWord::settings_persisted : FrameWord::settings_not_persisted)};
    if (!kept) {
      storage.actions.push_back(
          {.label = say(PeopleWord::keep_for_good), .intent = KeepForGood{}});
    }
    copies.notices.push_back(std::move(storage));
    body.sections.push_back(std::move(copies));
    body.sections.push_back(present_devices(state, say));
  }
  body.sections.push_back(
      {say(FrameWord::settings_about), say(FrameWord::settings_about_text, version), {}, {}});
  return body;
}

}  // namespace pairbook::app
