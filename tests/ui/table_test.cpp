#include "pairbook/ui/table.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "ui/harness.hpp"
#include "ui/samples.hpp"

namespace pairbook::ui {
namespace {

template <class Intent>
const Intent* frame_intent(const std::optional<app::Intent>& asked) {
  const auto* area = asked ? std::get_if<app::FrameIntent>(&*asked) : nullptr;
  return area ? std::get_if<Intent>(area) : nullptr;
}

TEST(Table, PaintsAndTellsOnlyTheRowsInView) {
  const app::Screen few = samples::people(60), many = samples::people(50'000);
  Harness small(few), large(many);
  EXPECT_LE(large.tree().nodes.size(), small.tree().nodes.size() + 2);
  EXPECT_LE(large.vertices(), small.vertices() + 200);
  EXPECT_LT(large.all(Role::row).size(), 30U);
  EXPECT_EQ(large.get(Role::table, "People").row_count, 50'001);
}

TEST(Table, AsksForTheRowsThatCameIntoView) {
  const app::Screen screen = samples::people(50'000);
  Harness harness(screen);
  std::optional<app::Intent> asked;
  Harness scrolled([&](Frame& frame) {
    auto intent = draw(frame, screen);
    if (intent) asked = intent;
    return intent;
  });
  EXPECT_FALSE(asked);
  scrolled.scroll(44'000);
  const auto* show = frame_intent<app::ShowRows>(asked);
  ASSERT_NE(show, nullptr);
  EXPECT_LE(show->first, 990);
  EXPECT_GE(show->first + show->count, 1010);
  EXPECT_LT(show->count, 100);
}

TEST(Table, ShowsAWindowOfRowsWhereTheyBelong) {
  const app::Screen screen = samples::people(50'000, 980, 60);
  Harness harness(screen);
  harness.scroll(44'000);
  const Node& row = harness.get(Role::row, "Giulia D'Angelo 1002");
  EXPECT_EQ(row.row_index, 1004);
  EXPECT_GT(row.rect.y, 56);
  EXPECT_LT(row.rect.y, 800);
}

TEST(Table, KeepsItsHeaderInSight) {
  const app::Screen screen = samples::people();
  Harness harness(screen);
  const float before = harness.get(Role::column_header, "Name").rect.y;
  EXPECT_GT(before, 100);
  harness.scroll(800);
  EXPECT_NEAR(harness.get(Role::column_header, "Name").rect.y, 56, 1);
}

TEST(Table, SortsByItsHeader) {
  const app::Screen screen = samples::people();
  Harness harness(screen);
  EXPECT_EQ(harness.get(Role::column_header, "Name").sort, "ascending");
  const auto asked = harness.click(Role::button, "Organisation");
  const auto* sort = frame_intent<app::SortRows>(asked);
  ASSERT_NE(sort, nullptr);
  EXPECT_EQ(sort->column, "organisation");
}

TEST(Table, OpensARowByMouseAndByEnter) {
  const app::Screen screen = samples::people();
  Harness harness(screen);
  const Rect row = harness.get(Role::row, "Chidi Okonkwo").rect;
  const auto clicked = harness.click_at(row.x + 600, row.y + 20);
  const auto* go = frame_intent<app::Go>(clicked);
  ASSERT_NE(go, nullptr);
  EXPECT_TRUE(go->route.ends_with("2"));
  const std::uint32_t id = harness.get(Role::row, "Chidi Okonkwo").id;
  harness.focus(id);
  const auto entered = harness.key(id, "Enter");
  ASSERT_NE(frame_intent<app::Go>(entered), nullptr);
}

TEST(Table, SelectsWithoutOpening) {
  const app::Screen screen = samples::people();
  Harness harness(screen);
  const auto ticked = harness.click(Role::checkbox, "Chidi Okonkwo");
  const auto* select = frame_intent<app::SelectRow>(ticked);
  ASSERT_NE(select, nullptr);
  EXPECT_EQ(select->how, app::Selecting::toggle);
  const auto everybody = harness.click(Role::checkbox, "Select everybody");
  ASSERT_NE(frame_intent<app::SelectRow>(everybody), nullptr);
  EXPECT_EQ(frame_intent<app::SelectRow>(everybody)->how, app::Selecting::all);
}

TEST(Table, IsOneStopForTabAndMovesByArrowKeys) {
  const app::Screen screen = samples::people();
  Harness harness(screen);
  const auto rows = harness.all(Role::row);
  const auto stops = std::ranges::count_if(
      rows, [](const Node* row) { return !row->keys.empty() && !row->skip_tab; });
  EXPECT_EQ(stops, 1);
  const std::uint32_t first = harness.get(Role::row, "Amina Yusuf").id,
                      second = harness.get(Role::row, "Tomasz").id;
  harness.focus(first);
  (void)harness.key(first, "ArrowDown");
  EXPECT_EQ(harness.tree().focus_request, second);
}

TEST(Table, BringsAFarRowIntoViewBeforeItIsFocused) {
  const app::Screen screen = samples::people(60);
  Harness harness(screen);
  const std::uint32_t first = harness.get(Role::row, "Amina Yusuf").id;
  harness.focus(first);
  (void)harness.key(first, "End");
  (void)harness.step();
  const Node& last = harness.get(Role::row, "Giulia D'Angelo 58");
  EXPECT_LT(last.rect.y, 800);
  EXPECT_EQ(harness.input().focused_id, harness.get(Role::row, "Yuki Tanaka 59").id);
}

TEST(Table, BecomesCardsWhenNarrow) {
  const app::Screen screen = samples::people();
  Harness harness(screen, {.width = 390});
  EXPECT_EQ(harness.find(Role::table, "People"), nullptr);
  EXPECT_EQ(harness.get(Role::list, "People").row_count, 128);
  EXPECT_NE(harness.find(Role::link, "Amina Yusuf"), nullptr);
  EXPECT_NE(harness.find(Role::text, "Organisation: Harbour Trust"), nullptr);
}

TEST(Table, SaysWhenThereIsNothingToShow) {
  const app::Screen screen = samples::people(0, 0, 0);
  Harness harness(screen);
  EXPECT_NE(harness.find(Role::text, "Nobody fits these filters."), nullptr);
}

}  // namespace
}  // namespace pairbook::ui
