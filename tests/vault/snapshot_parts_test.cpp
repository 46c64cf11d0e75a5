// The state of a large programme lies in rows of its own, and is sealed and opened in steps.
#include <gtest/gtest.h>

#include <algorithm>

#include "pairbook/vault/book_file.hpp"
#include "vault/some_book.hpp"

namespace pairbook::vault {
namespace {

std::string large_state(std::size_t bytes) {
  std::string out(bytes, ' ');
  for (std::uint64_t i = 0; i < bytes; ++i) {
    out[static_cast<std::size_t>(i)] = static_cast<char>('a' + i * i / 7 % 26);
  }
  return out;
}

Snapshot snapshot_of(const SomeBook& book, std::string_view state) {
  const auto bytes = base::bytes_of(state);
  return {book.space(), book.ledger->summary(), {bytes.begin(), bytes.end()}};
}

/// A snapshot made in steps of `step` bytes; how many steps it took.
int keep_in_steps(SomeBook& book, std::string_view state, std::size_t step) {
  SealedSnapshot sealing = book.vault->begin_snapshot(snapshot_of(book, state));
  int steps = 1;
  while (!book.vault->seal_some(sealing, step, book.random)) ++steps;
  book.keep(*book.vault->commit(std::move(sealing), book.random));
  return steps;
}

std::size_t records_of(const Rows& rows) {
  return static_cast<std::size_t>(std::ranges::count_if(
      rows, [](const auto& row) { return row.first.starts_with("rec/"); }));
}

TEST(SnapshotParts, KeepEveryRowSmall) {
  SomeBook book;
  book.write("one");
  const std::string state = large_state(2'000'000);
  book.snapshot(state);
  for (const auto& [key, bytes] : book.rows) EXPECT_LT(bytes.size(), 300'000U) << key;
  const auto opened = book.open();
  ASSERT_TRUE(opened && opened->notices.empty());
  EXPECT_EQ(text(opened->snapshots.at(0).state), state);
  EXPECT_TRUE(opened->entries.empty());
}

TEST(SnapshotParts, AreSealedInSteps) {
  SomeBook book;
  book.write("one");
  const std::string state = large_state(1'000'000);
  EXPECT_EQ(keep_in_steps(book, state, 1), 4);
  EXPECT_EQ(text(book.open()->snapshots.at(0).state), state);
}

TEST(SnapshotParts, OfAShorterStateLeaveNothingBehind) {
  SomeBook book;
  const std::size_t before = records_of(book.rows);
  book.snapshot(large_state(1'000'000));
  EXPECT_EQ(records_of(book.rows), before + 1 + 4);
  book.snapshot(large_state(300'000));
  EXPECT_EQ(records_of(book.rows), before + 1 + 2);
  book.snapshot("small");
  EXPECT_EQ(records_of(book.rows), before + 1);
  EXPECT_EQ(text(book.open()->snapshots.at(0).state), "small");
}

TEST(SnapshotParts, OfAShorterStateLeaveNothingBehindAfterOpeningAgain) {
  SomeBook book;
  const std::size_t before = records_of(book.rows);
  book.snapshot(large_state(1'000'000));
  book.vault = std::move(book.open()->vault);
  book.snapshot("small");
  EXPECT_EQ(records_of(book.rows), before + 1);
  EXPECT_TRUE(book.open()->notices.empty());
}

TEST(SnapshotParts, BearWithARecordWrittenMeanwhile) {
  SomeBook book;
  book.write("one");
  const std::string state = large_state(600'000);
  SealedSnapshot sealing = book.vault->begin_snapshot(snapshot_of(book, state));
  EXPECT_FALSE(book.vault->seal_some(sealing, 1, book.random));
  book.record("settings", "dark");
  while (!book.vault->seal_some(sealing, 1, book.random)) {
  }
  book.keep(*book.vault->commit(std::move(sealing), book.random));
  const auto opened = book.open();
  ASSERT_TRUE(opened && opened->notices.empty());
  EXPECT_EQ(text(opened->snapshots.at(0).state), state);
  EXPECT_EQ(text(opened->records.at("settings")), "dark");
}

TEST(SnapshotParts, AreRefusedOnceEntriesHaveOvertakenThem) {
  SomeBook book;
  book.write("one");
  SealedSnapshot sealing = book.vault->begin_snapshot(snapshot_of(book, large_state(600'000)));
  while (!book.vault->seal_some(sealing, 1, book.random)) {
  }
  book.write("two");
  EXPECT_EQ(book.vault->commit(std::move(sealing), book.random).error().code,
            base::Errc::invalid_input);
  EXPECT_TRUE(book.open()->notices.empty());
  EXPECT_EQ(story(book.open()->entries), "one two ");
}

TEST(SnapshotParts, OfTwoSnapshotsAtOnceNeverMix) {
  SomeBook book;
  auto first = book.vault->begin_snapshot(snapshot_of(book, large_state(600'000)));
  auto second = book.vault->begin_snapshot(snapshot_of(book, large_state(700'000)));
  EXPECT_TRUE(book.vault->seal_some(first, SIZE_MAX, book.random));
  EXPECT_TRUE(book.vault->seal_some(second, SIZE_MAX, book.random));
  book.keep(*book.vault->commit(std::move(second), book.random));
  EXPECT_EQ(book.vault->commit(std::move(first), book.random).error().code,
            base::Errc::conflict);
  EXPECT_EQ(book.open()->snapshots.at(0).state.size(), 700'000U);
}

TEST(SnapshotParts, CannotBeStoredHalf) {
  SomeBook book;
  auto sealing = book.vault->begin_snapshot(snapshot_of(book, large_state(600'000)));
  EXPECT_FALSE(book.vault->seal_some(sealing, 1, book.random));
  EXPECT_EQ(book.vault->commit(std::move(sealing), book.random).error().code,
            base::Errc::cancelled);
}

// The row of any one part, damaged or gone: the state is not shown, the log is, and carrying
// on leads to a whole book again.
TEST(SnapshotParts, WithOneDamagedBringTheWholeLogBack) {
  SomeBook book;
  book.write("one");
  const Rows before = book.rows;
  book.snapshot(large_state(600'000));
  int tried = 0;
  for (const auto& [key, bytes] : book.rows) {
    if (!key.starts_with("rec/") || before.contains(key)) continue;
    for (const bool gone : {false, true}) {
      Rows rows = book.rows;
      if (gone) {
        rows.erase(key);
      } else {
        rows[key].back() ^= std::byte{1};
      }
      auto opened = book.open(rows);
      ASSERT_TRUE(opened);
      EXPECT_TRUE(opened->vault.is_read_only());
      EXPECT_TRUE(opened->snapshots.empty());
      EXPECT_EQ(story(opened->entries), "one ");
      const auto commit = opened->vault.carry_on(book.random);
      ASSERT_TRUE(commit && store(rows, *commit));
      EXPECT_TRUE(book.open(rows)->notices.empty());
      ++tried;
    }
  }
  EXPECT_EQ(tried, 2 * (1 + 3));
}

TEST(SnapshotParts, AreOpenedInSteps) {
  SomeBook book;
  for (int i = 0; i < 100; ++i) book.write("x" + std::to_string(i));
  const std::string state = large_state(600'000);
  book.snapshot(state);
  book.write("after");
  auto work = OpenWork::begin(book.rows, 0, book.passphrase);
  ASSERT_TRUE(work);
  int steps = 1;
  while (true) {
    const auto whole = work->step(1);
    ASSERT_TRUE(whole);
    if (*whole) break;
    ++steps;
  }
  EXPECT_GT(steps, 6);
  const Opened opened = work->take();
  EXPECT_TRUE(opened.notices.empty());
  EXPECT_EQ(text(opened.snapshots.at(0).state), state);
  EXPECT_EQ(story(opened.entries), "after ");
}

// Every byte of a book with parts. Books as they were made the first time are in
// tests/vectors/vault.
TEST(SnapshotParts, AreWrittenAsEver) {
  SomeBook book(7);
  book.write("one");
  book.snapshot(large_state(600'000));
  EXPECT_EQ(base::to_hex(crypto::hash(write_book_file(book.rows))),
            "67f85ec7d8d97cb24aeabf53560c6cbe6e7440a2635b7bf4d7896dd31b4b694c");
}

}  // namespace
}  // namespace pairbook::vault
