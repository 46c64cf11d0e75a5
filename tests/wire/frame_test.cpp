#include "pairbook/wire/frame.hpp"

#include <gtest/gtest.h>

#include "pairbook/wire/limits.hpp"

namespace pairbook::wire {
namespace {

NewEntry an_entry(std::size_t size, std::uint8_t name = 1) {
  NewEntry entry;
  entry.id.bytes[0] = static_cast<std::byte>(name);
  entry.sealed.assign(size, std::byte{0x55});
  return entry;
}

Append an_append(std::size_t count, std::size_t size) {
  Append append;
  for (std::size_t i = 0; i < count; ++i) append.entries.push_back(an_entry(size));
  return append;
}

base::Errc why(const ClientFrame& frame) {
  const auto read = decode_from_client(encode(frame));
  return read ? base::Errc::cancelled : read.error().code;
}

TEST(Frames, TakeTheLargestEntry) {
  const ClientFrame frame{1, an_append(1, max_entry)};

  const auto read = decode_from_client(encode(frame));

  ASSERT_TRUE(read);
  EXPECT_EQ(*read, frame);
}

TEST(Frames, RefuseALargerEntry) {
  EXPECT_EQ(why({1, an_append(1, max_entry + 1)}), base::Errc::too_large);
}

TEST(Frames, RefuseMoreEntriesThanAreTakenAtOnce) {
  EXPECT_EQ(why({1, an_append(max_append_entries, 1)}), base::Errc::cancelled);
  EXPECT_EQ(why({1, an_append(max_append_entries + 1, 1)}), base::Errc::too_large);
}

TEST(Frames, RefuseMoreBytesThanAreTakenAtOnce) {
  EXPECT_EQ(why({1, an_append(3, max_entry)}), base::Errc::cancelled);
  EXPECT_EQ(why({1, an_append(4, max_entry)}), base::Errc::too_large);
}

TEST(Frames, RefuseAFrameThatIsTooLongBeforeReadingIt) {
  const base::Bytes bytes(max_frame + 1, std::byte{1});

  EXPECT_EQ(decode_from_client(bytes).error().code, base::Errc::too_large);
  EXPECT_EQ(decode_from_relay(bytes).error().code, base::Errc::too_large);
}

TEST(Frames, AFullAppendAndAFullChunkFitAFrame) {
  Append append = an_append(max_append_entries, max_append_bytes / max_append_entries);
  EXPECT_LE(encode(ClientFrame{1, append}).size(), max_frame);

  Chunk chunk;
  chunk.next = chunk.head.next = max_number;
  for (std::uint64_t i = 0; i < max_chunk_entries; ++i) {
    chunk.entries.push_back(
        {max_number - max_chunk_entries + i, an_entry(max_chunk_bytes / max_chunk_entries)});
  }
  const base::Bytes bytes = encode(RelayFrame{1, Event{chunk}});
  EXPECT_LE(bytes.size(), max_frame);
  EXPECT_TRUE(decode_from_relay(bytes));
}

TEST(Frames, OfALaterRelayAreSkippedWhenTheyAreNotices) {
  const base::Bytes notice = *base::from_hex("01c000000000ff");
  const base::Bytes answer = *base::from_hex("014a00000000ff");

  EXPECT_TRUE(may_be_skipped(notice));
  EXPECT_FALSE(may_be_skipped(answer));
  EXPECT_FALSE(may_be_skipped({}));
}

}  // namespace
}  // namespace pairbook::wire
