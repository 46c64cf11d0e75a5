#include "pairbook/ledger/ledger.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "some_entries.hpp"

namespace pairbook::ledger {
namespace {

using base::Errc;

constexpr std::int64_t noon = 1'800'000'000'000;
constexpr std::int64_t ten_years = 315'360'000'000;

TEST(Ledger, KeepsWhatADeviceWroteInThatOrder) {
  Replica a = a_replica(1);
  (void)a.write("one ", noon);
  (void)a.write("two ", noon - 5000);
  (void)a.write("three", noon - ten_years);
  EXPECT_EQ(story(a.ledger), "one two three");
}

TEST(Ledger, PutsWhatWasWrittenApartInOrderOfTheClocks) {
  Replica a = a_replica(1);
  Replica b = a_replica(2);
  const auto late = a.write("late", noon + 1000);
  const auto early = b.write("early ", noon);

  (void)a.take(early, noon);
  (void)b.take(late, noon);

  EXPECT_EQ(story(a.ledger), "early late");
  EXPECT_EQ(story(b.ledger), "early late");
}

TEST(Ledger, BreaksATieOfClocksByDevice) {
  Replica a = a_replica(1);
  Replica b = a_replica(2);
  const auto from_b = b.write("b", noon);
  (void)a.write("a", noon);
  (void)a.take(from_b, noon);
  EXPECT_EQ(story(a.ledger), "ab");
}

TEST(Ledger, LetsNobodyFreezeItWithAClockYearsAhead) {
  Replica wrong = a_replica(1, ten_years);
  Replica right = a_replica(2);
  const auto future = wrong.write("future ", noon);

  const Received received = right.take(future, noon);
  (void)right.write("answer", noon);

  EXPECT_TRUE(received.clock_is_ahead);
  EXPECT_EQ(story(right.ledger), "future answer");
  EXPECT_LT(right.ledger.at(1).entry.clock.ms, static_cast<std::uint64_t>(noon + 1000));
}

TEST(Ledger, TakesAnEntryOnceHoweverOftenItComes) {
  Replica a = a_replica(1);
  Replica b = a_replica(2);
  const auto entry = a.write("once", noon);
  EXPECT_EQ(b.take(entry, noon).receipt, Receipt::added);
  EXPECT_EQ(b.take(entry, noon).receipt, Receipt::duplicate);
  EXPECT_EQ(a.take(entry, noon).receipt, Receipt::duplicate);
  EXPECT_EQ(b.ledger.size(), 1U);
}

TEST(Ledger, HoldsBackWhatItCannotUnderstandYet) {
  Replica a = a_replica(1);
  Replica b = a_replica(2);
  Replica c = a_replica(3);
  const auto question = a.write("question ", noon);
  (void)b.take(question, noon);
  const auto answer = b.write("answer ", noon);
  const auto more = b.write("more", noon);

  EXPECT_EQ(c.take(more, noon).receipt, Receipt::waiting);
  EXPECT_EQ(c.take(answer, noon).receipt, Receipt::waiting);
  EXPECT_EQ(c.take(answer, noon).receipt, Receipt::duplicate);
  EXPECT_EQ(c.ledger.waiting(), 2U);
  const Received received = c.take(question, noon);

  EXPECT_EQ(received.accepted, 3U);
  EXPECT_EQ(c.ledger.waiting(), 0U);
  EXPECT_EQ(story(c.ledger), "question answer more");
}

TEST(Ledger, ShowsWhatWaitsSoThatKeysInItCanBeTaken) {
  Replica a = a_replica(1);
  Replica b = a_replica(2);
  const auto first = a.write("first ", noon);
  const auto second = a.write("second", noon);
  (void)b.take(second, noon);

  ASSERT_EQ(b.ledger.waiting_entries().size(), 1U);
  EXPECT_EQ(*b.ledger.waiting_entries().front(), second);
  (void)b.take(first, noon);
  EXPECT_TRUE(b.ledger.waiting_entries().empty());
}

TEST(Ledger, KnowsWhatItHas) {
  Replica a = a_replica(1);
  Replica b = a_replica(2);
  const auto first = a.write("first ", noon);
  const auto second = a.write("second ", noon);
  const auto third = a.write("third", noon);
  (void)b.take(first, noon);
  (void)b.take(third, noon);

  EXPECT_TRUE(b.ledger.has(first));
  EXPECT_FALSE(b.ledger.has(second));
  EXPECT_TRUE(b.ledger.has(third));  // it waits
  EXPECT_TRUE(Ledger(some_space(), a.ledger.summary()).has(second));
}

TEST(Ledger, IsWrittenBesideAThousandOtherDevices) {
  Replica a = a_replica(1);
  for (unsigned i = 0; i < max_context; ++i) {
    Replica other = a_replica(2);
    other.device.bytes[0] = static_cast<std::byte>(i >> 8);
    other.device.bytes[1] = static_cast<std::byte>(i & 0xFF);
    (void)a.take(other.write("x", noon), noon);
  }
  EXPECT_EQ(a.write("mine", noon).entry.context.size(), max_context);
}

TEST(Ledger, RefusesAnEntryOfAnotherSpace) {
  Replica a = a_replica(1);
  Entry entry = a.write("x", noon).entry;
  entry.space.bytes[0] = std::byte{0};
  Replica b = a_replica(2);
  EXPECT_EQ(b.take(unsigned_entry(entry), noon).receipt, Receipt::refused);
}

TEST(Ledger, SharesALargeChangeOutOverAFewEntries) {
  base::SeededRandom random(1);
  const auto key = crypto::SigningKey::from_seed(crypto::Key::random(random));
  Ledger ledger(some_space());
  Writing writing;
  writing.device = device_id(key.public_key());
  writing.now = {noon};
  std::vector<OpBytes> ops;
  for (unsigned i = 0; i < 1000; ++i) ops.push_back({i, false, base::Bytes(200)});

  const auto entries = ledger.append(writing, ops, key);

  ASSERT_TRUE(entries);
  EXPECT_EQ(entries->size(), 4U);
  EXPECT_EQ(ledger.size(), 4U);
  std::vector<OpBytes> back;
  for (const SignedEntry& entry : *entries) {
    EXPECT_TRUE(is_signed_by(entry, key.public_key()));
    back.insert(back.end(), entry.entry.ops.begin(), entry.entry.ops.end());
  }
  EXPECT_EQ(back, ops);
}

TEST(Ledger, RefusesAChangeThatIsEmptyOrTooLargeOrInAnothersName) {
  base::SeededRandom random(1);
  const auto key = crypto::SigningKey::from_seed(crypto::Key::random(random));
  Ledger ledger(some_space());
  Writing writing;
  writing.device = device_id(key.public_key());

  EXPECT_EQ(ledger.append(writing, {}, key).error().code, Errc::invalid_input);
  EXPECT_EQ(ledger.append(writing, {{1, false, base::Bytes(70'000)}}, key).error().code,
            Errc::too_large);
  writing.device = some_device(1);
  EXPECT_EQ(ledger.append(writing, {some_op(1, "x")}, key).error().code, Errc::wrong_key);
  EXPECT_EQ(ledger.size(), 0U);
}

TEST(Ledger, GoesOnAfterASnapshotAsIfItHadNeverStopped) {
  Replica a = a_replica(1);
  (void)a.write("one", noon);
  const auto two = a.write("two", noon);
  Replica again = a_replica(1);
  again.ledger = Ledger(some_space(), a.ledger.summary());

  const auto three = again.write("three", noon);

  EXPECT_EQ(three.entry.seq, 3U);
  EXPECT_EQ(three.entry.previous, two.hash);
  EXPECT_GT(three.entry.clock, two.entry.clock);
  EXPECT_EQ(again.take(two, noon).receipt, Receipt::duplicate);
  EXPECT_EQ(a.take(three, noon).receipt, Receipt::added);
}

TEST(Ledger, SaysWhenAnEntryBelongsBeforeItsSnapshot) {
  Replica a = a_replica(1);
  Replica b = a_replica(2);
  (void)a.write("one", noon);
  const auto apart = b.write("apart", noon);
  Ledger after(some_space(), a.ledger.summary());
  EXPECT_EQ(after.receive(apart, {noon}).receipt, Receipt::needs_history);
}

TEST(Ledger, CountsTheLowerHashWhenADeviceForksItsChain) {
  Replica a = a_replica(1);
  const auto root = a.write("root ", noon);
  Replica twin = a_replica(1);
  (void)twin.take(root, noon);
  const auto left = a.write("left", noon);
  const auto right = twin.write("right", noon);
  const auto& lower = left.hash < right.hash ? left : right;

  EXPECT_EQ(a.take(right, noon).receipt, Receipt::forked);
  EXPECT_EQ(twin.take(left, noon).receipt, Receipt::forked);

  EXPECT_EQ(story(a.ledger), story(twin.ledger));
  EXPECT_EQ(a.ledger.at(1).hash, lower.hash);
  ASSERT_EQ(a.ledger.held().size(), 1U);
  EXPECT_NE(a.ledger.held().front()->hash, lower.hash);
}

TEST(Ledger, CountsTheLowerHashAtEachForkHoweverManyAndWheneverTheyCome) {
  Replica a = a_replica(1);
  const auto root = a.write("root ", noon);
  std::vector<SignedEntry> branches;
  for (const char* word : {"x", "y", "z"}) {
    Replica copy = a_replica(1);
    (void)copy.take(root, noon);
    branches.push_back(copy.write(word, noon));
    branches.push_back(copy.write(word, noon));
  }
  std::vector<std::size_t> arrival = {0, 1, 2, 3, 4, 5};
  const std::size_t lowest =
      2 * static_cast<std::size_t>(
              std::min({std::pair(branches[0].hash, 0), std::pair(branches[2].hash, 1),
                        std::pair(branches[4].hash, 2)})
                  .second);
  do {
    Ledger ledger(some_space());
    (void)ledger.receive(root, {noon});
    for (const std::size_t at : arrival) (void)ledger.receive(branches[at], {noon});
    ASSERT_EQ(ledger.size(), 3U);
    EXPECT_EQ(ledger.at(1).hash, branches[lowest].hash);
    EXPECT_EQ(ledger.at(2).hash, branches[lowest + 1].hash);
    EXPECT_EQ(ledger.held().size(), 4U);
  } while (std::ranges::next_permutation(arrival).found);
}

}  // namespace
}  // namespace pairbook::ledger
