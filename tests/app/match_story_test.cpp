#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "some_people.hpp"
#include "story.hpp"

namespace pairbook {

using namespace app;
using testing::HasSubstr;
using testing_support::Device;
using testing_support::Story;

namespace {

constexpr const char* passphrase = "umbrella quarry saffron tandem";
constexpr const char* four =
    "Name,Email,Role,Grade,Skill\n"
    "Amina,amina@example.org,mentor,5,Budgeting\n"
    "Bao,bao@example.org,mentor,6,Writing\n"
    "Chidi,chidi@example.org,mentee,3,Writing\n"
    "Dana,dana@example.org,mentee,4,Budgeting\n";

TEST(MatchStory, ProposesSamplePairsAndSaysThatTheyAreTheBest) {
  Device device;
  Story story(device);
  story.start().does(LookAround{}).does(Go{"#/match"});

  story.does(RunMatch{});

  const MatchBody body = story.body<MatchBody>();
  EXPECT_GT(body.table.total, 0);
  EXPECT_THAT(body.proof, HasSubstr("Proven"));
}

/// A real programme's file. Its "both" column is left out: each is matched in one part here.
void import_file(Story& story, const std::string& name) {
  std::ifstream file(std::string(PAIRBOOK_SOURCE_DIR) + "/tests/data/careers-network/" + name,
                     std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const auto bytes = base::bytes_of(text);
  story.does(Go{"#/import"}).does(ImportStepTo{0});
  story.picks_file(PickPurpose::import_people, name, {bytes.begin(), bytes.end()});
  story.does(Choose{{Control::import_column, "3"}, 0});
  story.does(ImportStepTo{2}).does(RunImport{});
}

TEST(MatchStory, FindsTheCareersNetworksThirtyFivePairs) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Careers", passphrase).does(Go{"#/rules"});
  for (const auto& card : story.body<RulesBody>().presets) {
    if (card.name.find("areers") != std::string::npos) story.does(card.use.intent);
  }
  import_file(story, "small_mentors.csv");
  import_file(story, "small_mentees.csv");

  story.does(Go{"#/match"}).does(RunMatch{});

  const MatchBody body = story.body<MatchBody>();
  ASSERT_GE(body.figures.size(), 2u);
  EXPECT_EQ(body.figures[0].value, "35");
  EXPECT_EQ(body.figures[1].value, "750");
}

TEST(MatchStory, BeginsAnewWhenPeopleChangeWhileAMatchIsMadeReady) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(four);
  story.hold_continue = true;
  story.does(Go{"#/match"});
  ASSERT_TRUE(story.body<MatchBody>().working);

  story.does(Undo{});  // nobody is there any more
  story.hold_continue = false;
  story.send(Woke{});

  EXPECT_TRUE(story.body<MatchBody>().empty);
  story.does(Redo{});
  EXPECT_EQ(story.body<MatchBody>().figures.at(0).value, "2");
}

TEST(MatchStory, StopsWhileAMatchIsMadeReady) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(four);
  story.hold_continue = true;
  story.does(Go{"#/match"}).does(CancelWork{});
  story.hold_continue = false;
  story.send(Woke{});
  EXPECT_FALSE(story.body<MatchBody>().working);
  EXPECT_TRUE(story.body<MatchBody>().figures.empty());
  story.does(RunMatch{});
  EXPECT_EQ(story.body<MatchBody>().figures.at(0).value, "2");
}

TEST(MatchStory, ApprovesPairsThatAreThereAfterOpeningAgain) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(four);
  story.does(Go{"#/match"}).does(RunMatch{}).does(ApproveAll{});
  ASSERT_EQ(story.does(Go{"#/pairs"}).body<PairsBody>().table.total, 2);
  Story later(device, 2);

  later.start().unlocks(passphrase).does(Go{"#/pairs"});

  EXPECT_EQ(later.body<PairsBody>().table.total, 2);
}

TEST(MatchStory, TakesAnApprovalBack) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(four);
  story.does(Go{"#/match"}).does(RunMatch{}).does(ApproveAll{});

  story.does(Undo{}).does(Go{"#/pairs"});

  EXPECT_EQ(story.body<PairsBody>().table.total, 0);
}

TEST(MatchStory, ApprovesManyPairsPieceByPieceAsOneChange) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(testing_support::many(1700));
  story.does(Go{"#/match"}).does(RunMatch{});
  story.hold_continue = true;
  story.does(ApproveAll{});
  ASSERT_TRUE(story.screen().dialog && story.screen().dialog->working);
  EXPECT_THAT(story.screen().dialog->title, HasSubstr("850 pairs approved"));
  story.hold_continue = false;
  story.send(Woke{});

  EXPECT_EQ(story.last_toast(), "850 pairs approved");
  EXPECT_EQ(story.does(Go{"#/pairs"}).body<PairsBody>().table.total, 850);
  Story later(device, 2);
  later.start().unlocks(passphrase).does(Go{"#/pairs"});
  EXPECT_EQ(later.body<PairsBody>().table.total, 850);
  later.does(Undo{});
  EXPECT_THAT(later.last_toast(), HasSubstr("850 pairs approved"));
  EXPECT_EQ(later.body<PairsBody>().table.total, 0);
  EXPECT_EQ(later.does(Redo{}).body<PairsBody>().table.total, 850);
}

TEST(MatchStory, RefusesToRemoveSomebodyWhoHasAPair) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(four);
  story.does(Go{"#/match"}).does(RunMatch{}).does(ApproveAll{}).does(Go{"#/people"});

  story.does(SelectRow{ListId::people, {}, Selecting::all}).does(RemoveSelected{});

  EXPECT_THAT(story.last_toast(), HasSubstr("End the pair first"));
  EXPECT_EQ(story.body<PeopleBody>().table.total, 4);
}

}  // namespace
}  // namespace pairbook
