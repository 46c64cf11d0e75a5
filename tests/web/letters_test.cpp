#include "letters.hpp"

#include <gtest/gtest.h>

namespace pairbook::web {
namespace {

app::BookId a_book() {
  return *app::BookId::from_hex("00112233445566778899aabbccddeeff");
}

TEST(Letters, BringPreferencesBackAsTheyWere) {
  const app::Preferences kept{.theme = app::Theme::dark,
                              .contrast = app::Contrast::high,
                              .auto_lock_minutes = 7,
                              .book_names = {{a_book(), "Harbour Mentoring"}},
                              .copies = {{a_book(), {1'795'000'000'000}}}};
  EXPECT_EQ(unpack_preferences(pack(kept)), kept);
}

TEST(Letters, ReadDamagedPreferencesAsNone) {
  base::Bytes bytes =
      pack(app::Preferences{.theme = app::Theme::dark, .book_names = {}, .copies = {}});
  bytes.pop_back();
  EXPECT_EQ(unpack_preferences(bytes), app::Preferences{});
  EXPECT_EQ(unpack_preferences({}), app::Preferences{});
}

TEST(Letters, BringRowsOfABookIn) {
  base::ByteWriter page;
  page.u8(2);
  page.text(a_book().hex());
  page.u8(1);
  page.varint(1);
  page.text("log/1");
  page.blob(base::bytes_of("sealed"));
  const auto event = unpack_event(page.view());
  ASSERT_TRUE(event);
  const auto& loaded = std::get<app::BookLoaded>(*event);
  EXPECT_EQ(loaded.book, a_book());
  EXPECT_TRUE(loaded.writer);
  ASSERT_EQ(loaded.rows.size(), 1U);
  EXPECT_EQ(loaded.rows[0].key, "log/1");
}

TEST(Letters, BringSomeRowsOfALargeBookInFirst) {
  base::ByteWriter page;
  page.u8(22);
  page.text(a_book().hex());
  page.varint(1);
  page.text("log/1");
  page.blob(base::bytes_of("sealed"));
  const auto event = unpack_event(page.view());
  ASSERT_TRUE(event);
  const auto& some = std::get<app::BookRows>(*event);
  EXPECT_EQ(some.book, a_book());
  ASSERT_EQ(some.rows.size(), 1U);
  EXPECT_EQ(base::text_of(some.rows[0].bytes), "sealed");
}

TEST(Letters, TakeRowsOutInPieces) {
  const base::Bytes piece =
      pack(app::StageRows{a_book(), {{"log/1", {std::byte{7}}}}, /*begins=*/true});
  base::ByteReader from(piece);
  EXPECT_EQ(from.u8(), app::Effect(app::StageRows{}).index());
  EXPECT_EQ(from.text(64), a_book().hex());
  EXPECT_EQ(from.u8(), 1);
  EXPECT_EQ(from.count(10), 1U);
  EXPECT_EQ(from.text(64), "log/1");
  EXPECT_EQ(from.blob(10).size(), 1U);
  EXPECT_TRUE(from.finish());
}

TEST(Letters, RefuseBytesThatAreLeftOver) {
  base::ByteWriter page;
  page.u8(14);
  EXPECT_TRUE(unpack_event(page.view()));
  page.u8(0);
  EXPECT_FALSE(unpack_event(page.view()));
}

TEST(Letters, RefuseWhatIsNoEvent) {
  for (const int kind : {0, 23, 255}) {
    const std::byte bytes[] = {static_cast<std::byte>(kind)};
    EXPECT_FALSE(unpack_event(bytes)) << kind;
  }
  EXPECT_FALSE(unpack_event({}));
}

TEST(Letters, RefuseABookThatHasNoProperName) {
  base::ByteWriter page;
  page.u8(6);
  page.text("not a book");
  EXPECT_FALSE(unpack_event(page.view()));
}

}  // namespace
}  // namespace pairbook::web
