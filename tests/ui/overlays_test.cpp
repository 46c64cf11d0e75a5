// Dialogs, the palette and menus: what they cover, and where the focus goes.
#include <gtest/gtest.h>

#include "ui/harness.hpp"
#include "ui/samples.hpp"

namespace pairbook::ui {
namespace {

bool is(const std::optional<app::Intent>& intent, const app::Intent& wanted) {
  return intent && *intent == wanted;
}

TEST(Overlays, TakeTheFocusWhenTheyOpenAndGiveItBack) {
  app::Screen screen = samples::people();
  Harness harness([&](Frame& frame) { return draw(frame, screen); });
  const std::uint32_t opener = harness.get(Role::button, "Import").id;
  harness.focus(opener);
  screen.dialog = samples::dialog().dialog;
  (void)harness.step();
  const Node& dialog = harness.get(Role::dialog, "Remove 2 people?");
  EXPECT_EQ(harness.tree().focus_request, harness.get(Role::button, "Close").id);
  EXPECT_EQ(dialog.parent, 0U);
  screen.dialog.reset();
  (void)harness.step();
  EXPECT_EQ(harness.tree().focus_request, opener);
}

TEST(Overlays, HideTheFieldsBeneathADialogOnly) {
  const app::Screen screen = samples::dialog();
  Harness harness(screen);
  EXPECT_TRUE(harness.get(Role::text_field, "Search").hidden_by_popup);
  EXPECT_FALSE(harness.get(Role::text_field, "Why").hidden_by_popup);
}

TEST(Overlays, KeepThePointerFromThePageBehindADialog) {
  const app::Screen screen = samples::dialog();
  Harness harness(screen);
  const Rect behind = harness.get(Role::button, "Export CSV").rect;
  const auto asked = harness.click_at(behind.x + 4, behind.y + 4);
  EXPECT_TRUE(is(asked, app::FrameIntent(app::Close{})))
      << "a press outside closes, and does nothing else";
}

TEST(Overlays, TakeThePointerWhateverLiesBeneath) {
  int beneath = 0;
  for (samples::Named& sample : samples::all()) {
    sample.screen.dialog.reset();
    sample.screen.palette.reset();
    Harness alone(sample.screen);
    sample.screen.dialog = samples::dialog().dialog;
    sample.screen.dialog->actions.back().label = "Remove them";
    Harness harness(sample.screen);
    const Rect remove = harness.get(Role::button, "Remove them").rect;
    const float x = remove.x + remove.width / 2, y = remove.y + remove.height / 2;
    for (const Node& node : alone.tree().nodes) {
      const Rect& at = node.rect;
      if (is_interactive(node.role) && x >= at.x && x < at.x + at.width && y >= at.y &&
          y < at.y + at.height) {
        ++beneath;
        break;
      }
    }
    EXPECT_TRUE(is(harness.click_at(x, y), app::FrameIntent(app::Confirm{}))) << sample.name;
  }
  EXPECT_GT(beneath, 0) << "no sample has a control where the dialog's button is";
}

TEST(Overlays, CloseByEscapeAndByTheCross) {
  const app::Screen screen = samples::dialog();
  Harness harness(screen);
  EXPECT_TRUE(is(harness.act({.id = 0, .kind = Action::Kind::escape, .value = {}}),
                 app::FrameIntent(app::Close{})));
  EXPECT_TRUE(is(harness.click(Role::button, "Close"), app::FrameIntent(app::Close{})));
}

TEST(Overlays, GoOnWithTheLastActionByEnter) {
  const app::Screen screen = samples::dialog();
  Harness harness(screen);
  const std::uint32_t id = harness.get(Role::text_field, "Why").id;
  EXPECT_TRUE(is(harness.act({.id = id, .kind = Action::Kind::submit, .value = {}}),
                 app::FrameIntent(app::Confirm{})));
}

TEST(Palette, IsUsedByArrowKeysAndEnterFromItsField) {
  const app::Screen screen = samples::palette();
  Harness harness(screen);
  const std::uint32_t id = harness.get(Role::text_field, "Search and commands").id;
  EXPECT_TRUE(is(harness.key(id, "ArrowDown"), app::FrameIntent(app::MovePalette{1})));
  EXPECT_TRUE(is(harness.key(id, "ArrowUp"), app::FrameIntent(app::MovePalette{-1})));
  EXPECT_TRUE(is(harness.act({.id = id, .kind = Action::Kind::submit, .value = {}}),
                 app::FrameIntent(app::Go{"#/import"})));
}

TEST(Palette, RunsWhatIsPressedUnlessItCannotBe) {
  const app::Screen screen = samples::palette();
  Harness harness(screen);
  EXPECT_TRUE(
      is(harness.click(Role::button, "Add somebody"), app::PeopleIntent(app::AddSomebody{})));
  EXPECT_FALSE(harness.press(Role::button, "Redo"));
}

TEST(Tips, ComeAfterHalfASecondAndWakeTheShellForIt) {
  const app::Screen screen = samples::home();
  Harness harness(screen);
  const Rect lock = harness.get(Role::button, "Lock").rect;
  const int before = harness.vertices();
  harness.hover(lock.x + 10, lock.y + 10);
  const int hovered = harness.vertices();
  harness.pass_time(600);
  (void)harness.step();
  EXPECT_GT(harness.vertices(), hovered + 20);
  EXPECT_GT(hovered, before);
}

}  // namespace
}  // namespace pairbook::ui
