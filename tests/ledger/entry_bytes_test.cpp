#include <gtest/gtest.h>

#include "pairbook/ledger/entry.hpp"
#include "some_entries.hpp"

namespace pairbook::ledger {
namespace {

using base::Bytes;
using base::Errc;

Entry a_full_entry() {
  Entry entry;
  entry.space = some_space();
  entry.epoch = 3;
  entry.device = some_device(2);
  entry.seq = 300;
  entry.previous.fill(std::byte{7});
  entry.context.raise({some_device(1), 12});
  entry.context.raise({some_device(9), 1});
  entry.clock = {1'800'000'000'123, 5};
  entry.schema = 4;
  entry.change.bytes.fill(std::byte{8});
  entry.seen_head = SeenHead{77, {}};
  entry.ops = {some_op(1, "first"), {70'000, true, {}}};
  return entry;
}

Errc code_of(const Bytes& bytes) {
  const auto entry = decode_entry(bytes);
  EXPECT_FALSE(entry);
  return entry ? Errc::cancelled : entry.error().code;
}

TEST(EntryBytes, AreReadBack) {
  const Entry entry = a_full_entry();
  const auto read = decode_entry(encode(entry));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, entry);
}

TEST(EntryBytes, AreReadBackAtTheEdges) {
  Entry entry;
  entry.ops = {{0xFFFF'FFFF, false, {}}};
  entry.clock = {greatest_ms, 0xFFFF};
  const auto read = decode_entry(encode(entry));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, entry);
}

TEST(EntryBytes, AreRefusedWhereverTheyAreCut) {
  const Bytes whole = encode(a_full_entry());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(decode_entry(base::BytesView(whole).first(size))) << size;
  }
}

TEST(EntryBytes, AreRefusedWithAnythingAfterThem) {
  Bytes bytes = encode(a_full_entry());
  bytes.push_back(std::byte{0});
  EXPECT_EQ(code_of(bytes), Errc::corrupt);
}

TEST(EntryBytes, SayThatTheyComeFromANewerVersion) {
  Bytes bytes = encode(a_full_entry());
  bytes[0] = std::byte{2};
  EXPECT_EQ(code_of(bytes), Errc::unsupported_version);
  bytes[0] = std::byte{0};
  EXPECT_EQ(code_of(bytes), Errc::corrupt);
}

TEST(EntryBytes, HaveOneFormOnly) {
  // Whatever single byte is changed: either it is refused, or it is what would be written.
  const Bytes whole = encode(a_full_entry());
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (unsigned value = 0; value < 256; ++value) {
      Bytes changed = whole;
      changed[at] = static_cast<std::byte>(value);
      const auto read = decode_entry(changed);
      if (!read) continue;
      ASSERT_EQ(encode(*read), changed) << "byte " << at << " = " << value;
    }
  }
}

TEST(EntryBytes, RefuseADeviceInItsOwnContext) {
  Entry entry = a_full_entry();
  entry.context.raise({entry.device, 3});
  EXPECT_EQ(code_of(encode(entry)), Errc::corrupt);
}

TEST(EntryBytes, RefuseAFirstEntryWithAPredecessorAndALaterOneWithout) {
  Entry entry = a_full_entry();
  entry.seq = 1;
  EXPECT_EQ(code_of(encode(entry)), Errc::corrupt);
  entry.seq = 2;
  entry.previous = {};
  EXPECT_EQ(code_of(encode(entry)), Errc::corrupt);
}

TEST(EntryBytes, RefuseAnEntryWithoutOps) {
  Entry entry = a_full_entry();
  entry.ops.clear();
  EXPECT_EQ(code_of(encode(entry)), Errc::corrupt);
}

TEST(EntryBytes, RefuseMoreThanTheLimits) {
  Entry entry = a_full_entry();
  entry.ops = {{1, false, Bytes(max_entry_body)}};
  EXPECT_EQ(code_of(encode(entry)), Errc::too_large);

  entry = a_full_entry();
  for (unsigned i = 0; i <= max_context; ++i) {
    DeviceId device;
    device.bytes[0] = static_cast<std::byte>(i >> 8);
    device.bytes[1] = static_cast<std::byte>(i);
    entry.context.raise({device, 1});
  }
  EXPECT_EQ(code_of(encode(entry)), Errc::too_large);
}

}  // namespace
}  // namespace pairbook::ledger
