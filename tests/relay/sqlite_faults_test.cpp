// Disks that are full, that do not flush, that lose power: what was acknowledged is there, and
// nothing is there in part.
#include <gtest/gtest.h>

#include "relay/faulty_disk.hpp"
#include "relay/folder.hpp"
#include "relay/some_callers.hpp"
#include "sync-server/store/sqlite_care.hpp"
#include "sync-server/store/sqlite_session.hpp"

namespace pairbook::relay {
namespace {

class Faults : public testing::Test {
 protected:
  Faults() { FaultyDisk::heal(); }
  ~Faults() override { FaultyDisk::heal(); }

  [[nodiscard]] static std::string fresh(const Folder& folder) {
    const std::string file = (folder.path() / "places.sqlite").string();
    prepare_sqlite(file, FaultyDisk::name());
    return file;
  }
  // Appends of up to three entries, until one fails or there were enough; the last sequence
  // that was acknowledged.
  static std::uint64_t append(Session& session, const PlaceKeys& keys, std::uint64_t first,
                              std::uint64_t most) {
    std::uint64_t acknowledged = 0;
    try {
      session.begin(true);
      (void)make(session, {MakePlace{keys.doors()}, 1}, {});
      session.commit();
      for (std::uint64_t i = first; i < first + most; ++i) {
        std::vector<wire::NewEntry> entries;
        for (std::uint64_t j = 0; j <= i % 3; ++j) {
          entries.push_back(an_entry(10 * i + j, 100 + 977 * (i % 7)));
        }
        session.begin(true);
        const ChangeMade made =
            make(session, {AddEntries{{keys.id, 0, std::move(entries)}, 1}, 1}, {});
        session.commit();
        acknowledged = made.row.head.next - 1;
      }
    } catch (const sqlite::Failure&) {
      session.roll_back();
    }
    return acknowledged;
  }
  static void expect_whole(const std::string& file, const PlaceKeys& keys,
                           std::uint64_t acknowledged) {
    const auto contents = check_sqlite(file);
    ASSERT_TRUE(contents) << contents.error();
    SqliteSession session(file, false);
    const auto row = session.place(keys.id);
    const std::uint64_t kept = row ? row->head.next - 1 : 0;
    EXPECT_GE(kept, acknowledged) << "acknowledged and lost";
    EXPECT_LE(kept, acknowledged + 3) << "more than was sent";
  }
};

TEST_F(Faults, PowerThatIsLostAtAnyWriteLosesNothingAcknowledged) {
  const PlaceKeys keys(1);
  std::uint64_t all_acknowledged = 0;
  for (std::uint64_t at = 1; at <= 241; at += 3) {
    SCOPED_TRACE("at write " + std::to_string(at));
    const Folder folder;
    FaultyDisk::heal();
    const std::string file = fresh(folder);
    std::uint64_t acknowledged = 0;
    {
      SqliteSession session(file, true, FaultyDisk::name());
      FaultyDisk::lose_power_at(at);
      acknowledged = append(session, keys, 1, 100);
    }
    FaultyDisk::heal();
    all_acknowledged += acknowledged;
    expect_whole(file, keys, acknowledged);
    // And it goes on.
    SqliteSession session(file, true, FaultyDisk::name());
    EXPECT_GT(append(session, keys, 1000, 2), acknowledged);
  }
  EXPECT_GT(all_acknowledged, 500U);
}

TEST_F(Faults, AFullDiskRefusesAndGoesOnWhenThereIsRoom) {
  const PlaceKeys keys(1);
  for (std::uint64_t room = 0; room <= 60; room += 4) {
    SCOPED_TRACE("room for " + std::to_string(room));
    const Folder folder;
    FaultyDisk::heal();
    const std::string file = fresh(folder);
    SqliteSession session(file, true, FaultyDisk::name());
    FaultyDisk::full_after(room);
    const std::uint64_t before = append(session, keys, 1, 100);
    EXPECT_EQ(append(session, keys, 500, 1), 0U) << "still full";
    if (before > 0) {
      // Reading goes on meanwhile.
      EXPECT_EQ(session.entries(keys.id, 1, false, 1 << 30, 1000).entries.size(), before);
    }
    FaultyDisk::heal();
    const std::uint64_t after = append(session, keys, 1000, 2);
    EXPECT_GT(after, before);
    expect_whole(file, keys, after);
  }
}

TEST_F(Faults, AFlushThatFailsIsNotAcknowledged) {
  const PlaceKeys keys(1);
  for (std::uint64_t flushes = 0; flushes <= 20; flushes += 2) {
    SCOPED_TRACE("after " + std::to_string(flushes) + " flushes");
    const Folder folder;
    FaultyDisk::heal();
    const std::string file = fresh(folder);
    SqliteSession session(file, true, FaultyDisk::name());
    FaultyDisk::no_flush_after(flushes);
    const std::uint64_t before = append(session, keys, 1, 100);
    EXPECT_LT(before, 100U);
    FaultyDisk::heal();
    const std::uint64_t after = append(session, keys, 1000, 2);
    EXPECT_GT(after, before);
    expect_whole(file, keys, after);
  }
}

}  // namespace
}  // namespace pairbook::relay
