#include "pairbook/sync/progress.hpp"

#include <gtest/gtest.h>

namespace pairbook::sync {
namespace {

TEST(Progress, IsReadBackAndRefusedWhereverItIsCut) {
  Progress progress;
  progress.head.next = 300;
  progress.head.chain[0] = std::byte{7};
  progress.sent = 1'000'000;
  const base::Bytes bytes = encode(progress);
  EXPECT_EQ(decode_progress(bytes), progress);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_progress(base::BytesView(bytes).first(size)));
  }
  base::Bytes newer = bytes;
  newer[0] = std::byte{2};
  EXPECT_EQ(decode_progress(newer).error().code, base::Errc::unsupported_version);
}

}  // namespace
}  // namespace pairbook::sync
