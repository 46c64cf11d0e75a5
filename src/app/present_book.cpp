#include <algorithm>

#include "areas.hpp"
#include "book.hpp"
#include "pairbook/crypto/passphrase_strength.hpp"

namespace pairbook::app {

namespace {

Notice trouble(const std::string& text) {
  return {.tone = Tone::danger, .text = text};
}

std::string why(const Speaker& say, crypto::StrengthReason reason, const std::string& part) {
  using enum crypto::StrengthReason;
  switch (reason) {
    case too_short:
      return say(BookWord::why_too_short);
    case common_password:
      return say(BookWord::why_common_password, part);
    case common_word:
      return say(BookWord::why_common_word, part);
    case own_word:
      return say(BookWord::why_own_word, part);
    case repeated:
      return say(BookWord::why_repeated, part);
    case sequence:
      return say(BookWord::why_sequence, part);
    case keyboard_walk:
      return say(BookWord::why_keyboard_walk, part);
    case date:
      return say(BookWord::why_date, part);
    case look_alikes:
      return say(BookWord::why_look_alikes, part);
    case capital_only_first:
      return say(BookWord::why_capital_only_first);
    case several_words:
      return say(BookWord::why_several_words);
    case long_enough:
      return say(BookWord::why_long_enough);
  }
  return {};
}

Strength strength(const Speaker& say, const NewBookView& view) {
  constexpr BookWord words[] = {BookWord::weak_0, BookWord::weak_1, BookWord::weak_2,
                                BookWord::weak_3, BookWord::weak_4};
  constexpr BookWord times[] = {BookWord::takes_0, BookWord::takes_1, BookWord::takes_2,
                                BookWord::takes_3, BookWord::takes_4};
  const auto found = crypto::passphrase_strength(view.passphrase, {view.name, "pairbook"});
  const int level = std::clamp(found.level, 0, 4);
  Strength out{level, say(words[level]), say(times[level])};
  int told = 0;
  for (const auto& finding : found.findings) {
    if (++told > 2) break;
    const std::string part = view.passphrase.substr(finding.begin, finding.end - finding.begin);
    out.reasons += " " + why(say, finding.reason, part);
  }
  return out;
}

TextField password(const Speaker& say, Control control, BookWord label,
                   const std::string& value, const char* autocomplete) {
  return {.id = {control, {}},
          .label = say(label),
          .value = value,
          .kind = TextKind::password,
          .autocomplete = autocomplete,
          .required = true};
}

std::string title_of(const NewBookView& view, const Speaker& say) {
  switch (view.purpose) {
    case NewBookPurpose::new_book:
      return say(BookWord::new_title);
    case NewBookPurpose::new_passphrase:
      return say(BookWord::change_passphrase);
    case NewBookPurpose::new_sheet:
      return say(BookWord::new_sheet);
  }
  return {};
}

std::string step_words(const NewBookView& view, const Speaker& say) {
  const int step = static_cast<int>(view.step);
  switch (view.purpose) {
    case NewBookPurpose::new_book:
      return say(BookWord::step, step + 1, 5);
    case NewBookPurpose::new_passphrase:
      return say(BookWord::step, step, 2);
    case NewBookPurpose::new_sheet:
      return say(BookWord::step, step - 2, 2);
  }
  return {};
}

void name_step(NewBookBody& body, const NewBookView& view, const Speaker& say) {
  body.text = say(BookWord::name_text);
  body.pieces.push_back(TextField{.id = {Control::programme_name, {}},
                                  .label = say(BookWord::name_label),
                                  .value = view.name,
                                  .help = say(BookWord::name_help),
                                  .required = true});
  body.pieces.push_back(Toggle{.id = {Control::remember_name, {}},
                               .label = say(BookWord::remember_label),
                               .on = view.remember_name,
                               .help = say(BookWord::remember_help)});
}

void passphrase_step(NewBookBody& body, const NewBookView& view, const Speaker& say) {
  body.text = say(view.recovered ? BookWord::recovered : BookWord::passphrase_text);
  const bool change = view.purpose == NewBookPurpose::new_passphrase;
  if (change && !view.recovered) {
    body.pieces.push_back(password(say, Control::current_passphrase, BookWord::current_label,
                                   view.current, "current-password"));
  }
  body.pieces.push_back(
      password(say, Control::passphrase,
               change ? BookWord::new_passphrase_label : BookWord::passphrase_label,
               view.passphrase, "new-password"));
  if (!view.passphrase.empty()) body.strength = strength(say, view);
}

void sheet_step(NewBookBody& body, const NewBookView& view, const Speaker& say) {
  body.title = say(BookWord::sheet_title);
  body.text = say(BookWord::sheet_text);
  RecoverySheet sheet;
  sheet.explanation = say(BookWord::recovery_missing);
  for (std::size_t i = 0; view.code && i < crypto::RecoveryCode::groups; ++i) {
    sheet.groups.push_back(view.code->group(i));
  }
  body.sheet = std::move(sheet);
  body.pieces.push_back(Button{.label = say(BookWord::sheet_print),
                               .intent = PrintRecoverySheet{},
                               .icon = Icon::print});
  body.pieces.push_back(Button{.label = say(BookWord::sheet_save),
                               .intent = SaveRecoverySheet{},
                               .icon = Icon::download});
}

void confirm_step(NewBookBody& body, const NewBookView& view, const Speaker& say) {
  body.title = say(BookWord::sheet_title);
  body.text = say(BookWord::confirm_text);
  const auto group = [&](Control control, int number, const std::string& value) {
    body.pieces.push_back(TextField{.id = {control, {}},
                                    .label = say(BookWord::group_label, number + 1),
                                    .value = value,
                                    .kind = TextKind::code,
                                    .autocomplete = "off",
                                    .required = true});
  };
  group(Control::recovery_group_one, view.ask_one, view.group_one);
  group(Control::recovery_group_two, view.ask_two, view.group_two);
}

}  // namespace

NewBookBody present_new_book(const Model::State& state, const Speaker& say) {
  const NewBookView& view = state.new_book;
  NewBookBody body;
  body.title = title_of(view, say);
  body.step = step_words(view, say);
  body.next = {
      .label = say(FrameWord::next), .intent = NextStep{}, .emphasis = Emphasis::primary};
  switch (view.step) {
    case NewBookStep::name:
      name_step(body, view, say);
      break;
    case NewBookStep::passphrase:
      passphrase_step(body, view, say);
      break;
    case NewBookStep::again:
      body.text = say(BookWord::again_text, view.passphrase);
      body.pieces.push_back(Words{say(BookWord::again_more)});
      body.pieces.push_back(password(say, Control::passphrase_again, BookWord::again_label,
                                     view.again, "new-password"));
      if (view.purpose == NewBookPurpose::new_passphrase) {
        body.next.label = say(BookWord::change_passphrase);
      }
      break;
    case NewBookStep::sheet:
      sheet_step(body, view, say);
      break;
    case NewBookStep::confirm_sheet:
      confirm_step(body, view, say);
      body.next.label = view.purpose == NewBookPurpose::new_book ? say(BookWord::finish)
                                                                 : say(FrameWord::done);
      break;
  }
  body.back = Button{.label = say(FrameWord::back),
                     .intent = StepBack{},
                     .emphasis = Emphasis::quiet,
                     .icon = Icon::back};
  if (!view.trouble.empty()) body.notices.push_back(trouble(view.trouble));
  if (view.job != 0) {
    body.working =
        Working{.label = view.purpose == NewBookPurpose::new_book ? say(BookWord::making)
                                                                  : say(BookWord::checking)};
    body.next.why_not = say(BookWord::moment);
  }
  return body;
}

UnlockBody present_unlock(const Model::State& state, const Speaker& say) {
  const UnlockView& view = state.unlock;
  UnlockBody body;
  body.title = view.name_hint.empty() ? say(BookWord::unlock_unnamed)
                                      : say(BookWord::unlock_title, view.name_hint);
  body.text = view.recovering  ? say(BookWord::recover_text)
              : view.from_file ? say(BookWord::unlock_file_text)
                               : say(BookWord::unlock_text);
  body.recovering = view.recovering;
  body.secret = view.recovering ? TextField{.id = {Control::recovery_code, {}},
                                            .label = say(BookWord::recover_label),
                                            .value = view.secret,
                                            .kind = TextKind::code,
                                            .autocomplete = "off",
                                            .required = true}
                                : password(say, Control::passphrase, BookWord::passphrase_label,
                                           view.secret, "current-password");
  body.secret.error = view.trouble;
  body.unlock = {.label = say(BookWord::unlock),
                 .intent = Unlock{},
                 .emphasis = Emphasis::primary,
                 .icon = Icon::unlock};
  const bool working = view.job != 0 || view.pressed;
  if (working) body.unlock.why_not = say(BookWord::moment);
  if (working) {
    body.working =
        Working{.label = say(BookWord::unlocking),
                .cancel = Button{.label = say(FrameWord::cancel), .intent = CancelWork{}}};
  }
  body.other_way = {
      .label = say(view.recovering ? BookWord::use_passphrase : BookWord::use_sheet),
      .intent = UseRecovery{},
      .emphasis = Emphasis::quiet,
      .icon = Icon::key};
  body.leave = {
      .label = say(BookWord::leave), .intent = Go{"#/welcome"}, .emphasis = Emphasis::quiet};
  return body;
}

OpeningBody present_opening(const Model::State& state, const Speaker& say) {
  OpeningBody body;
  const UnlockView& view = state.unlock;
  body.title = view.name_hint.empty() ? say(BookWord::unlock_unnamed)
                                      : say(BookWord::unlock_title, view.name_hint);
  body.working.label = say(BookWord::reading);
  if (view.opening) {
    body.working.part = view.opening->percent();
    body.working.whole = 100;
    body.working.detail = say(BookWord::reading_detail, view.opening->percent());
  }
  return body;
}

WelcomeBody present_welcome(const Model::State& state, const Speaker& say) {
  WelcomeBody body;
  body.title = say(BookWord::welcome_title);
  body.text = say(BookWord::welcome_text);
  body.known_title = say(BookWord::known_title);
  for (const BookId& book : state.books) {
    std::string name = book_name(state, say, book);
    if (name.empty()) name = say(BookWord::known_unnamed);
    body.known.push_back(
        {.name = name,
         .open = {.label = say(BookWord::open_known, name), .intent = OpenBook{book}},
         .forget = {.label = say(BookWord::forget_known, name),
                    .intent = ForgetBook{book},
                    .emphasis = Emphasis::quiet,
                    .icon = Icon::remove}});
  }
  body.start = {.label = say(BookWord::start),
                .intent = StartNewBook{},
                .emphasis = state.books.empty() ? Emphasis::primary : Emphasis::plain};
  body.open_file = {
      .label = say(BookWord::open_file), .intent = OpenBookFile{}, .icon = Icon::upload};
  body.look_around = {
      .label = say(BookWord::look_around), .intent = LookAround{}, .emphasis = Emphasis::quiet};
  body.check_report = {
      .label = say(ReportWord::check), .intent = CheckReport{}, .emphasis = Emphasis::quiet};
  if (!state.capabilities.storage) {
    body.notices.push_back({.tone = Tone::warning, .text = say(BookWord::no_storage)});
  }
  if (state.capabilities.local_file) {
    body.notices.push_back({.tone = Tone::info, .text = say(BookWord::local_file)});
  }
  return body;
}

}  // namespace pairbook::app
