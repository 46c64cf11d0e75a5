#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "some_people.hpp"
#include "story.hpp"

namespace pairbook {

using namespace app;
using testing::ElementsAre;
using testing::HasSubstr;
using testing_support::Device;
using testing_support::many;
using testing_support::Story;
using testing_support::three;

namespace {

constexpr const char* passphrase = "umbrella quarry saffron tandem";
TEST(ImportStory, BringsASpreadsheetIn) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase);

  story.imports(three).does(Go{"#/people"});

  EXPECT_THAT(story.names(), ElementsAre("Amina Yusuf", "Tomasz Zieliński", "Zoë Müller"));
}

TEST(ImportStory, ShowsAPreviewBeforeAnythingIsWritten) {
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

TEST(ImportStory, TakesAWholeImportBackWithOneUndo) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(many(900));

  story.does(Undo{}).does(Go{"#/people"});
  EXPECT_TRUE(story.body<PeopleBody>().empty);
  story.does(Redo{});

  EXPECT_EQ(story.body<PeopleBody>().table.total, 900);
}

TEST(ImportStory, DoesEverythingAgainWhenAskedWhileItIsStillBeingTakenBack) {
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

TEST(ImportStory, BeginsTheNextImportWhenTheLastOneIsDone) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(three);
  ASSERT_TRUE(std::holds_alternative<ImportDoneStep>(story.body<ImportBody>().content));

  story.does(Go{"#/import"});

  EXPECT_TRUE(std::holds_alternative<ImportChooseStep>(story.body<ImportBody>().content));
}

TEST(ImportStory, GoesBackBeyondALargeImportInOneStep) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(three).imports(many(2500));

  story.does(UndoToHere{0}).does(Go{"#/people"});

  EXPECT_TRUE(story.body<PeopleBody>().empty);
}

TEST(ImportStory, UndoesAfterTheTabWasClosedAndOpenedAgain) {
  Device device;
  Story(device).start().makes_a_book("Harbour", passphrase).imports(three);
  Story later(device, 2);
  later.start().unlocks(passphrase).does(Go{"#/people"});
  EXPECT_EQ(later.screen().chrome->undo.label, "Undo: 3 people imported");

  later.does(Undo{});

  EXPECT_TRUE(later.body<PeopleBody>().empty);
}

TEST(ImportStory, UndoesALargeImportAlsoAfterOpeningAgain) {
  Device device;
  Story(device).start().makes_a_book("Harbour", passphrase).imports(many(2500));
  Story later(device, 2);
  later.start().unlocks(passphrase).does(Go{"#/people"});
  ASSERT_EQ(later.body<PeopleBody>().table.total, 2500);

  later.does(Undo{});

  EXPECT_TRUE(later.body<PeopleBody>().empty);
}

TEST(ImportStory, RemembersAfterOpeningWhatWasTakenBack) {
  Device device;
  Story(device).start().makes_a_book("Harbour", passphrase).imports(three).does(Undo{});
  Story later(device, 2);

  later.start().unlocks(passphrase).does(Go{"#/people"}).does(Redo{});

  EXPECT_EQ(later.names().size(), 3u);
}

TEST(ImportStory, ShowsHowExamplesWillBeKeptWhereTheFirstRowsAreBlank) {
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

TEST(ImportStory, StopsAnImportBeforeItsFirstRowIsWritten) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).previews(many(1500));
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

TEST(ImportStory, AFileDroppedWhileAnotherIsBroughtInWaits) {
  Device device;
  Story story(device);
  const std::string csv = many(1500);
  story.start().makes_a_book("Harbour", passphrase).previews(csv);
  story.hold_continue = true;
  story.does(RunImport{});
  for (int i = 0; i < 8; ++i) story.send(Woke{});

  const auto bytes = base::bytes_of(csv);
  story.picks_file(PickPurpose::import_people, "more.csv", {bytes.begin(), bytes.end()});
  story.hold_continue = false;
  story.send(Woke{}).does(Go{"#/people"});

  EXPECT_EQ(story.body<PeopleBody>().table.total, 1500);
}

TEST(ImportStory, ALargeBookOpensFromItsSnapshotAndKnowsWhatCameLater) {
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

TEST(ImportStory, ALargeChangeThatDidNotFitIsSavedWholeOnceThereIsRoom) {
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

TEST(ImportStory, StopsAnImportHalfWayAndTakesItBack) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).previews(many(1500));
  story.hold_continue = true;
  story.does(RunImport{}).send(Woke{}).send(Woke{});
  ASSERT_TRUE(story.body<ImportBody>().working);

  story.hold_continue = false;
  story.does(CancelImport{}).does(Go{"#/people"});

  EXPECT_TRUE(story.body<PeopleBody>().empty);
}

TEST(ImportStory, SaysWhichFileIsNoSpreadsheet) {
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

}  // namespace
}  // namespace pairbook
