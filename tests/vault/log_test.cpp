// The log of a book that others write into as well: positions that last, and entries that came
// while a snapshot was made or that wait for others.
#include <gtest/gtest.h>

#include "vault/some_book.hpp"

namespace pairbook::vault {
namespace {

/// Another device that writes into the same space.
struct Other {
  base::SeededRandom random{77};
  crypto::SigningKey key = crypto::SigningKey::from_seed(crypto::Key::random(random));
  ledger::Ledger ledger;

  explicit Other(const SomeBook& book) : ledger(book.space()) {}

  ledger::SignedEntry write(std::string_view text) {
    ledger::Writing writing;
    writing.device = ledger::device_id(key.public_key());
    writing.epoch = 1;
    writing.now = {1'800'000'000'000};
    const auto bytes = base::bytes_of(text);
    return ledger.append(writing, {{1, false, {bytes.begin(), bytes.end()}}}, key)->front();
  }
};

void take(SomeBook& book, const ledger::SignedEntry& entry) {
  Change change;
  change.entries = {entry};
  book.keep(*book.vault->commit(change, book.random));
  static_cast<void>(book.ledger->receive(entry, {1'800'000'000'000}));
}

std::string story_from(const SomeBook& book, std::uint64_t from) {
  return story(book.vault->log(book.rows, book.space(), from, SIZE_MAX)->entries);
}

TEST(Log, IsReadFromAPositionOn) {
  SomeBook book;
  book.write("one");
  const std::uint64_t position = book.vault->log_end();
  book.write("two");
  book.write("three");

  const auto piece = book.vault->log(book.rows, book.space(), position, SIZE_MAX);

  ASSERT_TRUE(piece);
  EXPECT_EQ(story(piece->entries), "two three ");
  EXPECT_EQ(piece->next, book.vault->log_end());
  EXPECT_EQ(story_from(book, book.vault->log_end()), "");
}

TEST(Log, IsReadInPiecesWithoutAGap) {
  SomeBook book;
  std::string all;
  for (const char* word : {"a", "b", "c", "d", "e"}) {
    book.write(word);
    all += std::string(word) + " ";
  }
  std::string read;
  int pieces = 0;
  for (std::uint64_t at = 0; at < book.vault->log_end(); ++pieces) {
    const auto piece = book.vault->log(book.rows, book.space(), at, 1);
    ASSERT_TRUE(piece);
    ASSERT_GT(piece->next, at);
    read += story(piece->entries);
    at = piece->next;
  }
  EXPECT_EQ(read, all);
  EXPECT_EQ(pieces, 5);
}

TEST(Log, KeepsPositionsWhenRowsArePacked) {
  SomeBook book;
  for (int i = 0; i < 100; ++i) book.write(std::to_string(i));
  const std::size_t rows = book.rows.size();
  book.snapshot("state");
  ASSERT_LT(book.rows.size(), rows);
  const std::uint64_t position = book.vault->log_end();
  book.write("later");

  EXPECT_EQ(story_from(book, position), "later ");
  // In the middle of a packed row, the whole row comes.
  EXPECT_TRUE(story_from(book, 50).ends_with("98 99 later "));
  EXPECT_TRUE(story_from(book, 50).contains(" 50 51 "));
}

TEST(Log, BringsBackWhatCameWhileASnapshotWasMade) {
  SomeBook book;
  for (int i = 0; i < 80; ++i) book.write(std::to_string(i));
  const std::string_view state = "state";
  const auto bytes = base::bytes_of(state);
  SealedSnapshot sealing = book.vault->begin_snapshot(
      {book.space(), book.ledger->summary(), {bytes.begin(), bytes.end()}});
  Other other(book);
  take(book, other.write("meanwhile"));
  book.keep(*book.vault->commit(std::move(sealing), book.random));

  const auto opened = book.open();

  ASSERT_TRUE(opened && opened->notices.empty());
  EXPECT_EQ(story(opened->entries), "meanwhile ");
}

TEST(Log, BringsBackWhatWaitsForOthers) {
  SomeBook book;
  Other other(book);
  const auto first = other.write("first");
  take(book, other.write("second"));
  ASSERT_EQ(book.ledger->waiting(), 1U);
  for (int i = 0; i < 80; ++i) book.write(std::to_string(i));
  book.snapshot("state");
  book.write("last");
  book.snapshot("later state");

  auto opened = book.open();

  ASSERT_TRUE(opened && opened->notices.empty());
  EXPECT_EQ(story(opened->entries), "second ");
  // And still after the next snapshot, by the book that was opened.
  book.vault = std::move(opened->vault);
  book.snapshot("one more");
  EXPECT_EQ(story(book.open()->entries), "second ");
}

}  // namespace
}  // namespace pairbook::vault
