#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story.hpp"

namespace pairbook {

using namespace app;
using testing::ElementsAre;
using testing::HasSubstr;
using testing_support::Device;
using testing_support::Story;

namespace {

constexpr const char* passphrase = "umbrella quarry saffron tandem";

std::string someone(const std::string& name, int i) {
  const std::string n = name + std::to_string(i);
  return n + "," + n + "@example.org";
}

/// 18 mentors, and 10 women, 8 men and 2 others as mentees, of whom two get nobody.
std::string people() {
  std::string csv = "Name,Email,Role,Group,Field\n";
  for (int i = 0; i < 18; ++i) csv += someone("Mentor", i) + ",mentor,,Law\n";
  for (int i = 0; i < 10; ++i) csv += someone("Woman", i) + ",mentee,woman,Law\n";
  for (int i = 0; i < 8; ++i) csv += someone("Man", i) + ",mentee,man,Law\n";
  for (int i = 0; i < 2; ++i) csv += someone("Other", i) + ",mentee,other,Law\n";
  return csv;
}

void ask_for_fairness(Story& story) {
  story.does(Go{"#/questions"}).does(EditField{"group"});
  story.does(Choose{{Control::field_use, {}}, 2}).does(SaveField{});
}

TEST(FairnessStory, SaysHowToBegin) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(people()).does(Go{"#/fairness"});
  ASSERT_TRUE(story.body<FairnessBody>().empty);
  EXPECT_THAT(story.body<FairnessBody>().empty->text, HasSubstr("Only to check fairness"));
  ask_for_fairness(story);
  story.does(Go{"#/fairness"});
  EXPECT_THAT(story.body<FairnessBody>().empty->title, HasSubstr("No pairs"));
}

TEST(FairnessStory, ShowsGroupsAndHidesFewPeople) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(people());
  ask_for_fairness(story);
  story.does(Go{"#/match"}).does(RunMatch{}).does(ApproveAll{}).does(Go{"#/fairness"});

  const FairnessBody body = story.body<FairnessBody>();
  EXPECT_FALSE(body.empty);
  ASSERT_EQ(body.table.rows.size(), static_cast<std::size_t>(body.table.total));
  std::map<std::string, std::vector<std::string>> rows;
  for (const app::Row& row : body.table.rows) rows[row.cells.at(0)] = row.cells;
  EXPECT_EQ(rows.at("Everybody").at(1), "20");
  EXPECT_THAT(rows.at("Everybody").at(2), HasSubstr("18 of 20"));
  EXPECT_EQ(rows.at("woman").at(1), "10");
  EXPECT_EQ(rows.at("man").at(1), "hidden") << "or the two others could be worked out";
  EXPECT_FALSE(body.says.empty());
}

TEST(FairnessStory, ChangingAnAnswerChangesNoProposal) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(people());
  ask_for_fairness(story);
  story.does(Go{"#/match"}).does(RunMatch{});
  const auto before = story.body<MatchBody>().table;
  story.does(Go{"#/people"}).types(Control::people_search, "Woman1@");
  story.does(Go{story.body<PeopleBody>().table.rows.at(0).route});
  story.types(Control::person_answer, "man", "group").leaves(Control::person_answer, "group");
  story.does(Go{"#/match"});
  EXPECT_EQ(story.body<MatchBody>().table.rows, before.rows);
}

TEST(FairnessStory, NoRuleCanAskTheQuestion) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(people());
  ask_for_fairness(story);
  story.does(Go{"#/people"});
  for (const Column& column : story.body<PeopleBody>().table.columns)
    EXPECT_NE(column.label, "Group");
}

TEST(FairnessStory, SavesAndPrintsWhatItShows) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(people());
  ask_for_fairness(story);
  story.does(Go{"#/match"}).does(RunMatch{}).does(ApproveAll{}).does(Go{"#/fairness"});
  story.does(ExportFairness{}).does(PrintFairness{});
  std::string text;
  for (const base::Bytes& chunk : story.download()->chunks) text += base::text_of(chunk);
  EXPECT_THAT(text, HasSubstr("woman"));
  EXPECT_THAT(text, HasSubstr("hidden"));
  EXPECT_THAT(story.printed().back().title, HasSubstr("Fairness"));
}

}  // namespace
}  // namespace pairbook
