#include "areas.hpp"
#include "change.hpp"
#include "pair_checks.hpp"
#include "pairbook/app/update.hpp"
#include "palette.hpp"
#include "person.hpp"
#include "seen.hpp"
#include "weigh_area.hpp"
#include "wishes_area.hpp"
#include "works.hpp"

namespace pairbook::app {

namespace {

struct Presenting {
  const Model::State& state;
  const domain::Moment& moment;
  Speaker say;

  [[nodiscard]] bool at(std::string_view route) const { return state.frame.route == route; }

  [[nodiscard]] Body inside() const {
    if (at("#/people")) return present_people(state, say);
    if (state.frame.route.starts_with("#/people/")) return present_person(state, say);
    if (at("#/questions")) return present_questions(state, say);
    if (at("#/import")) return present_import(state, say);
    if (at("#/rules")) return present_rules(state, say);
    if (at("#/match")) return present_match(state, say);
    if (at(weigh_route)) return present_weigh(state, say);
    if (at(wishes_route)) return present_wishes(state, say);
    if (at("#/pairs")) return present_pairs(state, say);
    if (at("#/letters")) return present_letters(state, say);
    if (at("#/works")) return present_works(state, say);
    if (at("#/fairness")) return present_fairness(state, say);
    if (at("#/history")) return present_history(state, say, moment);
    if (at("#/settings")) return present_settings(state, say, moment);
    if (state.frame.route.starts_with("#/settings/")) return present_new_book(state, say);
    return present_home(state, say, moment);
  }

  [[nodiscard]] Body body() const {
    switch (state.place) {
      case Place::starting:
      case Place::welcome:
        return present_welcome(state, say);
      case Place::new_book:
        return present_new_book(state, say);
      case Place::unlock:
        return present_unlock(state, say);
      case Place::opening:
        return present_opening(state, say);
      case Place::problem:
        return present_problem(state, say);
      case Place::inside:
        break;
    }
    return inside();
  }

  [[nodiscard]] NavItem nav(FrameWord label, std::string route, Icon icon,
                            const char* keys) const {
    const std::string& here = state.frame.route;
    const bool people = route == "#/people" && (here.starts_with("#/people") ||
                                                here == "#/questions" || here == "#/import");
    const bool within = route != "#/" && here.starts_with(route + "/");
    const bool current = here == route || people || within;
    return {say(label), std::move(route), icon, keys, current};
  }

  void save_state(Chrome& chrome) const {
    const OpenedBook& book = *state.book;
    if (!book.keeper) {
      chrome.save_state = say(FrameWord::not_kept);
    } else if (state.saving.failed) {
      chrome.save_state = say(FrameWord::not_saved);
      chrome.save_tone = Tone::danger;
      chrome.save_action = Button{.label = say(FrameWord::try_again), .intent = RetrySave{}};
    } else if (book.read_only || book.keeper->is_read_only()) {
      chrome.save_state = say(FrameWord::read_only);
      chrome.save_tone = Tone::warning;
    } else if (!state.saving.waiting.empty()) {
      chrome.save_state = say(FrameWord::saving);
    } else {
      const SavedWords words = saved_words(state, say);
      chrome.save_state = words.text;
      chrome.save_tone = words.tone;
    }
  }

  [[nodiscard]] std::optional<Notice> banner() const {
    const OpenedBook& book = *state.book;
    const Button to_file{
        .label = say(FrameWord::save_to_file), .intent = SaveToFile{}, .icon = Icon::download};
    if (!book.keeper) {
      return Notice{
          .text = say(FrameWord::sample_banner),
          .actions = {{.label = say(FrameWord::sample_start), .intent = StartNewBook{}}}};
    }
    if (state.saving.failed) {
      return Notice{
          .tone = Tone::danger,
          .text = say(FrameWord::not_saved_banner, words_for(say, state.saving.error)),
          .actions = {{.label = say(FrameWord::try_again), .intent = RetrySave{}}, to_file}};
    }
    if (book.keeper->is_read_only()) {
      return Notice{
          .tone = Tone::danger,
          .text = say(FrameWord::damaged_banner),
          .actions = {to_file, {.label = say(FrameWord::carry_on), .intent = CarryOn{}}}};
    }
    if (book.read_only) {
      return Notice{.tone = Tone::warning,
                    .text = say(FrameWord::other_tab_banner),
                    .actions = {{.label = say(FrameWord::use_here), .intent = UseHere{}}}};
    }
    if (!state.capabilities.storage) {
      return Notice{.tone = Tone::warning,
                    .text = say(FrameWord::no_storage_banner),
                    .actions = {to_file}};
    }
    if (names_hidden(state)) {
      const domain::BlindReview& review = book.programme.blind;
      std::string text = say(PeopleWord::hidden_banner, review.round);
      if (review.names_seen) text += " " + say(PeopleWord::hidden_but_seen);
      return Notice{.text = std::move(text),
                    .actions = {{.label = say(PeopleWord::show_names),
                                 .intent = AskToShowNames{},
                                 .why_not = why_no_change(state, say)}}};
    }
    return std::nullopt;
  }

  [[nodiscard]] Chrome chrome() const {
    Chrome out;
    const OpenedBook& book = *state.book;
    out.programme = book.programme.name;
    out.navigation_label = say(FrameWord::navigation);
    out.nav = {nav(FrameWord::nav_home, "#/", Icon::home, "G H"),
               nav(FrameWord::nav_people, "#/people", Icon::people, "G P"),
               nav(FrameWord::nav_rules, "#/rules", Icon::rules, "G R"),
               nav(FrameWord::nav_wishes, wishes_route, Icon::wishes, "G E"),
               nav(FrameWord::nav_match, "#/match", Icon::match, "G M"),
               nav(FrameWord::nav_pairs, "#/pairs", Icon::pairs, "G A"),
               nav(FrameWord::nav_letters, "#/letters", Icon::letters, "G L"),
               nav(FrameWord::nav_fairness, "#/fairness", Icon::shield, "G F"),
               nav(FrameWord::nav_history, "#/history", Icon::history, "G Y"),
               nav(FrameWord::nav_settings, "#/settings", Icon::settings, "G S")};
    if (works_can_be_told(state)) {
      out.nav.insert(out.nav.begin() + 6,
                     nav(FrameWord::nav_works, "#/works", Icon::works, "G W"));
    }
    save_state(out);
    out.banner = banner();
    for (const Command& command : commands(state, say)) {
      Button button{.label = command.label,
                    .intent = command.intent,
                    .why_not = command.why_not,
                    .shortcut = key_words(state, command.keys)};
      if (command.intent == Intent(Undo{})) button.icon = Icon::undo, out.undo = button;
      if (command.intent == Intent(Redo{})) button.icon = Icon::redo, out.redo = button;
      if (command.intent == Intent(LockNow{})) button.icon = Icon::lock, out.lock = button;
      if (command.intent == Intent(OpenPalette{})) {
        button.label = say(FrameWord::palette);
        button.icon = Icon::search;
        out.palette = button;
      }
    }
    return out;
  }

  [[nodiscard]] std::optional<Dialog> dialog() const {
    if (state.question.open) return present_question_dialog(state, say);
    Dialog out;
    out.close = {.label = say(FrameWord::close), .intent = Close{}};
    switch (state.frame.dialog) {
      case DialogKind::none:
        break;
      case DialogKind::shortcuts:
        out.title = say(FrameWord::shortcuts);
        for (const Command& command : commands(state, say)) {
          if (command.keys.empty()) continue;
          out.pieces.push_back(Words{
              say(FrameWord::shortcut_line, key_words(state, command.keys), command.label)});
        }
        out.actions = {out.close};
        return out;
      case DialogKind::forget_book:
        out.title = say(BookWord::forget_title);
        out.pieces = {Words{say(BookWord::forget_text)}};
        out.close.label = say(FrameWord::cancel);
        out.actions = {out.close,
                       {.label = say(BookWord::forget_do),
                        .intent = Confirm{},
                        .emphasis = Emphasis::danger}};
        return out;
      case DialogKind::show_names:
        out.title = say(PeopleWord::show_names_title);
        out.pieces = {Words{say(PeopleWord::show_names_text)}};
        out.close.label = say(FrameWord::cancel);
        out.actions = {out.close,
                       {.label = say(PeopleWord::show_names),
                        .intent = Confirm{},
                        .emphasis = Emphasis::primary}};
        return out;
      case DialogKind::end_pair:
        return present_end_pair(state, say);
      case DialogKind::report:
        out.title = say(ReportWord::title);
        for (const std::string& line : state.frame.dialog_lines)
          out.pieces.push_back(Words{line});
        out.actions = {out.close};
        return out;
    }
    if (!state.running || state.running->kind == Running::Kind::import) return std::nullopt;
    out.title = state.running->title;
    out.working = Working{.label = state.running->title,
                          .part = static_cast<int>(state.running->done),
                          .whole = static_cast<int>(state.running->whole)};
    out.close.why_not = say(BookWord::moment);
    return out;
  }

  [[nodiscard]] std::optional<Palette> palette() const {
    if (!state.frame.palette) return std::nullopt;
    Palette out;
    out.query = {.id = {Control::palette_query, {}},
                 .label = say(FrameWord::palette_query),
                 .value = state.frame.palette_query,
                 .kind = TextKind::search};
    out.items = palette_items(state, say);
    out.selected = state.frame.palette_selected;
    out.empty = say(FrameWord::palette_empty);
    return out;
  }

  [[nodiscard]] Screen screen() const {
    Screen out;
    out.body = body();
    const std::string heading =
        std::visit([](const auto& shown) { return shown.title; }, out.body);
    const bool is_inside = state.place == Place::inside && state.book;
    const std::string name = is_inside ? state.book->programme.name : std::string();
    if (heading == say(FrameWord::pairbook)) {
      out.title = heading;
    } else if (name.empty() || name == heading) {
      out.title = say(FrameWord::window_title_short, heading);
    } else {
      out.title = say(FrameWord::window_title, heading, name);
    }
    out.route = state.frame.route;
    out.language = say.code();
    out.skip_label = say(FrameWord::skip_to_content);
    if (is_inside) out.chrome = chrome();
    out.dialog = dialog();
    out.palette = palette();
    for (const ToastShown& shown : state.frame.toasts) {
      Toast toast{.id = shown.id, .tone = shown.tone, .text = shown.text};
      if (shown.with_undo) {
        toast.action = Button{.label = say(FrameWord::undo), .intent = Undo{}};
      }
      toast.dismiss = {.label = say(FrameWord::dismiss), .intent = DismissToast{shown.id}};
      out.toasts.push_back(std::move(toast));
    }
    for (const Command& command : commands(state, say)) {
      if (!command.keys.empty() && command.why_not.empty()) {
        out.shortcuts.push_back({command.keys, command.intent});
      }
    }
    out.focus = state.frame.focus;
    out.theme = state.preferences.theme;
    out.contrast = state.preferences.contrast;
    return out;
  }
};

}  // namespace

Screen present(const Model& model, const domain::Moment& moment) {
  return Presenting{model.state(), moment, Speaker(model.state().language)}.screen();
}

}  // namespace pairbook::app
