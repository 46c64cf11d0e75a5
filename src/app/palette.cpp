#include "palette.hpp"

#include "change.hpp"
#include "pairbook/base/text.hpp"
#include "people_text.hpp"
#include "seen.hpp"
#include "weigh_area.hpp"
#include "wishes_area.hpp"
#include "works.hpp"

namespace pairbook::app {

std::vector<Command> commands(const Model::State& state, const Speaker& say) {
  std::vector<Command> out;
  const auto add = [&](std::string label, FrameWord hint, std::string keys, Intent intent,
                       std::string why_not = {}) {
    out.push_back(
        {std::move(label), say(hint), std::move(keys), std::move(why_not), std::move(intent)});
  };
  const auto place = [&](FrameWord name, const char* route, const char* keys) {
    add(say(FrameWord::palette_go, say(name)), FrameWord::group_go, keys, Go{route});
  };
  add(say(FrameWord::shortcut_palette), FrameWord::group_view, "Ctrl+K", OpenPalette{});
  out.back().in_palette = false;
  add(say(FrameWord::shortcut_close), FrameWord::group_view, "Escape", Close{});
  out.back().in_palette = false;
  add(say(FrameWord::shortcuts), FrameWord::group_view, "?", ShowShortcuts{});
  if (state.place != Place::inside || !state.book) return out;

  const OpenedBook& book = *state.book;
  const std::string why = why_no_change(state, say);
  place(FrameWord::nav_home, "#/", "G H");
  place(FrameWord::nav_people, "#/people", "G P");
  place(FrameWord::nav_rules, "#/rules", "G R");
  place(FrameWord::nav_wishes, wishes_route, "G E");
  place(FrameWord::nav_match, "#/match", "G M");
  place(FrameWord::nav_pairs, "#/pairs", "G A");
  if (works_can_be_told(state)) place(FrameWord::nav_works, "#/works", "G W");
  place(FrameWord::nav_letters, "#/letters", "G L");
  place(FrameWord::nav_fairness, "#/fairness", "G F");
  place(FrameWord::nav_history, "#/history", "G Y");
  place(FrameWord::nav_settings, "#/settings", "G S");
  place(FrameWord::nav_questions, "#/questions", "G Q");
  place(FrameWord::nav_import, "#/import", "G I");
  add(say(FrameWord::palette_go, say(WeighWord::title)), FrameWord::group_go, "G C",
      Go{weigh_route});
  std::string no_undo = why;
  if (book.done.empty() || book.done.back().inverse.empty()) {
    no_undo = say(book.has_older_past ? FrameWord::history_older : FrameWord::nothing_to_undo);
  }
  std::string no_redo = book.undone.empty() ? say(FrameWord::nothing_to_redo) : why;
  if (is_stepping(state)) no_undo.clear(), no_redo.clear();
  add(book.done.empty() ? say(FrameWord::undo)
                        : say(FrameWord::undo_what, label_of(book, book.done.back())),
      FrameWord::group_book, "Ctrl+Z", Undo{}, no_undo);
  add(book.undone.empty() ? say(FrameWord::redo)
                          : say(FrameWord::redo_what, label_of(book, book.undone.back())),
      FrameWord::group_book, "Ctrl+Shift+Z", Redo{}, no_redo);
  add(say(PeopleWord::add), FrameWord::group_people, "N", AddSomebody{},
      names_hidden(state) ? say(ErrorWord::names_are_hidden) : why);
  add(say(PeopleWord::export_csv), FrameWord::group_people, {},
      ExportPeople{ExportFormat::csv});
  add(say(PeopleWord::export_json), FrameWord::group_people, {},
      ExportPeople{ExportFormat::json});
  add(say(PeopleWord::add_question), FrameWord::group_people, {}, EditField{}, why);
  if (book.keeper) {
    add(say(FrameWord::save_to_file), FrameWord::group_book, "Ctrl+S", SaveToFile{});
    add(say(BookWord::change_passphrase), FrameWord::group_book, {}, ChangePassphrase{}, why);
    add(say(BookWord::new_sheet), FrameWord::group_book, {}, NewRecoverySheet{}, why);
  }
  add(say(ReportWord::check), FrameWord::group_book, {}, CheckReport{});
  add(say(FrameWord::lock), FrameWord::group_book, "Ctrl+Shift+L", LockNow{});
  return out;
}

std::string key_words(const Model::State& state, const std::string& keys) {
  std::string out = keys;
  const std::size_t at = out.find("Ctrl");
  if (state.capabilities.apple_keys && at != std::string::npos) out.replace(at, 4, "Cmd");
  return out;
}

std::vector<Palette::Item> palette_items(const Model::State& state, const Speaker& say) {
  constexpr std::size_t most_people = 6;
  const std::string wanted = base::fold_case(state.frame.palette_query);
  std::vector<Palette::Item> out;
  for (Command& command : commands(state, say)) {
    if (!command.in_palette) continue;
    const std::string text = base::fold_case(command.label + " " + command.hint);
    if (!wanted.empty() && text.find(wanted) == std::string::npos) continue;
    out.push_back({command.label, command.hint, key_words(state, command.keys), command.why_not,
                   command.intent});
  }
  if (wanted.empty() || !state.book) return out;
  std::size_t people = 0;
  for (const auto& [id, keys] : state.people.index.keys) {
    if (keys.name.find(wanted) == std::string::npos) continue;
    const domain::Person* person = domain::find_person(seen(state), id);
    if (person == nullptr) continue;
    out.push_back(
        {person->name, say(FrameWord::nav_people), {}, {}, Go{"#/people/" + id.hex()}});
    if (++people == most_people) break;
  }
  return out;
}

}  // namespace pairbook::app
