#include "ui/samples_inside.hpp"

#include "pairbook/base/text.hpp"

namespace pairbook::ui::samples {
namespace {

const std::vector<std::string> names{
    "Amina Yusuf",     "Tomasz Zieliński",  "Chidi Okonkwo",      "María José Núñez",
    "Nguyễn Thị Hoa",  "Aroha Tamihana",    "Søren Ångström",     "李小龍",
    "فاطمة الزهراء",   "Priya Raghunathan", "Giulia D'Angelo",    "Yuki Tanaka",
    "Olena Kovalenko", "אברהם כהן",         "Siobhán O'Sullivan", "Kwame Mensah"};

Chrome chrome(std::string_view current) {
  Chrome chrome;
  chrome.programme = "Harbour Mentoring 2026";
  chrome.navigation_label = "Places";
  const auto place = [&](std::string label, std::string route, Icon icon) {
    const bool here = route == current;
    chrome.nav.push_back(
        {.label = std::move(label), .route = std::move(route), .icon = icon, .current = here});
  };
  place("Home", "#/home", Icon::home);
  place("People", "#/people", Icon::people);
  place("Rules", "#/rules", Icon::rules);
  place("Match", "#/match", Icon::match);
  place("Pairs", "#/pairs", Icon::pairs);
  place("Letters", "#/letters", Icon::letters);
  place("History", "#/history", Icon::history);
  place("Settings", "#/settings", Icon::settings);
  chrome.save_state = "Saved on this device";
  chrome.undo = button("Undo: add Amina Yusuf", Undo{}, Emphasis::quiet, Icon::undo);
  chrome.undo.shortcut = "Ctrl+Z";
  chrome.redo = button("Redo", Redo{}, Emphasis::quiet, Icon::redo);
  chrome.redo.why_not = "Nothing was undone.";
  chrome.palette = button("Search and commands", OpenPalette{}, Emphasis::quiet, Icon::search);
  chrome.palette.shortcut = "Ctrl+K";
  chrome.lock = button("Lock", LockNow{}, Emphasis::quiet, Icon::lock);
  return chrome;
}

}  // namespace

const std::string& name_at(int i) {
  return names[static_cast<std::size_t>(i) % names.size()];
}

Button button(std::string label, Intent intent, Emphasis emphasis, Icon icon) {
  return {.label = std::move(label),
          .intent = std::move(intent),
          .emphasis = emphasis,
          .icon = icon};
}

ControlId control(Control which, std::string key) {
  return {which, std::move(key)};
}

Screen screen(std::string title, std::string route, Body body) {
  Screen made;
  made.title = std::move(title) + " - Harbour Mentoring 2026 - Pairbook";
  made.route = route;
  made.skip_label = "Skip to the content";
  made.chrome = chrome(route);
  made.body = std::move(body);
  made.shortcuts = {
      {"Ctrl+K", OpenPalette{}}, {"Shift+/", ShowShortcuts{}}, {"G P", Go{"#/people"}}};
  return made;
}

Screen alone(std::string title, Body body) {
  Screen made;
  made.title = std::move(title) + " - Pairbook";
  made.route = "#/";
  made.body = std::move(body);
  return made;
}

TextField field(Control which, std::string label, std::string value, TextKind kind) {
  return {
      .id = control(which), .label = std::move(label), .value = std::move(value), .kind = kind};
}

Choice choice(Control which, std::string label, std::vector<std::string> options, int selected,
              std::string key) {
  return {.id = control(which, std::move(key)),
          .label = std::move(label),
          .options = std::move(options),
          .selected = selected};
}

Column column(std::string key, std::string label, int width, Sorting sorting, bool numeric) {
  return {.key = std::move(key),
          .label = std::move(label),
          .sorting = sorting,
          .width = width,
          .numeric = numeric};
}

std::string id_of(int i) {
  std::string hex = base::to_text(i);
  return std::string(32 - hex.size(), '0') + hex;
}

std::vector<Named> all() {
  return {{"welcome", welcome()},
          {"new-book", new_book()},
          {"recovery", recovery()},
          {"unlock", unlock()},
          {"opening", opening()},
          {"problem", problem()},
          {"home", home()},
          {"empty-home", empty_home()},
          {"people", people()},
          {"no-people", no_people()},
          {"questions", questions()},
          {"person", person()},
          {"import-file", import_choose()},
          {"import-columns", import_columns()},
          {"import-preview", import_preview()},
          {"import-done", import_done()},
          {"rules", rules()},
          {"match", match()},
          {"weigh", weigh()},
          {"pairs", pairs()},
          {"works", works()},
          {"wishes", wishes()},
          {"letters", letters()},
          {"fairness", fairness()},
          {"history", history()},
          {"settings", settings()},
          {"dialog", dialog()},
          {"palette", palette()},
          {"toasts", toasts()}};
}

}  // namespace pairbook::ui::samples
