#include "ui/samples.hpp"

#include "pairbook/base/text.hpp"

namespace pairbook::ui::samples {
namespace {

using namespace app;  // NOLINT: this file only makes values of it

const std::vector<std::string> names{
    "Amina Yusuf",     "Tomasz Zieliński",  "Chidi Okonkwo",      "María José Núñez",
    "Nguyễn Thị Hoa",  "Aroha Tamihana",    "Søren Ångström",     "李小龍",
    "فاطمة الزهراء",   "Priya Raghunathan", "Giulia D'Angelo",    "Yuki Tanaka",
    "Olena Kovalenko", "אברהם כהן",         "Siobhán O'Sullivan", "Kwame Mensah"};

const std::string& name_at(int i) {
  return names[static_cast<std::size_t>(i) % names.size()];
}

Button button(std::string label, Intent intent, Emphasis emphasis = Emphasis::plain,
              Icon icon = Icon::none) {
  return {.label = std::move(label),
          .intent = std::move(intent),
          .emphasis = emphasis,
          .icon = icon};
}

ControlId control(Control which, std::string key = {}) {
  return {which, std::move(key)};
}

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

TextField field(Control which, std::string label, std::string value,
                TextKind kind = TextKind::line) {
  return {
      .id = control(which), .label = std::move(label), .value = std::move(value), .kind = kind};
}

Choice choice(Control which, std::string label, std::vector<std::string> options,
              int selected = 0, std::string key = {}) {
  return {.id = control(which, std::move(key)),
          .label = std::move(label),
          .options = std::move(options),
          .selected = selected};
}

Column column(std::string key, std::string label, int width,
              Sorting sorting = Sorting::unsorted, bool numeric = false) {
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

}  // namespace

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

Screen people(int total, int first, int shown) {
  PeopleBody body;
  body.title = "People";
  body.search = field(Control::people_search, "Search", "", TextKind::search);
  body.search.placeholder = "Name or e-mail";
  body.filters = {
      choice(Control::people_role, "Part", {"Everybody", "Mentors", "Mentees"}),
      choice(Control::people_field, "Question", {"Any question", "Languages", "Organisation"})};
  body.clear_filters = button("Clear", ClearFilters{}, Emphasis::quiet);
  body.count = base::to_text(total) + " people";
  body.selection = "2 selected";
  body.for_selection = {button("Withdraw", WithdrawSelected{}),
                        button("Remove", RemoveSelected{}, Emphasis::danger, Icon::remove)};
  body.actions = {button("Add somebody", AddSomebody{}, Emphasis::primary, Icon::add),
                  button("Import", Go{"#/import"}, Emphasis::plain, Icon::upload),
                  button("Export CSV", ExportPeople{}, Emphasis::plain, Icon::download),
                  button("Questions", Go{"#/questions"}, Emphasis::quiet)};
  Table& table = body.table;
  table.list = ListId::people;
  table.caption = "People";
  table.columns = {column("name", "Name", 240, Sorting::ascending), column("part", "Part", 110),
                   column("organisation", "Organisation", 200),
                   column("languages", "Languages", 180),
                   column("places", "Places", 90, Sorting::unsorted, true)};
  table.total = total;
  table.first = first;
  table.selectable = true;
  table.select_all_label = "Select everybody";
  table.empty = "Nobody fits these filters.";
  for (int i = first; i < std::min(total, first + shown); ++i) {
    Row row;
    row.key = id_of(i);
    row.cells = {
        name_at(i) + (i < 16 ? "" : " " + base::to_text(i)), i % 3 == 0 ? "Mentor" : "Mentee",
        i % 2 == 0 ? "Harbour Trust" : "Łódź Housing Co-operative",
        i % 4 == 0 ? "English, Polish" : "English", i % 3 == 0 ? base::to_text(i % 4 + 1) : ""};
    row.selected = i == 1 || i == 3;
    row.route = "#/people/" + row.key;
    table.rows.push_back(std::move(row));
  }
  return screen("People", "#/people", std::move(body));
}

Screen no_people() {
  PeopleBody body;
  body.title = "People";
  body.empty =
      Empty{"Nobody is here yet",
            "Bring your people in from a spreadsheet, or add them one by one.",
            {button("Import a spreadsheet", Go{"#/import"}, Emphasis::primary, Icon::upload),
             button("Add somebody", AddSomebody{})}};
  return screen("People", "#/people", std::move(body));
}

Screen questions() {
  QuestionsBody body;
  body.title = "Questions";
  body.text = "What the programme knows of each person.";
  body.back = {"People", "#/people"};
  body.questions = {
      {"Languages", "Several of", "English, Polish, Somali. Everybody is asked.",
       button("Edit", EditField{"languages"}),
       button("Remove", RemoveFieldHere{"languages"}, Emphasis::danger)},
      {"Years of experience", "Number", "Mentors are asked. Only coordinators see it.",
       button("Edit", EditField{"years"}),
       button("Remove", RemoveFieldHere{"years"}, Emphasis::danger)}};
  body.add = button("Add a question", EditField{}, Emphasis::primary, Icon::add);
  return screen("Questions", "#/questions", std::move(body));
}

Screen person() {
  PersonBody body;
  body.title = "Tomasz Zieliński";
  body.subtitle = "Mentor, 2 places";
  body.back = {"People", "#/people"};
  TextField email = field(Control::person_email, "E-mail", "tomasz@example", TextKind::email);
  email.error = "An e-mail address has a dot in its last part.";
  body.sections.push_back({"Who",
                           {field(Control::person_name, "Name", "Tomasz Zieliński"),
                            field(Control::person_called, "Called", "Tomek"), email}});
  body.sections.push_back(
      {"Part in the programme",
       {Toggle{.id = control(Control::person_mentor), .label = "Mentor", .on = true},
        Toggle{.id = control(Control::person_mentee), .label = "Mentee", .on = false},
        NumberBox{.id = control(Control::person_places),
                  .label = "Places",
                  .value = 2,
                  .min = 0,
                  .max = 20,
                  .unit = "mentees at the same time"}}});
  TickList languages{.id = control(Control::person_answer, "languages"),
                     .label = "Languages",
                     .items = {{"English", true}, {"Polish", true}, {"Somali", false}},
                     .help = "Those one could have a conversation in."};
  body.sections.push_back(
      {"Answers",
       {languages,
        choice(Control::person_answer, "Stage",
               {"Not answered", "Starting", "Settled", "Leading"}, 2, "stage"),
        field(Control::person_answer, "About",
              "I worked in three warehouses before I found bookkeeping.",
              TextKind::paragraph)}});
  body.pairs_title = "Pairs";
  body.pairs = {{"Mentor of Amina Yusuf since 3 March 2026", "#/people/1",
                 button("End this pair", EndPairHere{}, Emphasis::danger)}};
  body.no_pairs = "No pair yet.";
  body.actions = {button("Remove", RemovePeopleHere{}, Emphasis::danger, Icon::remove)};
  return screen("Tomasz Zieliński", "#/people/1", std::move(body));
}

namespace {

ImportBody import_body(int step) {
  ImportBody body;
  body.title = "Import people";
  body.steps = {"File", "Columns", "Preview", "Done"};
  body.step = step;
  body.leave = {"People", "#/people"};
  return body;
}

}  // namespace

Screen import_choose() {
  ImportBody body = import_body(0);
  ImportChooseStep step;
  step.text = "Take the sign-up sheet as it is. Nothing is kept before you have seen it.";
  step.choose = button("Choose a file", ChooseImportFile{}, Emphasis::primary, Icon::upload);
  step.drop_here = "Drop a spreadsheet here, or choose a file";
  step.paste = field(Control::import_paste, "Or paste the cells", "", TextKind::paragraph);
  step.paste.help = "From a spreadsheet program, with the line of headings.";
  step.read_pasted = button("Read what I pasted", ReadPasted{});
  step.read_pasted.why_not = "Paste something first.";
  step.notices.push_back(
      {.tone = Tone::danger,
       .title = "holiday.jpg is not a spreadsheet",
       .text =
           "Pairbook reads CSV and TSV files. In a spreadsheet program, choose Save as, CSV."});
  body.content = std::move(step);
  return screen("Import", "#/import", std::move(body));
}

Screen import_columns() {
  ImportBody body = import_body(1);
  ImportColumnsStep step;
  step.text = "signups.csv: 412 rows. Check what each column means.";
  step.role = choice(Control::import_role, "Who is in this file",
                     {"Mentors", "Mentees", "Both: a column says"}, 1);
  step.header_label = "In the file";
  step.meaning_label = "Means";
  step.samples_label = "As written";
  step.understood_label = "As understood";
  const auto add = [&](std::string header, std::vector<std::string> samples,
                       std::vector<std::string> understood, std::string trouble) {
    ImportColumnsStep::ColumnRow row;
    row.header = header;
    row.meaning =
        choice(Control::import_column, "What " + header + " means",
               {"Leave out", "Name", "E-mail", "Languages", "A new question"}, 1, header);
    row.samples = std::move(samples);
    row.understood = std::move(understood);
    row.trouble = std::move(trouble);
    step.columns.push_back(std::move(row));
  };
  add("Full name", {"Amina Yusuf", "Nguyễn Thị Hoa", "O'Sullivan, Siobhán"},
      {"Amina Yusuf", "Nguyễn Thị Hoa", "Siobhán O'Sullivan"}, "");
  add("Which languages do you speak well enough to have a conversation in?",
      {"English; Polish", "english, somali", ""},
      {"English, Polish", "English, Somali", "no answer"},
      "14 rows not understood, for example row 7: \"a bit of everything\"");
  step.back = button("Back", ImportStepTo{0}, Emphasis::quiet, Icon::back);
  step.next = button("Preview", ImportStepTo{2}, Emphasis::primary);
  body.content = std::move(step);
  return screen("Import", "#/import", std::move(body));
}

Screen import_preview() {
  ImportBody body = import_body(2);
  ImportPreviewStep step;
  step.text = "Nothing is kept yet.";
  step.counts = {{"New", "398", "", ""},
                 {"Changed", "9", "", ""},
                 {"Duplicates", "3", "", ""},
                 {"Unusable", "2", "", ""}};
  step.show =
      choice(Control::import_show, "Show", {"All rows", "New", "Duplicates", "Unusable"});
  Table& table = step.table;
  table.list = ListId::import_rows;
  table.caption = "Rows of the file";
  table.columns = {column("row", "Row", 70, Sorting::not_sortable, true),
                   column("name", "Name", 220, Sorting::not_sortable),
                   column("what", "What happens", 200, Sorting::not_sortable)};
  table.total = 412;
  for (int i = 0; i < 40; ++i) {
    Row row;
    row.key = base::to_text(i);
    row.cells = {base::to_text(i + 2), name_at(i),
                 i % 7 == 3    ? "Looks like somebody who is here"
                 : i % 11 == 5 ? "Unusable"
                               : "New"};
    row.tone = i % 11 == 5 ? Tone::danger : i % 7 == 3 ? Tone::warning : Tone::plain;
    if (i % 11 == 5) row.note = "No name and no e-mail.";
    if (i % 7 == 3)
      row.controls = {choice(Control::import_row_choice,
                             "What to do with row " + base::to_text(i + 2),
                             {"Leave out", "Update", "Add anyway"}, 0, base::to_text(i))};
    table.rows.push_back(std::move(row));
  }
  step.back = button("Back", ImportStepTo{1}, Emphasis::quiet, Icon::back);
  step.run = button("Import 407 people", RunImport{}, Emphasis::primary);
  body.content = std::move(step);
  return screen("Import", "#/import", std::move(body));
}

Screen import_done() {
  ImportBody body = import_body(3);
  body.content = ImportDoneStep{"407 people are in",
                                "398 new, 9 changed. One undo takes all of it back.",
                                {button("Look at them", Go{"#/people"}, Emphasis::primary),
                                 button("Import another file", ImportStepTo{0})}};
  return screen("Import", "#/import", std::move(body));
}

Screen rules() {
  RulesBody body;
  body.title = "Rules";
  body.text = "What makes a pair possible, and what makes it good.";
  body.musts_title = "Must";
  body.points_title = "Points";
  body.goal_title = "Aim";
  const auto sentence = [&](std::string key, std::vector<Piece> parts, std::string effect,
                            std::string trouble = {}) {
    RulesBody::Sentence made;
    made.key = key;
    made.on = {.id = control(Control::rule_on, key), .label = "Use this rule", .on = true};
    made.parts = std::move(parts);
    made.effect = std::move(effect);
    made.trouble = std::move(trouble);
    made.remove = button("Remove this rule", RemoveRule{base::to_text(1).size() == 1 ? 1 : 0},
                         Emphasis::quiet, Icon::remove);
    return made;
  };
  const std::vector<std::string> questions{"Organisation", "Languages", "Field of work",
                                           "Stage"};
  body.musts = {sentence("1",
                         {Words{"The two must not share"},
                          choice(Control::rule_part, "Question", questions, 0, "1/q")},
                         "Leaves out 104 of 2,500 pairs"),
                sentence("2",
                         {Words{"The two must have one of"},
                          choice(Control::rule_part, "Question", questions, 1, "2/q"),
                          Words{"in common"}},
                         "Leaves out 1,204 of 2,500 pairs",
                         "The question \"Tongues\" does not exist any more.")};
  body.points = {
      sentence("3",
               {Words{"The same"}, choice(Control::rule_part, "Question", questions, 2, "3/q"),
                Words{"gives"},
                Slider{.id = control(Control::rule_part, "3/p"),
                       .label = "Points for the same field of work",
                       .value = 12,
                       .min = 0,
                       .max = 40,
                       .value_text = "12 points"}},
               "Up to 12 points"),
      sentence("4",
               {Words{"What the mentee wants to learn and the mentor offers gives"},
                NumberBox{.id = control(Control::rule_part, "4/p"),
                          .label = "Points each",
                          .value = 5,
                          .unit = "points each"}},
               "Up to 25 points")};
  body.new_kind = choice(Control::rules_new_kind, "New rule",
                         {"Must not share", "Must have in common", "The same gives points"});
  body.add = button("Add", AddRule{}, Emphasis::plain, Icon::add);
  body.goal = {
      choice(Control::rules_goal, "Aim for", {"The best total", "As many people as possible"}),
      NumberBox{.id = control(Control::rules_bonus),
                .label = "Bonus for people without a match so far",
                .value = 20,
                .unit = "points"}};
  body.allowed = "392 of 2,500 pairs are allowed.";
  body.presets_title = "Start from a set";
  body.presets = {
      {"Careers network",
       "Points for field, skills wanted and offered, and stage; several rounds.",
       button("Use this set", UsePresetNamed{"careers"})},
      {"Newcomers", "A language in common comes first.",
       button("Use this set", UsePresetNamed{"newcomers"})},
      {"Blank", "No rules at all.", button("Use this set", UsePresetNamed{"blank"})}};
  body.actions = {button("Match now", Go{"#/match"}, Emphasis::primary, Icon::match),
                  button("Import rules", ImportRules{}, Emphasis::plain, Icon::upload),
                  button("Export rules", ExportRules{}, Emphasis::plain, Icon::download)};
  return screen("Rules", "#/rules", std::move(body));
}

namespace {

std::vector<ReasonLine> reasons() {
  return {{"The same field of work", "12 points", "Both: bookkeeping"},
          {"Skills wanted and offered", "10 points", "Spreadsheets, public speaking"},
          {"One language in common", "0 points", "Must be so: English"}};
}

}  // namespace

Screen match() {
  MatchBody body;
  body.title = "Match: round 2";
  body.text = "43 mentees and 26 free places.";
  body.figures = {
      {"Pairs", "24", "", ""}, {"Points", "512", "", ""}, {"Without a pair", "19", "", ""}};
  body.proof = "Proven best: no other choice of pairs reaches more points.";
  body.moved = "4 pairs differ from the last proposal.";
  body.show = choice(Control::match_show, "Show", {"All", "Changed", "Locked"});
  body.search = field(Control::match_search, "Search", "", TextKind::search);
  Table& table = body.table;
  table.list = ListId::proposals;
  table.caption = "Proposed pairs";
  table.columns = {column("mentee", "Mentee", 220), column("mentor", "Mentor", 220),
                   column("points", "Points", 90, Sorting::descending, true)};
  table.total = 24;
  for (int i = 0; i < 24; ++i) {
    Row row;
    row.key = "pair" + base::to_text(i);
    row.cells = {name_at(i), name_at(i + 5), base::to_text(42 - i)};
    row.open = ExpandProposal{};
    row.controls = {Toggle{.id = control(Control::match_pick, row.key),
                           .label = "Approve " + name_at(i) + " with " + name_at(i + 5),
                           .on = i < 3},
                    button("Details", ExpandProposal{}, Emphasis::quiet)};
    table.rows.push_back(std::move(row));
  }
  MatchBody::Details details;
  details.key = "pair1";
  details.title = "Why Tomasz Zieliński and Aroha Tamihana";
  details.reasons = reasons();
  details.rank = "Second choice of the mentor's list, first of the mentee's.";
  details.actions = {
      button("Lock", DecideOnTwo{.mentor = {}, .mentee = {}, .verdict = domain::Verdict::none},
             Emphasis::plain, Icon::pin),
      button("Forbid", DecideOnTwo{}, Emphasis::danger, Icon::ban),
      button("Another mentor", AskForAnother{}, Emphasis::plain, Icon::swap)};
  details.others_title = "Other mentors";
  details.others = {
      {"Chidi Okonkwo", "3 points fewer, and two others move", button("Choose", DecideOnTwo{})},
      {"María José Núñez", "12 points fewer", button("Choose", DecideOnTwo{})}};
  body.details = std::move(details);
  body.unmatched_title = "Without a pair";
  body.unmatched.list = ListId::unmatched;
  body.unmatched.caption = "People without a pair";
  body.unmatched.columns = {column("name", "Name", 220, Sorting::not_sortable),
                            column("why", "Why", 460, Sorting::not_sortable)};
  body.unmatched.total = 2;
  body.unmatched.rows = {
      {.key = "u1",
       .cells = {"Olena Kovalenko",
                 "No mentor speaks Ukrainian or Polish and has a free place."}},
      {.key = "u2",
       .cells = {"Kwame Mensah", "The three mentors that fit are wanted by seven others."}}};
  body.run = button("Match again", RunMatch{}, Emphasis::primary, Icon::match);
  body.actions = {button("Approve all 24", ApproveAll{}),
                  button("Approve 3 ticked", ApprovePicked{}),
                  button("Close the round", CloseTheRound{}, Emphasis::quiet)};
  return screen("Match", "#/match", std::move(body));
}

Screen pairs() {
  PairsBody body;
  body.title = "Pairs";
  body.show = choice(Control::pairs_show, "Show", {"Active", "Ended", "Round 1"});
  body.search = field(Control::pairs_search, "Search", "", TextKind::search);
  body.count = "35 pairs";
  body.table.list = ListId::pairs;
  body.table.caption = "Pairs";
  body.table.columns = {column("mentor", "Mentor", 220), column("mentee", "Mentee", 220),
                        column("since", "Since", 140),
                        column("round", "Round", 90, Sorting::unsorted, true)};
  body.table.total = 35;
  for (int i = 0; i < 35; ++i) {
    Row row;
    row.key = id_of(i);
    row.cells = {name_at(i + 3), name_at(i), "3 March 2026", base::to_text(i % 2 + 1)};
    row.open = ExpandPair{};
    body.table.rows.push_back(std::move(row));
  }
  body.details = PairsBody::Details{id_of(0),
                                    "María José Núñez and Amina Yusuf",
                                    reasons(),
                                    {field(Control::pair_end_note, "Note", ""),
                                     button("End this pair", EndPairHere{}, Emphasis::danger)}};
  body.actions = {button("Letters", Go{"#/letters"}, Emphasis::primary, Icon::mail),
                  button("Print", PrintPairs{}, Emphasis::plain, Icon::print),
                  button("Export CSV", ExportPairs{}, Emphasis::plain, Icon::download)};
  return screen("Pairs", "#/pairs", std::move(body));
}

Screen letters() {
  LettersBody body;
  body.title = "Letters";
  body.text = "One text for everybody; the blanks are filled for each.";
  body.kind =
      choice(Control::letter_kind, "To", {"Mentors", "Mentees", "People without a pair"});
  body.subject = field(Control::letter_subject, "Subject", "Your mentee in {programme}");
  body.body =
      field(Control::letter_body, "Text",
            "Dear {name},\n\nwe are glad to tell you that you will be the mentor of {partner}.",
            TextKind::paragraph);
  body.blanks_title = "Put in";
  body.blanks = {button("{name}", InsertBlank{"{name}"}),
                 button("{partner}", InsertBlank{"{partner}"}),
                 button("{programme}", InsertBlank{"{programme}"})};
  body.reset = button("Back to the first text", ResetLetter{}, Emphasis::quiet);
  body.preview_title = "As Tomasz Zieliński will read it (3 of 35)";
  body.preview_to = "tomasz@example.org";
  body.preview_subject = "Your mentee in Harbour Mentoring 2026";
  body.preview_body =
      "Dear Tomasz Zieliński,\n\nwe are glad to tell you that you will be the mentor of Amina "
      "Yusuf.";
  body.previous = button("Previous", MoveLetter{-1}, Emphasis::quiet, Icon::back);
  body.next = button("Next", MoveLetter{1}, Emphasis::quiet, Icon::forward);
  body.actions = {
      button("Copy", LetterOut{}, Emphasis::plain, Icon::copy),
      button("Print all 35", LetterOut{LetterDoing::print_all}, Emphasis::plain, Icon::print)};
  return screen("Letters", "#/letters", std::move(body));
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
          {"pairs", pairs()},
          {"letters", letters()},
          {"history", history()},
          {"settings", settings()},
          {"dialog", dialog()},
          {"palette", palette()},
          {"toasts", toasts()}};
}

}  // namespace pairbook::ui::samples
