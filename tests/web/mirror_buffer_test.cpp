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

// What stands in front of the nodes, and how many of each kind follow.
struct Packed {
  std::string title;
  std::uint32_t focus = 0;
  std::vector<std::uint32_t> gone;
  std::size_t changed = 0;
};

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
  EXPECT_EQ(read(buffer.changes(std::move(again))).focus, 1U);
}

TEST(MirrorBuffer, KeepsTheFirstOfTwoThingsWithOneId) {
  MirrorBuffer buffer;
  EXPECT_EQ(read(buffer.changes(page({button(1, "Save"), button(1, "Undo")}))).changed, 1U);
}

}  // namespace
}  // namespace pairbook::web
