#include "pairbook/ledger/version_vector.hpp"

#include <gtest/gtest.h>

#include "some_entries.hpp"

namespace pairbook::ledger {
namespace {

TEST(VersionVector, RemembersTheHighestOfEachDevice) {
  VersionVector seen;
  seen.raise({some_device(2), 5});
  seen.raise({some_device(1), 3});
  seen.raise({some_device(2), 4});
  seen.raise({some_device(3), 0});

  EXPECT_EQ(seen.of(some_device(1)), 3U);
  EXPECT_EQ(seen.of(some_device(2)), 5U);
  EXPECT_EQ(seen.of(some_device(3)), 0U);
  ASSERT_EQ(seen.size(), 2U);
  EXPECT_EQ(seen.dots()[0].device, some_device(1));
}

TEST(VersionVector, CoversWhatItHasSeen) {
  VersionVector seen;
  seen.raise({some_device(1), 3});
  VersionVector more = seen;
  more.raise({some_device(2), 1});

  EXPECT_TRUE(more.covers(seen));
  EXPECT_FALSE(seen.covers(more));
  EXPECT_TRUE(seen.covers(Dot{some_device(1), 3}));
  EXPECT_FALSE(seen.covers(Dot{some_device(1), 4}));
}

TEST(VersionVector, ForgetsADevice) {
  VersionVector seen;
  seen.raise({some_device(1), 3});
  seen.forget(some_device(1));
  EXPECT_EQ(seen, VersionVector{});
}

}  // namespace
}  // namespace pairbook::ledger
