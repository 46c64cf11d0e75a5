// Places in a SQLite file: the same as in memory, and still there afterwards.
#include "sync-server/store/sqlite_session.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "relay/compare_with_memory.hpp"
#include "relay/folder.hpp"
#include "sync-server/store/sqlite_care.hpp"

namespace pairbook::relay {
namespace {

class Sqlite : public testing::Test {
 protected:
  Sqlite() { prepare_sqlite(file_); }

  static ChangeMade append(Session& session, const PlaceKeys& keys, wire::NewEntry entry,
                           std::uint64_t expected = 0) {
    return change_alone(session,
                        {AddEntries{{keys.id, expected, {std::move(entry)}}, 1}, 20'000});
  }

  Folder folder_;
  const std::string file_ = (folder_.path() / "places.sqlite").string();
  const PlaceKeys keys_{1};
};

TEST_F(Sqlite, IsReadableByItsOwnerOnly) {
  struct stat about {};
  ASSERT_EQ(stat(file_.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600U);
}

TEST_F(Sqlite, FlushesEveryCommit) {
  sqlite::Connection connection(file_, true);
  EXPECT_EQ(connection.text("PRAGMA journal_mode"), "wal");
  EXPECT_EQ(connection.number("PRAGMA user_version"), sqlite_version);
}

TEST_F(Sqlite, KeepsAPlaceForTheNextTime) {
  {
    SqliteSession session(file_, true);
    change_alone(session, {MakePlace{keys_.doors()}, 20'000});
    append(session, keys_, an_entry(1));
  }
  prepare_sqlite(file_);
  SqliteSession session(file_, true);
  const auto row = session.place(keys_.id);
  ASSERT_TRUE(row);
  EXPECT_EQ(row->doors, keys_.doors());
  EXPECT_EQ(row->head.next, 2U);
  const relay::Run run = session.entries(keys_.id, 1, false, 1000, 10);
  ASSERT_EQ(run.entries.size(), 1U);
  EXPECT_EQ(run.entries[0].placed, (wire::PlacedEntry{1, an_entry(1)}));
}

TEST_F(Sqlite, WhatIsRolledBackNeverWas) {
  SqliteSession session(file_, true);
  session.begin(true);
  (void)make(session, {MakePlace{keys_.doors()}, 20'000}, {});
  session.roll_back();

  EXPECT_FALSE(session.place(keys_.id));
}

TEST_F(Sqlite, LeavesAFileOfAnotherProgramAlone) {
  const std::string other = (folder_.path() / "other.sqlite").string();
  folder_.write("other.sqlite", "");
  sqlite::Connection(other, true).run("CREATE TABLE mine(x)");

  EXPECT_THROW(prepare_sqlite(other), sqlite::Failure);
  folder_.write("text.sqlite", std::string(5000, 'x'));
  EXPECT_THROW(prepare_sqlite((folder_.path() / "text.sqlite").string()), sqlite::Failure);
}

TEST_F(Sqlite, LeavesAFileOfALaterVersionAlone) {
  sqlite::Connection(file_, true).run("PRAGMA user_version=2");

  EXPECT_THROW(prepare_sqlite(file_), sqlite::Failure);
}

TEST_F(Sqlite, DoesWhatMemoryDoes) {
  SqliteSession session(file_, true);
  expect_what_memory_does(session);
  EXPECT_TRUE(check_sqlite(file_)) << check_sqlite(file_).error();
}

TEST_F(Sqlite, RemembersOldReadKeys) {
  const PlaceKeys replaced(5);
  SqliteSession session(file_, true);
  change_alone(session, {MakePlace{keys_.doors()}, 20'000});
  session.add_old_read_key(keys_.id, replaced.doors().read);
  session.add_old_read_key(keys_.id, replaced.doors().read);

  EXPECT_TRUE(session.is_old_read_key(keys_.id, replaced.doors().read));
  EXPECT_FALSE(session.is_old_read_key(keys_.id, keys_.doors().read));
}

class Care : public Sqlite {
 protected:
  Care() {
    SqliteSession session(file_, true);
    change_alone(session, {MakePlace{keys_.doors()}, 20'000});
    for (std::uint64_t i = 1; i <= 20; ++i) append(session, keys_, an_entry(i));
  }
  void damage(const char* sql) const { sqlite::Connection(file_, true).run(sql); }
  [[nodiscard]] std::string wrong() const {
    const auto checked = check_sqlite(file_);
    return checked ? "nothing" : checked.error();
  }
  const std::string copy_ = (folder_.path() / "copy.sqlite").string();
};

TEST_F(Care, ChecksEveryEntryAndLink) {
  const auto contents = check_sqlite(file_);

  ASSERT_TRUE(contents) << contents.error();
  EXPECT_EQ(contents->places, 1U);
  EXPECT_EQ(contents->entries, 20U);
  EXPECT_EQ(contents->bytes, 2000U);
}

TEST_F(Care, NoticesWhatWasChangedByHand) {
  damage("UPDATE entry SET sealed = zeroblob(100) WHERE sequence = 7");
  EXPECT_NE(wrong().find("an entry was changed"), std::string::npos) << wrong();
}

TEST_F(Care, NoticesWhatIsMissing) {
  damage("DELETE FROM entry WHERE sequence = 7");
  EXPECT_NE(wrong().find("an entry is missing"), std::string::npos) << wrong();
}

TEST_F(Care, NoticesAHistoryThatWasCutShort) {
  damage("DELETE FROM entry WHERE sequence = 20");
  EXPECT_NE(wrong().find("does not end where it should"), std::string::npos) << wrong();
}

TEST_F(Care, NoticesAKindThatWasChanged) {
  damage("UPDATE entry SET kind = 1 WHERE sequence = 7");
  EXPECT_NE(wrong().find("a chain is broken"), std::string::npos) << wrong();
}

TEST_F(Care, CopiesAStoreThatIsInUse) {
  SqliteSession busy(file_, true);
  busy.begin(true);
  (void)make(busy, {AddEntries{{keys_.id, 0, {an_entry(99)}}, 1}, 20'000}, {});

  const auto copied = back_up_sqlite(file_, copy_);

  ASSERT_TRUE(copied) << copied.error();
  EXPECT_EQ(copied->entries, 20U);
  busy.commit();
  EXPECT_EQ(check_sqlite(file_)->entries, 21U);
  EXPECT_FALSE(back_up_sqlite(file_, copy_)) << "it would overwrite a copy";
}

TEST_F(Care, PutsACopyBack) {
  ASSERT_TRUE(back_up_sqlite(file_, copy_));
  {
    SqliteSession session(file_, true);
    append(session, keys_, an_entry(99));
  }

  const auto restored = restore_sqlite(copy_, file_);

  ASSERT_TRUE(restored) << restored.error();
  EXPECT_EQ(check_sqlite(file_)->entries, 20U);
  EXPECT_EQ(check_sqlite(file_ + ".before")->entries, 21U);
}

TEST_F(Care, PutsNothingBackUnderARunningRelay) {
  ASSERT_TRUE(back_up_sqlite(file_, copy_));
  const auto lock = FileLock::take(file_);
  ASSERT_TRUE(lock);

  EXPECT_NE(restore_sqlite(copy_, file_).error().find("in use"), std::string::npos);
}

TEST_F(Care, PutsNoDamagedCopyBack) {
  ASSERT_TRUE(back_up_sqlite(file_, copy_));
  sqlite::Connection(copy_, true).run("DELETE FROM entry WHERE sequence = 7");

  EXPECT_FALSE(restore_sqlite(copy_, file_));
  EXPECT_EQ(check_sqlite(file_)->entries, 20U);
}

}  // namespace
}  // namespace pairbook::relay
