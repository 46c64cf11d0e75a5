#include "pairbook/metrics/share.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace pairbook::metrics {
namespace {

TEST(Permille, OfNobodyIsNothing) {
  EXPECT_EQ(permille({0, 0}), 0);
}

TEST(Permille, RoundsHalvesUpwards) {
  EXPECT_EQ(permille({1, 3}), 333);
  EXPECT_EQ(permille({2, 3}), 667);
  EXPECT_EQ(permille({1, 2000}), 1);
  EXPECT_EQ(permille({5, 5}), 1000);
}

TEST(ShareInterval, KnowsNothingOfNobody) {
  EXPECT_EQ(share_interval(0, 0), (Interval{0, 1000}));
}

// Source of the figures: the formula of Wilson 1927 with z = 1.96, worked out by hand.
TEST(ShareInterval, IsWilsons) {
  EXPECT_EQ(share_interval(5, 10), (Interval{236, 764}));  // 0.2366 to 0.7634
  EXPECT_EQ(share_interval(0, 10), (Interval{0, 278}));    // 0 to 0.2775
  EXPECT_EQ(share_interval(10, 10), (Interval{722, 1000}));
  EXPECT_EQ(share_interval(81, 263), (Interval{255, 367}));  // 0.2553 to 0.3662
}

TEST(ShareInterval, EqualsTheFormulaRoundedOutwardsForEverySmallShare) {
  const double z2 = 3.8416;
  for (int n = 1; n <= 300; ++n) {
    for (int k = 0; k <= n; ++k) {
      const double p = double(k) / n, mid = (p + z2 / (2.0 * n)) / (1 + z2 / n);
      const double half = std::sqrt(z2 * (p * (1 - p) / n + z2 / (4.0 * n * n))) / (1 + z2 / n);
      const Interval found = share_interval(k, n);
      const double low = 1000 * (mid - half), high = 1000 * (mid + half);
      ASSERT_LE(found.low_permille, low + 1e-6) << k << " of " << n;
      ASSERT_GT(found.low_permille, low - 1 - 1e-6) << k << " of " << n;
      ASSERT_GE(found.high_permille, high - 1e-6) << k << " of " << n;
      ASSERT_LT(found.high_permille, high + 1 + 1e-6) << k << " of " << n;
    }
  }
}

TEST(ShareInterval, OfManyIsNarrowAndDoesNotOverflow) {
  EXPECT_EQ(share_interval(1'500'000, 3'000'000), (Interval{499, 501}));
  EXPECT_EQ(share_interval(1, 3'000'000), (Interval{0, 1}));
  EXPECT_EQ(share_interval(4'000'000'000'000, 8'000'000'000'000), (Interval{499, 501}));
}

TEST(ShareInterval, OfNobodyInManyMirrorsEverybody) {
  for (int n = 1; n <= 60; ++n) {
    for (int k = 0; k <= n; ++k) {
      const Interval one = share_interval(k, n), other = share_interval(n - k, n);
      ASSERT_EQ(one.low_permille, 1000 - other.high_permille) << k << " of " << n;
    }
  }
}

// Newcombe 1998, table II: 56/70 against 48/80 is 0.0524 to 0.3339; 9/10 against 3/10, 0.1705
// to 0.8090.
TEST(ShareDifference, IsNewcombesAndNeverSurer) {
  const Interval ad = share_difference({56, 70}, {48, 80});
  EXPECT_LE(ad.low_permille, 52);
  EXPECT_GE(ad.low_permille, 50);
  EXPECT_GE(ad.high_permille, 334);
  EXPECT_LE(ad.high_permille, 337);
  const Interval few = share_difference({9, 10}, {3, 10});
  EXPECT_LE(few.low_permille, 170);
  EXPECT_GE(few.low_permille, 168);
  EXPECT_GE(few.high_permille, 809);
  EXPECT_LE(few.high_permille, 812);
}

TEST(ShareDifference, KnowsNothingWhenASideIsEmpty) {
  EXPECT_EQ(share_difference({3, 4}, {0, 0}), (Interval{-1000, 1000}));
}

TEST(ShareDifference, ChangesItsSignWithTheOrder) {
  const Interval one = share_difference({7, 9}, {2, 11}),
                 other = share_difference({2, 11}, {7, 9});
  EXPECT_EQ(one.low_permille, -other.high_permille);
  EXPECT_EQ(one.high_permille, -other.low_permille);
}

TEST(MeanDifference, IsUnknownForOneValue) {
  const std::vector<int> one = {4}, two = {3, 5};
  EXPECT_FALSE(mean_difference(one, two).known);
  EXPECT_FALSE(mean_difference(two, {}).known);
  EXPECT_TRUE(mean_difference(two, two).known);
}

// Means 5 and 3, variances 1 and 1 of three each: error sqrt(2/3), t with 2 degrees 4.3027.
TEST(MeanDifference, IsWelchsWithTheSmallerSidesFreedom) {
  const std::vector<int> high = {4, 5, 6}, low = {2, 3, 4};
  const MeanInterval found = mean_difference(high, low);
  EXPECT_NEAR(double(found.low), 2000 - 3513.1, 6);
  EXPECT_NEAR(double(found.high), 2000 + 3513.1, 6);
  EXPECT_LE(found.low, 2000 - 3513);
  EXPECT_GE(found.high, 2000 + 3513);
}

TEST(MeanDifference, TakesValuesBelowZero) {
  const std::vector<int> low = {-5, -4, -4, -6}, high = {5, 4, 4, 6};
  const MeanInterval found = mean_difference(low, high), back = mean_difference(high, low);
  EXPECT_LT(found.high, 0);
  EXPECT_EQ(found.low, -back.high);
  EXPECT_EQ(found.high, -back.low);
}

TEST(MeanDifference, OfEqualValuesIsExact) {
  const std::vector<int> seven(20, 7), four(9, 4);
  EXPECT_EQ(mean_difference(seven, four), (MeanInterval{true, 3000, 3000}));
}

TEST(MeanDifference, OfTheLargestValuesDoesNotOverflow) {
  std::vector<int> wide(200'000);
  for (std::size_t i = 0; i < wide.size(); ++i) wide[i] = i % 2 == 0 ? 1'000'000 : -1'000'000;
  const std::vector<int> few = {1'000'000, -1'000'000};
  const MeanInterval many = mean_difference(wide, wide), two = mean_difference(few, few);
  EXPECT_NEAR(double(many.high), 1980 * std::sqrt(2e12 / 2e5), 1e5);
  EXPECT_GT(two.high, 1'000'000'000);
}

}  // namespace
}  // namespace pairbook::metrics
