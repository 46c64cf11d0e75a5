#include "pairbook/vault/vault.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "some_book.hpp"

namespace pairbook::vault {
namespace {

using base::Errc;

TEST(Vault, OpensEmptyAsItWasMade) {
  SomeBook book;
  const auto opened = book.open();
  ASSERT_TRUE(opened);
  EXPECT_TRUE(opened->notices.empty());
  EXPECT_TRUE(opened->entries.empty());
  EXPECT_TRUE(opened->records.empty());
  EXPECT_EQ(opened->vault.generation(), 1U);
  EXPECT_EQ(opened->vault.keyring().device(), book.vault->keyring().device());
  EXPECT_FALSE(opened->vault.is_read_only());
}

TEST(Vault, DoesNotOpenWithAnotherPassphrase) {
  SomeBook book;
  const auto other = crypto::Key::random(book.random);
  EXPECT_EQ(Vault::open(book.rows, 0, other).error().code, Errc::wrong_key);
}

TEST(Vault, OpensWithTheRecoveryCode) {
  SomeBook book;
  book.write("entry");
  const auto header = read_header(book.rows);
  const auto slot = header->slots_of(SlotKind::recovery).front();
  const auto code = crypto::RecoveryCode::read(book.recovery.text());
  const auto opened = Vault::open(book.rows, slot, code->key(header->slots[slot].salt));
  ASSERT_TRUE(opened);
  EXPECT_EQ(story(opened->entries), "entry ");
}

TEST(Vault, GivesBackEntriesInLogOrderWithTheirSignatures) {
  SomeBook book;
  book.write("one");
  book.write("two");
  book.write("three");
  const auto opened = book.open();
  ASSERT_TRUE(opened);
  EXPECT_EQ(story(opened->entries), "one two three ");
  const auto signer = book.vault->keyring().device_key().public_key();
  for (const auto& entry : opened->entries) EXPECT_TRUE(is_signed_by(entry, signer));
}

TEST(Vault, KeepsReplacesAndDropsRecords) {
  SomeBook book;
  book.record("settings", "light");
  book.record("mapping", "x");
  book.record("settings", "dark");
  Change change;
  change.drop_records = {"mapping", "never there"};
  book.keep(*book.vault->commit(change, book.random));

  const auto opened = book.open();

  ASSERT_TRUE(opened);
  EXPECT_TRUE(opened->notices.empty());
  ASSERT_EQ(opened->records.size(), 1U);
  EXPECT_EQ(text(opened->records.at("settings")), "dark");
}

TEST(Vault, GoesOnAfterOpening) {
  SomeBook book;
  book.write("one");
  for (int i = 0; i < 5; ++i) {
    auto opened = book.open();
    ASSERT_TRUE(opened);
    ASSERT_TRUE(opened->notices.empty()) << i;
    book.vault = std::move(opened->vault);
    book.write("more");
  }
  EXPECT_EQ(story(book.open()->entries), "one more more more more more ");
}

TEST(Vault, ReadsOnlyWhatTheSnapshotDoesNotCover) {
  SomeBook book;
  book.write("one");
  book.write("two");
  book.snapshot("state after two");
  book.write("three");

  const auto opened = book.open();

  ASSERT_TRUE(opened);
  ASSERT_EQ(opened->snapshots.size(), 1U);
  EXPECT_EQ(text(opened->snapshots[0].state), "state after two");
  EXPECT_EQ(story(opened->entries), "three ");
  ledger::Ledger again(book.space(), opened->snapshots[0].summary);
  for (const auto& entry : opened->entries) {
    EXPECT_EQ(again.receive(entry, {0}).receipt, ledger::Receipt::added);
  }
  EXPECT_EQ(again.summary().ends, book.ledger->summary().ends);
}

TEST(Vault, CanStillTellTheWholeHistory) {
  SomeBook book;
  for (int i = 0; i < 150; ++i) {
    book.write(std::to_string(i));
    if (i % 50 == 49) book.snapshot("s");
  }
  const auto opened = book.open();
  const auto history = opened->vault.history(book.rows, book.space());
  ASSERT_TRUE(history);
  ASSERT_EQ(history->size(), 150U);
  for (std::size_t i = 0; i < 150; ++i) EXPECT_EQ(history->at(i).entry.seq, i + 1);
}

TEST(Vault, PacksManySmallRowsIntoFewLargeOnes) {
  SomeBook book;
  for (int i = 0; i < 200; ++i) book.write("x");
  book.snapshot("s");
  const auto log_rows = std::ranges::count_if(
      book.rows, [](const auto& row) { return row.first.starts_with("log/"); });
  EXPECT_EQ(log_rows, 1);
  ASSERT_TRUE(book.open()->notices.empty());
  EXPECT_EQ(book.open()->vault.history(book.rows, book.space())->size(), 200U);
  book.write("y");
  EXPECT_EQ(story(book.open()->entries), "y ");
}

TEST(Vault, LeavesLargeRowsOfTheLogWhereTheyAre) {
  SomeBook book;
  for (int i = 0; i < 70; ++i) book.write("x");
  book.write(std::string(20'000, 'y'));
  const std::string large = std::prev(std::ranges::find_if(book.rows, [](const auto& row) {
                              return row.first > "log/~";
                            }))->first;
  const base::Bytes as_written = book.rows.at(large);

  book.snapshot("s");

  ASSERT_TRUE(book.rows.contains(large));
  EXPECT_EQ(book.rows.at(large), as_written);
  const auto opened = book.open();
  EXPECT_TRUE(opened->notices.empty());
  EXPECT_EQ(opened->vault.history(book.rows, book.space())->size(), 71U);
}

TEST(Vault, SaysWhenASnapshotIsDue) {
  SomeBook book;
  for (std::size_t i = 0; i + 1 < snapshot_after_entries; ++i) book.write("x");
  EXPECT_FALSE(book.vault->snapshot_is_due());
  book.write("x");
  EXPECT_TRUE(book.vault->snapshot_is_due());
  EXPECT_TRUE(book.open()->vault.snapshot_is_due());
  book.snapshot("s");
  EXPECT_FALSE(book.vault->snapshot_is_due());
  EXPECT_FALSE(book.open()->vault.snapshot_is_due());
}

TEST(Vault, PutsALargeImportIntoRowsOfAQuarterOfAMegabyte) {
  SomeBook book;
  ledger::Writing writing;
  writing.device = book.vault->keyring().device();
  writing.epoch = 1;
  std::vector<ledger::OpBytes> ops(10'000, {1, false, base::Bytes(300)});
  Change change;
  change.entries = *book.ledger->append(writing, ops, book.vault->keyring().device_key());
  EXPECT_LT(change.entries.size(), 60U);
  book.keep(*book.vault->commit(change, book.random));
  for (const auto& [key, bytes] : book.rows) EXPECT_LT(bytes.size(), 300'000U) << key;
  EXPECT_EQ(book.open()->entries.size(), change.entries.size());
}

TEST(Vault, ShowsNothingOfWhatIsInside) {
  SomeBook book;
  book.write("CANARY");
  book.record("CANARY-name", "CANARY");
  book.snapshot("CANARY");
  for (const auto& [key, bytes] : book.rows) {
    EXPECT_EQ(key.find("CANARY"), std::string::npos);
    EXPECT_EQ(text(bytes).find("CANARY"), std::string::npos) << key;
    EXPECT_EQ(key.find(book.space().hex()), std::string::npos);
  }
}

TEST(Vault, RefusesWhatItCouldNotReadBack) {
  SomeBook book;
  Change change;
  change.records["vault/keyring"] = {};
  EXPECT_EQ(book.vault->commit(change, book.random).error().code, Errc::invalid_input);

  change = {};
  change.records[std::string(129, 'x')] = {};
  EXPECT_EQ(book.vault->commit(change, book.random).error().code, Errc::invalid_input);

  change = {};
  change.entries = book.sign("x");
  change.entries[0].entry.epoch = 2;
  EXPECT_EQ(book.vault->commit(change, book.random).error().code, Errc::not_found);

  change = {};
  change.snapshot = Snapshot{book.space(), {}, {}};
  EXPECT_TRUE(book.vault->commit(change, book.random));
}

TEST(Vault, RefusesASnapshotOlderThanItsEntries) {
  SomeBook book;
  const auto before = book.ledger->summary();
  book.write("x");
  Change change;
  change.snapshot = Snapshot{book.space(), before, {}};
  EXPECT_EQ(book.vault->commit(change, book.random).error().code, Errc::invalid_input);
  EXPECT_TRUE(book.open()->notices.empty());
}

TEST(Vault, KeepsSeveralSpacesApart) {
  SomeBook book;
  Keyring keyring = book.vault->keyring().clone();
  keyring.add(SpaceKeys::create(SpaceKind::pair, book.random));
  book.keep(*book.vault->replace_keyring(std::move(keyring), book.random));
  const auto pair = book.vault->keyring().spaces()[1].id;
  ledger::Ledger pair_ledger(pair);
  ledger::Writing writing;
  writing.device = book.vault->keyring().device();
  writing.epoch = 1;
  const auto key = book.vault->keyring().device_key();

  book.write("programme");
  Change change;
  const auto said = base::bytes_of("pair");
  change.entries = *pair_ledger.append(writing, {{1, false, {said.begin(), said.end()}}}, key);
  book.keep(*book.vault->commit(change, book.random));
  book.snapshot("state of the programme");

  const auto opened = book.open();
  ASSERT_TRUE(opened);
  EXPECT_TRUE(opened->notices.empty());
  EXPECT_EQ(story(opened->entries), "pair ");
  EXPECT_EQ(story(*opened->vault.history(book.rows, pair)), "pair ");
  EXPECT_EQ(story(*opened->vault.history(book.rows, book.space())), "programme ");
}

}  // namespace
}  // namespace pairbook::vault
