#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "letter_text.hpp"
#include "seen.hpp"
#include "wishes_area.hpp"

namespace pairbook::app {

namespace {

LettersWord blank_word(std::string_view blank) {
  if (blank == "{called}") return LettersWord::blank_called;
  if (blank == "{name}") return LettersWord::blank_name;
  if (blank == "{partner}") return LettersWord::blank_partner;
  if (blank == "{partner_email}") return LettersWord::blank_partner_email;
  if (blank == "{reasons}") return LettersWord::blank_reasons;
  if (blank == "{shortlist}") return LettersWord::blank_shortlist;
  if (blank == "{answer_by}") return LettersWord::blank_answer_by;
  return LettersWord::blank_programme;
}

Button out_button(std::string label, LetterDoing doing, Icon icon, std::string why_not) {
  return Button{.label = std::move(label),
                .intent = LettersIntent{LetterOut{doing}},
                .icon = icon,
                .why_not = std::move(why_not)};
}

void add_preview(const Model::State& state, const Speaker& say,
                 const domain::LetterTemplate& letter, LettersBody& body) {
  const domain::Programme& programme = seen(state);
  const LettersView& view = state.areas.letters;
  const auto people = recipients(programme, view.kind, state.areas.wishes.today);
  const std::string nobody = people.empty() ? say(LettersWord::preview_nobody) : "";
  body.previous = Button{.label = say(LettersWord::previous),
                         .intent = LettersIntent{MoveLetter{-1}},
                         .emphasis = Emphasis::quiet,
                         .icon = Icon::back};
  body.next = Button{.label = say(LettersWord::next),
                     .intent = LettersIntent{MoveLetter{1}},
                     .emphasis = Emphasis::quiet,
                     .icon = Icon::forward};
  std::string no_mail = nobody, not_all = nobody;
  if (view.kind == domain::LetterKind::shortlist && !people.empty()) {
    if (!shortlists_ready(state))
      not_all = say(WishesWord::list_waits);
    else if (too_many_shortlists(state))
      not_all = say(LettersWord::too_many_shortlists);
  }
  if (people.empty()) {
    body.preview_title = nobody;
    body.previous.why_not = body.next.why_not = nobody;
  } else {
    const std::size_t at = std::min(view.at, people.size() - 1);
    const Letter here = letter_to(state, say, letter, people[at]);
    body.preview_title = say(LettersWord::preview_title, here.name, at + 1, people.size());
    body.preview_to = here.address.empty() ? say(LettersWord::no_address) : here.address;
    body.preview_subject = here.subject;
    body.preview_body = here.body;
    if (here.address.empty()) no_mail = say(LettersWord::no_address);
  }
  body.actions = {
      out_button(say(LettersWord::copy), LetterDoing::copy, Icon::copy, nobody),
      out_button(say(LettersWord::mail), LetterDoing::mail, Icon::mail, no_mail),
      out_button(say(LettersWord::print_one), LetterDoing::print_one, Icon::print, nobody),
      out_button(say(LettersWord::print_all, people.size()), LetterDoing::print_all,
                 Icon::print, not_all),
      out_button(say(LettersWord::download_all), LetterDoing::download_all, Icon::download,
                 not_all),
  };
}

}  // namespace

Body present_letters(const Model::State& state, const Speaker& say) {
  const domain::Programme& programme = seen(state);
  const LettersView& view = state.areas.letters;
  LettersBody body;
  body.title = say(LettersWord::title);
  if (programme.people.empty() ||
      (programme.pairs.empty() && view.kind <= domain::LetterKind::to_unmatched &&
       !view.chosen)) {
    body.empty = Empty{say(LettersWord::empty_title),
                       say(LettersWord::empty_text),
                       {Button{.label = say(LettersWord::to_match),
                               .intent = FrameIntent{Go{"#/match"}},
                               .emphasis = Emphasis::primary,
                               .icon = Icon::match},
                        Button{.label = say(WishesWord::letters),
                               .intent = WriteLetterTo{},
                               .icon = Icon::wishes}}};
    if (programme.people.empty()) body.empty->actions.pop_back();
    return body;
  }
  const std::string why_not = why_no_change(state, say);
  const domain::LetterTemplate letter =
      view.typing ? *view.typing : letter_template(say, programme, view.kind);
  body.text = say(LettersWord::text);
  body.kind = Choice{.id = {Control::letter_kind, ""}, .label = say(LettersWord::kind)};
  body.kind.options = {say(LettersWord::kind_mentor),    say(LettersWord::kind_mentee),
                       say(LettersWord::kind_unmatched), say(LettersWord::kind_shortlist),
                       say(LettersWord::kind_request),   say(LettersWord::kind_reminder),
                       say(LettersWord::kind_ended)};
  body.kind.selected = static_cast<int>(view.kind);
  body.subject = TextField{.id = {Control::letter_subject, ""},
                           .label = say(LettersWord::subject),
                           .value = letter.subject,
                           .why_not = why_not};
  body.body = TextField{.id = {Control::letter_body, ""},
                        .label = say(LettersWord::body),
                        .value = letter.body,
                        .kind = TextKind::paragraph,
                        .why_not = why_not};
  body.blanks_title = say(LettersWord::blanks_title);
  for (const std::string_view blank : letter_blanks) {
    body.blanks.push_back(Button{.label = std::string(blank),
                                 .intent = LettersIntent{InsertBlank{std::string(blank)}},
                                 .emphasis = Emphasis::quiet,
                                 .why_not = why_not,
                                 .description = say(blank_word(blank))});
  }
  const std::string unknown = unknown_blank(letter.subject + "\n" + letter.body);
  if (!unknown.empty()) body.trouble = say(LettersWord::unknown_blank, unknown);
  body.reset = Button{.label = say(LettersWord::reset),
                      .intent = LettersIntent{ResetLetter{}},
                      .emphasis = Emphasis::quiet,
                      .icon = Icon::undo,
                      .why_not = why_not};
  add_preview(state, say, letter, body);
  return body;
}

}  // namespace pairbook::app
