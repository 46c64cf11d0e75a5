// Several relays over one store, each of which learns late what the others did.
#include <gtest/gtest.h>

#include "relay/some_callers.hpp"

namespace pairbook::relay {
namespace {

using wire::Scope;

CoreSettings of_many() {
  CoreSettings settings;
  settings.look_seconds = 30;
  return settings;
}

class Others : public testing::Test {
 protected:
  Others() : day_(of_many()), reader_(day_.member(keys_)) {
    day_.says(reader_, wire::Credit{1 << 20});
    day_.says(reader_, wire::Subscribe{keys_.id, 1});
  }

  // What another relay does to the store.
  ChangeMade elsewhere(Change change) { return make(day_.rows, change, {}); }
  void append_elsewhere(std::uint64_t name, std::uint64_t number = 1) {
    const auto made = elsewhere({AddEntries{{keys_.id, 0, {an_entry(name)}}, number}, today_});
    ASSERT_FALSE(made.refused);
  }
  void rotate_elsewhere() {
    const wire::Rotate rotate =
        day_.rotation(keys_, new_keys_, 2, day_.rows.place(keys_.id)->head.next);
    ASSERT_FALSE(elsewhere({ReplaceDoors{rotate, std::string(home)}, today_}).refused);
  }
  void hint() {
    day_.carry_out(day_.core.heard_of({keys_.id}, day_.now));
    day_.settle();
  }
  // The sequences that the reader was sent.
  std::vector<std::uint64_t> sent() {
    std::vector<std::uint64_t> found;
    for (const wire::RelayFrame& frame : day_.inbox(reader_)) {
      const auto* event = std::get_if<wire::Event>(&frame.body);
      if (event == nullptr) continue;
      for (const auto& placed : event->chunk.entries) found.push_back(placed.sequence);
    }
    return found;
  }

  const PlaceKeys keys_{1};
  const PlaceKeys new_keys_{2};
  Afternoon day_;
  const CallerId reader_;
  const Day today_ = 1'800'000'000 / 86'400;
};

TEST_F(Others, AHintBringsWhatWasWrittenElsewhere) {
  append_elsewhere(1);
  append_elsewhere(2);
  EXPECT_TRUE(sent().empty());

  hint();

  EXPECT_EQ(sent(), (std::vector<std::uint64_t>{1, 2}));
}

TEST_F(Others, WithoutAHintItIsFoundWithinTheSweep) {
  append_elsewhere(1);
  day_.now.ms += 31'000;
  day_.carry_out(day_.core.tick(day_.now));
  day_.settle();

  EXPECT_EQ(sent(), (std::vector<std::uint64_t>{1}));
}

TEST_F(Others, OwnEntriesGoOutInOrderBehindThoseOfOthers) {
  append_elsewhere(1);
  day_.appends(day_.member(keys_), keys_, {an_entry(2)});
  append_elsewhere(3);
  hint();

  EXPECT_EQ(sent(), (std::vector<std::uint64_t>{1, 2, 3}));
}

TEST_F(Others, HintsWaitWhileTheStoreIsStillAnswering) {
  day_.by_hand = true;
  append_elsewhere(1);
  for (int i = 0; i < 100; ++i) day_.carry_out(day_.core.heard_of({keys_.id}, day_.now));
  int questions = 0;
  while (day_.serve_question()) ++questions;

  EXPECT_LE(questions, 4);
  EXPECT_EQ(sent(), (std::vector<std::uint64_t>{1}));
}

TEST_F(Others, WhoeverWasRemovedElsewhereIsSentNothingMore) {
  rotate_elsewhere();
  // A member who has the new keys already writes here, before any hint.
  const CallerId member = day_.greeted();
  day_.prove(member, keys_.id, wire::Door::write, new_keys_.write);
  day_.says(member, wire::Append{keys_.id, 0, {an_entry(1)}});

  EXPECT_TRUE(sent().empty());
  EXPECT_EQ(day_.last<wire::Changed>(reader_)->scope, Scope::membership);
}

TEST_F(Others, KeysReplacedElsewhereOpenNothingHere) {
  rotate_elsewhere();
  day_.says(reader_, wire::Append{keys_.id, 0, {an_entry(1)}});
  EXPECT_EQ(day_.refusal(reader_), "doors_changed");

  hint();

  EXPECT_EQ(day_.last<wire::Changed>(reader_)->number, 2U);
  day_.says(reader_, wire::Append{keys_.id, 0, {an_entry(1)}});
  EXPECT_EQ(day_.refusal(reader_), "not_allowed");
}

TEST_F(Others, APlaceDeletedElsewhereIsGoneHere) {
  ASSERT_FALSE(elsewhere({DeletePlace{keys_.id, 1}, today_}).refused);
  hint();

  EXPECT_EQ(day_.last<wire::Changed>(reader_)->scope, Scope::none);
  day_.says(reader_, wire::Read{keys_.id, 1});
  EXPECT_EQ(day_.refusal(reader_), "not_allowed");
}

TEST_F(Others, AStoreThatWasEmptiedShutsEverybodyOut) {
  day_.rows = {};
  day_.now.ms += 31'000;
  day_.carry_out(day_.core.tick(day_.now));
  day_.settle();

  EXPECT_EQ(day_.last<wire::Changed>(reader_)->scope, Scope::none);
}

TEST_F(Others, AStoreThatIsAwayIsAskedAgain) {
  append_elsewhere(1);
  day_.store_fails = true;
  hint();
  day_.store_fails = false;
  day_.now.ms += 31'000;
  day_.carry_out(day_.core.tick(day_.now));
  day_.settle();

  EXPECT_EQ(sent(), (std::vector<std::uint64_t>{1}));
}

}  // namespace
}  // namespace pairbook::relay
