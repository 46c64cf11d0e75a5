#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pairbook/base/text.hpp"
#include "story.hpp"

namespace pairbook {

using namespace app;
using testing::ElementsAre;
using testing::HasSubstr;
using testing_support::Device;
using testing_support::Story;

namespace {

constexpr const char* passphrase = "umbrella quarry saffron tandem";
constexpr const char* three =
    "Name,Email,Role,City\n"
    "Amina Yusuf,amina@example.org,mentor,Leeds\n"
    "Tomasz Zieliński,tomasz@example.org,mentee,York\n"
    "Zoë Müller,zoe@example.org,both,Leeds\n";

/// As many people as wished, half of them mentors.
std::string many(int people) {
  std::string csv = "Name,Email,Role,City\n";
  for (int i = 0; i < people; ++i) {
    const std::string n = base::to_text(i);
    csv += "Person Number" + n + ",p" + n + "@example.org," +
           (i % 2 == 0 ? "mentor" : "mentee") + ",Town" + base::to_text(i % 7) + "\n";
  }
  return csv;
}

TEST(PeopleStory, BringsASpreadsheetIn) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase);

  story.imports(three).does(Go{"#/people"});

  EXPECT_THAT(story.names(), ElementsAre("Amina Yusuf", "Tomasz Zieliński", "Zoë Müller"));
}

TEST(PeopleStory, ShowsAPreviewBeforeAnythingIsWritten) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).does(Go{"#/import"});
  const auto bytes = base::bytes_of(three);
  story.picks_file(PickPurpose::import_people, "people.csv", {bytes.begin(), bytes.end()});

  ASSERT_TRUE(std::holds_alternative<ImportColumnsStep>(story.body<ImportBody>().content));
  story.does(ImportStepTo{2});

  const ImportBody body = story.body<ImportBody>();
  ASSERT_TRUE(std::holds_alternative<ImportPreviewStep>(body.content));
  EXPECT_EQ(std::get<ImportPreviewStep>(body.content).counts.front().value, "3");
  story.does(Go{"#/people"});
  EXPECT_TRUE(story.body<PeopleBody>().empty);
}

TEST(PeopleStory, TakesAWholeImportBackWithOneUndo) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(many(900));

  story.does(Undo{}).does(Go{"#/people"});
  EXPECT_TRUE(story.body<PeopleBody>().empty);
  story.does(Redo{});

  EXPECT_EQ(story.body<PeopleBody>().table.total, 900);
}

TEST(PeopleStory, DoesEverythingAgainWhenAskedWhileItIsStillBeingTakenBack) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(many(2500)).does(Go{"#/people"});
  story.hold_continue = true;
  story.does(Undo{});
  for (int i = 0; i < 6; ++i) story.send(Woke{});
  ASSERT_NE(story.body<PeopleBody>().table.total, 2500);
  ASSERT_FALSE(story.body<PeopleBody>().empty);
  EXPECT_EQ(story.screen().chrome->redo.why_not, "");

  story.does(Redo{});
  story.hold_continue = false;
  story.send(Woke{});

  EXPECT_EQ(story.body<PeopleBody>().table.total, 2500);
}

TEST(PeopleStory, BeginsTheNextImportWhenTheLastOneIsDone) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(three);
  ASSERT_TRUE(std::holds_alternative<ImportDoneStep>(story.body<ImportBody>().content));

  story.does(Go{"#/import"});

  EXPECT_TRUE(std::holds_alternative<ImportChooseStep>(story.body<ImportBody>().content));
}

TEST(PeopleStory, GoesBackBeyondALargeImportInOneStep) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(three).imports(many(2500));

  story.does(UndoToHere{0}).does(Go{"#/people"});

  EXPECT_TRUE(story.body<PeopleBody>().empty);
}

TEST(PeopleStory, UndoesAfterTheTabWasClosedAndOpenedAgain) {
  Device device;
  Story(device).start().makes_a_book("Harbour", passphrase).imports(three);
  Story later(device, 2);
  later.start().unlocks(passphrase).does(Go{"#/people"});
  EXPECT_EQ(later.screen().chrome->undo.label, "Undo: 3 people imported");

  later.does(Undo{});

  EXPECT_TRUE(later.body<PeopleBody>().empty);
}

TEST(PeopleStory, UndoesALargeImportAlsoAfterOpeningAgain) {
  Device device;
  Story(device).start().makes_a_book("Harbour", passphrase).imports(many(2500));
  Story later(device, 2);
  later.start().unlocks(passphrase).does(Go{"#/people"});
  ASSERT_EQ(later.body<PeopleBody>().table.total, 2500);

  later.does(Undo{});

  EXPECT_TRUE(later.body<PeopleBody>().empty);
}

TEST(PeopleStory, RemembersAfterOpeningWhatWasTakenBack) {
  Device device;
  Story(device).start().makes_a_book("Harbour", passphrase).imports(three).does(Undo{});
  Story later(device, 2);

  later.start().unlocks(passphrase).does(Go{"#/people"}).does(Redo{});

  EXPECT_EQ(later.names().size(), 3u);
}

TEST(PeopleStory, ShowsHowExamplesWillBeKeptWhereTheFirstRowsAreBlank) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).does(Go{"#/import"});
  const std::string csv =
      "Name,Role,Skills\nAmina,mentor,\nBo,mentor,\nCy,mentor,\nDi,mentee,\nEd,mentee,\n"
      "Flo,mentee,\"law, maths\"\nGil,mentee,\"maths, law\"\nHo,mentee,law\n";
  const auto bytes = base::bytes_of(csv);

  story.picks_file(PickPurpose::import_people, "people.csv", {bytes.begin(), bytes.end()});

  const ImportBody body = story.body<ImportBody>();
  const auto* step = std::get_if<ImportColumnsStep>(&body.content);
  ASSERT_NE(step, nullptr);
  const auto& skills = step->columns.at(2);
  EXPECT_EQ(skills.samples, (std::vector<std::string>{"law, maths", "maths, law", "law"}));
  EXPECT_EQ(skills.understood, (std::vector<std::string>{"law; maths", "law; maths", "law"}));
}

TEST(PeopleStory, StopsAnImportBeforeItsFirstRowIsWritten) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).does(Go{"#/import"});
  const std::string csv = many(1500);
  const auto bytes = base::bytes_of(csv);
  story.picks_file(PickPurpose::import_people, "people.csv", {bytes.begin(), bytes.end()});
  story.does(ImportStepTo{2});
  story.hold_continue = true;
  story.does(RunImport{}).send(Woke{});
  ASSERT_TRUE(story.body<ImportBody>().working);

  story.hold_continue = false;
  story.does(CancelImport{});

  EXPECT_FALSE(story.body<ImportBody>().working);
  story.does(Go{"#/people"});
  EXPECT_TRUE(story.body<PeopleBody>().empty);
  story.does(Go{"#/import"}).does(RunImport{}).does(Go{"#/people"});
  EXPECT_EQ(story.body<PeopleBody>().table.total, 1500);
}

TEST(PeopleStory, AFileDroppedWhileAnotherIsBroughtInWaits) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).does(Go{"#/import"});
  const std::string csv = many(1500);
  const base::Bytes bytes(base::bytes_of(csv).begin(), base::bytes_of(csv).end());
  story.picks_file(PickPurpose::import_people, "people.csv", bytes).does(ImportStepTo{2});
  story.hold_continue = true;
  story.does(RunImport{});
  for (int i = 0; i < 8; ++i) story.send(Woke{});

  story.picks_file(PickPurpose::import_people, "more.csv", bytes);
  story.hold_continue = false;
  story.send(Woke{}).does(Go{"#/people"});

  EXPECT_EQ(story.body<PeopleBody>().table.total, 1500);
}

TEST(PeopleStory, ALargeBookOpensFromItsSnapshotAndKnowsWhatCameLater) {
  Device device;
  Story(device).start().makes_a_book("Harbour", passphrase).imports(many(6000)).imports(three);

  Story later(device, 2);
  later.start().unlocks(passphrase).does(Go{"#/people"});

  EXPECT_EQ(later.body<PeopleBody>().table.total, 6003);
  std::size_t parts = 0;  // of the snapshot
  for (const auto& [key, row] : device.books.begin()->second) {
    parts += key.starts_with("rec/") && row.size() > 100'000 ? 1U : 0U;
  }
  EXPECT_GE(parts, 2U);
}

TEST(PeopleStory, ALargeChangeThatDidNotFitIsSavedWholeOnceThereIsRoom) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase);
  device.full = true;
  story.imports(many(6000));
  ASSERT_TRUE(story.screen().chrome->banner);
  device.full = false;
  story.does(RetrySave{});
  EXPECT_EQ(story.screen().chrome->save_state, "Saved on this device");

  Story later(device, 2);
  later.start().unlocks(passphrase).does(Go{"#/people"});
  EXPECT_EQ(later.body<PeopleBody>().table.total, 6000);
}

TEST(PeopleStory, StopsAnImportHalfWayAndTakesItBack) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).does(Go{"#/import"});
  const std::string csv = many(1500);
  const auto bytes = base::bytes_of(csv);
  story.picks_file(PickPurpose::import_people, "people.csv", {bytes.begin(), bytes.end()});
  story.does(ImportStepTo{2});
  story.hold_continue = true;
  story.does(RunImport{}).send(Woke{}).send(Woke{});
  ASSERT_TRUE(story.body<ImportBody>().working);

  story.hold_continue = false;
  story.does(CancelImport{}).does(Go{"#/people"});

  EXPECT_TRUE(story.body<PeopleBody>().empty);
}

TEST(PeopleStory, FindsPeopleByAnyWordWithoutAccents) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(three).does(Go{"#/people"});

  story.types(Control::people_search, "zielin");
  EXPECT_THAT(story.names(), ElementsAre("Tomasz Zieliński"));
  story.types(Control::people_search, "leeds");

  EXPECT_EQ(story.names().size(), 2u);
}

TEST(PeopleStory, FiltersByPartAndSortsBothWays) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(three).does(Go{"#/people"});

  story.does(Choose{{Control::people_role, {}}, 1});
  EXPECT_THAT(story.names(), ElementsAre("Amina Yusuf", "Zoë Müller"));
  story.does(SortRows{ListId::people, "/name"});

  EXPECT_THAT(story.names(), ElementsAre("Zoë Müller", "Amina Yusuf"));
}

TEST(PeopleStory, KeepsTheOrderWhileSomebodyIsLookedForAndWhoeverIsRemovedOut) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(three).does(Go{"#/people"});
  story.does(SortRows{ListId::people, "/name"});

  story.types(Control::people_search, "leeds");
  EXPECT_THAT(story.names(), ElementsAre("Zoë Müller", "Amina Yusuf"));
  const std::string zoe = story.body<PeopleBody>().table.rows.front().key;
  story.does(SelectRow{ListId::people, zoe, Selecting::only_this}).does(RemoveSelected{});
  EXPECT_THAT(story.names(), ElementsAre("Amina Yusuf"));
  story.types(Control::people_search, "");

  EXPECT_THAT(story.names(), ElementsAre("Tomasz Zieliński", "Amina Yusuf"));
}

TEST(PeopleStory, ChangesAPersonWhenAFieldIsLeft) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(three).does(Go{"#/people"});
  story.does(Go{story.body<PeopleBody>().table.rows.front().route});

  story.types(Control::person_name, "Amina Yusuf-Cole").leaves(Control::person_name);

  EXPECT_EQ(story.body<PersonBody>().title, "Amina Yusuf-Cole");
  EXPECT_EQ(story.screen().chrome->undo.label, "Undo: Amina Yusuf-Cole changed");
}

TEST(PeopleStory, KeepsAWrongAddressInTheFieldAndSaysWhy) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(three).does(Go{"#/people"});
  story.does(Go{story.body<PeopleBody>().table.rows.front().route});

  story.types(Control::person_email, "amina at home").leaves(Control::person_email);

  const PersonBody body = story.body<PersonBody>();
  const auto& field = std::get<TextField>(body.sections.front().pieces[2]);
  EXPECT_EQ(field.value, "amina at home");
  EXPECT_THAT(field.error, HasSubstr("e-mail"));
}

TEST(PeopleStory, RemovesTheSelectedAndBringsThemBack) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(three).does(Go{"#/people"});

  story.does(SelectRow{ListId::people, {}, Selecting::all}).does(RemoveSelected{});
  EXPECT_EQ(story.last_toast(), "3 people removed");
  story.does(Undo{});

  EXPECT_EQ(story.names().size(), 3u);
}

TEST(PeopleStory, ExportsWhatItCanImportAgain) {
  Device device, other;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(three);
  story.does(ExportPeople{ExportFormat::csv});
  const std::string csv = base::text_of(story.download()->chunks.front());
  Story second(other, 2);

  second.start().makes_a_book("Haven", passphrase).imports(csv).does(Go{"#/people"});

  EXPECT_THAT(second.names(), ElementsAre("Amina Yusuf", "Tomasz Zieliński", "Zoë Müller"));
}

TEST(PeopleStory, CarriesOnlyTheRowsInView) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(many(3000)).does(Go{"#/people"});

  story.does(ShowRows{ListId::people, 1000, 30});

  const Table table = story.body<PeopleBody>().table;
  EXPECT_EQ(table.total, 3000);
  EXPECT_EQ(table.first, 1000);
  EXPECT_EQ(table.rows.size(), 30u);
}

TEST(PeopleStory, MakesAQuestionAndRefusesToLeaveOptionsOut) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).does(Go{"#/questions"}).does(EditField{});
  story.types(Control::field_label, "Grade").does(Choose{{Control::field_kind, {}}, 4});

  story.does(SaveField{});
  ASSERT_TRUE(story.screen().dialog);
  story.types(Control::field_options, "Junior\nSenior").does(SaveField{});

  EXPECT_FALSE(story.screen().dialog);
  ASSERT_EQ(story.body<QuestionsBody>().questions.size(), 1u);
  EXPECT_EQ(story.body<QuestionsBody>().questions.front().kind, "Ordered scale");
}

TEST(PeopleStory, TellsTheHistoryAndGoesBackToAnyPointOfIt) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(three);
  story.does(AddSomebody{}).does(AddSomebody{}).does(Go{"#/history"});
  const Table table = story.body<HistoryBody>().table;
  ASSERT_EQ(table.rows.size(), 4u);
  EXPECT_EQ(table.rows[2].cells.front(), "3 people imported");

  story.does(std::get<Button>(table.rows[2].controls.front()).intent).does(Go{"#/people"});

  EXPECT_EQ(story.names().size(), 3u);
}

TEST(PeopleStory, TellsTheHourOfWhatHappenedWhereTheClockIsKnown) {
  Device device;
  device.times.changes = {{{0}, 60}};
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).does(Go{"#/history"});

  EXPECT_EQ(story.body<HistoryBody>().table.rows.front().cells.back(),
            "18 November 2026, 12:06");
}

TEST(PeopleStory, SaysWhichFileIsNoSpreadsheet) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).does(Go{"#/import"});
  const auto bytes = base::bytes_of("%PDF-1.7 and so on");

  story.picks_file(PickPurpose::import_people, "list.pdf", {bytes.begin(), bytes.end()});

  const ImportBody body = story.body<ImportBody>();
  const auto& step = std::get<ImportChooseStep>(body.content);
  ASSERT_FALSE(step.notices.empty());
  EXPECT_THAT(step.notices.front().text, HasSubstr("PDF"));
}

TEST(PeopleStory, LooksAroundWithSamplePeopleAndKeepsNothing) {
  Device device;
  Story story(device);

  story.start().does(LookAround{});

  ASSERT_TRUE(story.shows<HomeBody>());
  EXPECT_NE(story.body<HomeBody>().figures[1].value, "0");
  EXPECT_NE(story.body<HomeBody>().figures[2].value, "0");
  EXPECT_TRUE(device.books.empty());
  EXPECT_THAT(story.screen().chrome->save_state, HasSubstr("Nothing is kept"));
}

TEST(PeopleStory, FindsCommandsAndPeopleInThePalette) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(three);

  story.does(OpenPalette{}).types(Control::palette_query, "amina");
  ASSERT_TRUE(story.screen().palette);
  ASSERT_EQ(story.screen().palette->items.size(), 1u);
  story.does(story.screen().palette->items.front().intent);

  EXPECT_EQ(story.body<PersonBody>().title, "Amina Yusuf");
  EXPECT_FALSE(story.screen().palette);
}

}  // namespace
}  // namespace pairbook
