#include "pairbook/vault/row.hpp"

#include <gtest/gtest.h>

#include "some_book.hpp"

namespace pairbook::vault {
namespace {

TEST(Store, RefusesACommitMadeForOtherRows) {
  SomeBook book;
  const Rows before = book.rows;
  book.write("one");
  Rows rows = before;
  Change change;
  change.entries = book.sign("two");
  const Commit later = *book.vault->commit(change, book.random);

  const auto stored = store(rows, later);

  ASSERT_FALSE(stored);
  EXPECT_EQ(stored.error().code, base::Errc::conflict);
  EXPECT_EQ(rows, before);
}

TEST(Store, LetsOnlyOneOfTwoTabsWin) {
  SomeBook book;
  book.write("one");
  auto here = book.open();
  auto there = book.open();
  ASSERT_TRUE(here && there);
  Change change;
  change.records["settings"] = {};
  const Commit mine = *here->vault.commit(change, book.random);
  const Commit theirs = *there->vault.commit(change, book.random);

  EXPECT_TRUE(store(book.rows, mine));
  EXPECT_FALSE(store(book.rows, theirs));
  EXPECT_TRUE(book.open()->notices.empty());
}

TEST(Merge, DoesInOneTransactionWhatTwoDid) {
  SomeBook book;
  book.record("a", "1");
  book.record("b", "1");
  const Rows before = book.rows;
  book.record("a", "2");
  Change change;
  change.drop_records = {"b"};
  change.entries = book.sign("entry");
  book.keep(*book.vault->commit(change, book.random));

  Rows rows = before;
  const auto& commits = book.commits;
  ASSERT_TRUE(store(rows, merge(commits[commits.size() - 2], commits.back())));

  EXPECT_EQ(rows, book.rows);
}

}  // namespace
}  // namespace pairbook::vault
