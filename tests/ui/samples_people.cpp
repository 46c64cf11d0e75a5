#include "ui/samples_inside.hpp"

#include "pairbook/base/text.hpp"

namespace pairbook::ui::samples {

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
       button("Change", EditField{"languages"}, Emphasis::plain, Icon::edit),
       button("Remove", RemoveFieldHere{"languages"}, Emphasis::danger, Icon::remove)},
      {"Years of experience", "Number", "Mentors are asked. Only coordinators see it.",
       button("Change", EditField{"years"}, Emphasis::plain, Icon::edit),
       button("Remove", RemoveFieldHere{"years"}, Emphasis::danger, Icon::remove)}};
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

}  // namespace pairbook::ui::samples
