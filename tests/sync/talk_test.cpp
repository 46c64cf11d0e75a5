#include "pairbook/sync/talk.hpp"

#include "sync/some_talk.hpp"

namespace pairbook::sync {
namespace {

using wire::ErrorCode;

constexpr std::int64_t minute = 60'000;

TEST(Talk, ProvesBothDoorsAndSubscribesFromWhereItIs) {
  SomeTalk some;
  some.greet();
  EXPECT_EQ(some.count<wire::Prove>(), 2U);
  EXPECT_EQ(some.talk.status().standing, Standing::connecting);
  some.open_doors();
  ASSERT_NE(some.last<wire::Subscribe>(), nullptr);
  EXPECT_EQ(some.last<wire::Subscribe>()->from, 1U);
  EXPECT_GE(some.last<wire::Credit>()->bytes, 256U * 1024);
  some.answer<wire::Subscribe>(some.a_place());
  EXPECT_EQ(some.talk.status().standing, Standing::up_to_date);
}

TEST(Talk, SignsItsProofsForThisRelayAndThisConnection) {
  SomeTalk some;
  some.greet();
  const auto& hello = *some.last<wire::Hello>();
  const auto& proof = *some.last<wire::Prove>();
  const auto statement =
      wire::prove_statement({"wss://relay.example", wire::Nonce{}, hello.nonce}, proof);
  EXPECT_TRUE(crypto::verify({proof.key}, statement, proof.signature));
  EXPECT_EQ(proof.key, some.space.keys().write.public_key().bytes);
}

TEST(Talk, MakesThePlaceThatTheRelayDoesNotKnow) {
  SomeTalk some;
  some.greet();
  some.refuse_doors(ErrorCode::unknown_place);
  ASSERT_EQ(some.count<wire::Create>(), 1U);
  EXPECT_EQ(some.last<wire::Create>()->doors, *some.space.keys().doors());
  some.answer<wire::Create>(some.a_place());
  EXPECT_EQ(some.count<wire::Prove>(), 4U);
}

TEST(Talk, SaysWhenOnlySomebodyElseCanMakeThePlace) {
  SomeTalk some(false);
  some.greet();
  some.refuse_doors(ErrorCode::unknown_place);
  EXPECT_EQ(some.count<wire::Create>(), 0U);
  EXPECT_EQ(some.talk.status().trouble, Trouble::no_place);
  EXPECT_EQ(some.talk.status().standing, Standing::offline);
}

TEST(Talk, SaysWhenTheKeysOpenNothingAnyMore) {
  SomeTalk some;
  some.greet();
  some.refuse_doors(ErrorCode::bad_proof);
  EXPECT_EQ(some.talk.status().trouble, Trouble::locked_out);
}

TEST(Talk, DoesNotReadOnlyHalfWithAnOldKey) {
  SomeTalk some;
  some.greet();
  for (const std::uint32_t request : {2U, 3U}) {
    some.says(request, wire::Place{some.place(), wire::Scope::membership, 2, 1, some.head, 0});
  }
  EXPECT_EQ(some.count<wire::Subscribe>(), 0U);
  EXPECT_EQ(some.talk.status().trouble, Trouble::locked_out);
}

TEST(Talk, SendsWhatWasWrittenAndKnowsWhenItIsOnTheRelay) {
  SomeTalk some;
  some.write("offline");
  EXPECT_EQ(some.talk.status().to_send, 1U);
  some.go_live();
  some.write("online");
  ASSERT_EQ(some.count<wire::Append>(), 1U);
  EXPECT_FALSE(some.talk.status().is_on_relay());
  some.acknowledge();
  ASSERT_EQ(some.count<wire::Append>(), 2U);
  some.acknowledge();
  EXPECT_EQ(some.talk.status().to_send, 0U);
}

TEST(Talk, CountsAsSentForGoodOnlyWhatItHasReadBack) {
  SomeTalk some;
  some.go_live();
  some.write("mine");
  const wire::NewEntry mine = some.last<wire::Append>()->entries.front();
  const wire::Head before = some.head;
  some.acknowledge();
  some.pass(21'000);
  EXPECT_EQ(some.talk.progress().sent, 0U);
  some.head = before;
  some.sends(mine);
  some.pass(21'000);
  EXPECT_EQ(some.talk.progress(), (Progress{some.head, 1}));
}

TEST(Talk, SendsTheSameBytesAgainAfterALostAnswer) {
  SomeTalk some;
  some.go_live();
  some.write("mine");
  const auto first = some.last<wire::Append>()->entries;
  some.carry_out(some.talk.disconnected(some.now));
  some.sent.clear();
  some.go_live();
  ASSERT_NE(some.last<wire::Append>(), nullptr);
  EXPECT_EQ(some.last<wire::Append>()->entries, first);
}

TEST(Talk, KeepsWhatOthersWroteAndHowFarItIsInOneGo) {
  SomeTalk some;
  Somebody other(some);
  some.devices.add_own(other.key.public_key());
  some.go_live();
  some.sends(some.sealed(other.write("theirs")));
  ASSERT_EQ(some.keeps.size(), 1U);
  EXPECT_EQ(some.keeps[0].entries.size(), 1U);
  EXPECT_EQ(some.talk.progress(), (Progress{some.head, 1}));
  EXPECT_EQ(some.count<wire::Append>(), 0U);  // it came from there
}

TEST(Talk, IsNotPastWhatIsNotStoredYet) {
  SomeTalk some;
  some.keeps_at_once = false;
  Somebody other(some);
  some.devices.add_own(other.key.public_key());
  some.go_live();
  some.sends(some.sealed(other.write("one")));
  some.sends(some.sealed(other.write("two")));
  EXPECT_EQ(some.keeps.size(), 1U);
  EXPECT_EQ(some.talk.progress().head.next, 1U);
  EXPECT_EQ(some.talk.status().standing, Standing::behind);
  some.kept();
  some.kept();
  EXPECT_EQ(some.talk.progress().head.next, 3U);
  EXPECT_EQ(some.talk.status().standing, Standing::up_to_date);
}

TEST(Talk, TriesAgainToKeepWhatTheStorageDidNotTake) {
  SomeTalk some;
  some.keeps_at_once = false;
  Somebody other(some);
  some.devices.add_own(other.key.public_key());
  some.go_live();
  some.sends(some.sealed(other.write("one")));
  some.carry_out(some.talk.could_not_keep(some.now));
  EXPECT_EQ(some.talk.status().trouble, Trouble::cannot_save);
  some.pass(6000);
  ASSERT_EQ(some.keeps.size(), 2U);
  some.kept();
  EXPECT_EQ(some.talk.status().trouble, Trouble::none);
  EXPECT_EQ(some.log.size(), 1U);
}

TEST(Talk, SetsAsideWhatItCannotReadYetAndReadsItAgain) {
  SomeTalk some;
  Somebody other(some);
  some.go_live();
  const wire::NewEntry entry = some.sealed(other.write("theirs"));
  some.sends(entry);
  EXPECT_EQ(some.talk.status().set_aside, 1U);
  EXPECT_EQ(some.talk.progress().head.next, 1U);

  some.devices.add_own(other.key.public_key());
  some.carry_out(some.talk.keys_changed(some.now));
  some.sent.clear();
  some.go_live();
  EXPECT_EQ(some.last<wire::Subscribe>()->from, 1U);
  some.head = Progress::none(some.id).head;
  some.sends(entry);
  EXPECT_EQ(some.log.size(), 1U);
  EXPECT_EQ(some.talk.status().set_aside, 0U);
}

TEST(Talk, PassesOverWhatWillNeverOpen) {
  SomeTalk some;
  some.go_live();
  some.sends({wire::EntryKind::edit, {}, base::Bytes(100)});
  EXPECT_EQ(some.talk.status().damaged, 1U);
  EXPECT_EQ(some.talk.status().standing, Standing::up_to_date);
}

TEST(Talk, ReadsWhatItSetAsideWhenAnEntrySaysWhoseItIs) {
  SomeTalk some;
  const crypto::SigningKey person = some.keyring.person_key();
  some.devices.trust(person.public_key());
  Somebody before(some);
  Somebody after(some, 7);
  const auto says = [&](const Somebody& of) {
    return to_op(DeviceCertificate::make(person, of.key.public_key()));
  };
  some.go_live();
  const wire::NewEntry first = some.sealed(before.write("theirs"));
  some.sends(first);
  EXPECT_EQ(some.talk.status().set_aside, 1U);
  // The device that came after it vouches for both.
  const wire::NewEntry second = some.sealed(after.write("later", {says(after), says(before)}));
  some.sends(second);
  EXPECT_EQ(some.log.size(), 1U);
  some.sent.clear();
  some.go_live();
  EXPECT_EQ(some.last<wire::Subscribe>()->from, 1U);
  some.head = Progress::none(some.id).head;
  some.sends(first);
  some.sends(second);
  EXPECT_EQ(some.log.size(), 2U);
  EXPECT_EQ(some.talk.status().set_aside, 0U);
}

TEST(Talk, KeepsHowFarItHasComeWhenItIsStopped) {
  SomeTalk some;
  some.write("mine");
  some.go_live();
  some.sends(some.sealed(some.log[0]));
  EXPECT_TRUE(some.keeps.empty()) << "there is time";
  some.carry_out(some.talk.stop(some.now));
  ASSERT_EQ(some.keeps.size(), 1U);
  EXPECT_EQ(some.keeps[0].progress.head.next, 2U);
  EXPECT_TRUE(some.keeps[0].entries.empty());
}

TEST(Talk, DoesNotBelieveTheWordOfAStranger) {
  SomeTalk some;
  Somebody other(some);
  const auto person = crypto::SigningKey::from_seed(crypto::Key::random(some.random));
  some.go_live();
  some.sends(some.sealed(
      other.write("theirs", {to_op(DeviceCertificate::make(person, other.key.public_key()))})));
  EXPECT_TRUE(some.log.empty());
  EXPECT_EQ(some.talk.status().set_aside, 1U);
}

TEST(Talk, BelievesNobodyWhoSignsInAnothersName) {
  SomeTalk some;
  Somebody other(some);
  some.devices.add_own(other.key.public_key());
  some.go_live();
  ledger::SignedEntry forged = other.write("forged");
  forged.signature[0] ^= std::byte{1};
  some.sends(some.sealed(forged));
  EXPECT_TRUE(some.log.empty());
  EXPECT_EQ(some.talk.status().damaged, 1U);
}

TEST(Talk, NoticesThatItsBookIsACopy) {
  SomeTalk some;
  SomeTalk same;  // the same seed, so the same device
  same.write("written by the original");
  some.go_live();
  some.sends(same.sealed(same.log.front()));
  EXPECT_EQ(some.talk.status().trouble, Trouble::is_a_copy);
  EXPECT_EQ(some.log.size(), 1U);
}

TEST(Talk, ReadsAndSendsAllAnewWhenTheRelayHasLess) {
  SomeTalk some;
  Somebody other(some);
  some.devices.add_own(other.key.public_key());
  some.go_live();
  some.sends(some.sealed(other.write("one")));
  some.carry_out(some.talk.disconnected(some.now));
  some.sent.clear();
  some.head = Progress::none(some.id).head;
  some.greet();
  some.open_doors();
  EXPECT_EQ(some.last<wire::Subscribe>()->from, 2U);
  some.answer<wire::Subscribe>(wire::Refused{ErrorCode::wrong_sequence, 0, {}});
  EXPECT_EQ(some.last<wire::Subscribe>()->from, 1U);
  some.answer<wire::Subscribe>(some.a_place());
  ASSERT_EQ(some.count<wire::Append>(), 1U);
  EXPECT_EQ(some.last<wire::Append>()->entries.front(), some.sealed(some.log.front()));
}

TEST(Talk, ReadsAnewWhenTheChainTellsAnotherStory) {
  SomeTalk some;
  Somebody other(some);
  some.devices.add_own(other.key.public_key());
  some.go_live();
  some.sends(some.sealed(other.write("one")));
  some.head.chain[0] ^= std::byte{1};
  some.sends(some.sealed(other.write("two")));
  EXPECT_EQ(some.log.size(), 1U);
  EXPECT_EQ(some.last<wire::Subscribe>()->from, 1U);
}

TEST(Talk, MakesOtherBytesWhenItsNameWasTaken) {
  SomeTalk some;
  some.go_live();
  some.write("mine");
  const wire::EntryId first = some.last<wire::Append>()->entries.front().id;
  some.answer<wire::Append>(wire::Refused{ErrorCode::id_taken, 0, {}});
  ASSERT_EQ(some.count<wire::Append>(), 2U);
  EXPECT_NE(some.last<wire::Append>()->entries.front().id, first);
}

TEST(Talk, SendsLessAtATimeWhenItWasTooMuch) {
  SomeTalk some;
  for (int i = 0; i < 10; ++i) some.write(std::to_string(i));
  some.go_live();
  EXPECT_EQ(some.last<wire::Append>()->entries.size(), 10U);
  for (int i = 0; i < 4; ++i) {
    some.answer<wire::Append>(wire::Refused{ErrorCode::too_large, 0, {}});
  }
  EXPECT_EQ(some.last<wire::Append>()->entries.size(), 4U);
}

TEST(Talk, WaitsAsLongAsItIsToldTo) {
  SomeTalk some;
  some.go_live();
  some.write("mine");
  some.answer<wire::Append>(wire::Refused{ErrorCode::slow_down, 9000, {}});
  some.pass(8000);
  EXPECT_EQ(some.count<wire::Append>(), 1U);
  EXPECT_LE(*some.talk.wakes_in(), 1000);
  some.pass(1001);
  EXPECT_EQ(some.count<wire::Append>(), 2U);
}

TEST(Talk, SaysThatThePlaceIsFullUntilThereIsRoom) {
  SomeTalk some;
  some.go_live();
  some.write("mine");
  some.answer<wire::Append>(wire::Refused{ErrorCode::place_full, 0, {}});
  EXPECT_EQ(some.talk.status().trouble, Trouble::place_full);
  EXPECT_EQ(some.talk.status().standing, Standing::up_to_date);
  for (int i = 0; i < 30 && some.count<wire::Append>() == 1; ++i) {
    some.pass(minute / 2);
    if (some.count<wire::Read>() > 0) {
      some.answer<wire::Read>(
          wire::Chunk{some.place(), some.head.next, some.head.chain, some.head, {}});
    }
  }
  ASSERT_EQ(some.count<wire::Append>(), 2U);
  some.acknowledge();
  EXPECT_EQ(some.talk.status().trouble, Trouble::none);
}

TEST(Talk, ComesBackLaterAndLaterButAtLeastEveryFiveMinutes) {
  SomeTalk some;
  some.carry_out(some.talk.start(some.now));
  std::int64_t longest = 0;
  for (int i = 0; i < 20; ++i) {
    some.carry_out(some.talk.disconnected(some.now));
    const std::int64_t wait = *some.talk.wakes_in();
    EXPECT_LE(wait, 5 * minute);
    longest = std::max(longest, wait);
    some.pass(wait);
  }
  EXPECT_GE(longest, 5 * minute / 2);
  EXPECT_EQ(some.connects, 21U);
}

TEST(Talk, GivesUpAConnectionOnWhichNobodyAnswers) {
  SomeTalk some;
  some.go_live();
  some.pass(46'000);
  ASSERT_EQ(some.count<wire::Read>(), 1U);
  some.pass(31'000);
  EXPECT_EQ(some.hang_ups, 1U);
  EXPECT_EQ(some.talk.status().standing, Standing::offline);
}

TEST(Talk, IsNotConfusedByAClockThatJumps) {
  SomeTalk some;
  some.carry_out(some.talk.start(some.now));
  some.carry_out(some.talk.disconnected(some.now));
  some.now.ms -= 315'360'000'000;
  some.carry_out(some.talk.passed(some.now));
  EXPECT_EQ(some.connects, 1U);
  some.pass(1000);
  EXPECT_EQ(some.connects, 2U);
}

TEST(Talk, SaysWhenTheAddressIsWrong) {
  SomeTalk some;
  some.carry_out(some.talk.start(some.now));
  some.carry_out(some.talk.connected(some.now));
  some.answer<wire::Hello>(wire::Refused{ErrorCode::wrong_origin, 0, {}});
  EXPECT_EQ(some.talk.status().trouble, Trouble::wrong_address);
  EXPECT_GE(*some.talk.wakes_in(), 10 * minute);
}

TEST(Talk, GivesBackTheCreditThatEventsTook) {
  SomeTalk some;
  Somebody other(some);
  some.devices.add_own(other.key.public_key());
  some.go_live();
  const auto granted = some.last<wire::Credit>()->bytes;
  for (int i = 0; i < 20; ++i) some.sends(some.sealed(other.write(std::string(20'000, 'x'))));
  std::uint64_t back = 0;
  for (const auto& frame : some.sent) {
    if (const auto* credit = std::get_if<wire::Credit>(&frame.body)) back += credit->bytes;
  }
  EXPECT_GE(back - granted, 20U * 20'000 - 128 * 1024);
}

TEST(Talk, ComesAgainWithItsKeysWhenTheDoorsWereChanged) {
  SomeTalk some;
  some.go_live();
  some.says(0, wire::Changed{some.place(), 2, wire::Scope::membership});
  EXPECT_EQ(some.hang_ups, 1U);
  EXPECT_EQ(some.talk.status().standing, Standing::offline);
}

TEST(Talk, PassesOverNoticesOfLaterRelays) {
  SomeTalk some;
  some.go_live();
  base::ByteWriter notice;
  notice.u8(1);
  notice.u8(0xC7);
  notice.u32(0);
  notice.u64(42);
  some.carry_out(some.talk.received(notice.view(), some.now));
  EXPECT_EQ(some.talk.status().standing, Standing::up_to_date);
}

}  // namespace
}  // namespace pairbook::sync
