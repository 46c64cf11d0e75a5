#include <gtest/gtest.h>

#include "some_book.hpp"

namespace pairbook::vault {
namespace {

using base::Errc;

bool opens(const Rows& rows, const crypto::Key& key) {
  const auto header = read_header(rows);
  if (!header) return false;
  for (const std::size_t slot : header->slots_of(SlotKind::passphrase)) {
    const auto opened = Vault::open(rows, slot, key);
    if (opened && story(opened->entries) == "entry ") return true;
  }
  return false;
}

TEST(ChangePassphrase, EndsWithTheNewOneOnly) {
  SomeBook book;
  book.write("entry");
  const auto fresh = crypto::Key::random(book.random);
  const auto commits =
      book.vault->change_passphrase(SomeBook::passphrase_key(fresh), book.random);
  ASSERT_TRUE(commits);
  ASSERT_EQ(commits->size(), 2U);
  for (const Commit& commit : *commits) book.keep(commit);

  EXPECT_TRUE(opens(book.rows, fresh));
  EXPECT_FALSE(opens(book.rows, book.passphrase));
}

TEST(ChangePassphrase, OpensWithBothBetweenItsTwoCommits) {
  SomeBook book;
  book.write("entry");
  const auto fresh = crypto::Key::random(book.random);
  const auto commits =
      book.vault->change_passphrase(SomeBook::passphrase_key(fresh), book.random);
  book.keep(commits->front());

  EXPECT_TRUE(opens(book.rows, fresh));
  EXPECT_TRUE(opens(book.rows, book.passphrase));
  const auto newest = read_header(book.rows)->slots_of(SlotKind::passphrase).front();
  auto opened = Vault::open(book.rows, newest, fresh);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->notices, (std::vector<Notice>{{NoticeKind::two_passphrases, {}}}));
  EXPECT_FALSE(opened->vault.is_read_only());

  book.keep(*opened->vault.drop_older_passphrases(book.random));
  EXPECT_TRUE(opens(book.rows, fresh));
  EXPECT_FALSE(opens(book.rows, book.passphrase));
}

// A store that is not even atomic: the power goes after any row of either commit.
TEST(ChangePassphrase, NeverLocksAnybodyOutWhereverItIsInterrupted) {
  SomeBook book;
  book.write("entry");
  const Rows before = book.rows;
  const auto fresh = crypto::Key::random(book.random);
  const auto commits =
      book.vault->change_passphrase(SomeBook::passphrase_key(fresh), book.random);
  Rows rows = before;
  std::size_t steps = 0;
  for (const Commit& commit : *commits) {
    for (const Row& row : commit.put) {
      rows[row.key] = row.bytes;
      EXPECT_TRUE(opens(rows, book.passphrase) || opens(rows, fresh)) << "after step " << steps;
      ++steps;
    }
  }
  EXPECT_GE(steps, 6U);
}

TEST(ChangePassphrase, CanBeTriedAgainAndAgain) {
  SomeBook book;
  book.write("entry");
  for (int i = 0; i < 20; ++i) {
    const auto fresh = crypto::Key::random(book.random);
    const auto commits =
        book.vault->change_passphrase(SomeBook::passphrase_key(fresh), book.random);
    ASSERT_TRUE(commits);
    book.keep(commits->front());  // the second commit never gets there
    auto newest = read_header(book.rows)->slots_of(SlotKind::passphrase).front();
    auto opened = Vault::open(book.rows, newest, fresh);
    ASSERT_TRUE(opened);
    book.vault = std::move(opened->vault);
  }
  EXPECT_LE(read_header(book.rows)->slots.size(), 3U);
}

TEST(ChangePassphrase, FollowsARecovery) {
  SomeBook book;
  book.write("entry");
  const auto header = read_header(book.rows);
  const auto slot = header->slots_of(SlotKind::recovery).front();
  auto opened = Vault::open(book.rows, slot, book.recovery.key(header->slots[slot].salt));
  ASSERT_TRUE(opened);
  const auto fresh = crypto::Key::random(book.random);
  const auto commits =
      opened->vault.change_passphrase(SomeBook::passphrase_key(fresh), book.random);
  for (const Commit& commit : *commits) book.keep(commit);
  EXPECT_TRUE(opens(book.rows, fresh));
}

TEST(ChangePassphrase, RefusesAPassphraseThatIsTooCheapToGuess) {
  SomeBook book;
  const PassphraseKey cheap{crypto::Key::random(book.random), {}, {1, 1024}};
  EXPECT_EQ(book.vault->change_passphrase(cheap, book.random).error().code,
            Errc::invalid_input);
  EXPECT_EQ(Vault::create(cheap, book.recovery, book.random).error().code, Errc::invalid_input);
}

TEST(ReplaceRecoveryCode, MakesOlderSheetsWorthless) {
  SomeBook book;
  const auto fresh = crypto::RecoveryCode::random(book.random);
  book.keep(*book.vault->replace_recovery_code(fresh, book.random));
  const auto header = read_header(book.rows);
  ASSERT_EQ(header->slots_of(SlotKind::recovery).size(), 1U);
  const auto slot = header->slots_of(SlotKind::recovery).front();
  const auto& salt = header->slots[slot].salt;
  EXPECT_TRUE(Vault::open(book.rows, slot, fresh.key(salt)));
  EXPECT_FALSE(Vault::open(book.rows, slot, book.recovery.key(salt)));
}

// The whole way once, with real stretching at the least cost.
TEST(Passphrase, OpensABookFromTextToEntries) {
  base::SeededRandom random(1);
  crypto::Salt salt{};
  random.fill(salt);
  auto key =
      crypto::stretch(crypto::Secret::of("lantern gravel october"), salt, crypto::least_cost);
  ASSERT_TRUE(key);
  const auto recovery = crypto::RecoveryCode::random(random);
  auto created = Vault::create({std::move(*key), salt, crypto::least_cost}, recovery, random);
  ASSERT_TRUE(created);
  Rows rows;
  ASSERT_TRUE(store(rows, created->commit));

  const auto header = read_header(rows);
  const auto slot = header->slots_of(SlotKind::passphrase).front();
  const KeySlot& found = header->slots[slot];
  const auto right =
      crypto::stretch(crypto::Secret::of("lantern gravel october"), found.salt, found.cost);
  const auto wrong =
      crypto::stretch(crypto::Secret::of("lantern gravel October"), found.salt, found.cost);
  EXPECT_TRUE(Vault::open(rows, slot, *right));
  EXPECT_EQ(Vault::open(rows, slot, *wrong).error().code, Errc::wrong_key);
}

}  // namespace
}  // namespace pairbook::vault
