// Places in a real PostgreSQL (tests/relay/database.py starts it): the same as in memory,
// whoever else writes there, and whatever happens to the connection.
#include "sync-server/store/postgres_session.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <mutex>

#include "relay/compare_with_memory.hpp"
#include "relay/folder.hpp"
#include "sync-server/store/bell.hpp"
#include "sync-server/store/keeper.hpp"
#include "sync-server/store/sqlite_session.hpp"
#include "sync-server/store/stores.hpp"

namespace pairbook::relay {
namespace {

std::string address() {
  const char* given = std::getenv("PAIRBOOK_POSTGRES");
  return given == nullptr ? "" : given;
}

class Postgres : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_NE(address(), "") << "run it with tests/relay/database.py";
    admin().run("DROP SCHEMA IF EXISTS pairbook_relay CASCADE");
    prepare_postgres(address());
  }
  static postgres::Connection admin() {
    postgres::Connection connection(address());
    connection.run("SET client_min_messages = error");
    return connection;
  }
  static ChangeMade append(Session& session, const PlaceKeys& keys, std::uint64_t name) {
    return change_alone(session, {AddEntries{{keys.id, 0, {an_entry(name)}}, 1}, 20'000});
  }
  static std::string wrong() {
    const auto checked = check_store({StoreName::Kind::postgresql, address()});
    return checked ? "nothing" : checked.error();
  }

  const PlaceKeys keys_{1};
};

TEST_F(Postgres, DoesWhatMemoryDoes) {
  PostgresSession session(address(), Use::write);
  expect_what_memory_does(session, 700);
  EXPECT_EQ(wrong(), "nothing");
}

TEST_F(Postgres, KeepsAPlaceForTheNextTime) {
  {
    PostgresSession session(address(), Use::write);
    change_alone(session, {MakePlace{keys_.doors()}, 20'000});
    append(session, keys_, 1);
  }
  prepare_postgres(address());
  PostgresSession session(address(), Use::read);
  session.begin(false);
  const auto row = session.place(keys_.id);
  ASSERT_TRUE(row);
  EXPECT_EQ(row->doors, keys_.doors());
  const relay::Run run = session.entries(keys_.id, 1, false, 1000, 10);
  ASSERT_EQ(run.entries.size(), 1U);
  EXPECT_EQ(run.entries[0].placed, (wire::PlacedEntry{1, an_entry(1)}));
}

TEST_F(Postgres, WhatIsRolledBackNeverWas) {
  PostgresSession session(address(), Use::write);
  session.begin(true);
  (void)make(session, {MakePlace{keys_.doors()}, 20'000}, {});
  session.roll_back();

  session.begin(false);
  EXPECT_FALSE(session.place(keys_.id));
}

TEST_F(Postgres, LeavesADatabaseOfALaterVersionAlone) {
  admin().run("UPDATE pairbook_relay.about SET version = 2");

  EXPECT_THROW(prepare_postgres(address()), postgres::Failure);
}

TEST_F(Postgres, MakesItsTablesOnceWhenSeveralRelaysStartTogether) {
  admin().run("DROP SCHEMA pairbook_relay CASCADE");
  std::vector<std::thread> relays;
  std::atomic<int> failed = 0;
  for (int i = 0; i < 4; ++i) {
    relays.emplace_back([&failed] {
      try {
        prepare_postgres(address());
      } catch (const std::exception&) {
        ++failed;
      }
    });
  }
  for (std::thread& relay : relays) relay.join();

  EXPECT_EQ(failed, 0);
  EXPECT_EQ(wrong(), "nothing");
}

TEST_F(Postgres, WaitsForItsDiskWhateverTheServerIsSetTo) {
  postgres::Connection connection = admin();
  for (const char* setting : {"off", "local", "on", "remote_apply"}) {
    connection.run(("SET synchronous_commit = '" + std::string(setting) + "'").c_str());
    wait_for_disk(connection);
    EXPECT_EQ(connection.number("SELECT (current_setting('synchronous_commit') "
                                "IN ('on', 'remote_apply'))::int::int8"),
              1)
        << setting;
  }
}

TEST_F(Postgres, NoticesWhatWasChangedByHand) {
  PostgresSession session(address(), Use::write);
  change_alone(session, {MakePlace{keys_.doors()}, 20'000});
  for (std::uint64_t i = 1; i <= 9; ++i) append(session, keys_, i);
  EXPECT_EQ(wrong(), "nothing");

  admin().run("UPDATE pairbook_relay.entry SET sealed = '\\x00' WHERE sequence = 7");
  EXPECT_NE(wrong().find("an entry was changed"), std::string::npos) << wrong();
  admin().run("DELETE FROM pairbook_relay.entry WHERE sequence = 7");
  EXPECT_NE(wrong().find("an entry is missing"), std::string::npos) << wrong();
}

// A relay's two threads on the database, and what they told.
struct Relay {
  explicit Relay(const std::string& voice = {})
      : keeper(std::make_unique<PostgresSession>(address(), Use::write, voice),
               std::make_unique<PostgresSession>(address(), Use::read), PlaceLimits{},
               [this](Told answers) {
                 const std::lock_guard lock(mutex);
                 for (auto& [ticket, answer] : answers) {
                   const auto* made = std::get_if<ChangeMade>(&answer);
                   made != nullptr && !made->refused ? ++kept : ++failed;
                 }
                 changed.notify_all();
               }) {}
  void wait_for(std::size_t answers) {
    std::unique_lock lock(mutex);
    changed.wait_for(lock, std::chrono::seconds(60), [&] { return kept + failed >= answers; });
  }

  std::mutex mutex;
  std::condition_variable changed;
  std::size_t kept = 0, failed = 0;
  Keeper keeper;
};

TEST_F(Postgres, RelaysThatWriteToTheSamePlacesWaitForEachOther) {
  constexpr std::uint64_t each = 300;
  std::vector<std::unique_ptr<PlaceKeys>> places;
  for (std::uint64_t i = 0; i < 5; ++i) places.push_back(std::make_unique<PlaceKeys>(i));
  {
    Relay one, other, third;
    std::uint64_t name = 0;
    for (std::uint64_t i = 0; i < each; ++i) {
      std::size_t at = i;
      for (Relay* relay : {&one, &other, &third}) {
        // All make every place; then they append to them in different orders.
        const PlaceKeys& keys = *places[at % places.size()];
        at = 3 * at + 1;
        Change change{MakePlace{keys.doors()}, 1};
        if (i >= places.size() * 2) {
          change.what = AddEntries{{keys.id, 0, {an_entry(++name), an_entry(++name)}}, 1};
        } else {
          change.what = MakePlace{places[i % places.size()]->doors()};
        }
        relay->keeper.commit(i + 1, change);
      }
    }
    for (Relay* relay : {&one, &other, &third}) {
      relay->wait_for(each);
      EXPECT_EQ(relay->kept, each);
      EXPECT_EQ(relay->failed, 0U);
    }
  }
  const auto contents = check_store({StoreName::Kind::postgresql, address()});
  ASSERT_TRUE(contents) << contents.error();
  EXPECT_EQ(contents->places, 5U);
  EXPECT_EQ(contents->entries, 3 * (each - 10) * 2);
}

TEST_F(Postgres, ConnectionsThatAreCutLoseAndDoubleNothing) {
  constexpr std::uint64_t all = 500;
  {
    Relay relay;
    relay.keeper.commit(1, {MakePlace{keys_.doors()}, 1});
    relay.wait_for(1);
    std::atomic<bool> is_done = false;
    std::atomic<int> cut = 0;
    std::thread cutter([&] {
      postgres::Connection connection = admin();
      while (!is_done) {
        cut += static_cast<int>(connection.number(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE application_name = 'pairbook-relay' AND pid <> pg_backend_pid()"));
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
      }
    });
    for (std::uint64_t i = 0; i < all; ++i) {
      relay.keeper.commit(i + 2, {AddEntries{{keys_.id, 0, {an_entry(i)}}, 1}, 1});
      std::this_thread::sleep_for(std::chrono::milliseconds(3));
    }
    relay.wait_for(all + 1);
    is_done = true;
    cutter.join();
    EXPECT_EQ(relay.kept + relay.failed, all + 1);
    EXPECT_GT(relay.kept, all / 2);
    EXPECT_GT(cut, 2);
    const auto contents = check_store({StoreName::Kind::postgresql, address()});
    ASSERT_TRUE(contents) << contents.error();
    EXPECT_GE(contents->entries + 1, relay.kept) << "acknowledged and lost";
    EXPECT_LE(contents->entries, all) << "doubled";
  }
}

TEST_F(Postgres, ForgetsNoPlaceThatSomebodyIsWritingTo) {
  PostgresSession writer(address(), Use::write);
  PostgresSession sweeper(address(), Use::write);
  change_alone(writer, {MakePlace{keys_.doors()}, 1});
  writer.begin(true);
  (void)make(writer, {AddEntries{{keys_.id, 0, {an_entry(1)}}, 1}, 500}, {});

  change_alone(sweeper, {Sweep{400, 400}, 500});
  writer.commit();

  change_alone(sweeper, {Sweep{400, 400}, 500});
  EXPECT_EQ(check_store({StoreName::Kind::postgresql, address()})->entries, 1U);
}

class BellTest : public Postgres {
 protected:
  std::function<void(std::vector<wire::PlaceId>)> ring() {
    return [this](std::vector<wire::PlaceId> places) {
      const std::lock_guard lock(mutex_);
      rung_.push_back(std::move(places));
      changed_.notify_all();
    };
  }
  bool rings(std::size_t times) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(20),
                             [&] { return rung_.size() >= times; });
  }
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::vector<wire::PlaceId>> rung_;
};

TEST_F(BellTest, RingsForWhatOthersWriteAndNotForItsOwn) {
  const Bell bell(address(), "0000000000000001", ring());
  ASSERT_TRUE(rings(1)) << "it is ready";
  EXPECT_TRUE(rung_[0].empty());
  PostgresSession own(address(), Use::write, "0000000000000001");
  PostgresSession other(address(), Use::write, "0000000000000002");
  const PlaceKeys theirs(2);
  change_alone(own, {MakePlace{keys_.doors()}, 1});
  change_alone(other, {MakePlace{theirs.doors()}, 1});

  ASSERT_TRUE(rings(2));
  EXPECT_EQ(rung_[1], (std::vector<wire::PlaceId>{theirs.id}));
}

TEST_F(BellTest, RingsForEverythingAfterItsConnectionBroke) {
  const Bell bell(address(), "0000000000000001", ring());
  ASSERT_TRUE(rings(1));
  admin().run(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'");

  ASSERT_TRUE(rings(2));
  EXPECT_TRUE(rung_[1].empty());
}

TEST(Hint, WithTooManyPlacesNamesNone) {
  EXPECT_EQ(hint_text("0123456789abcdef", std::vector<wire::PlaceId>(1000)),
            "0123456789abcdef");
  EXPECT_EQ(hint_text("ab", std::vector<wire::PlaceId>(1)), "ab" + std::string(32, '0'));
}

class Migrate : public Postgres {
 protected:
  const Folder folder_;
  const StoreName postgres_{StoreName::Kind::postgresql, address()};
  const StoreName sqlite_{StoreName::Kind::sqlite, (folder_.path() / "a.sqlite").string()};
  const StoreName back_{StoreName::Kind::sqlite, (folder_.path() / "b.sqlite").string()};
};

TEST_F(Migrate, LosesNothingThereAndBack) {
  prepare_sqlite(sqlite_.where);
  {
    SqliteSession session(sqlite_.where, true);
    expect_what_memory_does(session, 300);
  }
  const auto before = check_store(sqlite_);
  ASSERT_TRUE(before) << before.error();
  ASSERT_GT(before->entries, 20U);

  const auto there = migrate_store(sqlite_, postgres_);
  const auto back = migrate_store(postgres_, back_);

  ASSERT_TRUE(there && back) << (there ? back : there).error();
  EXPECT_EQ(*there, *before);
  EXPECT_EQ(*back, *before);
  EXPECT_EQ(*check_store(back_), *before);
  const auto copied = back_up_store(postgres_, (folder_.path() / "copy.sqlite").string());
  ASSERT_TRUE(copied) << copied.error();
  EXPECT_EQ(copied->digest, before->digest);
}

TEST_F(Migrate, WritesNothingIntoAStoreThatIsNotEmpty) {
  prepare_sqlite(sqlite_.where);
  {
    SqliteSession from(sqlite_.where, true);
    change_alone(from, {MakePlace{keys_.doors()}, 1});
    PostgresSession to(address(), Use::write);
    change_alone(to, {MakePlace{PlaceKeys(2).doors()}, 1});
  }
  EXPECT_NE(migrate_store(sqlite_, postgres_).error().find("not empty"), std::string::npos);
  EXPECT_EQ(check_store(postgres_)->places, 1U);
}

TEST_F(Migrate, WaitsUntilNoRelayUsesTheDatabase) {
  PostgresSession relay(address(), Use::write);
  change_alone(relay, {MakePlace{keys_.doors()}, 1});

  EXPECT_NE(migrate_store(postgres_, sqlite_).error().find("in use"), std::string::npos);
  EXPECT_TRUE(back_up_store(postgres_, (folder_.path() / "copy.sqlite").string()))
      << "a copy may be made while it runs";
}

TEST_F(Migrate, MovesNothingThatIsDamaged) {
  {
    PostgresSession relay(address(), Use::write);
    change_alone(relay, {MakePlace{keys_.doors()}, 1});
    append(relay, keys_, 1);
  }
  admin().run("UPDATE pairbook_relay.entry SET sealed = '\\x00'");

  EXPECT_NE(migrate_store(postgres_, sqlite_).error().find("changed"), std::string::npos);
  EXPECT_EQ(check_store(sqlite_)->places, 0U);
}

}  // namespace
}  // namespace pairbook::relay
