#include "pairbook/ui/frame.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include "pairbook/base/text.hpp"
#include "pairbook/ui/controls.hpp"
#include "pairbook/ui/fields.hpp"
#include "pairbook/ui/layout.hpp"
#include "pairbook/ui/places.hpp"
#include "pairbook/ui/surfaces.hpp"
#include "pairbook/ui/text.hpp"
#include "ui/harness.hpp"

namespace pairbook::ui {
namespace {

const auto nothing = std::optional<app::Intent>();

TEST(Lint, FindsWhatIsPaintedWithoutAMeaning) {
  Harness harness([](Frame&) {
    ImGui::SetCursorScreenPos({100, 100});
    ImGui::InvisibleButton("stray", {50, 20});
    return nothing;
  });
  EXPECT_EQ(harness.problems().size(), 1U);
}

TEST(Lint, FindsTwoThingsWithOneId) {
  Harness harness([](Frame& frame) {
    (void)button(frame, "same", "One");
    (void)button(frame, "same", "Two");
    return nothing;
  });
  EXPECT_FALSE(harness.problems().empty());
}

TEST(Lint, FindsAButtonWithoutAName) {
  Harness harness([](Frame& frame) {
    (void)button(frame, "nameless", "");
    return nothing;
  });
  EXPECT_FALSE(harness.problems().empty());
}

TEST(Key, StaysTheSameWhateverTheLabelSays) {
  std::string label = "Save";
  Harness harness([&](Frame& frame) {
    (void)button(frame, "save", label);
    return nothing;
  });
  const std::uint32_t before = harness.get(Role::button, "Save").id;
  label = "Save again";
  (void)harness.step();
  EXPECT_EQ(harness.get(Role::button, "Save again").id, before);
}

TEST(Key, TellsTheSameWordInTwoScopesApart) {
  Harness harness([](Frame& frame) {
    for (int row = 0; row < 2; ++row) {
      const Scope scope(frame, row);
      (void)button(frame, "open", row == 0 ? "Open one" : "Open two");
    }
    return nothing;
  });
  EXPECT_NE(harness.get(Role::button, "Open one").id, harness.get(Role::button, "Open two").id);
}

TEST(Frame, TellsTheBrowserWhichChordsItAnswers) {
  bool pressed = false;
  Harness harness([&](Frame& frame) {
    pressed = frame.shortcut("Control+S") || pressed;
    return nothing;
  });
  EXPECT_EQ(harness.tree().shortcuts, std::vector<std::string>{"Control+S"});
  EXPECT_FALSE(pressed);
  (void)harness.key(0, "Control+S");
  EXPECT_TRUE(pressed);
}

TEST(Frame, BringsWhatGetsTheFocusIntoView) {
  Harness harness([](Frame& frame) {
    const ScrollArea area(frame, "area", {0, 0, 400, 300});
    for (int i = 0; i < 40; ++i) (void)button(frame, i, "Button " + std::to_string(i));
    return nothing;
  });
  (void)harness.step();
  EXPECT_GT(harness.get(Role::button, "Button 30").rect.y, 300);
  harness.focus(harness.get(Role::button, "Button 30").id);
  (void)harness.step();
  const Node& node = harness.get(Role::button, "Button 30");
  EXPECT_GE(node.rect.y, 0);
  EXPECT_LE(node.rect.y + node.rect.height, 300);
}

TEST(Frame, ScrollsByTheWheelAndStopsAtTheEnds) {
  Harness harness([](Frame& frame) {
    const ScrollArea area(frame, "area", {0, 0, 1280, 800});
    for (int i = 0; i < 40; ++i) text(frame, i, "Line " + std::to_string(i));
    return nothing;
  });
  (void)harness.step();
  const float start = harness.get(Role::text, "Line 0").rect.y;
  harness.scroll(100);
  EXPECT_NEAR(harness.get(Role::text, "Line 0").rect.y, start - 100, 1);
  harness.scroll(100'000);
  EXPECT_LE(harness.get(Role::text, "Line 39").rect.y, 800);
  EXPECT_GT(harness.get(Role::text, "Line 39").rect.y, 700);
  harness.scroll(-100'000);
  EXPECT_NEAR(harness.get(Role::text, "Line 0").rect.y, start, 1);
}

TEST(Row, GoesOnInANewLineWhenThereIsNoRoom) {
  Harness harness(
      [](Frame& frame) {
        const Row row(frame, "row");
        for (int i = 0; i < 6; ++i)
          (void)button(frame, i, "A rather long label " + std::to_string(i));
        return nothing;
      },
      {.width = 390});
  EXPECT_TRUE(harness.problems().empty());
  EXPECT_GT(harness.get(Role::button, "A rather long label 5").rect.y,
            harness.get(Role::button, "A rather long label 0").rect.y + 30);
}

TEST(Row, PutsWhatComesAfterTheSpringAtTheEnd) {
  Harness harness([](Frame& frame) {
    Row row(frame, "row");
    (void)button(frame, "one", "One");
    row.spring();
    (void)button(frame, "two", "Two");
    return nothing;
  });
  const Rect two = harness.get(Role::button, "Two").rect;
  EXPECT_NEAR(two.x + two.width, 1280, 1);
}

TEST(Text, WrapsAtWordsAndNeverSticksOut) {
  Harness harness(
      [](Frame& frame) {
        text(frame, "long",
             "Mentoring is a walk together and "
             "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen is a long word");
        std::string many;
        for (int i = 0; i < 30; ++i) many += "李小龍";
        text(frame, "many", many);
        return nothing;
      },
      {.width = 320});
  EXPECT_TRUE(harness.problems().empty());
  EXPECT_GT(harness.get(Role::text, "Mentoring").rect.height, 50);
  EXPECT_GT(harness.get(Role::text, "李小龍").rect.height, 35);
}

TEST(Text, GoesToTheBrowserOnlyWhenTheBundledFontLacksIt) {
  EXPECT_TRUE(is_bundled_text("María José Núñez - \"quoted\" … € 12"));
  EXPECT_FALSE(is_bundled_text("Łódź"));
  EXPECT_FALSE(is_bundled_text("فاطمة"));
  EXPECT_FALSE(is_bundled_text("👩‍🏫"));
  EXPECT_FALSE(is_bundled_text("e\xCC\x81"));
}

TEST(Text, HasAGlyphForEverythingItPaintsItself) {
  Harness harness([](Frame&) { return nothing; });
  ImFont* font = ImGui::GetIO().Fonts->Fonts[0];
  for (char32_t point = 0x20; point < 0x2200; ++point) {
    std::string text;
    base::append_utf8(text, point);
    if (!is_bundled_text(text)) continue;
    EXPECT_TRUE(font->IsGlyphInFont(point)) << std::hex << static_cast<unsigned>(point);
  }
}

TEST(Menu, OpensChoosesAndCloses) {
  const std::vector<MenuItem> items{{.label = "Rename"}, {.label = "Remove", .danger = true}};
  int chosen = -1;
  Harness harness([&](Frame& frame) {
    const int now = menu_button(frame, "more", "More", 0, items);
    if (now >= 0) chosen = now;
    return nothing;
  });
  EXPECT_EQ(harness.find(Role::button, "Remove"), nullptr);
  (void)harness.click(Role::button, "More");
  EXPECT_EQ(harness.get(Role::button, "More").expanded, true);
  EXPECT_TRUE(harness.problems().empty());
  (void)harness.click(Role::button, "Remove");
  EXPECT_EQ(chosen, 1);
  EXPECT_EQ(harness.find(Role::button, "Remove"), nullptr);
}

TEST(Menu, ClosesByEscapeAndByAPressElsewhere) {
  const std::vector<MenuItem> items{{.label = "Rename"}};
  Harness harness([&](Frame& frame) {
    (void)menu_button(frame, "more", "More", 0, items);
    return nothing;
  });
  (void)harness.press(Role::button, "More");
  EXPECT_NE(harness.find(Role::button, "Rename"), nullptr);
  (void)harness.act({.id = 0, .kind = Action::Kind::escape, .value = {}});
  EXPECT_EQ(harness.find(Role::button, "Rename"), nullptr);
  (void)harness.press(Role::button, "More");
  (void)harness.click_at(900, 700);
  EXPECT_EQ(harness.find(Role::button, "Rename"), nullptr);
}

TEST(Tabs, AreOneStopAndMoveByArrows) {
  const std::vector<std::string> labels{"One", "Two", "Three"};
  int chosen = 0;
  Harness harness([&](Frame& frame) {
    if (const auto now = tabs(frame, "tabs", "Parts", labels, chosen)) chosen = *now;
    return nothing;
  });
  EXPECT_FALSE(harness.get(Role::tab, "One").skip_tab);
  EXPECT_TRUE(harness.get(Role::tab, "Two").skip_tab);
  (void)harness.key(harness.get(Role::tab, "One").id, "ArrowLeft");
  EXPECT_EQ(chosen, 2);
  (void)harness.click(Role::tab, "Two");
  EXPECT_EQ(chosen, 1);
}

}  // namespace
}  // namespace pairbook::ui
