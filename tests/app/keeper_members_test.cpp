// Two persons, each with a book and a passphrase of their own, in one space.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "pairbook/app/keeper.hpp"
#include "pairbook/app/open_invitations.hpp"
#include "pairbook/domain/apply.hpp"
#include "pairbook/sync/progress.hpp"
#include "pairbook/sync/transfer_file.hpp"
#include "support/programmes.hpp"

namespace pairbook::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing_support::coordinator_today;

class TwoBooks : public testing::Test {
 protected:
  Keeper new_book() {
    const auto code = crypto::RecoveryCode::random(random_);
    return std::move(make_book(key_.clone(), {{}, crypto::least_cost}, code, random_)->keeper);
  }
  Keeper reopened(const Keeper& keeper) {
    auto rows = rows_of_file(keeper.to_file());
    auto opening = Opening::with_passphrase(*rows, key_);
    EXPECT_TRUE(opening);
    while (!opening->finished()) static_cast<void>(opening->next());
    return opening->take();
  }
  void write(Keeper& keeper, const std::string& name) {
    domain::Person person;
    person.id = domain::PersonId::random(random_);
    person.name = name;
    ASSERT_TRUE(keeper.append(ledger::ChangeId::random(random_),
                              {domain::PeopleAdded{{std::move(person)}}}, coordinator_today(),
                              random_));
  }
  static std::vector<std::string> names(const Keeper& keeper) {
    domain::Programme programme;
    PastReader reader(keeper);
    while (!*reader.read(keeper, SIZE_MAX)) {
    }
    while (!reader.finished()) {
      const auto past = reader.next();
      for (const domain::Op& op : past->ops)
        domain::apply(programme, op, {past->when, coordinator_today().today});
    }
    std::vector<std::string> out;
    for (const auto& [id, person] : programme.people) out.push_back(person.name);
    std::ranges::sort(out);
    return out;
  }
  /// By a file from one to the other.
  sync::Unpacked bring(const Keeper& from, Keeper& to) {
    const auto file = encode(*sync::pack(from.log(0, SIZE_MAX)->entries, from.space()));
    auto unpacked = *sync::unpack(*sync::decode_transfer(file), to.space());
    EXPECT_TRUE(to.take_in({unpacked.fresh, {}}, coordinator_today().when, random_));
    return unpacked;
  }
  sync::Admission admission_of(const Keeper& keeper, sync::Part part) {
    return {{}, keeper.person_key().public_key(), "Bo Chen", part, sync::Verified::by_link, {}};
  }
  void let_in(Keeper& by, Keeper& whom, sync::Part part = sync::Part::works_along) {
    ASSERT_TRUE(by.let_in(admission_of(whom, part), coordinator_today(), random_));
    auto welcome = by.welcome_for(part, "Harbour", "wss://relay.example");
    ASSERT_TRUE(welcome);
    // As it travels.
    ASSERT_TRUE(whom.enter(*sync::decode_welcome(encode(*welcome)), random_));
  }

  base::SeededRandom random_{19};
  crypto::Key key_ = crypto::Key::random(random_);
};

TEST_F(TwoBooks, AgreeOnceOneLetTheOtherIn) {
  Keeper anas = new_book(), bos = new_book();
  write(anas, "Ada");
  let_in(anas, bos);
  EXPECT_EQ(bring(anas, bos).unreadable, 0U);
  EXPECT_THAT(names(bos), ElementsAre("Ada"));
  write(bos, "Cy");
  ASSERT_TRUE(bos.call_oneself("Bo Chen, Leeds", coordinator_today(), random_));
  const auto back = bring(bos, anas);
  EXPECT_EQ(back.unreadable, 0U);
  EXPECT_EQ(back.damaged, 0U);
  EXPECT_THAT(names(anas), ElementsAre("Ada", "Cy"));
  const auto& members = anas.members().membership();
  ASSERT_EQ(members.members().size(), 2U);
  EXPECT_EQ(members.find(bos.person_key().public_key())->name, "Bo Chen, Leeds");
  EXPECT_EQ(members.members(), bos.members().membership().members());
}

TEST_F(TwoBooks, AreTheSameAfterOpeningAgain) {
  Keeper anas = new_book(), bos = new_book();
  write(anas, "Ada");
  let_in(anas, bos);
  bring(anas, bos);
  write(bos, "Cy");
  Keeper again = reopened(bos);
  EXPECT_EQ(again.space().id(), anas.space().id());
  EXPECT_EQ(again.members().membership().founder(), anas.person_key().public_key());
  EXPECT_EQ(base::text_of(again.sync_record(sync::relay_record)), "wss://relay.example");
  Keeper hers = reopened(anas);
  bring(again, hers);
  EXPECT_THAT(names(hers), ElementsAre("Ada", "Cy"));
  EXPECT_EQ(hers.members().membership().members().size(), 2U);
}

TEST_F(TwoBooks, AStrangersEntriesWaitUntilSomebodyLetsThemIn) {
  Keeper anas = new_book(), bos = new_book();
  write(anas, "Ada");
  // Somebody gave Bo the keys, and told nobody.
  ASSERT_TRUE(bos.enter(*anas.welcome_for(sync::Part::works_along, "", "wss://relay.example"),
                        random_));
  bring(anas, bos);
  write(bos, "Cy");
  EXPECT_EQ(bring(bos, anas).unreadable, 1U);
  EXPECT_THAT(names(anas), ElementsAre("Ada"));
  ASSERT_TRUE(
      anas.let_in(admission_of(bos, sync::Part::works_along), coordinator_today(), random_));
  EXPECT_EQ(bring(bos, anas).unreadable, 0U);
  EXPECT_THAT(names(anas), ElementsAre("Ada", "Cy"));
}

TEST_F(TwoBooks, OnlyWhoLeadsLetsOthersIn) {
  Keeper anas = new_book(), bos = new_book(), cys = new_book();
  write(anas, "Ada");
  let_in(anas, bos);
  bring(anas, bos);
  EXPECT_EQ(bos.let_in(admission_of(cys, sync::Part::works_along), coordinator_today(), random_)
                .error()
                .code,
            base::Errc::not_permitted);
  EXPECT_EQ(anas.let_in(admission_of(bos, sync::Part::leads), coordinator_today(), random_)
                .error()
                .code,
            base::Errc::conflict);
  // Who works along gets no key that makes a place at a relay.
  EXPECT_FALSE(bos.space().keys().admin);
  let_in(anas, cys, sync::Part::leads);
  EXPECT_TRUE(cys.space().keys().admin);
  bring(anas, cys);
  Keeper dis = new_book();
  let_in(cys, dis);
  bring(cys, anas);
  EXPECT_EQ(anas.members().membership().members().size(), 4U);
}

TEST_F(TwoBooks, ABookWithSomethingInItDoesNotEnterAnother) {
  Keeper anas = new_book(), bos = new_book();
  write(anas, "Ada");
  write(bos, "Cy");
  EXPECT_EQ(bos.enter(*anas.welcome_for(sync::Part::leads, "", "wss://relay.example"), random_)
                .error()
                .code,
            base::Errc::conflict);
  EXPECT_THAT(names(bos), ElementsAre("Cy"));
}

TEST_F(TwoBooks, RecordsOfInvitationsAreReadAsWritten) {
  sync::Invitation invitation;
  random_.fill(invitation.secret);
  invitation.expires = {1'900'000'000'000};
  invitation.relay = "wss://relay.example";
  const std::vector<OpenInvitation> open{{invitation, "Bo"}, {invitation, "Cy"}};
  EXPECT_EQ(*decode_invitations(encode(open)), open);
  const Joining joining{invitation, "Bo Chen"};
  EXPECT_EQ(*decode_joining(encode(joining)), joining);
  const base::Bytes one = encode(open), other = encode(joining);
  for (std::size_t size = 0; size < one.size(); ++size)
    EXPECT_FALSE(decode_invitations(base::BytesView(one).first(size))) << size;
  for (std::size_t size = 0; size < other.size(); ++size)
    EXPECT_FALSE(decode_joining(base::BytesView(other).first(size))) << size;
}

}  // namespace
}  // namespace pairbook::app
