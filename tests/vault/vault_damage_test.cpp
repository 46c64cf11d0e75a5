// Whatever happens to the rows of a book behind our back, it is noticed, and what can be read
// is.
#include <gtest/gtest.h>

#include <algorithm>

#include "../../src/vault/row_seal.hpp"
#include "some_book.hpp"
#include "support/flipped_bits.hpp"

namespace pairbook::vault {
namespace {

using base::Errc;

bool says(const Opened& opened, NoticeKind kind) {
  return std::ranges::any_of(opened.notices,
                             [&](const Notice& notice) { return notice.kind == kind; });
}

/// A book with every kind of row, and the same book some commits ago.
struct TwoTimes {
  SomeBook book;
  Rows earlier;
  TwoTimes() {
    book.write("one");
    book.record("settings", "light");
    book.write("two");
    book.snapshot("state");
    book.write("three");
    earlier = book.rows;
    book.record("settings", "dark");
    book.write("four");
  }
  [[nodiscard]] bool notices(const Rows& rows) const {
    const auto opened = book.open(rows);
    return !opened || (opened->vault.is_read_only() && !opened->notices.empty());
  }
};

TEST(Damage, OfOneMissingRowIsNoticed) {
  const TwoTimes both;
  for (const auto& [key, bytes] : both.book.rows) {
    if (key == generation_key) continue;  // in clear, and trusted for nothing
    Rows rows = both.book.rows;
    rows.erase(key);
    EXPECT_TRUE(both.notices(rows)) << key;
  }
}

TEST(Damage, OfOneRowRolledBackIsNoticed) {
  const TwoTimes both;
  for (const auto& [key, bytes] : both.earlier) {
    if (key == generation_key || both.book.rows.at(key) == bytes) continue;
    Rows rows = both.book.rows;
    rows[key] = bytes;
    EXPECT_TRUE(both.notices(rows)) << key;
  }
}

TEST(Damage, OfTwoRowsSwappedIsNoticed) {
  const TwoTimes both;
  for (const auto& [a, bytes_a] : both.book.rows) {
    for (const auto& [b, bytes_b] : both.book.rows) {
      if (a >= b || a == generation_key || b == generation_key) continue;
      Rows rows = both.book.rows;
      std::swap(rows[a], rows[b]);
      EXPECT_TRUE(both.notices(rows)) << a << " " << b;
    }
  }
}

TEST(Damage, OfARowCutShortOrAddedIsNoticed) {
  const TwoTimes both;
  for (const auto& [key, bytes] : both.book.rows) {
    if (key == generation_key) continue;
    for (const std::size_t size : {std::size_t{0}, std::size_t{7}, bytes.size() - 1}) {
      Rows rows = both.book.rows;
      rows[key].resize(size);
      EXPECT_TRUE(both.notices(rows)) << key << " " << size;
    }
  }
  Rows rows = both.book.rows;
  rows["rec/00000000000000000000000000000000"] = base::Bytes(300);
  EXPECT_TRUE(both.notices(rows));
}

TEST(Damage, OfAnyBitIsNoticed) {
  const TwoTimes both;
  Rows rows = both.book.rows;
  for (auto& [key, bytes] : rows) {
    if (key == generation_key) continue;
    for (std::size_t bit = 0; bit < bytes.size() * 8; bit += 1 + bit % 61) {
      bytes[bit / 8] ^= std::byte{1} << (bit % 8);
      EXPECT_TRUE(both.notices(rows)) << key << " bit " << bit;
      bytes[bit / 8] ^= std::byte{1} << (bit % 8);
    }
  }
}

/// A book with a snapshot of 64 KiB, and which of its rows that is.
struct LargeSnapshot {
  SomeBook book;
  std::string row;
  LargeSnapshot() {
    book.write("one");
    const Rows without = book.rows;
    book.snapshot(std::string(64 * 1024, 's'));
    for (const auto& [key, bytes] : book.rows) {
      if (key.starts_with("rec/") && !without.contains(key)) row = key;
    }
  }
};
constexpr testing_support::Ends version_nonce_and_tag{8 + 24, 16};

TEST(Damage, OfAnyBitKeepsTheRowOfALargeSnapshotShut) {
  const LargeSnapshot large;
  const auto book_key = unwrap(large.book.vault->header(), 0,
                               SomeBook::passphrase_key(large.book.passphrase).key);
  ASSERT_TRUE(book_key);
  const BookKeys keys = BookKeys::of(*book_key);
  base::Bytes bytes = large.book.rows.at(large.row);
  const auto opens = [&] {
    return open_row(keys.rows, large.book.vault->header().vault, large.row, bytes).has_value();
  };
  ASSERT_TRUE(opens());

  const auto flipped =
      testing_support::flip_bits(bytes, version_nonce_and_tag, [&] { return !opens(); });

  EXPECT_EQ(flipped.unnoticed, std::vector<std::size_t>{});
  EXPECT_GT(flipped.tried, 65'536U);
  EXPECT_TRUE(opens());
}

// Noticed twice: by the list of contents and by the row's own seal. Nothing of the state is
// shown, and the log is read instead.
TEST(Damage, OfAnyBitOfALargeSnapshotIsTold) {
  const LargeSnapshot large;
  const SomeBook& book = large.book;
  Rows rows = book.rows;
  const Notice of_the_row{NoticeKind::row_damaged, large.row};
  testing_support::Ends some = version_nonce_and_tag;
  some.step = 9;

  const auto flipped = testing_support::flip_bits(rows.at(large.row), some, [&] {
    const auto opened = book.open(rows);
    return opened && opened->vault.is_read_only() && opened->snapshots.empty() &&
           says(*opened, NoticeKind::incomplete) &&
           std::ranges::count(opened->notices, of_the_row) == 1 &&
           story(opened->entries) == "one ";
  });

  EXPECT_EQ(flipped.unnoticed, std::vector<std::size_t>{});
  EXPECT_GT(flipped.tried, 7'000U);
  EXPECT_EQ(rows, book.rows);
  EXPECT_EQ(book.open(rows)->snapshots.at(0).state.size(), 64 * 1024U);
}

TEST(Damage, OfTheNewestListOfContentsCannotHideARollback) {
  // The rows of the state before, with its list of contents, and the newest list taken away.
  SomeBook book;
  book.write("one");
  book.write("two");
  const Rows before = book.rows;
  book.write("three");
  Rows rows = before;
  const auto changed = std::ranges::find_if(book.rows, [&](const auto& row) {
    return row.first.starts_with("head/manifest") && before.at(row.first) != row.second;
  });
  ASSERT_NE(changed, book.rows.end());

  rows[changed->first] = changed->second;
  const auto opened = book.open(rows);
  ASSERT_TRUE(opened);
  EXPECT_TRUE(says(*opened, NoticeKind::older_state));
  EXPECT_TRUE(says(*opened, NoticeKind::own_entries_missing));
  EXPECT_TRUE(opened->vault.is_read_only());
  EXPECT_EQ(story(opened->entries), "one two ");

  rows.erase(changed->first);
  ASSERT_TRUE(book.open(rows));
  EXPECT_TRUE(says(*book.open(rows), NoticeKind::manifest_damaged));
}

TEST(Damage, LeavesTheRestReadable) {
  TwoTimes both;
  const auto log_row = std::ranges::find_if(
      both.book.rows, [](const auto& row) { return row.first.starts_with("log/"); });
  const std::string last = std::prev(both.book.rows.upper_bound("log/~"))->first;
  ASSERT_NE(log_row, both.book.rows.end());
  Rows rows = both.book.rows;
  rows[last].back() ^= std::byte{1};

  const auto opened = both.book.open(rows);

  ASSERT_TRUE(opened);
  EXPECT_TRUE(says(*opened, NoticeKind::incomplete));
  EXPECT_TRUE(says(*opened, NoticeKind::own_entries_missing));
  EXPECT_EQ(std::ranges::find(opened->notices, NoticeKind::row_damaged, &Notice::kind)->where,
            last);
  EXPECT_EQ(story(opened->entries), "three ");
  EXPECT_EQ(text(opened->records.at("settings")), "dark");
  EXPECT_EQ(text(opened->snapshots.at(0).state), "state");
}

TEST(Damage, MakesABookReadOnlyUntilAPersonCarriesOn) {
  TwoTimes both;
  Rows rows = both.book.rows;
  const std::string last = std::prev(rows.upper_bound("log/~"))->first;
  rows[last].back() ^= std::byte{1};
  auto opened = both.book.open(rows);
  ASSERT_TRUE(opened);
  const auto device = opened->vault.keyring().device();
  EXPECT_EQ(opened->vault.commit({}, both.book.random).error().code, Errc::not_permitted);

  const auto commit = opened->vault.carry_on(both.book.random);

  ASSERT_TRUE(commit);
  ASSERT_TRUE(store(rows, *commit));
  const auto again = both.book.open(rows);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->notices.empty());
  EXPECT_FALSE(again->vault.is_read_only());
  EXPECT_EQ(story(again->entries), "three ");
  EXPECT_NE(again->vault.keyring().device(), device);
}

TEST(Damage, OfOneCopyOfTheKeyringIsSurvived) {
  const SomeBook book;
  std::size_t survived = 0;
  for (const auto& [key, bytes] : book.rows) {
    if (!key.starts_with("rec/")) continue;
    Rows rows = book.rows;
    rows[key].back() ^= std::byte{1};
    const auto opened = book.open(rows);
    ASSERT_TRUE(opened);
    EXPECT_TRUE(says(*opened, NoticeKind::row_damaged));
    EXPECT_EQ(opened->vault.keyring().device(), book.vault->keyring().device());
    ++survived;
  }
  EXPECT_EQ(survived, 2U);
}

TEST(Damage, OfTheSnapshotBringsTheWholeLogBack) {
  SomeBook book;
  book.write("one");
  book.write("two");
  const Rows before = book.rows;
  book.snapshot("state");
  Rows rows = book.rows;
  for (auto& [key, bytes] : rows) {
    if (key.starts_with("rec/") && !before.contains(key)) bytes.back() ^= std::byte{1};
  }
  const auto opened = book.open(rows);
  ASSERT_TRUE(opened);
  EXPECT_TRUE(opened->snapshots.empty());
  EXPECT_EQ(story(opened->entries), "one two ");
}

TEST(Damage, OfTheGenerationInClearChangesNothing) {
  SomeBook book;
  book.write("one");
  book.rows[generation_key] = base::Bytes(8, std::byte{0xFF});
  auto opened = book.open();
  ASSERT_TRUE(opened);
  EXPECT_TRUE(opened->notices.empty());
  const auto commit = opened->vault.commit({}, book.random);
  ASSERT_TRUE(commit);
  EXPECT_TRUE(store(book.rows, *commit));
  EXPECT_TRUE(book.open()->notices.empty());
}

TEST(Damage, OfAnotherBooksRowsIsNoticed) {
  SomeBook mine(1);
  SomeBook other(2);
  mine.record("settings", "mine");
  other.record("settings", "other");
  Rows rows = mine.rows;
  for (const auto& [key, bytes] : other.rows) {
    if (key.starts_with("rec/")) rows[key] = bytes;
  }
  const auto opened = mine.open(rows);
  ASSERT_TRUE(opened);
  EXPECT_TRUE(opened->vault.is_read_only());
  EXPECT_EQ(text(opened->records.at("settings")), "mine");
}

}  // namespace
}  // namespace pairbook::vault
