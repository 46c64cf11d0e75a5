#include "pairbook/sync/transfer_file.hpp"

#include "support/flipped_bits.hpp"
#include "support/vector_file.hpp"
#include "sync/some_talk.hpp"

namespace pairbook::sync {
namespace {

using base::Bytes;
using base::BytesView;
using base::Errc;

/// Two books of one space: one that wrote, one that the file is for.
struct Two {
  SomeTalk here;
  Somebody other{here};

  Two() { here.devices.add_own(other.key.public_key()); }
  TransferFile file() {
    return *pack({other.write("one"), other.write("two"), other.write("three")}, here.space);
  }
  void store(const Unpacked& unpacked) {
    for (const auto& entry : unpacked.fresh) {
      static_cast<void>(here.ledger.receive(entry, here.now));
    }
  }
};

TEST(TransferFile, BringsEntriesFromOneBookToAnother) {
  Two two;
  const auto read = decode_transfer(encode(two.file()));
  ASSERT_TRUE(read);
  const auto unpacked = unpack(*read, two.here.space);
  ASSERT_TRUE(unpacked);
  EXPECT_EQ(unpacked->fresh.size(), 3U);
  two.store(*unpacked);
  EXPECT_EQ(two.here.ledger.size(), 3U);
  EXPECT_EQ(two.here.ledger.waiting(), 0U);
}

TEST(TransferFile, ChangesNothingTheSecondTime) {
  Two two;
  const TransferFile file = two.file();
  two.store(*unpack(file, two.here.space));
  const auto again = unpack(file, two.here.space);
  EXPECT_TRUE(again->fresh.empty());
  EXPECT_EQ(again->known, 3U);
}

TEST(TransferFile, CountsAnEntryOnceThatItHoldsTwice) {
  Two two;
  TransferFile file = two.file();
  file.entries.push_back(file.entries.front());
  const auto unpacked = unpack(file, two.here.space);
  EXPECT_EQ(unpacked->fresh.size(), 3U);
  EXPECT_EQ(unpacked->known, 1U);
}

TEST(TransferFile, CountsWhatCannotBeReadYetAndWhatNeverCan) {
  Two two;
  TransferFile file = two.file();
  two.here.devices = {};
  file.entries.push_back(Bytes(100));
  const auto unpacked = unpack(file, two.here.space);
  EXPECT_EQ(unpacked->unreadable, 3U);
  EXPECT_EQ(unpacked->damaged, 1U);
}

TEST(TransferFile, IsReadAsAWholeWhenOnlyItsEndSaysWhoseItIs) {
  SomeTalk here;
  const crypto::SigningKey person = here.keyring.person_key();
  here.devices.trust(person.public_key());
  Somebody before(here);
  Somebody after(here, 7);
  const auto says = [&](const Somebody& of) {
    return to_op(DeviceCertificate::make(person, of.key.public_key()));
  };
  const auto file = pack(
      {before.write("first"), after.write("second", {says(after), says(before)})}, here.space);
  const auto unpacked = unpack(*file, here.space);
  EXPECT_EQ(unpacked->fresh.size(), 2U);
  EXPECT_EQ(unpacked->unreadable, 0U);
}

TEST(TransferFile, IsRefusedByAnotherSpace) {
  Two two;
  TransferFile file = two.file();
  file.space.bytes[0] ^= std::byte{1};
  EXPECT_EQ(unpack(file, two.here.space).error().code, Errc::not_found);
}

TEST(TransferFile, NoticesWhereverItIsCutShort) {
  Two two;
  const Bytes bytes = encode(two.file());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ASSERT_FALSE(decode_transfer(BytesView(bytes).first(size))) << size;
  }
}

TEST(TransferFile, NoticesEveryFlippedBit) {
  Two two;
  Bytes bytes = encode(two.file());
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    const std::byte mask = std::byte{1} << (bit % 8);
    bytes[bit / 8] ^= mask;
    ASSERT_FALSE(decode_transfer(bytes)) << bit;
    bytes[bit / 8] ^= mask;
  }
}

TEST(TransferFile, OfALargeEntryNoticesAnyFlippedBit) {
  Two two;
  const std::string text(ledger::max_entry_body - 200, 't');
  Bytes bytes = encode(*pack({two.other.write(text)}, two.here.space));
  const Bytes before = bytes;
  // The beginning of the file and of the entry in it; the entry's tag and the file's hash.
  const testing_support::Ends ends{6 + 1 + 16 + 1 + 3 + 48, 16 + 32};

  const auto flipped =
      testing_support::flip_bits(bytes, ends, [&] { return !decode_transfer(bytes); });

  EXPECT_EQ(flipped.unnoticed, std::vector<std::size_t>{});
  EXPECT_GT(flipped.tried, 60'000U);
  EXPECT_EQ(bytes, before);
  EXPECT_EQ(unpack(*decode_transfer(bytes), two.here.space)->fresh.size(), 1U);
}

// Whoever changes a file on purpose makes its hash anew; the entry in it notices all the same.
TEST(TransferFile, WithAHashMadeAnewBringsNothingOfADamagedEntry) {
  Two two;
  TransferFile file = two.file();
  file.entries.resize(1);
  std::size_t unreadable = 0;
  const auto flipped = testing_support::flip_bits(file.entries[0], {SIZE_MAX, 0}, [&] {
    const auto read = decode_transfer(encode(file));
    const auto unpacked = unpack(*read, two.here.space);
    unreadable += unpacked->unreadable;
    return unpacked->fresh.empty() && unpacked->unreadable + unpacked->damaged == 1;
  });
  EXPECT_EQ(flipped.unnoticed, std::vector<std::size_t>{});
  EXPECT_EQ(flipped.tried, 8 * file.entries[0].size());
  EXPECT_EQ(unreadable, flipped.tried - 8 * 4) << "all but those of the magic letters";
}

std::string_view name_of(Errc code) {
  return code == Errc::corrupt               ? "corrupt"
         : code == Errc::unsupported_version ? "unsupported_version"
         : code == Errc::too_large           ? "too_large"
                                             : "other";
}

TEST(TransferVectors, AreReadAndWrittenAsEver) {
  const auto vectors = testing_support::read_vectors("sync/transfer.txt");
  ASSERT_GE(vectors.size(), 12U);
  for (const auto& vector : vectors) {
    const auto hex = vector.find("file");
    const auto bytes = base::from_hex(hex == vector.end() ? "" : hex->second);
    ASSERT_TRUE(bytes);
    const auto file = decode_transfer(*bytes);
    if (vector.at("expect") == "good") {
      ASSERT_TRUE(file) << vector.at("comment");
      EXPECT_EQ(encode(*file), *bytes) << vector.at("comment");
    } else {
      ASSERT_FALSE(file) << vector.at("comment");
      EXPECT_EQ(name_of(file.error().code), vector.at("expect")) << vector.at("comment");
    }
  }
}

}  // namespace
}  // namespace pairbook::sync
