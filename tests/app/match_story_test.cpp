#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

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

TEST(MatchStory, ApprovesManyPairsPieceByPieceAsOneChange) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(testing_support::many(1700));
  story.does(Go{"#/match"}).does(RunMatch{});
  story.hold_continue = true;
  story.does(ApproveAll{});  // first their reasons are put in words, 300 at a time
  EXPECT_FALSE(story.screen().dialog);
  story.send(Woke{}).send(Woke{});
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

TEST(MatchStory, TellsWhichNamesInWishesAreNobodys) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase);
  story.imports(
      "Name,Email,Role,Wishes\n"
      "Amina,amina@example.org,mentor,\n"
      "Bao,bao@example.org,mentor,\n"
      "Chidi,chidi@example.org,mentee,Bao; Amnia\n"
      "Dana,dana@example.org,mentee,AMINA\n");
  story.does(Go{"#/rules"});
  const auto kinds = story.body<RulesBody>().new_kind.options;
  const auto wish = std::find_if(kinds.begin(), kinds.end(), [](const std::string& kind) {
    return kind.find("wish") != std::string::npos;
  });
  ASSERT_NE(wish, kinds.end());
  story.does(Choose{{Control::rules_new_kind, ""}, static_cast<int>(wish - kinds.begin())});

  story.does(AddRule{});

  ASSERT_EQ(story.body<RulesBody>().points.size(), 1u);
  EXPECT_EQ(
      story.body<RulesBody>().points.front().trouble,
      "Nobody in the other role has this name: “Amnia”, named by Chidi. Correct it on the "
      "person’s page.");
}

TEST(MatchStory, MakesNoPairRealWhenTheRulesChangeBeforeAllAreReady) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(testing_support::many(1700));
  story.does(Go{"#/match"}).does(RunMatch{});
  story.hold_continue = true;
  story.does(ApproveAll{}).does(AddRule{});
  story.hold_continue = false;
  story.send(Woke{});

  EXPECT_EQ(story.does(Go{"#/pairs"}).body<PairsBody>().table.total, 0);
  story.does(Go{"#/match"}).does(RunMatch{}).does(ApproveAll{}).does(Go{"#/pairs"});
  EXPECT_EQ(story.body<PairsBody>().table.total, 850);
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
