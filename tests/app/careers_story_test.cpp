// From two spreadsheets to approved pairs: the afternoon of a coordinator.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "app/rule_sentence.hpp"
#include "app/state.hpp"
#include "story.hpp"

namespace pairbook::app {
namespace {

using testing_support::Device;
using testing_support::Story;

constexpr const char* passphrase = "seven quiet herons at the weir";

std::string file_text(const std::string& name) {
  std::ifstream in(std::string(PAIRBOOK_SOURCE_DIR) + "/tests/data/careers-network/" + name);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

/// A book with the careers network's people and rules, at the Match screen.
Story& careers_network(Story& story) {
  story.start().makes_a_book("Careers network", passphrase);
  story.imports(file_text("small_mentors.csv")).imports(file_text("small_mentees.csv"));
  story.does(FrameIntent{Go{"#/rules"}});
  for (const auto& preset : story.body<RulesBody>().presets) {
    if (preset.name.find("areers") != std::string::npos) story.does(preset.use.intent);
  }
  story.does(FrameIntent{Go{"#/match"}});
  return story;
}

std::string figure(const MatchBody& body, std::size_t at) {
  return at < body.figures.size() ? body.figures[at].value : "";
}

const Button* action(const std::vector<Button>& actions, const std::string& part) {
  for (const Button& button : actions) {
    if (button.label.find(part) != std::string::npos) return &button;
  }
  return nullptr;
}

TEST(CareersStory, TheCareersNetworkHasThirtyFivePairsAndSevenHundredAndFiftyPoints) {
  Device device;
  Story story(device);
  careers_network(story);

  const MatchBody body = story.body<MatchBody>();
  EXPECT_EQ(figure(body, 0), "35");
  EXPECT_EQ(figure(body, 1), "750");
  EXPECT_NE(body.proof.find("Proven"), std::string::npos);
  EXPECT_EQ(body.table.total, 35);
  EXPECT_EQ(body.unmatched.total, 15);
  for (const Row& row : body.unmatched.rows) EXPECT_FALSE(row.cells.at(1).empty());
  for (const Row& row : body.table.rows) EXPECT_FALSE(row.cells.at(3).empty());
}

TEST(CareersStory, ApprovedPairsSurviveClosingTheTab) {
  Device device;
  {
    Story story(device);
    careers_network(story);
    story.does(MatchIntent{ApproveAll{}});
    story.does(FrameIntent{Go{"#/pairs"}});
    EXPECT_EQ(story.body<PairsBody>().table.total, 35);
  }
  Story again(device);
  again.start().unlocks(passphrase);
  again.does(FrameIntent{Go{"#/pairs"}});

  const PairsBody body = again.body<PairsBody>();
  EXPECT_EQ(body.table.total, 35);
  again.does(*body.table.rows.at(0).open);
  ASSERT_TRUE(again.body<PairsBody>().details);
  EXPECT_FALSE(again.body<PairsBody>().details->reasons.empty());
}

TEST(CareersStory, OneUndoTakesAnApprovalBack) {
  Device device;
  Story story(device);
  careers_network(story);
  story.does(MatchIntent{ApproveAll{}})
      .does(FrameIntent{Undo{}})
      .does(FrameIntent{Go{"#/pairs"}});

  EXPECT_TRUE(story.body<PairsBody>().empty);
}

TEST(CareersStory, APairKeptApartIsProposedNoMore) {
  Device device;
  Story story(device);
  careers_network(story);
  const Row first = story.body<MatchBody>().table.rows.at(0);
  story.does(*first.open);
  ASSERT_TRUE(story.body<MatchBody>().details);
  const auto details = *story.body<MatchBody>().details;
  const Button* forbid = action(details.actions, "Never");
  ASSERT_NE(forbid, nullptr);
  story.does(forbid->intent);

  const MatchBody body = story.body<MatchBody>();
  for (const Row& row : body.table.rows) EXPECT_NE(row.key, first.key);
  EXPECT_FALSE(body.moved.empty());
  ASSERT_FALSE(body.notices.empty());
}

TEST(CareersStory, AnotherMentorHasAPriceAndCanBeChosen) {
  Device device;
  Story story(device);
  careers_network(story);
  for (const Row& row : story.body<MatchBody>().table.rows) {
    story.does(*row.open);
    story.does(action(story.body<MatchBody>().details->actions, "Another")->intent);
    if (!story.body<MatchBody>().details->others.empty()) break;
    story.does(*row.open);
  }
  const auto details = story.body<MatchBody>().details;
  ASSERT_TRUE(details);
  ASSERT_FALSE(details->others.empty());
  EXPECT_FALSE(details->others.front().cost.empty());
  const std::string mentor = details->others.front().mentor;

  story.does(details->others.front().choose.intent);

  bool found = false;
  const MatchBody body = story.body<MatchBody>();
  for (const Row& row : body.table.rows) {
    found |= row.cells.at(1) == mentor && row.note.find("hand") != std::string::npos;
  }
  EXPECT_TRUE(found);
}

TEST(CareersStory, ManyQuestionsOfAPresetComeInAtOnce) {
  Device device;
  Story story(device);
  story.start().makes_a_book("Harbour", passphrase).does(FrameIntent{Go{"#/rules"}});
  const auto presets = story.body<RulesBody>().presets;
  const auto largest = std::find_if(presets.begin(), presets.end(), [](const auto& preset) {
    return preset.name == "Leadership growth";  // 14 questions
  });
  ASSERT_NE(largest, presets.end());
  story.hold_continue = true;

  story.does(largest->use.intent);

  EXPECT_FALSE(story.screen().dialog);
  EXPECT_FALSE(story.body<RulesBody>().points.empty());
  story.does(Undo{});
  EXPECT_FALSE(story.screen().dialog);
  EXPECT_TRUE(story.body<RulesBody>().points.empty());
}

TEST(CareersStory, ASlideIsOneChangeInTheHistory) {
  Device device;
  Story story(device);
  careers_network(story);
  story.does(FrameIntent{Go{"#/history"}});
  const int before = story.body<HistoryBody>().table.total;
  story.does(FrameIntent{Go{"#/rules"}});
  for (int value = 1; value <= 20; ++value) {
    story.does(ControlIntent{SetNumber{{Control::rules_bonus, ""}, value}});
  }
  story.does(ControlIntent{LeaveField{{Control::rules_bonus, ""}}});
  story.does(FrameIntent{Go{"#/history"}});

  EXPECT_EQ(story.body<HistoryBody>().table.total, before + 1);
}

TEST(CareersStory, RulesSayHowManyPairsTheyLeaveOut) {
  Device device;
  Story story(device);
  careers_network(story);
  story.does(FrameIntent{Go{"#/rules"}});

  const RulesBody body = story.body<RulesBody>();
  EXPECT_EQ(body.allowed,
            "392 of 2,500 possible pairs are allowed. 35 mentees get a mentor. Before the last "
            "change it was 2,500 pairs and 50 mentees; now 50 mentees have another mentor or "
            "none.");
  ASSERT_FALSE(body.musts.empty());
  EXPECT_NE(body.musts.front().effect.find("of 2,500"), std::string::npos);
}

TEST(CareersStory, ASecondRoundLeavesThePairsOfTheFirstAlone) {
  Device device;
  Story story(device);
  careers_network(story);
  story.does(MatchIntent{ApproveAll{}}).does(MatchIntent{CloseTheRound{}});

  const MatchBody body = story.body<MatchBody>();
  EXPECT_EQ(body.title, "Match: round 2");
  EXPECT_EQ(figure(body, 2), "15");
}

TEST(CareersStory, EverybodyGetsALetterOfTheirOwn) {
  Device device;
  Story story(device);
  careers_network(story);
  story.does(MatchIntent{ApproveAll{}}).does(FrameIntent{Go{"#/letters"}});
  story.does(LettersIntent{LetterOut{LetterDoing::print_all}});

  ASSERT_FALSE(story.printed().empty());
  int breaks = 0;
  for (const auto& block : story.printed().back().blocks) {
    breaks += std::holds_alternative<PageBreak>(block) ? 1 : 0;
  }
  EXPECT_EQ(breaks, 34);
}

}  // namespace
}  // namespace pairbook::app
