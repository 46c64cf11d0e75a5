#include "pairbook/base/time.hpp"

#include <gtest/gtest.h>

namespace pairbook::base {
namespace {

TEST(Date, CountsFromTheEpoch) {
  EXPECT_EQ(Date::of(1970, 1, 1).days, 0);
  EXPECT_EQ(Date::of(2000, 3, 1).days, 11017);
  EXPECT_EQ(Date::of(2026, 11, 22) - Date::of(2026, 2, 28), Days{267});
}

TEST(Date, EveryDayOfFourCenturiesSurvivesTheCalendar) {
  for (int days = -200000; days < 200000; ++days) {
    const Date::Civil c = Date{days}.civil();
    ASSERT_EQ(Date::of(c.year, c.month, c.day).days, days);
  }
}

TEST(Date, ReadsWhatItWrites) {
  EXPECT_EQ(Date::of(2024, 2, 29).iso(), "2024-02-29");
  EXPECT_EQ(Date::from_iso("2024-02-29"), Date::of(2024, 2, 29));
}

TEST(Date, RefusesDaysThatAreNotInTheCalendar) {
  EXPECT_FALSE(Date::from_iso("2023-02-29"));
  EXPECT_FALSE(Date::from_iso("2023-13-01"));
  EXPECT_FALSE(Date::from_iso("22.11.2026"));
}

}  // namespace
}  // namespace pairbook::base
