// Copies of a book, each a device of its own, that take in what the others wrote.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "pairbook/app/keeper.hpp"
#include "pairbook/codec/op_bytes.hpp"
#include "pairbook/domain/apply.hpp"
#include "pairbook/sync/transfer_file.hpp"
#include "pairbook/vault/book_file.hpp"
#include "support/programmes.hpp"

namespace pairbook::app {
namespace {

using testing::IsEmpty;
using testing_support::coordinator_today;

class Copies : public testing::Test {
 protected:
  Copies() {
    const auto code = crypto::RecoveryCode::random(random_);
    auto made = make_book(key_.clone(), {{}, crypto::least_cost}, code, random_);
    file_ = made->keeper.to_file();
  }

  /// Another place in which the book is opened.
  Keeper copy() {
    Keeper keeper = opened(file_);
    EXPECT_TRUE(keeper.become_another_device(random_));
    return keeper;
  }
  Keeper opened(const base::Bytes& file) {
    auto rows = rows_of_file(file);
    auto opening = Opening::with_passphrase(*rows, key_);
    EXPECT_TRUE(opening);
    shown_ = opening->take_start();
    while (!opening->finished()) fold(shown_, *opening->next());
    return opening->take();
  }
  void fold(domain::Programme& programme, const PastChange& past) {
    const domain::Moment then{past.when, coordinator_today().today};
    for (const domain::Op& op : past.ops) domain::apply(programme, op, then);
  }
  domain::Programme programme_of(const Keeper& keeper) {
    domain::Programme programme;
    PastReader reader(keeper);
    while (!*reader.read(keeper, 1'000)) {
    }
    while (!reader.finished()) fold(programme, *reader.next());
    return programme;
  }
  void write(Keeper& keeper, const std::string& name, int minute = 0) {
    domain::Person person;
    person.id = domain::PersonId::random(random_);
    person.name = name;
    domain::Moment moment = coordinator_today();
    moment.when.ms += minute * 60'000LL;
    ASSERT_TRUE(keeper.append(ledger::ChangeId::random(random_),
                              {domain::PeopleAdded{{std::move(person)}}}, moment, random_));
  }
  void vouch(Keeper& keeper) { ASSERT_TRUE(keeper.vouch(coordinator_today(), random_)); }

  base::Bytes file_for_others(const Keeper& keeper) {
    return encode(*sync::pack(keeper.log(0, SIZE_MAX)->entries, keeper.space()));
  }
  sync::Unpacked take(Keeper& keeper, const base::Bytes& file) {
    auto unpacked = *sync::unpack(*sync::decode_transfer(file), keeper.space());
    EXPECT_TRUE(
        keeper.take_in({unpacked.fresh, {}}, coordinator_today().when, random_).has_value());
    return unpacked;
  }
  void snapshot(Keeper& keeper) { ASSERT_TRUE(keeper.snapshot(programme_of(keeper), random_)); }
  static std::vector<std::string> names(const domain::Programme& programme) {
    std::vector<std::string> out;
    for (const auto& [id, person] : programme.people) out.push_back(person.name);
    std::ranges::sort(out);
    return out;
  }
  /// What opening the book's file shows is what its whole past comes to, and nothing is amiss.
  void expect_whole(const Keeper& keeper) {
    const domain::Programme whole = programme_of(keeper);
    const Keeper again = opened(keeper.to_file());
    EXPECT_EQ(shown_, whole);
    const BookCheck check = again.check(shown_, coordinator_today().today);
    EXPECT_THAT(check.findings, IsEmpty());
    EXPECT_EQ(check.unknown_signers, 0U);
    EXPECT_EQ(check.signatures, check.entries);
    EXPECT_EQ(check.ignored, 0U);
  }

  base::SeededRandom random_{11};
  crypto::Key key_ = crypto::Key::random(random_);
  base::Bytes file_;
  domain::Programme shown_;
};

TEST_F(Copies, AgreeWhenEachHasWhatTheOtherWrote) {
  Keeper here = copy();
  Keeper there = copy();
  write(here, "Ada", 1);
  write(there, "Bo", 2);
  write(here, "Cy", 3);

  const auto brought = take(there, file_for_others(here));
  EXPECT_EQ(brought.fresh.size(), 2U);
  EXPECT_EQ(brought.unreadable, 0U);
  const auto back = take(here, file_for_others(there));
  EXPECT_EQ(back.fresh.size(), 1U);
  EXPECT_EQ(back.known, 2U);

  EXPECT_EQ(programme_of(here), programme_of(there));
  EXPECT_EQ(names(programme_of(here)), (std::vector<std::string>{"Ada", "Bo", "Cy"}));
  expect_whole(here);
  expect_whole(there);
}

TEST_F(Copies, BelieveADeviceThatTheBookWasBefore) {
  Keeper first = copy();
  write(first, "Ada");
  file_ = first.to_file();
  Keeper here = copy();
  Keeper there = copy();
  write(there, "Bo");
  const auto brought = take(here, file_for_others(there));
  EXPECT_EQ(brought.fresh.size(), 1U);
  EXPECT_EQ(brought.known, 1U);
  expect_whole(here);
}

TEST_F(Copies, LoseNothingThatBelongsBeforeASnapshot) {
  Keeper here = copy();
  Keeper there = copy();
  write(here, "Cy", 3);
  write(there, "Ada", 1);
  snapshot(here);
  Keeper again = opened(here.to_file());
  take(again, file_for_others(there));

  EXPECT_EQ(names(programme_of(again)), (std::vector<std::string>{"Ada", "Cy"}));
  EXPECT_TRUE(again.snapshot_is_due()) << "so that opening is quick again";
  expect_whole(again);

  // After the next snapshot, and with more that is late.
  snapshot(again);
  EXPECT_FALSE(again.snapshot_is_due());
  expect_whole(again);
  Keeper third = opened(again.to_file());
  write(there, "Bo", 2);
  take(third, file_for_others(there));
  EXPECT_EQ(names(programme_of(third)), (std::vector<std::string>{"Ada", "Bo", "Cy"}));
  expect_whole(third);
}

TEST_F(Copies, LoseNothingThatCameBeforeASnapshotOfTheSameSession) {
  Keeper here = copy();
  Keeper there = copy();
  write(here, "Cy", 3);
  snapshot(here);
  write(there, "Ada", 1);
  take(here, file_for_others(there));
  write(here, "Di", 4);
  snapshot(here);
  expect_whole(here);
  EXPECT_EQ(names(shown_), (std::vector<std::string>{"Ada", "Cy", "Di"}));
}

TEST_F(Copies, LoseNothingThatWaitsForOthersWhenASnapshotIsMade) {
  Keeper here = copy();
  Keeper there = copy();
  write(there, "Ada", 1);
  write(there, "Bo", 2);
  sync::TransferFile file = *sync::decode_transfer(file_for_others(there));
  sync::TransferFile second{file.space, {file.entries.back()}};
  // Its device is vouched for in the first, which is not here.
  EXPECT_EQ(take(here, encode(second)).unreadable, 1U);
  write(here, "Cy", 3);
  snapshot(here);
  EXPECT_EQ(take(here, encode(file)).fresh.size(), 2U);
  expect_whole(here);
  EXPECT_EQ(names(shown_), (std::vector<std::string>{"Ada", "Bo", "Cy"}));
}

TEST_F(Copies, VouchForDevicesOnceAndOnlyWhenThereIsSomethingToVouchFor) {
  Keeper here = copy();
  EXPECT_FALSE(here.vouch(coordinator_today(), random_)->has_value()) << "it wrote nothing";
  write(here, "Ada");
  EXPECT_FALSE(here.vouch(coordinator_today(), random_)->has_value()) << "it has done so";
  EXPECT_EQ(here.members().certificates().size(), 1U);
}

// What this book wrote before it knew of certificates.
TEST_F(Copies, OfABookOfBeforeVouchForWhatItWroteThen) {
  vault::Rows rows = *rows_of_file(file_);
  auto before = vault::Vault::open(rows, 0, key_);
  ledger::Ledger history(before->vault.keyring().spaces().front().id);
  ledger::Writing writing;
  writing.device = before->vault.keyring().device();
  writing.epoch = 1;
  writing.schema = 1;
  writing.now = coordinator_today().when;
  const auto op = codec::encode_op(domain::ProgrammeRenamed{"Of before"});
  vault::Change change;
  change.entries = *history.append(writing, {{op.kind, op.critical, op.payload}},
                                   before->vault.keyring().device_key());
  ASSERT_TRUE(vault::store(rows, *before->vault.commit(change, random_)));
  const base::Bytes old = vault::write_book_file(rows);

  // Somebody opened a copy when the book was still empty.
  Keeper there = copy();
  Keeper here = opened(old);
  EXPECT_EQ(take(there, file_for_others(here)).fresh.size(), 1U) << "the same device";
  file_ = old;
  Keeper moved = copy();
  EXPECT_TRUE(moved.vouch(coordinator_today(), random_)->has_value());
  EXPECT_FALSE(moved.vouch(coordinator_today(), random_)->has_value());
  EXPECT_EQ(moved.members().certificates().size(), 2U);
  EXPECT_EQ(take(there, file_for_others(moved)).unreadable, 0U);
  EXPECT_EQ(programme_of(there).name, "Of before");
  expect_whole(there);
  expect_whole(moved);
}

TEST_F(Copies, KeepHowFarTheyAre) {
  Keeper here = copy();
  const base::Bytes bytes = {std::byte{4}, std::byte{2}};
  ASSERT_TRUE(
      here.take_in({{}, {{"sync/some-relay", bytes}}}, coordinator_today().when, random_));
  const Keeper again = opened(here.to_file());
  const base::BytesView kept = again.sync_record("sync/some-relay");
  EXPECT_EQ(base::Bytes(kept.begin(), kept.end()), bytes);
  EXPECT_TRUE(again.sync_record("sync/other").empty());
}

}  // namespace
}  // namespace pairbook::app
