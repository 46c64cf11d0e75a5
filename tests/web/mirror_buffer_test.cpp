#include "mirror_buffer.hpp"

#include <gtest/gtest.h>

namespace pairbook::web {
namespace {

ui::Node button(std::uint32_t id, std::string name) {
  ui::Node node;
  node.id = id;
  node.role = ui::Role::button;
  node.name = std::move(name);
  return node;
}

ui::SemanticTree page(std::vector<ui::Node> nodes) {
  ui::SemanticTree tree;
  tree.title = "Pairbook";
  tree.language = "en";
  tree.nodes = std::move(nodes);
  return tree;
}

ui::Node table() {
  ui::Node node;
  node.id = 7;
  node.role = ui::Role::table;
  node.name = "People";
  return node;
}

// A row of the table with one cell in it, `y` from the top of the page.
std::vector<ui::Node> row(std::uint32_t id, std::string name, float y,
                          ui::Role in_cell = ui::Role::link) {
  ui::Node line;
  line.id = id;
  line.parent = 7;
  line.role = ui::Role::row;
  line.rect = {0, y, 400, 40};
  line.clip = {0, 0, 400, 1000};
  ui::Node cell = line;
  cell.id = id + 1;
  cell.parent = id;
  cell.role = ui::Role::cell;
  ui::Node inside = cell;
  inside.id = id + 2;
  inside.parent = id + 1;
  inside.role = in_cell;
  inside.name = std::move(name);
  return {line, cell, inside};
}

ui::SemanticTree page_of(std::vector<std::vector<ui::Node>> rows, float top = 0) {
  std::vector<ui::Node> nodes{table()};
  nodes.front().rect = {0, top, 400, 4000};
  nodes.front().clip = {0, -1000, 400, 9000};
  for (std::vector<ui::Node>& each : rows) nodes.insert(nodes.end(), each.begin(), each.end());
  return page(std::move(nodes));
}

// What stands in front of the things, how many there are, and where and what the first one is.
struct Packed {
  std::string title;
  std::uint32_t focus = 0;
  std::vector<std::uint32_t> gone;
  std::size_t changed = 0;
  std::uint32_t slot = 0, fields = 0;
};

constexpr std::uint32_t is_new = 1, is_id = 2, is_rect = 8, is_name = 1 << 11;

Packed read(const base::Bytes& bytes) {
  base::ByteReader from(bytes);
  Packed packed;
  packed.title = from.text(100);
  (void)from.text(100);
  (void)from.u8();
  packed.focus = from.u32();
  const std::size_t shortcuts = from.count(100);
  for (std::size_t i = 0; i < shortcuts; ++i) (void)from.text(100);
  const std::size_t gone = from.count(100);
  for (std::size_t i = 0; i < gone; ++i) packed.gone.push_back(from.u32());
  packed.changed = from.count(100);
  if (packed.changed > 0) {
    packed.slot = from.u32();
    packed.fields = from.u32();
  }
  EXPECT_TRUE(from.ok());
  return packed;
}

TEST(MirrorBuffer, SendsEveryThingTheFirstTime) {
  MirrorBuffer buffer;
  const Packed sent = read(buffer.changes(page({button(1, "Save"), button(2, "Undo")})));
  EXPECT_EQ(sent.title, "Pairbook");
  EXPECT_EQ(sent.changed, 2U);
}

TEST(MirrorBuffer, SendsNothingForAPageThatStayedTheSame) {
  MirrorBuffer buffer;
  (void)buffer.changes(page({button(1, "Save"), button(2, "Undo")}));
  EXPECT_TRUE(buffer.changes(page({button(1, "Save"), button(2, "Undo")})).empty());
}

TEST(MirrorBuffer, SendsOnlyTheThingThatChanged) {
  MirrorBuffer buffer;
  (void)buffer.changes(page({button(1, "Save"), button(2, "Undo")}));
  const Packed sent = read(buffer.changes(page({button(1, "Save"), button(2, "Redo")})));
  EXPECT_EQ(sent.changed, 1U);
  EXPECT_EQ(sent.fields, is_name);
  EXPECT_TRUE(sent.gone.empty());
}

TEST(MirrorBuffer, NamesWhatIsGone) {
  MirrorBuffer buffer;
  (void)buffer.changes(page({button(1, "Save"), button(2, "Undo")}));
  const Packed sent = read(buffer.changes(page({button(2, "Undo")})));
  EXPECT_EQ(sent.gone, std::vector<std::uint32_t>{1});
  EXPECT_EQ(sent.changed, 0U);
}

TEST(MirrorBuffer, TellsANewOrderOfTheSameThings) {
  MirrorBuffer buffer;
  (void)buffer.changes(page({button(1, "Save"), button(2, "Undo")}));
  EXPECT_FALSE(buffer.changes(page({button(2, "Undo"), button(1, "Save")})).empty());
}

TEST(MirrorBuffer, PassesOnAWishForFocusOnAPageThatStayedTheSame) {
  MirrorBuffer buffer;
  (void)buffer.changes(page({button(1, "Save")}));
  ui::SemanticTree again = page({button(1, "Save")});
  again.focus_request = 1;
  EXPECT_EQ(read(buffer.changes(std::move(again))).focus, 1U);  // the first slot
}

TEST(MirrorBuffer, KeepsTheFirstOfTwoThingsWithOneId) {
  MirrorBuffer buffer;
  EXPECT_EQ(read(buffer.changes(page({button(1, "Save"), button(1, "Undo")}))).changed, 1U);
}

TEST(MirrorBuffer, MovesATableThatScrolledAndNothingInIt) {
  MirrorBuffer buffer;
  (void)buffer.changes(page_of({row(10, "Amina", 40), row(20, "Wei", 80)}));
  const Packed sent =
      read(buffer.changes(page_of({row(10, "Amina", 30), row(20, "Wei", 70)}, -10)));
  EXPECT_EQ(sent.changed, 1U);
  EXPECT_EQ(sent.fields, is_rect);
}

TEST(MirrorBuffer, TellsAThingOutOfViewNothingMoreWhenItIsFartherAway) {
  MirrorBuffer buffer;
  (void)buffer.changes(page_of({row(10, "Amina", -100)}, -140));
  EXPECT_EQ(read(buffer.changes(page_of({row(10, "Amina", -300)}, -340))).changed, 1U);
}

TEST(MirrorBuffer, GivesTheElementsOfARowThatIsGoneToOneThatCame) {
  MirrorBuffer buffer;
  (void)buffer.changes(page_of({row(10, "Amina", 40)}));
  const Packed sent = read(buffer.changes(page_of({row(20, "Wei", 40)})));
  EXPECT_TRUE(sent.gone.empty());
  EXPECT_EQ(sent.slot, 2U);
  EXPECT_EQ(sent.fields, is_id);
}

TEST(MirrorBuffer, GivesARowWithTheFocusToNobody) {
  MirrorBuffer buffer;
  (void)buffer.changes(page_of({row(10, "Amina", 40)}));
  const Packed sent = read(buffer.changes(page_of({row(20, "Wei", 40)}), 12));
  EXPECT_EQ(sent.gone, (std::vector<std::uint32_t>{2, 3, 4}));
  EXPECT_NE(sent.fields & is_new, 0U);
}

TEST(MirrorBuffer, GivesARowInWhichPeopleTypeToNobody) {
  MirrorBuffer buffer;
  (void)buffer.changes(page_of({row(10, "Amina", 40, ui::Role::text_field)}));
  const auto sent = read(buffer.changes(page_of({row(20, "Wei", 40, ui::Role::text_field)})));
  EXPECT_EQ(sent.gone.size(), 3U);
}

TEST(MirrorBuffer, MakesARowAnewWhenItHoldsOtherThings) {
  MirrorBuffer buffer;
  (void)buffer.changes(page_of({row(10, "Amina", 40)}));
  const auto sent = read(buffer.changes(page_of({row(20, "Wei", 40, ui::Role::button)})));
  EXPECT_EQ(sent.gone.size(), 3U);
}

TEST(MirrorBuffer, MakesAThingAnewThatBecameAnotherKind) {
  MirrorBuffer buffer;
  (void)buffer.changes(page({button(1, "Save")}));
  ui::Node link = button(1, "Save");
  link.role = ui::Role::link;
  const Packed sent = read(buffer.changes(page({link})));
  EXPECT_EQ(sent.gone, std::vector<std::uint32_t>{1});
  EXPECT_EQ(sent.slot, 2U);
}

}  // namespace
}  // namespace pairbook::web
