#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

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

TEST(PeopleStory, SortsManyPeopleInSlicesIntoOneOrder) {
  constexpr int people = 12'000;
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(many(people)).does(Go{"#/people"});
  const int before = story.continues();
  story.does(SortRows{ListId::people, "/name"});
  EXPECT_GT(story.continues(), before + 1);

  std::vector<std::string> expected, listed;
  for (int i = 0; i < people; ++i) expected.push_back("Person Number" + base::to_text(i));
  std::sort(expected.rbegin(), expected.rend());
  for (int first = 0; first < people; first += 200) {
    story.does(ShowRows{ListId::people, first, 200});
    for (const std::string& name : story.names()) listed.push_back(name);
  }

  EXPECT_EQ(listed, expected);
}

TEST(PeopleStory, ForgetsWhoIsRemovedWhileManyAreStillSorted) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(many(12'000)).does(Go{"#/people"});
  const std::string first = story.body<PeopleBody>().table.rows.front().key;
  story.hold_continue = true;
  story.does(SelectRow{ListId::people, first, Selecting::only_this}).does(RemoveSelected{});
  const PeopleBody body = story.body<PeopleBody>();

  EXPECT_EQ(body.table.total, 11'999);
  EXPECT_NE(body.table.rows.front().key, first);
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

TEST(PeopleStory, RemovesThousandsPieceByPieceAsOneChange) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(many(2500)).does(Go{"#/people"});
  const int before = story.continues();
  story.does(SelectRow{ListId::people, {}, Selecting::all}).does(RemoveSelected{});
  EXPECT_GE(story.continues() - before, 10);
  EXPECT_EQ(story.last_toast(), "2,500 people removed");
  EXPECT_TRUE(story.body<PeopleBody>().empty);
  story.does(Undo{});
  EXPECT_EQ(story.body<PeopleBody>().table.total, 2500);
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
