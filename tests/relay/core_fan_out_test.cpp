// Subscriptions: first what is there, then what comes; never a gap, never a repeat.
#include <gtest/gtest.h>

#include "pairbook/wire/limits.hpp"
#include "relay/some_callers.hpp"

namespace pairbook::relay {
namespace {

using wire::Door;
using wire::EntryKind;

class FanOut : public testing::Test {
 protected:
  const PlaceKeys keys_{1};
  Afternoon day_;

  CallerId subscriber(std::uint64_t credit = 1 << 20, std::uint64_t from = 1) {
    const CallerId caller = day_.member(keys_);
    if (credit > 0) day_.says(caller, wire::Credit{credit});
    day_.says(caller, wire::Subscribe{keys_.id, from});
    return caller;
  }
  std::vector<std::uint64_t> events(CallerId caller) {
    std::vector<std::uint64_t> found;
    for (const wire::RelayFrame& frame : day_.inbox(caller)) {
      const auto* event = std::get_if<wire::Event>(&frame.body);
      if (event == nullptr) continue;
      for (const auto& entry : event->chunk.entries) found.push_back(entry.sequence);
    }
    return found;
  }
  std::size_t event_bytes(CallerId caller) {
    std::size_t bytes = 0;
    for (const wire::RelayFrame& frame : day_.inbox(caller)) {
      if (std::holds_alternative<wire::Event>(frame.body)) bytes += wire::encode(frame).size();
    }
    return bytes;
  }
  template <class T>
  int count(CallerId caller) {
    int found = 0;
    for (const wire::RelayFrame& frame : day_.inbox(caller)) {
      found += std::holds_alternative<T>(frame.body) ? 1 : 0;
    }
    return found;
  }
};
using Numbers = std::vector<std::uint64_t>;

TEST_F(FanOut, SendsWhatIsThereThenWhatComes) {
  const CallerId writer = day_.member(keys_);
  day_.appends(writer, keys_, {an_entry(1), an_entry(2)});
  const CallerId reader = subscriber();
  day_.appends(writer, keys_, {an_entry(3)});
  day_.appends(writer, keys_, {an_entry(4), an_entry(5)});

  EXPECT_EQ(events(reader), (Numbers{1, 2, 3, 4, 5}));
}

TEST_F(FanOut, GoesOnFromACursor) {
  const CallerId writer = day_.member(keys_);
  day_.appends(writer, keys_, {an_entry(1), an_entry(2), an_entry(3)});

  EXPECT_EQ(events(subscriber(1 << 20, 3)), (Numbers{3}));
  EXPECT_EQ(events(subscriber(1 << 20, 4)), (Numbers{}));
}

TEST_F(FanOut, RefusesACursorBeyondTheEnd) {
  EXPECT_EQ(day_.refusal(subscriber(1 << 20, 2)), "wrong_sequence");
}

TEST_F(FanOut, EveryEventCarriesTheNumberOfItsSubscription) {
  const CallerId writer = day_.member(keys_);
  const CallerId reader = day_.member(keys_);
  day_.says(reader, wire::Credit{1 << 20});
  const std::uint32_t request = day_.says(reader, wire::Subscribe{keys_.id, 1});
  day_.appends(writer, keys_, {an_entry(1)});

  EXPECT_TRUE(std::holds_alternative<wire::Event>(day_.inbox(reader).back().body));
  EXPECT_EQ(day_.inbox(reader).back().request, request);
}

TEST_F(FanOut, ReachesTheWriterToo) {
  const CallerId both = subscriber();

  day_.appends(both, keys_, {an_entry(1)});

  EXPECT_EQ(events(both), (Numbers{1}));
}

TEST_F(FanOut, AnEntryThatComesWhileTheBacklogIsReadComesOnce) {
  const CallerId writer = day_.member(keys_);
  day_.appends(writer, keys_, {an_entry(1)});
  const CallerId reader = day_.member(keys_);
  day_.says(reader, wire::Credit{1 << 20});
  day_.by_hand = true;
  day_.says(reader, wire::Subscribe{keys_.id, 1});
  day_.serve_question();  // the place is found; its page is asked for
  day_.says(writer, wire::Append{keys_.id, 0, {an_entry(2)}});
  day_.serve_change();
  day_.settle();

  EXPECT_EQ(events(reader), (Numbers{1, 2}));
}

TEST_F(FanOut, NeverSendsMoreThanItWasGranted) {
  const CallerId writer = day_.member(keys_);
  const CallerId reader = subscriber(1000);
  for (std::uint64_t i = 1; i <= 10; ++i) day_.appends(writer, keys_, {an_entry(i, 200)});

  EXPECT_LE(event_bytes(reader), 1000U);
  EXPECT_FALSE(events(reader).empty());
  EXPECT_EQ(count<wire::Lagging>(reader), 1);
  day_.says(reader, wire::Credit{100'000});
  EXPECT_EQ(events(reader), (Numbers{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
}

TEST_F(FanOut, WithoutCreditNothingIsSentAndLaggingIsSaidOnce) {
  const CallerId writer = day_.member(keys_);
  const CallerId reader = subscriber(0);
  for (std::uint64_t i = 1; i <= 5; ++i) day_.appends(writer, keys_, {an_entry(i)});

  EXPECT_EQ(events(reader), (Numbers{}));
  EXPECT_EQ(count<wire::Lagging>(reader), 1);
}

TEST_F(FanOut, ASlowReaderIsCappedAndCatchesUp) {
  const CallerId writer = day_.member(keys_);
  const CallerId reader = subscriber(wire::max_credit);
  day_.drains_by_itself = false;
  for (std::uint64_t i = 1; i <= 40; ++i) {
    day_.appends(writer, keys_, {an_entry(i, 60'000)});
    day_.drain(writer);
  }

  EXPECT_LE(event_bytes(reader), 256U * 1024);
  EXPECT_EQ(count<wire::Lagging>(reader), 1);
  for (int i = 0; i < 50; ++i) {
    day_.drain(reader);
    day_.settle();
  }
  EXPECT_EQ(events(reader).size(), 40U);
  EXPECT_TRUE(std::ranges::is_sorted(events(reader)));
}

TEST_F(FanOut, SmallCreditDoesNotStarveALargeEntry) {
  const CallerId writer = day_.member(keys_);
  day_.appends(writer, keys_, {an_entry(1, 60'000)});
  const CallerId reader = subscriber(30'000);
  EXPECT_EQ(events(reader), (Numbers{}));

  day_.says(reader, wire::Credit{31'000});

  EXPECT_EQ(events(reader), (Numbers{1}));
}

TEST_F(FanOut, EndsWhenItIsNotWantedAnyMore) {
  const CallerId writer = day_.member(keys_);
  const CallerId reader = subscriber();
  day_.says(reader, wire::Unsubscribe{keys_.id});
  day_.appends(writer, keys_, {an_entry(1)});

  EXPECT_EQ(events(reader), (Numbers{}));
}

TEST_F(FanOut, ASecondSubscriptionTakesThePlaceOfTheFirst) {
  const CallerId writer = day_.member(keys_);
  day_.appends(writer, keys_, {an_entry(1), an_entry(2)});
  const CallerId reader = day_.member(keys_);
  day_.says(reader, wire::Credit{1 << 20});
  day_.by_hand = true;
  day_.says(reader, wire::Subscribe{keys_.id, 1});
  day_.serve_question();
  day_.says(reader, wire::Subscribe{keys_.id, 2});
  day_.settle();

  const auto got = events(reader);
  ASSERT_FALSE(got.empty());
  EXPECT_EQ(got.back(), 2U);
  EXPECT_LE(std::ranges::count(got, 2U), 2);
}

TEST_F(FanOut, AfterTheDoorsChangedTheRemovedGetMembershipEntriesOnly) {
  const PlaceKeys replaced(5);
  const CallerId admin = day_.member(keys_);
  const CallerId removed = subscriber();
  day_.appends(admin, keys_, {an_entry(1)});
  day_.says(admin,
            day_.rotation(keys_, replaced, 2, 2, {an_entry(2, 80, EntryKind::membership)}));
  const CallerId stays = day_.greeted();
  day_.prove(stays, keys_.id, Door::write, replaced.write);
  day_.appends(stays, keys_, {an_entry(3)});
  day_.appends(stays, keys_, {an_entry(4, 80, EntryKind::membership)}, 4);

  EXPECT_EQ(events(removed), (Numbers{1, 2, 4}));
}

TEST_F(FanOut, AnswersOfAStoreThatFailedAreAskedForAgain) {
  const CallerId writer = day_.member(keys_);
  day_.appends(writer, keys_, {an_entry(1)});
  const CallerId reader = day_.member(keys_);
  day_.says(reader, wire::Credit{1 << 20});
  day_.by_hand = true;
  day_.says(reader, wire::Subscribe{keys_.id, 1});
  day_.serve_question();
  day_.store_fails = true;
  day_.serve_question();
  day_.store_fails = false;
  EXPECT_EQ(events(reader), (Numbers{}));

  day_.says(writer, wire::Append{keys_.id, 0, {an_entry(2)}});
  day_.settle();
  EXPECT_EQ(events(reader), (Numbers{1, 2}));
}

}  // namespace
}  // namespace pairbook::relay
