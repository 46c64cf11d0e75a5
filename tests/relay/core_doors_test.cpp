// Keys that are replaced, places that shrink and places that go.
#include <gtest/gtest.h>

#include "relay/some_callers.hpp"

namespace pairbook::relay {
namespace {

using wire::Door;
using wire::EntryKind;
using wire::Scope;

class Doors : public testing::Test {
 protected:
  const PlaceKeys old_{1};
  const PlaceKeys new_{5};
  Afternoon day_;

  std::vector<std::uint64_t> read(CallerId caller, std::uint64_t from = 1) {
    day_.says(caller, wire::Read{old_.id, from});
    std::vector<std::uint64_t> found;
    const auto chunk = day_.last<wire::Chunk>(caller);
    if (day_.refusal(caller) != "nothing" || !chunk) return {999};
    for (const wire::PlacedEntry& entry : chunk->entries) found.push_back(entry.sequence);
    return found;
  }
};
using Numbers = std::vector<std::uint64_t>;

TEST_F(Doors, AreReplacedTogetherWithTheEntriesThatBelongToIt) {
  const CallerId admin = day_.member(old_);
  day_.appends(admin, old_, {an_entry(1)});
  const auto removal = an_entry(2, 80, EntryKind::membership);

  day_.says(admin, day_.rotation(old_, new_, 2, 2, {removal}));

  ASSERT_EQ(day_.refusal(admin), "nothing");
  EXPECT_EQ(day_.last<wire::Appended>(admin)->entries, (std::vector<wire::Stored>{{2, false}}));
  EXPECT_EQ(day_.rows.place(old_.id)->doors, new_.doors());
  EXPECT_EQ(day_.rows.place(old_.id)->number, 2U);
}

TEST_F(Doors, AReplacedReadKeyOpensTheMembershipEntriesForEverAndNothingElse) {
  const CallerId admin = day_.member(old_);
  const CallerId removed = day_.member(old_);
  day_.appends(admin, old_, {an_entry(1)});
  day_.says(admin, day_.rotation(old_, new_, 2, 2, {an_entry(2, 80, EntryKind::membership)}));
  const CallerId stays = day_.greeted();
  day_.prove(stays, old_.id, Door::read, new_.read);
  day_.prove(stays, old_.id, Door::write, new_.write);
  day_.appends(stays, old_, {an_entry(3)});
  day_.appends(stays, old_, {an_entry(4, 80, EntryKind::membership)}, 4);

  EXPECT_EQ(day_.last<wire::Changed>(removed)->scope, Scope::membership);
  EXPECT_EQ(read(removed), (Numbers{2, 4}));
  const CallerId comes_back = day_.greeted();
  day_.prove(comes_back, old_.id, Door::read, old_.read);
  EXPECT_EQ(day_.last<wire::Place>(comes_back)->scope, Scope::membership);
  EXPECT_EQ(read(comes_back), (Numbers{2, 4}));
  EXPECT_EQ(read(stays), (Numbers{1, 2, 3, 4}));
}

TEST_F(Doors, ReplacedWriteAndAdminKeysOpenNothing) {
  const CallerId admin = day_.member(old_);
  const CallerId removed = day_.member(old_);
  day_.says(admin, day_.rotation(old_, new_, 2, 1));

  day_.appends(removed, old_, {an_entry(1)});
  EXPECT_EQ(day_.refusal(removed), "not_allowed");
  day_.prove(removed, old_.id, Door::write, old_.write);
  EXPECT_EQ(day_.refusal(removed), "bad_proof");
  day_.says(removed, wire::Delete{old_.id});
  EXPECT_EQ(day_.refusal(removed), "not_allowed");
  const PlaceKeys third(9);
  day_.says(removed, day_.rotation(old_, third, 3, 1));
  EXPECT_EQ(day_.refusal(removed), "bad_proof");
  day_.says(removed, day_.rotation(old_, third, 2, 1));
  EXPECT_EQ(day_.refusal(removed), "doors_changed");
}

TEST_F(Doors, WhatWasSentBeforeTheyChangedDoesNotSlipInAfterwards) {
  const CallerId admin = day_.member(old_);
  const CallerId removed = day_.member(old_);
  day_.by_hand = true;
  day_.says(admin, day_.rotation(old_, new_, 2, 1));
  day_.says(removed, wire::Append{old_.id, 0, {an_entry(1)}});
  day_.settle();

  EXPECT_EQ(day_.refusal(removed), "doors_changed");
  EXPECT_EQ(day_.rows.place(old_.id)->head.next, 1U);
}

TEST_F(Doors, APageThatWasReadMeanwhileShowsNoMoreThanTheNewDoors) {
  const CallerId admin = day_.member(old_);
  const CallerId removed = day_.member(old_);
  day_.appends(admin, old_, {an_entry(1)});
  day_.by_hand = true;
  day_.says(removed, wire::Read{old_.id, 1});
  day_.says(admin, day_.rotation(old_, new_, 2, 2));
  day_.serve_change();
  day_.serve_question();

  EXPECT_TRUE(day_.last<wire::Chunk>(removed)->entries.empty());
}

// The store reads while it writes, so what it found may be told after the doors were changed.
TEST_F(Doors, WhoeverCameInByWhatWasReadBeforeTheyChangedIsSentNothingMore) {
  const CallerId admin = day_.member(old_);
  const CallerId removed = day_.greeted();
  day_.by_hand = true;
  day_.prove(removed, old_.id, Door::read, old_.read);
  const auto tell = day_.read_ahead();
  day_.by_hand = false;
  day_.says(admin, day_.rotation(old_, new_, 2, 1));
  tell();
  ASSERT_EQ(day_.last<wire::Place>(removed)->number, 1U);
  day_.says(removed, wire::Credit{1 << 20});
  day_.by_hand = true;
  day_.says(removed, wire::Subscribe{old_.id, 1});
  const auto subscribe = day_.read_ahead();
  day_.by_hand = false;
  const CallerId stays = day_.greeted();
  day_.prove(stays, old_.id, Door::write, new_.write);
  subscribe();

  day_.appends(stays, old_, {an_entry(1)});

  EXPECT_EQ(day_.last<wire::Changed>(removed)->number, 2U);
  EXPECT_EQ(day_.last<wire::Changed>(removed)->scope, Scope::membership);
  EXPECT_FALSE(day_.last<wire::Event>(removed));
  EXPECT_EQ(read(removed), Numbers{});
}

TEST_F(Doors, EverybodyIsToldOfEachChangeOnceHoweverManyComeLater) {
  const PlaceKeys third(9);
  const CallerId admin = day_.member(old_);
  const CallerId stays = day_.member(old_);
  day_.says(admin, day_.rotation(old_, new_, 2, 1));
  const CallerId later = day_.greeted();
  day_.prove(later, old_.id, Door::read, new_.read);
  day_.goes(day_.greeted());
  day_.says(admin, day_.rotation(old_, third, 3, 1, {}, &new_.admin));
  day_.prove(day_.greeted(), old_.id, Door::read, third.read);

  const auto told = [&](CallerId caller) {
    Numbers numbers;
    for (const wire::RelayFrame& frame : day_.inbox(caller)) {
      const auto* changed = std::get_if<wire::Changed>(&frame.body);
      if (changed != nullptr) numbers.push_back(changed->number);
    }
    return numbers;
  };
  EXPECT_EQ(told(admin), (Numbers{2, 3}));
  EXPECT_EQ(told(stays), (Numbers{2, 3}));
  EXPECT_EQ(told(later), (Numbers{3}));
}

TEST_F(Doors, APlaceThatEverybodyHasLeftBeginsAnew) {
  const CallerId admin = day_.member(old_);
  day_.says(admin, day_.rotation(old_, new_, 2, 1));
  day_.goes(admin);
  const CallerId again = day_.greeted();
  day_.prove(again, old_.id, Door::admin, new_.admin);
  const PlaceKeys third(9);

  day_.says(again, day_.rotation(old_, third, 3, 1, {}, &new_.admin));

  EXPECT_EQ(day_.last<wire::Changed>(again)->number, 3U);
}

TEST_F(Doors, ChangeOnlyByTheAdminKeyAtTheRightSequence) {
  const CallerId admin = day_.member(old_);
  day_.appends(admin, old_, {an_entry(1)});

  day_.says(admin, day_.rotation(old_, new_, 2, 2, {}, &old_.write));
  EXPECT_EQ(day_.refusal(admin), "bad_proof");
  day_.says(admin, day_.rotation(old_, new_, 2, 1));
  EXPECT_EQ(day_.refusal(admin), "wrong_sequence");
  day_.says(admin, day_.rotation(old_, new_, 3, 2));
  EXPECT_EQ(day_.refusal(admin), "doors_changed");
  EXPECT_EQ(day_.rows.place(old_.id)->number, 1U);
}

TEST_F(Doors, ARotationThatIsRepeatedIsAnsweredLikeTheFirst) {
  const CallerId admin = day_.member(old_);
  const auto rotation =
      day_.rotation(old_, new_, 2, 1, {an_entry(2, 80, EntryKind::membership)});
  day_.says(admin, rotation);
  const CallerId later = day_.greeted();

  day_.says(later, rotation);

  EXPECT_EQ(day_.last<wire::Appended>(later)->entries, (std::vector<wire::Stored>{{1, true}}));
  EXPECT_EQ(day_.rows.place(old_.id)->head.next, 2U);
  EXPECT_EQ(day_.rows.place(old_.id)->number, 2U);
}

TEST_F(Doors, TrimmingKeepsMembershipAndWhatNoSnapshotStandsFor) {
  const CallerId admin = day_.member(old_);
  day_.appends(admin, old_, {an_entry(1)});
  day_.appends(admin, old_, {an_entry(2, 80, EntryKind::membership)}, 2);
  day_.appends(admin, old_, {an_entry(3)});
  day_.says(admin, wire::Trim{old_.id, 3});
  EXPECT_EQ(day_.refusal(admin), "not_allowed");
  day_.appends(admin, old_, {an_entry(4, 80, EntryKind::snapshot)}, 4);

  day_.says(admin, wire::Trim{old_.id, 4});

  ASSERT_EQ(day_.refusal(admin), "nothing");
  EXPECT_EQ(day_.last<wire::Place>(admin)->first, 4U);
  EXPECT_EQ(read(admin), (Numbers{2, 4}));
  EXPECT_EQ(day_.appends(admin, old_, {an_entry(1)}), (std::vector<wire::Stored>{{1, true}}));
}

TEST_F(Doors, ADeletedPlaceDoesNotComeBack) {
  const CallerId admin = day_.member(old_);
  const CallerId other = day_.member(old_);
  day_.appends(admin, old_, {an_entry(1)});

  day_.says(admin, wire::Delete{old_.id});

  EXPECT_TRUE(day_.last<wire::Done>(admin));
  EXPECT_EQ(day_.last<wire::Changed>(other)->scope, Scope::none);
  day_.create(other, old_);
  EXPECT_EQ(day_.refusal(other), "place_gone");
  day_.prove(other, old_.id, Door::read, old_.read);
  EXPECT_EQ(day_.refusal(other), "place_gone");
  EXPECT_TRUE(day_.rows.entries(old_.id, 1, false, 1000, 10).entries.empty());
}

TEST_F(Doors, AnIdlePlaceIsForgottenAndMayComeBack) {
  const CallerId admin = day_.member(old_);
  day_.appends(admin, old_, {an_entry(1)});
  const PlaceKeys deleted(7);
  const CallerId other = day_.member(deleted);
  day_.says(other, wire::Delete{deleted.id});
  day_.goes(admin);

  day_.now.ms += 399LL * 86'400'000;
  day_.carry_out(day_.core.tick(day_.now));
  day_.settle();
  EXPECT_TRUE(day_.rows.place(old_.id));
  day_.now.ms += 2LL * 86'400'000;
  day_.carry_out(day_.core.tick(day_.now));
  day_.settle();

  EXPECT_FALSE(day_.rows.place(old_.id));
  EXPECT_FALSE(day_.rows.place(deleted.id));
  const CallerId again = day_.member(old_);
  EXPECT_EQ(day_.appends(again, old_, {an_entry(1)}), (std::vector<wire::Stored>{{1, false}}));
}

TEST_F(Doors, ReadingKeepsAPlaceAlive) {
  day_.goes(day_.member(old_));
  for (int i = 0; i < 3; ++i) {
    day_.now.ms += 300LL * 86'400'000;
    const CallerId reader = day_.greeted();
    day_.prove(reader, old_.id, Door::read, old_.read);
    EXPECT_EQ(day_.refusal(reader), "nothing");
    day_.goes(reader);
    day_.carry_out(day_.core.tick(day_.now));
    day_.settle();
  }
  EXPECT_TRUE(day_.rows.place(old_.id));
}

}  // namespace
}  // namespace pairbook::relay
