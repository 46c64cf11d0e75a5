#include "pairbook/base/bytes.hpp"

#include <gtest/gtest.h>

#include "pairbook/base/id.hpp"

namespace pairbook::base {
namespace {

TEST(Bytes, ReadBackWhatWasWritten) {
  ByteWriter out;
  out.u8(7);
  out.u16(0xBEEF);
  out.u32(0xDEADBEEF);
  out.u64(~0ULL);
  out.i64(-5);
  out.varint(300);
  out.text("Zoë");

  ByteReader in(out.view());
  EXPECT_EQ(in.u8(), 7);
  EXPECT_EQ(in.u16(), 0xBEEF);
  EXPECT_EQ(in.u32(), 0xDEADBEEFU);
  EXPECT_EQ(in.u64(), ~0ULL);
  EXPECT_EQ(in.i64(), -5);
  EXPECT_EQ(in.varint(), 300U);
  EXPECT_EQ(in.text(10), "Zoë");
  EXPECT_TRUE(in.finish());
}

TEST(Bytes, RememberTheFirstErrorAndReadNothingAfterIt) {
  const Bytes two = {std::byte{1}, std::byte{2}};
  ByteReader in(two);

  EXPECT_EQ(in.u32(), 0U);
  EXPECT_EQ(in.u8(), 0);

  ASSERT_FALSE(in.finish());
  EXPECT_EQ(in.finish().error().code, Errc::corrupt);
}

TEST(Bytes, RefuseANumberWrittenLongerThanNeeded) {
  const Bytes padded = {std::byte{0x81}, std::byte{0x00}};
  ByteReader in(padded);

  EXPECT_EQ(in.varint(), 0U);
  EXPECT_FALSE(in.ok());
}

TEST(Bytes, RefuseALengthOverTheLimitBeforeReading) {
  ByteWriter out;
  out.varint(1ULL << 40);
  ByteReader in(out.view());

  EXPECT_TRUE(in.blob(1024).empty());
  EXPECT_EQ(in.finish().error().code, Errc::too_large);
}

TEST(Bytes, RefuseWhatIsLeftOver) {
  const Bytes two = {std::byte{1}, std::byte{2}};
  ByteReader in(two);
  (void)in.u8();

  EXPECT_FALSE(in.finish());
}

TEST(Bytes, RefuseTextThatIsNotUtf8) {
  ByteWriter out;
  out.text("\xFF\xFE");
  ByteReader in(out.view());

  EXPECT_EQ(in.text(10), "");
  EXPECT_FALSE(in.ok());
}

TEST(Ids, SurviveHexadecimal) {
  SeededRandom random(1);
  const auto id = Id<struct AnyTag>::random(random);

  EXPECT_EQ(Id<struct AnyTag>::from_hex(id.hex()), id);
  EXPECT_FALSE(Id<struct AnyTag>::from_hex("abcd"));
}

TEST(SeededRandom, RepeatsItselfAndStaysBelowItsBound) {
  SeededRandom a(42);
  SeededRandom b(42);
  for (int i = 0; i < 1000; ++i) {
    const auto drawn = a.below(7);
    EXPECT_EQ(drawn, b.below(7));
    EXPECT_LT(drawn, 7U);
  }
}

}  // namespace
}  // namespace pairbook::base
