#include "ui/samples_inside.hpp"

#include "pairbook/base/text.hpp"

namespace pairbook::ui::samples {

Screen welcome() {
  WelcomeBody body;
  body.title = "Welcome to Pairbook";
  body.text =
      "Run a mentoring programme on this device alone. Everything you type is encrypted here "
      "before it is stored, and nothing leaves this device.";
  body.known_title = "On this device";
  body.known.push_back({"Harbour Mentoring 2026", button("Open", OpenBook{}),
                        button("Forget", ForgetBook{}, Emphasis::quiet)});
  body.known.push_back({"A programme on this device", button("Open", OpenBook{}),
                        button("Forget", ForgetBook{}, Emphasis::quiet)});
  body.start = button("Start a programme", StartNewBook{}, Emphasis::primary, Icon::add);
  body.open_file = button("Open a book file", OpenBookFile{}, Emphasis::plain, Icon::upload);
  body.look_around = button("Look around with sample people", LookAround{}, Emphasis::quiet);
  body.check_report = button("Check a match report", CheckReport{}, Emphasis::quiet);
  body.notices.push_back({.tone = Tone::warning,
                          .title = "Private window",
                          .text = "This browser window forgets everything when it closes. Save "
                                  "to a file before you leave."});
  return alone("Welcome", std::move(body));
}

Screen new_book() {
  NewBookBody body;
  body.title = "Choose a passphrase";
  body.step = "Step 2 of 3";
  body.text = "It opens the book. Nobody can reset it for you, so take one you can remember.";
  TextField pass =
      field(Control::passphrase, "Passphrase", "correct horse", TextKind::password);
  pass.autocomplete = "new-password";
  pass.help = "Four or more words that do not belong together.";
  TextField again =
      field(Control::passphrase_again, "The same again", "correct", TextKind::password);
  again.error = "This is not the same yet.";
  body.pieces = {pass, again,
                 Toggle{.id = control(Control::remember_name),
                        .label = "Show the programme's name before unlocking",
                        .on = true,
                        .help = "Whoever opens this browser can read the name."}};
  body.strength =
      Strength{3, "Good",
               "A fast computer would need about 40 years. One more word makes it thousands."};
  body.back = button("Back", StepBack{}, Emphasis::quiet, Icon::back);
  body.next = button("Next", NextStep{}, Emphasis::primary);
  return alone("New programme", std::move(body));
}

Screen recovery() {
  NewBookBody body;
  body.title = "Keep a recovery sheet";
  body.step = "Step 3 of 3";
  body.text =
      "If the passphrase is lost, this sheet opens the book. Print it or save it, and keep it "
      "somewhere safe.";
  body.sheet =
      RecoverySheet{"Written as twelve groups. Capital letters and small ones are the same.",
                    {"A7KQ", "93MX", "TTR4", "PW2D", "8HNE", "55VB", "QZ7M", "K2LC", "RR9X",
                     "WD4T", "6YHP", "A3NE"}};
  body.pieces = {
      button("Print the sheet", PrintRecoverySheet{}, Emphasis::plain, Icon::print),
      button("Save the sheet", SaveRecoverySheet{}, Emphasis::plain, Icon::download),
      field(Control::recovery_group_one, "Type group 3 to show that you have it", "")};
  body.next = button("Make the book", NextStep{}, Emphasis::primary);
  body.next.why_not = "Type the group first.";
  return alone("New programme", std::move(body));
}

Screen unlock() {
  UnlockBody body;
  body.title = "Open Harbour Mentoring 2026";
  body.text = "The book is locked. Type its passphrase.";
  body.secret = field(Control::passphrase, "Passphrase", "", TextKind::password);
  body.secret.autocomplete = "current-password";
  body.secret.error = "That is not the passphrase of this book.";
  body.unlock = button("Unlock", Unlock{}, Emphasis::primary, Icon::unlock);
  body.other_way = button("Use the recovery sheet", UseRecovery{}, Emphasis::quiet);
  body.leave = button("Other programmes", Go{"#/"}, Emphasis::quiet);
  return alone("Unlock", std::move(body));
}

Screen opening() {
  return alone(
      "Opening",
      OpeningBody{"Opening the book",
                  {.label = "Working out the key",
                   .detail = "This takes a few seconds on purpose: it makes guessing slow.",
                   .cancel = button("Cancel", CancelWork{})}});
}

Screen problem() {
  ProblemBody body;
  body.tone = Tone::danger;
  body.title = "This file is damaged";
  body.text =
      "Part of the book cannot be read. Nothing was changed, and what is on this device is "
      "untouched.";
  body.what_to_do = {"Open an older copy, if you have saved one.",
                     "Ask whoever gave you the file to save it again. A file that was sent by "
                     "e-mail may have been cut off."};
  body.actions = {button("Open another file", OpenBookFile{}, Emphasis::primary),
                  button("Back", Go{"#/"})};
  body.detail = "corrupt: byte 1042: frame longer than the file";
  return alone("Problem", std::move(body));
}

Screen home() {
  HomeBody body;
  body.title = "Harbour Mentoring 2026";
  body.text = "128 people, 35 pairs. Round 1 was approved on 3 March 2026.";
  body.figures = {{"People", "128", "4 new this week", "#/people"},
                  {"Mentors", "50", "61 places", "#/people?role=mentor"},
                  {"Mentees", "78", "", "#/people?role=mentee"},
                  {"Pairs", "35", "", "#/pairs"}};
  body.next_title = "What next";
  body.next = {
      {"Add people", "128 people are here.", true, std::nullopt},
      {"Set the rules", "Nine rules, 392 of 2,500 pairs are allowed.", true,
       button("Look at the rules", Go{"#/rules"})},
      {"Match round 2", "43 mentees have no mentor yet.", false,
       button("Match now", Go{"#/match"}, Emphasis::primary)},
      {"Write letters", "35 letters are waiting.", false, button("Letters", Go{"#/letters"})}};
  body.notices.push_back(
      {.tone = Tone::info,
       .title = "Save a copy",
       .text = "The last copy is 12 days old. A browser may clear its storage.",
       .actions = {button("Save to file", SaveToFile{}, Emphasis::plain, Icon::download)}});
  return screen("Home", "#/home", std::move(body));
}

Screen empty_home() {
  HomeBody body;
  body.title = "Harbour Mentoring 2026";
  body.empty =
      Empty{"Nobody is here yet",
            "Bring your people in from a spreadsheet, or add them one by one.",
            {button("Import a spreadsheet", Go{"#/import"}, Emphasis::primary, Icon::upload),
             button("Add somebody", AddSomebody{})}};
  return screen("Home", "#/home", std::move(body));
}

Screen history() {
  HistoryBody body;
  body.title = "History";
  body.text = "Everything that was done, newest first.";
  body.table.list = ListId::history;
  body.table.caption = "Changes";
  body.table.columns = {column("when", "When", 160, Sorting::not_sortable),
                        column("what", "What", 420, Sorting::not_sortable)};
  body.table.total = 20;
  for (int i = 0; i < 20; ++i)
    body.table.rows.push_back(
        {.key = base::to_text(i),
         .cells = {"22 November, 19:4" + base::to_text(i % 10), "Added " + name_at(i)},
         .controls = {button("Back to here", UndoToHere{i})}});
  body.actions = {button("Undo: add Amina Yusuf", Undo{}, Emphasis::plain, Icon::undo)};
  return screen("History", "#/history", std::move(body));
}

Screen settings() {
  SettingsBody body;
  body.title = "Settings";
  body.sections.push_back(
      {"Programme", "", {field(Control::settings_name, "Name", "Harbour Mentoring 2026")}, {}});
  body.sections.push_back(
      {"Passphrase",
       "It opens the book on this device and in every copy you save from now on.",
       {field(Control::current_passphrase, "Passphrase now", "", TextKind::password),
        field(Control::settings_new_passphrase, "New passphrase", "", TextKind::password),
        button("Change it", ChangePassphrase{}),
        button("New recovery sheet", NewRecoverySheet{})},
       {}});
  body.sections.push_back(
      {"Looks",
       "",
       {choice(Control::settings_theme, "Colours", {"As the system", "Light", "Dark"}),
        choice(Control::settings_contrast, "Contrast", {"As the system", "Normal", "High"})},
       {}});
  body.sections.push_back(
      {"Storage",
       "",
       {button("Save to file", SaveToFile{}, Emphasis::plain, Icon::download)},
       {{.tone = Tone::success,
         .title = "",
         .text = "The browser keeps this book for good."}}});
  return screen("Settings", "#/settings", std::move(body));
}

Screen dialog() {
  Screen made = people();
  app::Dialog dialog;
  dialog.title = "Remove 2 people?";
  dialog.pieces = {
      Words{"Amina Yusuf and Tomasz Zieliński are in a pair. Removing them ends it."},
      TextField{
          .id = control(Control::pair_end_note), .label = "Why", .value = "They moved away"}};
  dialog.actions = {button("Keep them", Close{}),
                    button("Remove", Confirm{}, Emphasis::danger)};
  dialog.close = button("Close", Close{});
  made.dialog = std::move(dialog);
  return made;
}

Screen palette() {
  Screen made = home();
  app::Palette palette;
  palette.query = field(Control::palette_query, "Search and commands", "", TextKind::search);
  palette.query.placeholder = "What do you want to do?";
  palette.items = {{"Add somebody", "People", "", "", AddSomebody{}},
                   {"Import a spreadsheet", "People", "", "", Go{"#/import"}},
                   {"Match now", "Match", "Ctrl+M", "", RunMatch{}},
                   {"Redo", "", "Ctrl+Y", "Nothing was undone.", Redo{}},
                   {"Amina Yusuf", "Mentee", "", "", Go{"#/people/1"}}};
  palette.selected = 1;
  made.palette = std::move(palette);
  return made;
}

Screen toasts() {
  Screen made = home();
  made.toasts.push_back({.id = 1,
                         .tone = Tone::success,
                         .text = "407 people imported.",
                         .action = button("Undo", Undo{}),
                         .dismiss = button("Dismiss", DismissToast{1})});
  made.toasts.push_back({.id = 2,
                         .tone = Tone::danger,
                         .text = "The file could not be written: the disk is full.",
                         .action = std::nullopt,
                         .dismiss = button("Dismiss", DismissToast{2})});
  return made;
}

}  // namespace pairbook::ui::samples
