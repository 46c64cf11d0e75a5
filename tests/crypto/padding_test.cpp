#include "pairbook/crypto/padding.hpp"

#include <gtest/gtest.h>

namespace pairbook::crypto {
namespace {

using base::Bytes;

TEST(Padding, IsTakenOffAgain) {
  for (std::size_t size = 0; size < 3000; ++size) {
    const Bytes plain(size, std::byte{0x80});
    const Bytes padded = pad(plain, 256);
    const auto back = unpad(padded, 256);
    ASSERT_TRUE(back) << size;
    EXPECT_EQ(back->size(), size);
  }
}

TEST(Padding, CostsAtMostTwelvePercentAboveItsLeastSize) {
  for (std::size_t size = 256; size < 200'000; size += 7) {
    const std::size_t padded = padded_size(size, 256);
    EXPECT_GE(padded, size);
    EXPECT_LE(padded * 100, size * 112) << size;
  }
}

TEST(Padding, LeavesFewLengthsToTellApart) {
  std::size_t steps = 0;
  for (std::size_t size = 1, last = 0; size <= 65'536; ++size) {
    const std::size_t padded = padded_size(size, 256);
    steps += padded != last ? 1 : 0;
    last = padded;
  }
  EXPECT_EQ(steps, 129U);
}

TEST(Padding, AcceptsOnlyTheOnePaddingOfAText) {
  Bytes padded = pad(Bytes(10, std::byte{1}), 256);
  EXPECT_FALSE(unpad(padded, 512));
  EXPECT_FALSE(unpad(base::BytesView(padded).first(255), 256));
  padded.resize(257);
  EXPECT_FALSE(unpad(padded, 256));
  EXPECT_FALSE(unpad(Bytes(256), 256));
  EXPECT_FALSE(unpad({}, 256));
  padded.resize(256);
  padded[255] = std::byte{3};
  EXPECT_FALSE(unpad(padded, 256));
}

}  // namespace
}  // namespace pairbook::crypto
