// Every screen at every width, and what is asked for when things on it are used.
#include <gtest/gtest.h>

#include "ui/harness.hpp"
#include "ui/samples.hpp"

namespace pairbook::ui {
namespace {

template <class Area, class Wanted>
::testing::AssertionResult asks_for(const std::optional<app::Intent>& intent,
                                    const Wanted& wanted) {
  if (!intent) return ::testing::AssertionFailure() << "nothing was asked for";
  if (*intent == app::Intent(Area(wanted))) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure()
         << "something else was asked for, of area " << intent->index();
}

class EveryScreen : public ::testing::TestWithParam<samples::Named> {};

TEST_P(EveryScreen, MeansWhatItPaintsAtEveryWidth) {
  for (const float width : {1280.0F, 900.0F, 640.0F, 390.0F, 320.0F}) {
    Harness harness(GetParam().screen, {.width = width, .height = 844});
    for (const std::string& problem : harness.problems())
      ADD_FAILURE() << "at " << width << ": " << problem;
  }
}

TEST_P(EveryScreen, MirrorsForPagesReadFromRightToLeft) {
  for (const float width : {1280.0F, 390.0F}) {
    Harness plain(GetParam().screen, {.width = width});
    const std::vector<Node> before = plain.tree().nodes;
    Harness mirrored(GetParam().screen, {.width = width, .right_to_left = true});
    for (const std::string& problem : mirrored.problems())
      ADD_FAILURE() << "at " << width << ": " << problem;
    ASSERT_EQ(before.size(), mirrored.tree().nodes.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      const Rect &here = before[i].rect, &there = mirrored.tree().nodes[i].rect;
      EXPECT_NEAR(here.x, width - there.x - there.width, 0.01) << before[i].name;
      EXPECT_NEAR(here.y, there.y, 0.01) << before[i].name;
    }
  }
}

TEST_P(EveryScreen, HasNoProblemsWithFingersAndHighContrast) {
  Harness harness(
      GetParam().screen,
      {.width = 390, .dark = true, .high_contrast = true, .coarse = true, .dpr = 3});
  for (const std::string& problem : harness.problems()) ADD_FAILURE() << problem;
}

TEST_P(EveryScreen, HasOneHeadingOfThePage) {
  Harness harness(GetParam().screen);
  int first = 0;
  for (const Node* heading : harness.all(Role::heading)) first += heading->level == 1 ? 1 : 0;
  EXPECT_EQ(first, 1);
  EXPECT_EQ(harness.all(Role::main).size(), 1U);
  EXPECT_FALSE(harness.tree().title.empty());
}

TEST_P(EveryScreen, AsksForNoMoreFramesWhenNothingMoves) {
  Harness harness(GetParam().screen);
  (void)harness.step();
  EXPECT_FALSE(harness.wanted_frames());
}

TEST_P(EveryScreen, StaysTheSameWhenNothingHappens) {
  Harness harness(GetParam().screen);
  const std::vector<Node> before = harness.tree().nodes;
  (void)harness.step();
  EXPECT_EQ(before, harness.tree().nodes);
}

TEST_P(EveryScreen, ScrollsWithoutLosingAnything) {
  Harness harness(GetParam().screen, {.width = 390});
  harness.scroll(500);
  for (const std::string& problem : harness.problems()) ADD_FAILURE() << problem;
}

INSTANTIATE_TEST_SUITE_P(Samples, EveryScreen, ::testing::ValuesIn(samples::all()),
                         [](const auto& param) {
                           std::string name = param.param.name;
                           std::erase(name, '-');
                           return name;
                         });

TEST(Screens, AskForTheSameByMouseAndByKey) {
  const app::Screen screen = samples::welcome();
  Harness harness(screen);
  EXPECT_TRUE(asks_for<app::BookIntent>(harness.click(Role::button, "Start a programme"),
                                        app::StartNewBook{}));
  EXPECT_TRUE(asks_for<app::BookIntent>(harness.press(Role::button, "Start a programme"),
                                        app::StartNewBook{}));
}

TEST(Screens, DoNothingWhenADisabledButtonIsPressed) {
  const app::Screen screen = samples::recovery();
  Harness harness(screen);
  EXPECT_FALSE(harness.click(Role::button, "Make the book"));
  EXPECT_FALSE(harness.press(Role::button, "Make the book"));
  EXPECT_EQ(harness.get(Role::button, "Make the book").description, "Type the group first.");
}

TEST(Screens, TellWhatIsTyped) {
  const app::Screen screen = samples::unlock();
  Harness harness(screen);
  EXPECT_TRUE(
      asks_for<app::ControlIntent>(harness.fill(Role::text_field, "Passphrase", "open"),
                                   app::TypeText{{app::Control::passphrase, ""}, "open"}));
}

TEST(Screens, PressThePrimaryButtonWithEnterInAField) {
  const app::Screen screen = samples::unlock();
  Harness harness(screen);
  const std::uint32_t id = harness.get(Role::text_field, "Passphrase").id;
  EXPECT_TRUE(asks_for<app::BookIntent>(
      harness.act({.id = id, .kind = Action::Kind::submit, .value = {}}), app::Unlock{}));
}

TEST(Screens, TellWhenAFieldIsLeft) {
  const app::Screen screen = samples::person();
  Harness harness(screen);
  const std::uint32_t id = harness.get(Role::text_field, "Called").id;
  EXPECT_TRUE(asks_for<app::ControlIntent>(
      harness.act({.id = id, .kind = Action::Kind::blur, .value = {}}),
      app::LeaveField{{app::Control::person_called, ""}}));
}

TEST(Screens, TickAndChoose) {
  const app::Screen screen = samples::person();
  Harness harness(screen);
  EXPECT_TRUE(
      asks_for<app::ControlIntent>(harness.click(Role::checkbox, "Mentee"),
                                   app::Tick{{app::Control::person_mentee, ""}, 0, true}));
  EXPECT_TRUE(asks_for<app::ControlIntent>(
      harness.press(Role::checkbox, "Somali"),
      app::Tick{{app::Control::person_answer, "languages"}, 2, true}));
  EXPECT_TRUE(
      asks_for<app::ControlIntent>(harness.fill(Role::select, "Stage", "3"),
                                   app::Choose{{app::Control::person_answer, "stage"}, 3}));
}

TEST(Screens, IgnoreAChoiceThatIsNotOffered) {
  const app::Screen screen = samples::person();
  Harness harness(screen);
  EXPECT_FALSE(harness.fill(Role::select, "Stage", "9"));
  EXPECT_FALSE(harness.fill(Role::select, "Stage", "many"));
}

TEST(Screens, SlideAndCount) {
  const app::Screen screen = samples::rules();
  Harness harness(screen);
  EXPECT_TRUE(asks_for<app::ControlIntent>(
      harness.fill(Role::slider, "Points for the same field of work", "20"),
      app::SetNumber{{app::Control::rule_part, "3/p"}, 20}));
  EXPECT_TRUE(
      asks_for<app::ControlIntent>(harness.fill(Role::text_field, "Points each", "7"),
                                   app::SetNumber{{app::Control::rule_part, "4/p"}, 7}));
  EXPECT_FALSE(harness.fill(Role::text_field, "Points each", "x"));
}

TEST(Screens, GoWhereTheNavigationPoints) {
  const app::Screen screen = samples::home();
  Harness wide(screen);
  EXPECT_TRUE(asks_for<app::FrameIntent>(wide.click(Role::link, "Rules"), app::Go{"#/rules"}));
  EXPECT_EQ(wide.get(Role::link, "Rules").href, "#/rules");
  Harness narrow(screen, {.width = 390});
  EXPECT_EQ(narrow.find(Role::link, "Settings"), nullptr);
  (void)narrow.click(Role::button, "Places");
  EXPECT_TRUE(
      asks_for<app::FrameIntent>(narrow.click(Role::link, "Settings"), app::Go{"#/settings"}));
}

TEST(Screens, AnswerShortcutsWhereverTheFocusIs) {
  const app::Screen screen = samples::home();
  Harness harness(screen);
  EXPECT_TRUE(asks_for<app::FrameIntent>(harness.key(0, "Control+K"), app::OpenPalette{}));
  EXPECT_TRUE(asks_for<app::FrameIntent>(harness.key(0, "?"), app::ShowShortcuts{}));
}

TEST(Screens, AnswerTwoKeysOneAfterTheOtherButNotMuchLater) {
  const app::Screen screen = samples::home();
  Harness harness(screen);
  EXPECT_FALSE(harness.key(0, "P"));
  EXPECT_FALSE(harness.key(0, "G"));
  EXPECT_TRUE(asks_for<app::FrameIntent>(harness.key(0, "P"), app::Go{"#/people"}));
  EXPECT_FALSE(harness.key(0, "G"));
  harness.pass_time(5000);
  EXPECT_FALSE(harness.key(0, "P"));
}

TEST(Screens, UnfoldTheReasonsBeneathTheirRow) {
  const app::Screen screen = samples::match();
  Harness harness(screen, {.height = 1400});
  const Node& row = harness.get(Role::row, "Tomasz Zieliński");
  const Node& why = harness.get(Role::heading, "Why Tomasz");
  const Node& next = harness.get(Role::row, "Chidi Okonkwo");
  EXPECT_GT(why.rect.y, row.rect.y + row.rect.height);
  EXPECT_LT(why.rect.y, next.rect.y);
  EXPECT_TRUE(asks_for<app::MatchIntent>(harness.click(Role::button, "Another mentor"),
                                         app::AskForAnother{}));
}

TEST(Screens, TellWhoElseIsInTheGroupBeneathTheRow) {
  const app::Screen screen = samples::match();
  Harness harness(screen, {.height = 1400});
  const float why = harness.get(Role::heading, "Why Tomasz").rect.y;
  EXPECT_GT(harness.get(Role::text, "In the same group").rect.y, why);
  EXPECT_GT(harness.get(Role::text, "Other mentors of this mentee").rect.y, why);
}

TEST(Screens, CountMentorsAndGroupsOfARound) {
  const app::Screen screen = samples::rules();
  Harness harness(screen, {.height = 2400});
  EXPECT_TRUE(asks_for<app::ControlIntent>(
      harness.fill(Role::text_field, "New mentors a mentee gets in one round", "1"),
      app::SetNumber{{app::Control::rules_mentors_per_round, ""}, 1}));
  EXPECT_TRUE(asks_for<app::ControlIntent>(
      harness.fill(Role::text_field, "Fewest mentees a mentor may have", "4"),
      app::SetNumber{{app::Control::rules_least_mentees, ""}, 4}));
}

TEST(Screens, FocusTheControlTheyAreAskedToFocus) {
  app::Screen screen = samples::person();
  Harness harness([&](Frame& frame) { return draw(frame, screen); });
  screen.focus = {1, {app::Control::person_email, ""}};
  (void)harness.step();
  EXPECT_EQ(harness.tree().focus_request, harness.get(Role::text_field, "E-mail").id);
  (void)harness.step();
  EXPECT_EQ(harness.tree().focus_request, 0U);
  screen.focus = {2, {}};
  (void)harness.step();
  EXPECT_EQ(harness.tree().focus_request, harness.get(Role::heading, "Tomasz").id);
}

TEST(Screens, UndoFromAToast) {
  const app::Screen screen = samples::toasts();
  Harness harness(screen);
  EXPECT_TRUE(asks_for<app::FrameIntent>(harness.click(Role::button, "Undo"), app::Undo{}) ||
              asks_for<app::FrameIntent>(harness.press(Role::button, "Undo"), app::Undo{}));
  EXPECT_EQ(harness.get(Role::status, "407 people").name, "407 people imported.");
  EXPECT_NE(harness.find(Role::alert, "The file could not"), nullptr);
}

}  // namespace
}  // namespace pairbook::ui
