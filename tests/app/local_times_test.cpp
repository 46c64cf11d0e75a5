#include "pairbook/app/local_times.hpp"

#include <gtest/gtest.h>

namespace pairbook::app {
namespace {

constexpr base::Instant noon_utc{1'795'003'200'000};  // 18 November 2026, 12:00

TEST(LocalTimes, AreUnknownWithoutAShellThatTellsThem) {
  EXPECT_FALSE(LocalTimes{}.at(noon_utc));
  EXPECT_FALSE((LocalTimes{{{{noon_utc.ms + 1}, 60}}}.at(noon_utc)));
}

TEST(LocalTimes, AreAsFarAheadAsTheyWereThen) {
  const LocalTimes times{{{{0}, 120}, {{noon_utc.ms}, 60}}};
  EXPECT_EQ(times.at({noon_utc.ms - 1})->time, "13:59");
  EXPECT_EQ(times.at(noon_utc)->time, "13:00");
}

TEST(LocalTimes, MayBeOnAnotherDay) {
  const base::Date day = LocalTimes{{{{0}, 0}}}.at(noon_utc)->day;
  EXPECT_EQ((LocalTimes{{{{0}, 13 * 60}}}.at(noon_utc)->day), day + base::Days{1});
  const auto west = LocalTimes{{{{-1'000}, -8 * 60}}}.at({5 * 60'000});
  EXPECT_EQ(west->day.iso(), "1969-12-31");
  EXPECT_EQ(west->time, "16:05");
}

}  // namespace
}  // namespace pairbook::app
