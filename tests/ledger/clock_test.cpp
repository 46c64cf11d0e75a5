#include "pairbook/ledger/clock.hpp"

#include <gtest/gtest.h>

namespace pairbook::ledger {
namespace {

constexpr std::int64_t ten_years_ms = 315'360'000'000;
constexpr base::Instant noon{1'800'000'000'000};

TEST(HybridClock, NeverStandsStill) {
  HybridClock clock;
  HybridTime last = clock.tick(noon);
  for (int i = 0; i < 70'000; ++i) {
    const HybridTime next = clock.tick(noon);
    ASSERT_GT(next, last);
    last = next;
  }
}

TEST(HybridClock, FollowsAnotherClockThatIsALittleAhead) {
  HybridClock clock;
  EXPECT_TRUE(clock.observe({1'800'000'600'000, 7}, noon));
  EXPECT_EQ(clock.tick(noon), (HybridTime{1'800'000'600'000, 8}));
}

TEST(HybridClock, DoesNotFollowAClockThatIsFarAhead) {
  HybridClock clock;
  const HybridTime years_ahead{static_cast<std::uint64_t>(noon.ms + ten_years_ms), 0};
  EXPECT_FALSE(clock.observe(years_ahead, noon));
  EXPECT_EQ(clock.tick(noon), (HybridTime{static_cast<std::uint64_t>(noon.ms), 0}));
}

TEST(HybridClock, GivesATimeUnderEveryWallClock) {
  for (const std::int64_t wall : {INT64_MIN, std::int64_t{-1}, std::int64_t{0}, INT64_MAX}) {
    HybridClock clock;
    const HybridTime first = clock.tick({wall});
    EXPECT_LE(first.ms, greatest_ms);
    EXPECT_GE(clock.tick({wall}), first);
  }
}

TEST(HybridClock, ReturnsWhenAWrongClockIsSetRight) {
  HybridClock clock;
  (void)clock.tick({noon.ms + ten_years_ms});
  EXPECT_EQ(clock.tick(noon).ms, static_cast<std::uint64_t>(noon.ms));
}

TEST(HybridClock, EndsWhereItsBitsEnd) {
  HybridClock clock(HybridTime{greatest_ms, 0xFFFF});
  EXPECT_EQ(clock.tick({INT64_MAX}), (HybridTime{greatest_ms, 0xFFFF}));
}

}  // namespace
}  // namespace pairbook::ledger
