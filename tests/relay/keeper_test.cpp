// The threads between the core and the disk.
#include "sync-server/store/keeper.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

#include "relay/some_callers.hpp"

namespace pairbook::relay {
namespace {

// Rows in memory whose commits can be counted, held up, and made to fail.
class SlowSession final : public Session {
 public:
  struct Log {
    std::mutex mutex;
    std::condition_variable changed;
    bool is_held = false;
    int commits = 0;
    std::set<int> failing;  // commits that fail, by number
    void hold(bool held) {
      const std::lock_guard lock(mutex);
      is_held = held;
      changed.notify_all();
    }
  };
  SlowSession(Log& log, MemoryRows& rows) : log_(log), rows_(rows) {}

  void begin(bool) override { before_ = rows_; }
  void commit() override {
    std::unique_lock lock(log_.mutex);
    log_.changed.wait(lock, [this] { return !log_.is_held; });
    if (log_.failing.contains(++log_.commits)) throw std::runtime_error("no room");
  }
  void roll_back() noexcept override { rows_ = before_; }

  std::optional<PlaceRow> place(const wire::PlaceId& id) override { return rows_.place(id); }
  void put(const PlaceRow& row) override { rows_.put(row); }
  void remove_place(const wire::PlaceId& id) override { rows_.remove_place(id); }
  std::uint64_t count_places() override { return rows_.count_places(); }
  std::vector<wire::PlaceId> untouched(Day day, bool gone, std::size_t most) override {
    return rows_.untouched(day, gone, most);
  }
  std::optional<KnownEntry> known(const wire::PlaceId& p, const wire::EntryId& id) override {
    return rows_.known(p, id);
  }
  void add(const wire::PlaceId& p, const KeptEntry& entry, const wire::Digest& hash) override {
    rows_.add(p, entry, hash);
  }
  Run entries(const wire::PlaceId& p, std::uint64_t from, bool only, std::uint64_t bytes,
              std::size_t most) override {
    return rows_.entries(p, from, only, bytes, most);
  }
  bool has_snapshot(const wire::PlaceId& p, std::uint64_t from) override {
    return rows_.has_snapshot(p, from);
  }
  std::uint64_t trim(const wire::PlaceId& p, std::uint64_t below) override {
    return rows_.trim(p, below);
  }
  void remove_entries(const wire::PlaceId& p) override { rows_.remove_entries(p); }
  void add_old_read_key(const wire::PlaceId& p, const wire::PublicKey& key) override {
    rows_.add_old_read_key(p, key);
  }
  bool is_old_read_key(const wire::PlaceId& p, const wire::PublicKey& key) override {
    return rows_.is_old_read_key(p, key);
  }

 private:
  Log& log_;
  MemoryRows& rows_;
  MemoryRows before_;
};

class KeeperTest : public testing::Test {
 protected:
  KeeperTest() {
    (void)make(rows_, {MakePlace{keys_.doors()}, 1}, {});
    keeper_ = std::make_unique<Keeper>(std::make_unique<SlowSession>(log_, rows_),
                                       std::make_unique<SlowSession>(none_, none_rows_),
                                       PlaceLimits{}, [this](Told told) {
                                         const std::lock_guard lock(mutex_);
                                         for (auto& answer : told)
                                           answers_.push_back(std::move(answer));
                                       });
  }
  void append(std::uint64_t ticket) {
    keeper_->commit(ticket, {AddEntries{{keys_.id, 0, {an_entry(ticket)}}, 1}, 1});
  }
  // How each append ended, in the order in which it was told.
  std::vector<std::pair<std::uint64_t, bool>> answers() {
    keeper_.reset();
    std::vector<std::pair<std::uint64_t, bool>> found;
    for (const auto& [ticket, answer] : answers_) {
      found.emplace_back(ticket, std::holds_alternative<ChangeMade>(answer));
    }
    return found;
  }

  const PlaceKeys keys_{1};
  SlowSession::Log log_;
  SlowSession::Log none_;
  MemoryRows rows_;
  MemoryRows none_rows_;
  std::mutex mutex_;
  Told answers_;
  std::unique_ptr<Keeper> keeper_;
};

TEST_F(KeeperTest, PutsWhatIsWaitingIntoOneCommit) {
  log_.hold(true);
  for (std::uint64_t ticket = 1; ticket <= 100; ++ticket) append(ticket);
  log_.hold(false);

  const auto all = answers();

  ASSERT_EQ(all.size(), 100U);
  for (std::uint64_t i = 0; i < 100; ++i) EXPECT_EQ(all[i], std::pair(i + 1, true));
  EXPECT_LE(log_.commits, 4);
  EXPECT_EQ(rows_.place(keys_.id)->head.next, 101U);
}

TEST_F(KeeperTest, ACommitThatFailsIsTakenApart) {
  log_.failing = {1, 2, 4};
  log_.hold(true);
  append(1);
  for (std::uint64_t ticket = 2; ticket <= 5; ++ticket) append(ticket);
  log_.hold(false);

  const auto all = answers();

  ASSERT_EQ(all.size(), 5U);
  std::uint64_t kept = 0;
  for (std::uint64_t i = 0; i < 5; ++i) {
    EXPECT_EQ(all[i].first, i + 1);
    kept += all[i].second ? 1 : 0;
  }
  EXPECT_LT(kept, 5U);
  EXPECT_EQ(rows_.place(keys_.id)->head.next, kept + 1);
}

TEST_F(KeeperTest, CarriesOutWhatWasAskedBeforeItEnds) {
  for (std::uint64_t ticket = 1; ticket <= 300; ++ticket) append(ticket);

  EXPECT_EQ(answers().size(), 300U);
  EXPECT_EQ(rows_.place(keys_.id)->head.next, 301U);
}

}  // namespace
}  // namespace pairbook::relay
