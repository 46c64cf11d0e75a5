#include <algorithm>

#include "areas.hpp"
#include "change.hpp"
#include "letter_text.hpp"
#include "match_area.hpp"
#include "pairbook/base/text.hpp"
#include "pairbook/codec/roster_out.hpp"
#include "pairbook/codec/table.hpp"
#include "seen.hpp"
#include "wishes_area.hpp"

namespace pairbook::app {

namespace {

domain::LetterTemplate current_template(const Turn& turn) {
  const LettersView& view = turn.state.areas.letters;
  return view.typing ? *view.typing : letter_template(turn.say, seen(turn.state), view.kind);
}

/// What was typed becomes the programme's letter.
void keep_typing(Turn& turn) {
  LettersView& view = turn.state.areas.letters;
  if (!view.typing) return;
  const domain::LetterTemplate typed = *view.typing;
  const bool same = typed == letter_template(turn.say, seen(turn.state), view.kind);
  if (!same && !carry_out(turn, domain::ChangeLetter{view.kind, typed}, Tell::nothing).done)
    return;
  view.typing.reset();
}

/// Of everybody, or the one in view.
std::vector<Letter> wanted_letters(const Turn& turn, bool all) {
  const LettersView& view = turn.state.areas.letters;
  const auto letter = current_template(turn);
  std::vector<Letter> letters;
  auto people = recipients(seen(turn.state), view.kind, turn.moment.today);
  if (!all && !people.empty()) people = {people[std::min(view.at, people.size() - 1)]};
  for (const domain::PersonId& id : people) {
    letters.push_back(letter_to(turn.state, turn.say, letter, id));
  }
  return letters;
}

void add_to(Report& report, const Letter& letter) {
  report.blocks.emplace_back(
      ReportText{letter.address.empty() ? letter.name : letter.name + "\n" + letter.address});
  report.blocks.emplace_back(ReportHeading{2, letter.subject});
  report.blocks.emplace_back(ReportText{letter.body});
}

void put_out(Turn& turn, LetterDoing doing) {
  const bool all = doing == LetterDoing::print_all || doing == LetterDoing::download_all;
  const std::vector<Letter> letters = wanted_letters(turn, all);
  if (letters.empty()) return;
  const Letter& here = letters.front();
  Report report;
  report.title = turn.say(LettersWord::report_title);
  switch (doing) {
    case LetterDoing::copy:
      turn.ask(CopyText{here.subject + "\n\n" + here.body});
      return;
    case LetterDoing::mail:
      turn.ask(OpenLink{mail_link(here)});
      return;
    case LetterDoing::print_one:
      add_to(report, here);
      turn.ask(Print{std::move(report)});
      return;
    case LetterDoing::print_all:
      for (const Letter& letter : letters) {
        if (&letter != &letters.front()) report.blocks.emplace_back(PageBreak{});
        add_to(report, letter);
      }
      turn.ask(Print{std::move(report)});
      return;
    case LetterDoing::download_all:
      break;
  }
  std::vector<std::vector<std::string>> rows;
  for (const Letter& letter : letters) {
    rows.push_back({letter.address, letter.name, letter.subject, letter.body});
  }
  const std::string csv =
      codec::write_csv(base::split(turn.say(LettersWord::file_header), ","), rows);
  save_readable_file(turn, turn.say(LettersWord::file_name) + ".csv", "text/csv;charset=utf-8",
                     csv);
}

struct Doing {
  Turn& turn;
  void operator()(const LetterOut& asked) const {
    keep_typing(turn);
    put_out(turn, asked.doing);
  }
  void operator()(const MoveLetter& asked) const {
    LettersView& view = turn.state.areas.letters;
    const std::size_t count = recipients(seen(turn.state), view.kind, turn.moment.today).size();
    if (count == 0) return;
    const auto here = static_cast<long long>(std::min(view.at, count - 1)) + asked.by;
    view.at = static_cast<std::size_t>(
        std::clamp<long long>(here, 0, static_cast<long long>(count) - 1));
  }
  void operator()(const InsertBlank& asked) const {
    domain::LetterTemplate letter = current_template(turn);
    if (!letter.body.empty() && letter.body.back() != ' ' && letter.body.back() != '\n')
      letter.body += ' ';
    letter.body += asked.blank;
    turn.state.areas.letters.typing = std::move(letter);
    focus(turn, {Control::letter_body, ""});
  }
  void operator()(const ResetLetter&) const {
    LettersView& view = turn.state.areas.letters;
    view.typing = own_letter(turn.say, view.kind);
    keep_typing(turn);
  }
};

}  // namespace

void show_letter(Turn& turn, domain::LetterKind kind, const domain::PersonId& person) {
  keep_typing(turn);
  LettersView& view = turn.state.areas.letters;
  view.kind = kind;
  view.chosen = true;
  view.typing.reset();
  const auto people = recipients(seen(turn.state), kind, turn.moment.today);
  const auto found = std::find(people.begin(), people.end(), person);
  view.at = found == people.end() ? 0 : static_cast<std::size_t>(found - people.begin());
  match_when_needed(turn);
}

void update_letters(Turn& turn, const LettersIntent& intent) {
  if (turn.state.book) std::visit(Doing{turn}, intent);
}

bool control_letters(Turn& turn, const ControlIntent& intent) {
  LettersView& view = turn.state.areas.letters;
  if (!turn.state.book) return false;
  if (const auto* typed = std::get_if<TypeText>(&intent)) {
    const bool subject = typed->id.control == Control::letter_subject;
    if (!subject && typed->id.control != Control::letter_body) return false;
    domain::LetterTemplate letter = current_template(turn);
    (subject ? letter.subject : letter.body) = typed->text;
    view.typing = std::move(letter);
    return true;
  }
  if (const auto* left = std::get_if<LeaveField>(&intent)) {
    if (left->id.control != Control::letter_subject && left->id.control != Control::letter_body)
      return false;
    keep_typing(turn);
    return true;
  }
  if (const auto* chosen = std::get_if<Choose>(&intent)) {
    if (chosen->id.control != Control::letter_kind) return false;
    constexpr int newest = static_cast<int>(domain::LetterKind::request_ended);
    if (chosen->index < 0 || chosen->index > newest) return true;
    show_letter(turn, static_cast<domain::LetterKind>(chosen->index), {});
    return true;
  }
  return false;
}

}  // namespace pairbook::app
