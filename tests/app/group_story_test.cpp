// Groups, and several mentors for a mentee, as a coordinator sees them.
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
using testing_support::Story;

namespace {

constexpr const char* passphrase = "umbrella quarry saffron tandem";
constexpr const char* seven =
    "Name,Email,Role,Places\n"
    "Amina,amina@example.org,mentor,4\n"
    "Bao,bao@example.org,mentor,4\n"
    "Chen,chen@example.org,mentor,2\n"
    "Dana,dana@example.org,mentee,\n"
    "Eli,eli@example.org,mentee,\n"
    "Femi,femi@example.org,mentee,\n"
    "Gita,gita@example.org,mentee,\n";

void sets(Story& story, Control control, int number) {
  story.does(SetNumber{{control, ""}, number}).leaves(control);
}

/// On the page of matching, under groups of three or more.
void with_groups(Story& story) {
  story.start().makes_a_book("Harbour", passphrase).imports(seven);
  story.does(Go{"#/rules"});
  sets(story, Control::rules_least_mentees, 3);
  story.does(Go{"#/match"}).does(RunMatch{});
}

const Figure* figure(const MatchBody& body, std::string_view label) {
  const auto found = std::find_if(body.figures.begin(), body.figures.end(),
                                  [&](const Figure& each) { return each.label == label; });
  return found == body.figures.end() ? nullptr : &*found;
}

const NumberBox* box(const RulesBody& body, Control control) {
  for (const Piece& piece : body.goal) {
    const auto* number = std::get_if<NumberBox>(&piece);
    if (number != nullptr && number->id.control == control) return number;
  }
  return nullptr;
}

bool tells(const std::vector<Notice>& notices, std::string_view text) {
  return std::any_of(notices.begin(), notices.end(), [&](const Notice& notice) {
    return notice.text.find(text) != std::string::npos;
  });
}

TEST(GroupStory, ProposesGroupsOfTheLeastSizeAndSaysWhoIsInThem) {
  Device device;
  Story story(device);
  with_groups(story);

  MatchBody body = story.body<MatchBody>();
  ASSERT_EQ(body.table.total, 4);
  ASSERT_NE(figure(body, "Groups"), nullptr);
  EXPECT_EQ(figure(body, "Groups")->value, "1");
  EXPECT_EQ(figure(body, "Mentees with a mentor"), nullptr) << "as many as there are pairs";
  EXPECT_THAT(body.proof, HasSubstr("Every group has at least 3 mentees."));
  EXPECT_EQ(body.table.rows.at(0).note, "Group of 4.");
  EXPECT_TRUE(tells(body.notices, "so they get nobody: Chen."));

  story.does(*body.table.rows.at(0).open);
  body = story.body<MatchBody>();
  ASSERT_TRUE(body.details);
  EXPECT_THAT(body.details->together, ElementsAre("In the same group: Eli, Femi, Gita."));
}

TEST(GroupStory, LeavesSomebodyWithoutAMentorRatherThanInATooSmallGroupAndSaysWhy) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase);
  story.imports(
      "Name,Email,Role,Places\n"
      "Amina,amina@example.org,mentor,2\n"
      "Bao,bao@example.org,mentor,2\n"
      "Dana,dana@example.org,mentee,\n"
      "Eli,eli@example.org,mentee,\n"
      "Femi,femi@example.org,mentee,\n");
  story.does(Go{"#/rules"});
  sets(story, Control::rules_least_mentees, 2);
  EXPECT_THAT(story.body<RulesBody>().allowed, HasSubstr("6 of 6"));

  story.does(Go{"#/match"});

  const MatchBody body = story.body<MatchBody>();
  EXPECT_EQ(body.table.total, 2);
  ASSERT_EQ(body.unmatched.rows.size(), 1u);
  EXPECT_EQ(body.unmatched.rows.front().cells.at(1),
            "2 mentors are allowed. Places are free only where too few people would make a "
            "group.");
  EXPECT_EQ(body.unmatched.rows.front().note, "");
}

TEST(GroupStory, TellsThatPairsHeldByHandMakeATooSmallGroup) {
  Device device;
  Story story(device);
  with_groups(story);
  // Chen has two places only.
  const auto first = story.body<MatchBody>().table.rows.at(0);
  const auto pair = std::get<ExpandProposal>(std::get<MatchIntent>(*first.open));
  story.does(*first.open).does(AskForAnother{pair.mentee});
  const MatchBody asked = story.body<MatchBody>();
  ASSERT_TRUE(asked.details);
  EXPECT_THAT(asked.details->others_title, HasSubstr("Other mentors by points"));
  ASSERT_EQ(asked.details->others.size(), 2u);
  EXPECT_EQ(asked.details->others.at(0).cost, "0 points");
  const auto chen = std::find_if(asked.details->others.begin(), asked.details->others.end(),
                                 [](const auto& other) { return other.mentor == "Chen"; });
  ASSERT_NE(chen, asked.details->others.end());

  story.does(chen->choose.intent);

  const MatchBody body = story.body<MatchBody>();
  EXPECT_TRUE(tells(body.notices, "these mentors have fewer than 3 mentees: Chen."));
  EXPECT_EQ(body.table.total, 4);
}

TEST(GroupStory, GivesAMenteeTwoMentorsInOneRound) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(seven);
  story.does(Go{"#/rules"});
  ASSERT_NE(box(story.body<RulesBody>(), Control::rules_mentors_per_round), nullptr);
  EXPECT_EQ(box(story.body<RulesBody>(), Control::rules_mentors_per_round)->why_not,
            "First let a mentee have more than one mentor.");
  sets(story, Control::rules_mentors_per_mentee, 2);
  EXPECT_EQ(box(story.body<RulesBody>(), Control::rules_mentors_per_round)->why_not, "");
  story.does(SetNumber{{Control::rules_mentors_per_round, ""}, 2});
  EXPECT_THAT(story.body<RulesBody>().allowed, HasSubstr("4 mentees get a mentor"));
  story.leaves(Control::rules_mentors_per_round);
  EXPECT_EQ(box(story.body<RulesBody>(), Control::rules_mentors_per_round)->value, 2);

  story.does(Go{"#/match"});

  MatchBody body = story.body<MatchBody>();
  ASSERT_EQ(body.table.total, 8);
  ASSERT_NE(figure(body, "Mentees with a mentor"), nullptr);
  EXPECT_EQ(figure(body, "Mentees with a mentor")->value, "4");
  EXPECT_EQ(figure(body, "Groups"), nullptr);
  EXPECT_EQ(body.table.rows.at(0).note, "One of 2 mentors.");
  story.does(Go{"#/match"}).does(ApproveAll{}).does(Go{"#/pairs"});
  const PairsBody pairs = story.body<PairsBody>();
  ASSERT_EQ(pairs.table.total, 8);
  const auto words_of = [&] {
    std::string all;
    const PairsBody shown = story.body<PairsBody>();
    for (const Piece& piece : shown.details->pieces) {
      if (const auto* words = std::get_if<Words>(&piece)) all += words->text;
    }
    return all;
  };
  story.does(*pairs.table.rows.at(0).open);
  EXPECT_THAT(words_of(), HasSubstr("Other mentors of this mentee: "));
  story.does(PairsIntent{ExportPairs{ExportFormat::csv}});
  ASSERT_NE(story.download(), nullptr);

  // The rules are there when the book is opened again.
  Story later(device, 2);
  later.start().unlocks(passphrase).does(Go{"#/rules"});
  EXPECT_EQ(box(later.body<RulesBody>(), Control::rules_mentors_per_round)->value, 2);
  sets(later, Control::rules_mentors_per_mentee, 1);
  EXPECT_EQ(box(later.body<RulesBody>(), Control::rules_mentors_per_round)->value, 1);
}

TEST(GroupStory, SaysWhoLostTheirOnlyMentorNotWhoLostOneOfTwo) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(seven);
  story.does(Go{"#/rules"});
  sets(story, Control::rules_mentors_per_mentee, 2);
  sets(story, Control::rules_mentors_per_round, 2);
  story.does(Go{"#/match"});
  ASSERT_EQ(story.body<MatchBody>().table.total, 8);
  story.does(Undo{});  // one in a round again

  const MatchBody body = story.body<MatchBody>();
  EXPECT_EQ(body.table.total, 4);
  EXPECT_THAT(body.moved, HasSubstr("4 pairs differ"));
  EXPECT_THAT(body.moved, testing::Not(HasSubstr("without a mentor")));
}

TEST(GroupStory, NamesTwelveOfAGroupAndCountsTheRest) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase);
  std::string csv = "Name,Email,Role,Places\nAmina,amina@example.org,mentor,20\n";
  for (char c = 'a'; c < 'a' + 16; ++c)
    csv += std::string("Mentee ") + c + ",p" + c + "@example.org,mentee,\n";
  story.imports(csv).does(Go{"#/rules"});
  sets(story, Control::rules_least_mentees, 5);
  story.does(Go{"#/match"});
  story.does(*story.body<MatchBody>().table.rows.at(0).open);

  const MatchBody body = story.body<MatchBody>();
  ASSERT_TRUE(body.details);
  ASSERT_EQ(body.details->together.size(), 1u);
  EXPECT_THAT(body.details->together.front(), HasSubstr("and 3 more."));
  EXPECT_EQ(std::ranges::count(body.details->together.front(), ','), 12);
}

TEST(GroupStory, WarnsWhenARoundGivesTooFewMenteesForAGroup) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).imports(seven);
  story.does(Go{"#/rules"});
  sets(story, Control::rules_mentees_per_round, 1);
  EXPECT_FALSE(tells(story.body<RulesBody>().notices, "A group needs"));
  sets(story, Control::rules_least_mentees, 3);
  EXPECT_TRUE(tells(story.body<RulesBody>().notices,
                    "A group needs 3 mentees, but a mentor gets only 1 new one in a round."));
  sets(story, Control::rules_mentees_per_round, 0);
  EXPECT_FALSE(tells(story.body<RulesBody>().notices, "A group needs"));
}

TEST(GroupStory, AProposalWithSeveralMentorsIsNotKeptWithAMentorMissing) {
  Device device;
  Story story(device);
  with_groups(story);
  story.does(Go{"#/match/weigh"}).does(KeepThisProposal{});
  const auto keep_of = [&] { return std::get<Button>(story.body<WeighBody>().keep.at(1)); };
  ASSERT_EQ(story.body<WeighBody>().kept.size(), 1u);
  ASSERT_TRUE(story.body<WeighBody>().comparison);
  EXPECT_EQ(story.body<WeighBody>().comparison->figures.size(), 2u);
  EXPECT_EQ(keep_of().why_not, "");

  story.does(Go{"#/rules"});
  sets(story, Control::rules_least_mentees, 1);
  sets(story, Control::rules_mentors_per_mentee, 2);
  sets(story, Control::rules_mentors_per_round, 2);
  story.does(Go{"#/match/weigh"});

  EXPECT_THAT(keep_of().why_not, HasSubstr("cannot be kept"));
  story.does(KeepThisProposal{});
  const WeighBody body = story.body<WeighBody>();
  EXPECT_EQ(body.kept.size(), 1u);
  ASSERT_TRUE(body.comparison);
  EXPECT_TRUE(body.comparison->figures.empty());
  EXPECT_THAT(body.comparison->sentence, HasSubstr("cannot be kept or compared"));
}

TEST(GroupStory, WeighingSaysWhatIsNotWorkedOutForGroupsAndKeepsProposals) {
  Device device;
  Story story(device);
  with_groups(story);
  story.does(Go{"#/match/weigh"});

  const WeighBody body = story.body<WeighBody>();
  EXPECT_FALSE(body.working);
  EXPECT_TRUE(body.goals.empty());
  ASSERT_EQ(body.notices.size(), 1u) << "and nothing went wrong";
  EXPECT_TRUE(tells(body.notices, "groups have no least size"));
  story.does(KeepThisProposal{});
  EXPECT_EQ(story.body<WeighBody>().kept.size(), 1u);

  story.does(Go{"#/rules"});
  sets(story, Control::rules_least_mentees, 1);
  story.does(Go{"#/match/weigh"});
  EXPECT_EQ(story.body<WeighBody>().goals.size(), 2u);
}

}  // namespace
}  // namespace pairbook
