#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/weigh_area.hpp"
#include "some_people.hpp"
#include "story.hpp"

namespace pairbook {

using namespace app;
using testing::HasSubstr;
using testing_support::Device;
using testing_support::Story;

namespace {

constexpr const char* passphrase = "umbrella quarry saffron tandem";

/// Two mentors. Amina has a place too few; Chidi and Gita need somebody who speaks French.
constexpr const char* seven =
    "Name,Email,Role,Places,Languages,Skill\n"
    "Amina,amina@example.org,mentor,1,English,Writing\n"
    "Bao,bao@example.org,mentor,2,Polish,Budgeting\n"
    "Chidi,chidi@example.org,mentee,,French,Writing\n"
    "Dana,dana@example.org,mentee,,English,Writing\n"
    "Ewa,ewa@example.org,mentee,,English,Budgeting\n"
    "Femi,femi@example.org,mentee,,Polish,Budgeting\n"
    "Gita,gita@example.org,mentee,,French,Budgeting\n";
/// They must have a language in common, and there are points for a skill.
constexpr std::string_view rules = R"({
  "format": "pairbook-preset", "version": 1, "name": "Seven", "description": "",
  "goal": "best_total",
  "rules": [
    { "rule": "must_share", "field": "languages" },
    { "rule": "points_for_shared", "field": "skill", "points_each": 10, "at_most": 10 }
  ],
  "fields": [
    { "key": "languages", "label": "Languages", "kind": "language" },
    { "key": "skill", "label": "Skill", "kind": "several_of" }
  ]
})";

/// A book of these people and rules.
class Weighing : public testing::Test {
 protected:
  Weighing() : story(device) {
    const auto bytes = base::bytes_of(rules);
    story.start().makes_a_book("Harbour", passphrase).does(Go{"#/rules"});
    story.picks_file(PickPurpose::import_rules, "rules.json", {bytes.begin(), bytes.end()});
    story.imports(seven).does(Go{weigh_route});
  }
  [[nodiscard]] WeighBody body() const { return story.body<WeighBody>(); }
  [[nodiscard]] std::string gaps() const {
    std::string all;
    for (const auto& gap : body().gaps)
      all += gap.what + " | " + gap.brings + " | " + gap.why + "\n";
    return all;
  }
  Story& keeps(const std::string& name) {
    return story.types(Control::kept_new_name, name).does(KeepThisProposal{});
  }

  Device device;
  Story story;
};

TEST_F(Weighing, TellsAPlaceAndALanguageThatWouldGiveMorePeopleAPair) {
  EXPECT_THAT(gaps(), HasSubstr("One more place with Amina | 1 more pair"));
  EXPECT_THAT(gaps(), HasSubstr("A free mentor who speaks French | 1 more pair |"));
  EXPECT_FALSE(body().working);
}

TEST_F(Weighing, NobodyIsNamedWhileNamesAreHidden) {
  story.does(HideNames{}).does(Go{weigh_route});
  EXPECT_THAT(gaps(), HasSubstr("One more place with Mentor "));
  EXPECT_THAT(gaps(), testing::Not(HasSubstr("Amina")));
  story.does(AskToShowNames{}).does(Confirm{}).does(Go{weigh_route});
  EXPECT_THAT(gaps(), HasSubstr("One more place with Amina"));
}

TEST_F(Weighing, WhatItTellsOfAPlaceComesTrue) {
  const std::string before = story.does(Go{"#/match"}).body<MatchBody>().figures.at(0).value;
  ASSERT_EQ(before, "2");
  const std::string amina = story.does(Go{"#/people"}).body<PeopleBody>().table.rows.at(0).key;
  story.does(Go{"#/people/" + amina});
  story.does(SetNumber{{Control::person_places, amina}, 2})
      .leaves(Control::person_places, amina);

  EXPECT_EQ(story.does(Go{"#/match"}).body<MatchBody>().figures.at(0).value, "3");
}

TEST_F(Weighing, TellsEverybodyWithoutAMentorWhatWouldHelp) {
  const MatchBody match = story.does(Go{"#/match"}).body<MatchBody>();

  std::string notes;
  for (const Row& row : match.unmatched.rows) notes += row.cells.at(0) + ": " + row.note + "\n";
  EXPECT_THAT(notes, HasSubstr("Chidi: What would help: a free mentor who speaks French"));
  EXPECT_THAT(notes, HasSubstr("one more place with Amina"));
}

TEST_F(Weighing, TakesTheOtherGoalAtAPress) {
  ASSERT_EQ(body().goals.size(), 2U);
  ASSERT_FALSE(body().goals[0].take);
  ASSERT_TRUE(body().goals[1].take);

  story.does(body().goals[1].take->intent);

  EXPECT_TRUE(body().goals[0].take);
  EXPECT_FALSE(body().goals[1].take);
  EXPECT_EQ(story.does(Go{"#/rules"}).body<RulesBody>().goal.size(), 8U);
}

TEST_F(Weighing, SetsTheLeastOfPointsAndProposesNoPairBelowIt) {
  ASSERT_FALSE(body().floors.empty());
  EXPECT_EQ(body().floors.front().value_label.substr(0, 7), "2 pairs");

  story.does(SetNumber{{Control::rules_at_least, {}}, 9'000}).leaves(Control::rules_at_least);

  EXPECT_EQ(story.does(Go{"#/match"}).body<MatchBody>().figures.at(0).value, "0");
  const auto unmatched = story.body<MatchBody>().unmatched;
  EXPECT_EQ(unmatched.total, 5);
  story.does(Undo{});
  EXPECT_EQ(story.body<MatchBody>().figures.at(0).value, "2");
}

TEST_F(Weighing, KeepsAProposalUnderANameThatIsThereAfterOpeningAgain) {
  EXPECT_FALSE(body().comparison);
  keeps("Before the board met");
  ASSERT_EQ(body().kept.size(), 1U);
  EXPECT_THAT(body().kept[0].note, HasSubstr("2 pairs"));
  Story later(device, 2);

  later.start().unlocks(passphrase).does(Go{weigh_route});

  ASSERT_EQ(later.body<WeighBody>().kept.size(), 1U);
  EXPECT_EQ(later.body<WeighBody>().kept[0].name.value, "Before the board met");
}

TEST_F(Weighing, OffersAFreshNameForTheNextOne) {
  const auto offered = [&] { return std::get<TextField>(body().keep.at(0)).value; };
  EXPECT_EQ(offered(), "Proposal A");
  story.does(KeepThisProposal{});
  EXPECT_EQ(offered(), "Proposal B");
  keeps("proposal a");
  EXPECT_EQ(body().kept.size(), 1U);
  EXPECT_FALSE(body().trouble.empty());
}

TEST_F(Weighing, ComparesAKeptProposalWithTheOneThereIsNow) {
  keeps("One place");
  ASSERT_TRUE(body().comparison);
  EXPECT_THAT(body().comparison->sentence, HasSubstr("the same pairs"));

  story.does(SetNumber{{Control::rules_at_least, {}}, 9'000}).leaves(Control::rules_at_least);

  ASSERT_TRUE(body().comparison);
  ASSERT_EQ(body().comparison->lists.size(), 1U);
  EXPECT_EQ(body().comparison->lists[0].title, "Only in One place");
  EXPECT_EQ(body().comparison->lists[0].lines.size(), 2U);
  EXPECT_THAT(body().comparison->sentence, HasSubstr("rules have changed"));
}

TEST_F(Weighing, RenamesAndRemovesAndTakesBothBack) {
  keeps("Draft");
  const std::string key = body().kept.at(0).key;
  story.types(Control::kept_name, "For the board", key).leaves(Control::kept_name, key);
  EXPECT_EQ(body().kept.at(0).name.value, "For the board");

  story.does(body().kept.at(0).remove.intent);
  EXPECT_TRUE(body().kept.empty());
  EXPECT_EQ(story.last_toast(), "Proposal removed: For the board");
  story.does(Undo{});
  EXPECT_EQ(body().kept.at(0).name.value, "For the board");
  story.does(Undo{});
  EXPECT_EQ(body().kept.at(0).name.value, "Draft");
  story.does(Undo{});
  EXPECT_TRUE(body().kept.empty());
}

TEST_F(Weighing, GivesTheListAsAFileAndOnPaper) {
  story.does(ExportGaps{}).does(PrintGaps{});

  ASSERT_NE(story.download(), nullptr);
  std::string text;
  for (const base::Bytes& chunk : story.download()->chunks) text += base::text_of(chunk);
  EXPECT_THAT(text, HasSubstr("One more place with Amina"));
  ASSERT_FALSE(story.printed().empty());
  EXPECT_THAT(story.printed().back().title, HasSubstr("more people"));
}

TEST(WeighStory, SaysThatThereIsNothingToWeighYet) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).does(Go{weigh_route});

  EXPECT_TRUE(story.body<WeighBody>().empty);
}

TEST(WeighStory, ManyPairsAreKeptPieceByPieceAsOneChange) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(testing_support::many(1'700));
  story.does(Go{weigh_route}).does(KeepThisProposal{});

  ASSERT_EQ(story.body<WeighBody>().kept.size(), 1U);
  EXPECT_THAT(story.body<WeighBody>().kept[0].note, HasSubstr("850 pairs"));
  EXPECT_EQ(story.last_toast(), "Proposal kept: Proposal A");
  story.does(Undo{});
  EXPECT_TRUE(story.body<WeighBody>().kept.empty());
  story.does(Redo{});
  EXPECT_THAT(story.body<WeighBody>().kept.at(0).note, HasSubstr("850 pairs"));
}

}  // namespace
}  // namespace pairbook
