#include "pairbook/app/keeper.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "file_records.hpp"
#include "pairbook/codec/op_bytes.hpp"
#include "pairbook/domain/apply.hpp"
#include "pairbook/vault/book_file.hpp"
#include "support/programmes.hpp"

namespace pairbook::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing_support::coordinator_today;

constexpr FilePlace here = {std::byte{1}};
constexpr FilePlace there = {std::byte{2}};

/// A book in a file, opened and closed at will. Its key was never stretched.
class Filed {
 public:
  Filed() {
    const auto code = crypto::RecoveryCode::random(random);
    auto made = make_book(key_.clone(), {{}, crypto::least_cost}, code, random);
    file_ = made->keeper.to_file();
  }
  /// One change, written where the file lies: as the terminal does.
  void writes(const FilePlace& place, const std::string& name) {
    Keeper keeper = opens();
    ASSERT_TRUE(keeper.begin_in_file(place, random));
    const std::vector<domain::Op> ops = {domain::ProgrammeRenamed{name}};
    for (const domain::Op& op : ops) domain::apply(shown, op, coordinator_today());
    ASSERT_TRUE(
        keeper.append(ledger::ChangeId::random(random), ops, coordinator_today(), random));
    ASSERT_TRUE(keeper.settle_in_file(place, random));
    file_ = keeper.to_file();
  }
  /// As the browser does: it is another device from opening on, and saves to a file again.
  void goes_through_the_browser() {
    Keeper keeper = opens();
    ASSERT_TRUE(keeper.become_another_device(random));
    file_ = keeper.to_file();
  }
  /// Entries that no keeper would write.
  void forges(const std::function<void(const vault::Vault&, vault::Change&)>& forge) {
    vault::Rows rows = *rows_of_file(file_);
    const auto header = vault::read_header(rows);
    auto opened = vault::Vault::open(rows, 0, key_);
    vault::Change change;
    forge(opened->vault, change);
    const auto commit = opened->vault.commit(change, random);
    ASSERT_TRUE(commit);
    ASSERT_TRUE(vault::store(rows, *commit));
    file_ = vault::write_book_file(rows);
  }
  [[nodiscard]] Keeper opens() const {
    auto rows = rows_of_file(file_);
    auto opening = Opening::with_passphrase(*rows, key_);
    EXPECT_TRUE(opening);
    return opening->take();
  }
  [[nodiscard]] base::Result<PastChange> first_change() const {
    auto rows = rows_of_file(file_);
    auto opening = Opening::with_passphrase(*rows, key_);
    if (!opening) return base::pass_on(opening);
    return opening->next();
  }
  [[nodiscard]] BookCheck check() const {
    return opens().check(shown, coordinator_today().today);
  }
  [[nodiscard]] std::vector<FindingKind> findings() const {
    std::vector<FindingKind> kinds;
    for (const Finding& finding : check().findings) kinds.push_back(finding.kind);
    return kinds;
  }

  base::SeededRandom random{7};
  domain::Programme shown;

 private:
  crypto::Key key_ = crypto::Key::random(random);
  base::Bytes file_;
};

ledger::Entry an_entry(const vault::Vault& vault, std::uint64_t seq) {
  ledger::Entry entry;
  entry.space = vault.keyring().spaces().front().id;
  entry.epoch = 1;
  entry.device = vault.keyring().device();
  entry.seq = seq;
  entry.schema = 1;
  const auto op = codec::encode_op(domain::ProgrammeRenamed{"Forged"});
  entry.ops = {{op.kind, op.critical, op.payload}};
  return entry;
}

TEST(BookInAFile, IsOneDeviceHoweverOftenItIsWritten) {
  Filed book;
  for (const char* name : {"One", "Two", "Three"}) book.writes(here, name);

  EXPECT_EQ(book.check().devices, 1U);
  EXPECT_EQ(book.check().entries, 3U);
}

TEST(BookInAFile, BecomesAnotherDeviceOnceWhenItIsACopy) {
  Filed book;
  book.writes(here, "One");
  for (const char* name : {"Two", "Three", "Four"}) book.writes(there, name);

  EXPECT_EQ(book.check().devices, 2U);
}

TEST(BookInAFile, BecomesAnotherDeviceAfterTheBrowserHadIt) {
  Filed book;
  book.writes(here, "One");
  book.goes_through_the_browser();
  book.writes(here, "Two");  // put back over the file that it was: the same place

  EXPECT_EQ(book.check().devices, 2U);
  EXPECT_THAT(book.findings(), IsEmpty());
}

TEST(BookInAFile, LetsSignaturesOfDevicesItWasBeChecked) {
  Filed book;
  book.writes(here, "One");
  book.writes(there, "Two");
  book.goes_through_the_browser();
  book.writes(here, "Three");

  const BookCheck check = book.check();

  EXPECT_EQ(check.signatures, 3U);
  EXPECT_EQ(check.unknown_signers, 0U);
  EXPECT_THAT(check.findings, IsEmpty());
}

TEST(Book, OpensWithAChangeFromANewerPairbookUnlessItIsCritical) {
  for (const bool critical : {false, true}) {
    Filed book;
    book.forges([&](const vault::Vault& vault, vault::Change& change) {
      ledger::Entry entry = an_entry(vault, 1);
      entry.ops = {{40'000, critical, {std::byte{7}}}};
      change.entries = {*ledger::sign(entry, vault.keyring().device_key())};
    });
    const auto past = book.first_change();
    EXPECT_EQ(past.has_value(), !critical);
    if (!past) {
      EXPECT_EQ(past.error().code, base::Errc::unsupported_version);
    }
  }
}

TEST(BookCheck, FindsASignatureOfSomebodyElse) {
  Filed book;
  book.forges([&](const vault::Vault& vault, vault::Change& change) {
    auto entry = ledger::sign(an_entry(vault, 1), vault.keyring().device_key());
    entry->signature[5] ^= std::byte{1};
    change.entries = {*entry};
  });
  book.shown.name = "Forged";

  EXPECT_THAT(book.findings(), ElementsAre(FindingKind::signature_wrong));
  EXPECT_EQ(book.check().signatures, 0U);
}

TEST(BookCheck, CountsASignatureThatNobodyCanCheck) {
  Filed book;
  book.forges([&](const vault::Vault& vault, vault::Change& change) {
    const auto stranger = crypto::SigningKey::from_seed(crypto::Key::random(book.random));
    ledger::Entry entry = an_entry(vault, 1);
    entry.device = ledger::device_id(stranger.public_key());
    change.entries = {*ledger::sign(entry, stranger)};
  });
  book.shown.name = "Forged";

  EXPECT_EQ(book.check().unknown_signers, 1U);
  EXPECT_THAT(book.findings(), IsEmpty());
}

TEST(BookCheck, FindsAGapInAChain) {
  Filed book;
  book.writes(here, "One");
  book.forges([](const vault::Vault& vault, vault::Change& change) {
    ledger::Entry entry = an_entry(vault, 3);
    entry.previous[0] = std::byte{9};
    change.entries = {*ledger::sign(entry, vault.keyring().device_key())};
  });

  EXPECT_THAT(book.findings(), ElementsAre(FindingKind::chain_broken, FindingKind::cut_off));
}

TEST(BookCheck, FindsAnEntryThatFollowsFromAnother) {
  Filed book;
  book.writes(here, "One");
  book.forges([](const vault::Vault& vault, vault::Change& change) {
    ledger::Entry entry = an_entry(vault, 2);
    entry.previous[0] = std::byte{9};
    change.entries = {*ledger::sign(entry, vault.keyring().device_key())};
  });

  EXPECT_THAT(book.findings(), testing::Contains(FindingKind::chain_broken));
}

TEST(BookCheck, FindsABranchThatDoesNotCount) {
  Filed book;
  book.writes(here, "One");
  book.forges([](const vault::Vault& vault, vault::Change& change) {
    change.entries = {*ledger::sign(an_entry(vault, 1), vault.keyring().device_key())};
  });

  EXPECT_THAT(book.findings(), testing::Contains(FindingKind::forked));
  EXPECT_THAT(book.findings(), testing::Not(testing::Contains(FindingKind::chain_broken)));
}

TEST(BookCheck, FindsThatTheBookShowsSomethingElse) {
  Filed book;
  book.writes(here, "One");
  book.shown.name = "Another";

  EXPECT_THAT(book.findings(), ElementsAre(FindingKind::other_result));
}

TEST(FileRecords, ReadBackAsWritten) {
  Home home;
  home.device.bytes[3] = std::byte{4};
  home.place = there;
  const FormerDevices devices = {{{std::byte{1}}}, {{std::byte{2}}}};

  EXPECT_EQ(decode_home(encode(home)), home);
  EXPECT_EQ(decode_devices(encode(devices)), devices);
  EXPECT_EQ(decode_devices(encode(FormerDevices{})), FormerDevices{});
}

TEST(FileRecords, RefuseWhatIsNotOne) {
  base::Bytes home = encode(Home{});
  base::Bytes devices = encode(FormerDevices{{{std::byte{1}}}, {{std::byte{2}}}});
  const auto code_of = [](const auto& result) { return result.error().code; };

  home.push_back({});
  EXPECT_EQ(code_of(decode_home(home)), base::Errc::corrupt);
  home.resize(home.size() - 2);
  EXPECT_EQ(code_of(decode_home(home)), base::Errc::corrupt);
  home[0] = std::byte{2};
  EXPECT_EQ(code_of(decode_home(home)), base::Errc::unsupported_version);
  std::swap_ranges(devices.begin() + 2, devices.begin() + 34, devices.begin() + 34);
  EXPECT_EQ(code_of(decode_devices(devices)), base::Errc::corrupt);
  const base::Bytes too_many = {std::byte{1}, std::byte{0xFF}, std::byte{0xFF}, std::byte{3}};
  EXPECT_FALSE(decode_devices(too_many));
  EXPECT_EQ(code_of(decode_devices({})), base::Errc::corrupt);
}

}  // namespace
}  // namespace pairbook::app
