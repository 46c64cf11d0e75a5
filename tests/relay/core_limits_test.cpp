// People who ask too much of the core.
#include <gtest/gtest.h>

#include "pairbook/wire/limits.hpp"
#include "relay/some_callers.hpp"

namespace pairbook::relay {
namespace {

using wire::EntryKind;

const PlaceKeys& ours() {
  static const PlaceKeys keys(1);
  return keys;
}

TEST(Quota, LeavesATenthForWhatLetsAPlaceShrink) {
  Afternoon day({}, {.place_bytes = 10 * 1128, .places = 10});
  const CallerId caller = day.member(ours());
  for (std::uint64_t i = 1; i <= 9; ++i) {
    EXPECT_EQ(day.appends(caller, ours(), {an_entry(i, 1000)}).size(), 1U);
  }
  day.appends(caller, ours(), {an_entry(10, 1000)});
  EXPECT_EQ(day.refusal(caller), "place_full");

  const auto snapshot = an_entry(11, 1000, EntryKind::snapshot);
  EXPECT_EQ(day.appends(caller, ours(), {snapshot}, 10).size(), 1U);
  day.appends(caller, ours(), {an_entry(12, 1000, EntryKind::snapshot)}, 11);
  EXPECT_EQ(day.refusal(caller), "place_full");
  day.says(caller, wire::Trim{ours().id, 10});
  EXPECT_EQ(day.appends(caller, ours(), {an_entry(13, 1000)}).size(), 1U);
}

TEST(Quota, DoesNotStandInTheWayOfARemoval) {
  const PlaceKeys replaced(5);
  Afternoon day({}, {.place_bytes = 10 * 1128, .places = 10});
  const CallerId caller = day.member(ours());
  for (std::uint64_t i = 1; i <= 9; ++i) day.appends(caller, ours(), {an_entry(i, 1000)});

  day.says(caller,
           day.rotation(ours(), replaced, 2, 10, {an_entry(10, 1000, EntryKind::membership)}));

  EXPECT_EQ(day.refusal(caller), "nothing");
}

TEST(Quota, ALateRepeatOfWhatIsThereIsNeverRefused) {
  Afternoon day({}, {.place_bytes = 10 * 1128, .places = 10});
  const CallerId caller = day.member(ours());
  for (std::uint64_t i = 1; i <= 9; ++i) day.appends(caller, ours(), {an_entry(i, 1000)});

  EXPECT_EQ(day.appends(caller, ours(), {an_entry(3, 1000)}),
            (std::vector<wire::Stored>{{3, true}}));
}

TEST(Quota, ThereAreOnlySoManyPlaces) {
  Afternoon day({}, {.place_bytes = 10000, .places = 2});
  const CallerId caller = day.greeted();
  for (const std::uint64_t name : {1U, 2U, 3U}) day.create(caller, PlaceKeys(name));

  EXPECT_EQ(day.refusal(caller), "relay_full");
}

TEST(Limits, OneCallerEntersOnlySoManyPlaces) {
  CoreSettings settings;
  settings.places = 2;
  Afternoon day(settings);
  const CallerId caller = day.greeted();
  for (const std::uint64_t name : {1U, 2U, 3U}) day.create(caller, PlaceKeys(name));
  EXPECT_EQ(day.refusal(caller), "too_many");

  const CallerId other = day.member(PlaceKeys(9));
  EXPECT_EQ(day.refusal(other), "nothing");
}

TEST(Limits, TooManyFramesAreToldToWaitAndThenDoNotHaveTo) {
  CoreSettings settings;
  settings.frames_burst = 200;
  settings.frames_per_second = 10;
  Afternoon day(settings);
  const CallerId caller = day.member(ours());
  for (int i = 0; i < 100; ++i) day.says(caller, wire::Read{ours().id, 1});

  ASSERT_EQ(day.refusal(caller), "slow_down");
  const auto wait = day.last<wire::Refused>(caller)->retry_ms;
  EXPECT_GT(wait, 0U);
  EXPECT_LE(wait, 101U);
  day.now.ms += static_cast<std::int64_t>(wait);
  day.says(caller, wire::Read{ours().id, 1});
  EXPECT_EQ(day.refusal(caller), "nothing");
}

TEST(Limits, WhoDoesNotWaitIsHungUpOn) {
  CoreSettings settings;
  settings.frames_burst = 200;
  Afternoon day(settings);
  const CallerId caller = day.member(ours());
  for (int i = 0; i < 1000 && !day.hung_up(caller); ++i) {
    day.says(caller, wire::Read{ours().id, 1});
  }
  EXPECT_TRUE(day.hung_up(caller));
}

TEST(Limits, TooManyBytesOfEntriesHaveToWait) {
  CoreSettings settings;
  settings.bytes_burst = 100'000;
  settings.bytes_per_second = 10'000;
  Afternoon day(settings);
  const CallerId caller = day.member(ours());
  day.appends(caller, ours(), {an_entry(1, 60'000)});
  day.appends(caller, ours(), {an_entry(2, 60'000)});
  EXPECT_EQ(day.refusal(caller), "slow_down");

  day.now.ms += 3000;
  EXPECT_EQ(day.appends(caller, ours(), {an_entry(2, 60'000)}).size(), 1U);
}

TEST(Limits, ASlowStoreStopsTheReadingOfMore) {
  Afternoon day;
  const CallerId caller = day.member(ours());
  day.by_hand = true;
  int frames = 0;
  while (day.core.may_read(caller) && frames < 100) {
    day.says(
        caller,
        wire::Append{ours().id, 0, {an_entry(static_cast<std::uint64_t>(frames++), 60'000)}});
  }

  EXPECT_LT(frames, 10);
  day.settle();
  EXPECT_TRUE(day.core.may_read(caller));
}

TEST(Limits, WhatIsNotTakenStopsTheReadingOfMore) {
  Afternoon day;
  const CallerId caller = day.member(ours());
  for (std::uint64_t i = 1; i <= 5; ++i) {
    day.appends(caller, ours(), {an_entry(i, wire::max_entry)});
  }
  day.drains_by_itself = false;
  int frames = 0;
  for (; day.core.may_read(caller) && frames < 100; ++frames) {
    day.says(caller, wire::Read{ours().id, 1});
  }

  EXPECT_LE(frames, 3);
  day.drain(caller);
  EXPECT_TRUE(day.core.may_read(caller));
}

TEST(Limits, AllChangesUnderWayAreBoundedTogether) {
  CoreSettings settings;
  settings.held_bytes = 200'000;
  Afternoon day(settings);
  std::vector<CallerId> callers;
  for (int i = 0; i < 5; ++i) callers.push_back(day.member(ours()));
  day.by_hand = true;
  for (const CallerId caller : callers) {
    day.says(caller, wire::Append{ours().id, 0, {an_entry(caller, 60'000)}});
  }

  EXPECT_EQ(day.refusal(callers.back()), "slow_down");
  day.settle();
  EXPECT_EQ(day.refusal(callers.front()), "nothing");
}

TEST(Limits, WhoProvesNothingIsHungUpOn) {
  Afternoon day;
  const CallerId silent = day.comes();
  const CallerId polite = day.greeted();
  const CallerId member = day.member(ours());

  day.now.ms += 31'000;
  day.carry_out(day.core.tick(day.now));

  EXPECT_TRUE(day.hung_up(silent));
  EXPECT_TRUE(day.hung_up(polite));
  EXPECT_FALSE(day.hung_up(member));
}

TEST(Limits, AClockThatGoesBackRefusesNobody) {
  Afternoon day;
  const CallerId caller = day.member(ours());
  day.now.ms -= 10LL * 365 * 86'400'000;
  day.carry_out(day.core.tick(day.now));

  EXPECT_EQ(day.appends(caller, ours(), {an_entry(1)}).size(), 1U);
  EXPECT_FALSE(day.hung_up(caller));
}

// Whom the core looks at while somebody makes the place again, proves two doors, subscribes and
// reads, when so many are there already.
std::uint64_t looks_of_a_join(int others, const CoreSettings& settings) {
  const PlaceKeys keys(1);
  Afternoon day(settings);
  for (int i = 0; i < others; ++i) {
    const CallerId other = day.member(keys);
    day.says(other, wire::Subscribe{keys.id, 1});
  }
  const std::uint64_t before = day.core.counts().looked_at;
  const CallerId caller = day.member(keys);
  day.says(caller, wire::Subscribe{keys.id, 1});
  day.says(caller, wire::Read{keys.id, 1});
  EXPECT_EQ(day.refusal(caller), "nothing");
  return day.core.counts().looked_at - before;
}

TEST(Limits, ComingInCostsTheSameHoweverManyAreThere) {
  CoreSettings several;
  several.look_seconds = 30;
  for (const CoreSettings& settings : {CoreSettings{}, several}) {
    EXPECT_EQ(looks_of_a_join(200, settings), 0U);
  }
}

TEST(Limits, AnEntryOrNewDoorsCostOneLookAtEachWhoIsThere) {
  const PlaceKeys keys(1);
  const PlaceKeys later(2);
  Afternoon day;
  for (int i = 0; i < 20; ++i) day.member(keys);
  const CallerId admin = day.member(keys);
  const auto looks = [&](const auto& act) {
    const std::uint64_t before = day.core.counts().looked_at;
    act();
    return day.core.counts().looked_at - before;
  };

  EXPECT_EQ(looks([&] { day.appends(admin, keys, {an_entry(1)}); }), 21U);
  EXPECT_EQ(looks([&] { day.appends(admin, keys, {an_entry(1)}); }), 0U);
  EXPECT_EQ(looks([&] { day.says(admin, day.rotation(keys, later, 2, 2)); }), 21U);
  EXPECT_EQ(looks([&] { day.prove(admin, keys.id, wire::Door::read, later.read); }), 0U);
}

}  // namespace
}  // namespace pairbook::relay
