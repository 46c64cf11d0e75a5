// One promise of the relay's core each: greeting, proving, appending, reading.
#include <gtest/gtest.h>

#include "pairbook/crypto/hash.hpp"
#include "pairbook/wire/limits.hpp"
#include "pairbook/wire/statement.hpp"
#include "relay/some_callers.hpp"

namespace pairbook::relay {
namespace {

using wire::Door;
using wire::EntryKind;
using wire::Scope;

const PlaceKeys& ours() {
  static const PlaceKeys keys(1);
  return keys;
}
const PlaceKeys& others() {
  static const PlaceKeys keys(2);
  return keys;
}

std::vector<std::uint64_t> sequences(const std::vector<wire::PlacedEntry>& entries) {
  std::vector<std::uint64_t> found;
  for (const wire::PlacedEntry& entry : entries) found.push_back(entry.sequence);
  return found;
}
using Numbers = std::vector<std::uint64_t>;

TEST(Core, GreetsWithItsLimits) {
  Afternoon day;
  const CallerId caller = day.greeted();

  const auto welcome = day.last<wire::Welcome>(caller);
  ASSERT_TRUE(welcome);
  EXPECT_EQ(welcome->limits.place_bytes, 64U * 1024 * 1024);
  EXPECT_EQ(welcome->limits.retention_days, 400U);
  EXPECT_EQ(welcome->time_ms, 1'800'000'000'000U);
}

TEST(Core, WantsAGreetingFirstAndOnce) {
  Afternoon day;
  const CallerId rude = day.comes();
  day.says(rude, wire::Read{ours().id, 1});
  const CallerId twice = day.greeted();
  day.says(twice, wire::Hello{std::string(home), {}});

  EXPECT_EQ(day.refusal(rude), "out_of_turn");
  EXPECT_TRUE(day.hung_up(rude));
  EXPECT_EQ(day.refusal(twice), "out_of_turn");
}

TEST(Core, IsKnownByItsOwnAddressOnly) {
  Afternoon day;
  const CallerId caller = day.comes();

  day.says(caller, wire::Hello{"wss://evil.example", {}});

  EXPECT_EQ(day.refusal(caller), "wrong_origin");
  EXPECT_TRUE(day.hung_up(caller));
}

TEST(Core, HangsUpAfterBytesThatAreNoFrame) {
  Afternoon day;
  const CallerId caller = day.greeted();

  day.says_bytes(caller, *base::from_hex("0105070000005a"));

  EXPECT_EQ(day.refusal(caller), "malformed");
  EXPECT_EQ(day.inbox(caller).back().request, 7U);
  EXPECT_TRUE(day.hung_up(caller));
}

TEST(Core, AClientOfALaterVersionIsToldSo) {
  Afternoon day;
  const CallerId caller = day.comes();

  day.says_bytes(caller, *base::from_hex("020100000000"));

  EXPECT_EQ(day.refusal(caller), "unsupported");
}

TEST(Core, MakesAPlaceForWhoeverHasItsAdminKey) {
  Afternoon day;
  const CallerId caller = day.greeted();

  day.create(caller, ours());

  const auto place = day.last<wire::Place>(caller);
  ASSERT_TRUE(place);
  EXPECT_EQ(place->place, ours().id);
  EXPECT_EQ(place->head.next, 1U);
  EXPECT_EQ(place->head.chain, crypto::hash(wire::first_link_statement(ours().id)));
}

TEST(Core, MakesNoPlaceWithAnothersSignature) {
  Afternoon day;
  const CallerId caller = day.greeted();
  wire::Create create{ours().doors(), {}};
  create.signature = others().admin.sign(base::bytes_of("whatever"));

  day.says(caller, create);

  EXPECT_EQ(day.refusal(caller), "bad_proof");
}

TEST(Core, CreatingTwiceIsCreatingOnce) {
  Afternoon day;
  const CallerId caller = day.member(ours());
  day.appends(caller, ours(), {an_entry(1)});

  day.create(caller, ours());

  EXPECT_EQ(day.last<wire::Place>(caller)->head.next, 2U);
  EXPECT_EQ(day.refusal(caller), "nothing");
}

TEST(Core, ShowsNothingBeforeAProof) {
  Afternoon day;
  day.member(ours());
  const CallerId stranger = day.greeted();
  for (const wire::FromClient& frame :
       std::vector<wire::FromClient>{wire::Read{ours().id, 1}, wire::Subscribe{ours().id, 1},
                                     wire::Append{ours().id, 0, {an_entry(1)}},
                                     wire::Trim{ours().id, 1}, wire::Delete{ours().id}}) {
    day.says(stranger, frame);
    EXPECT_EQ(day.refusal(stranger), "not_allowed");
  }
}

TEST(Core, EachDoorNeedsItsOwnKey) {
  Afternoon day;
  day.member(ours());
  for (const Door door : {Door::read, Door::write, Door::admin}) {
    for (const Door key : {Door::read, Door::write, Door::admin}) {
      const CallerId caller = day.greeted();
      day.prove(caller, ours().id, door, ours().key(key));
      EXPECT_EQ(day.refusal(caller), door == key ? "nothing" : "bad_proof");
    }
  }
}

TEST(Core, ARecordedProofIsWorthNothing) {
  Afternoon day;
  day.member(ours());
  const CallerId first = day.greeted();
  const wire::Challenge challenge{home, day.last<wire::Welcome>(first)->nonce, {}};
  wire::Prove proof{ours().id, Door::read, ours().read.public_key().bytes, {}};
  proof.signature = ours().read.sign(wire::prove_statement(challenge, proof));
  const CallerId second = day.greeted();

  day.says(second, proof);

  EXPECT_EQ(day.refusal(second), "bad_proof");
}

TEST(Core, SaysWhenNothingOfASpaceIsHere) {
  Afternoon day;
  const CallerId caller = day.greeted();

  day.prove(caller, ours().id, Door::read, ours().read);

  EXPECT_EQ(day.refusal(caller), "unknown_place");
}

TEST(Core, NumbersEntriesAndChainsThem) {
  Afternoon day;
  const CallerId caller = day.member(ours());
  const wire::NewEntry entry = an_entry(1);

  const auto stored = day.appends(caller, ours(), {entry, an_entry(2)});

  EXPECT_EQ(stored, (std::vector<wire::Stored>{{1, false}, {2, false}}));
  day.says(caller, wire::Read{ours().id, 1});
  const auto chunk = day.last<wire::Chunk>(caller);
  ASSERT_EQ(sequences(chunk->entries), (Numbers{1, 2}));
  EXPECT_EQ(chunk->entries[0].entry, entry);
  const auto first = crypto::hash(wire::first_link_statement(ours().id));
  const auto second = crypto::hash(
      wire::link_statement(first, 1, EntryKind::edit, entry.id, crypto::hash(entry.sealed)));
  const wire::NewEntry other = an_entry(2);
  EXPECT_EQ(chunk->head.chain,
            crypto::hash(wire::link_statement(second, 2, EntryKind::edit, other.id,
                                              crypto::hash(other.sealed))));
  EXPECT_EQ(chunk->chain, chunk->head.chain);
}

TEST(Core, StoresAnEntryOnceHoweverOftenItIsSent) {
  Afternoon day;
  const CallerId caller = day.member(ours());
  day.appends(caller, ours(), {an_entry(1), an_entry(2)});

  const auto again = day.appends(caller, ours(), {an_entry(2), an_entry(3), an_entry(3)});

  EXPECT_EQ(again, (std::vector<wire::Stored>{{2, true}, {3, false}, {3, true}}));
  EXPECT_EQ(day.last<wire::Appended>(caller)->head.next, 4U);
}

TEST(Core, RefusesOtherBytesUnderAKnownId) {
  Afternoon day;
  const CallerId caller = day.member(ours());
  day.appends(caller, ours(), {an_entry(1)});
  wire::NewEntry forged = an_entry(1);
  forged.sealed[0] ^= std::byte{1};

  day.appends(caller, ours(), {an_entry(2), forged});

  EXPECT_EQ(day.refusal(caller), "id_taken");
  EXPECT_EQ(day.rows.place(ours().id)->head.next, 2U);
}

TEST(Core, AnExactSequenceIsTakenExactly) {
  Afternoon day;
  const CallerId caller = day.member(ours());
  day.appends(caller, ours(), {an_entry(1)});

  day.appends(caller, ours(), {an_entry(2)}, 1);
  EXPECT_EQ(day.refusal(caller), "wrong_sequence");
  EXPECT_EQ(day.appends(caller, ours(), {an_entry(2)}, 2).size(), 1U);
}

TEST(Core, AnExactAppendThatIsRepeatedIsAnsweredLikeTheFirst) {
  Afternoon day;
  const CallerId caller = day.member(ours());
  const wire::NewEntry entry = an_entry(1, 100, EntryKind::membership);
  day.appends(caller, ours(), {entry}, 1);
  day.appends(caller, ours(), {an_entry(2)});

  EXPECT_EQ(day.appends(caller, ours(), {entry}, 1), (std::vector<wire::Stored>{{1, true}}));
}

TEST(Core, MembershipAndSnapshotsNeedAnExactSequence) {
  Afternoon day;
  const CallerId caller = day.member(ours());
  for (const EntryKind kind : {EntryKind::membership, EntryKind::snapshot}) {
    day.appends(caller, ours(), {an_entry(1, 10, kind)});
    EXPECT_EQ(day.refusal(caller), "needs_sequence");
  }
}

TEST(Core, ReadsOnInPagesThatFitAFrame) {
  Afternoon day;
  const CallerId caller = day.member(ours());
  for (std::uint64_t i = 0; i < 10; ++i) {
    day.appends(caller, ours(), {an_entry(i, wire::max_entry)});
  }

  Numbers read;
  std::uint64_t from = 1;
  int pages = 0;
  for (; from < 11; ++pages) {
    day.says(caller, wire::Read{ours().id, from});
    const auto chunk = day.last<wire::Chunk>(caller);
    ASSERT_GT(chunk->next, from);
    from = chunk->next;
    for (const std::uint64_t sequence : sequences(chunk->entries)) read.push_back(sequence);
  }

  EXPECT_EQ(read, (Numbers{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
  EXPECT_EQ(pages, 4);
}

TEST(Core, ReadingBeyondTheEndTellsThatSomethingWasLost) {
  Afternoon day;
  const CallerId caller = day.member(ours());

  day.says(caller, wire::Read{ours().id, 1});
  EXPECT_EQ(day.last<wire::Chunk>(caller)->next, 1U);
  day.says(caller, wire::Read{ours().id, 2});
  EXPECT_EQ(day.refusal(caller), "wrong_sequence");
}

TEST(Core, PlacesDoNotTouchEachOther) {
  Afternoon day;
  const CallerId caller = day.member(ours());
  const CallerId other = day.member(others());
  day.appends(caller, ours(), {an_entry(1)});

  EXPECT_EQ(day.appends(other, others(), {an_entry(1)}),
            (std::vector<wire::Stored>{{1, false}}));
  day.says(other, wire::Read{ours().id, 1});
  EXPECT_EQ(day.refusal(other), "not_allowed");
}

TEST(Core, AFullDiskIsToldAndNothingIsAcknowledged) {
  Afternoon day;
  const CallerId caller = day.member(ours());
  day.store_fails = true;

  EXPECT_TRUE(day.appends(caller, ours(), {an_entry(1)}).empty());
  EXPECT_EQ(day.refusal(caller), "try_later");
  day.store_fails = false;
  EXPECT_EQ(day.appends(caller, ours(), {an_entry(1)}),
            (std::vector<wire::Stored>{{1, false}}));
}

TEST(Core, AcknowledgesOnlyWhatIsKept) {
  Afternoon day;
  const CallerId caller = day.member(ours());
  day.by_hand = true;
  const std::size_t before = day.inbox(caller).size();

  day.says(caller, wire::Append{ours().id, 0, {an_entry(1)}});
  EXPECT_EQ(day.inbox(caller).size(), before);
  day.serve_change();
  EXPECT_TRUE(day.last<wire::Appended>(caller));
}

TEST(Core, KeepsWhatSomebodyWhoHungUpHadSent) {
  Afternoon day;
  const CallerId caller = day.member(ours());
  const CallerId other = day.member(ours());
  day.by_hand = true;
  day.says(caller, wire::Append{ours().id, 0, {an_entry(1)}});
  day.goes(caller);
  day.settle();
  day.by_hand = false;

  EXPECT_EQ(day.appends(other, ours(), {an_entry(1)}), (std::vector<wire::Stored>{{1, true}}));
}

TEST(Core, SaysGoodbyeWhenItStops) {
  Afternoon day;
  const CallerId caller = day.greeted();

  day.carry_out(day.core.stop());

  EXPECT_EQ(day.refusal(caller), "stopping");
  EXPECT_TRUE(day.hung_up(caller));
}

}  // namespace
}  // namespace pairbook::relay
