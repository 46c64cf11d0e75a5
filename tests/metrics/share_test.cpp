#include "pairbook/metrics/share.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "pairbook/base/random.hpp"

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

Ratings ratings_of(const std::vector<int>& values) {
  Ratings out;
  for (const int value : values) {
    ++out.count;
    out.twice += 2 * value;
    out.squares += 4 * value * value;
  }
  return out;
}

TEST(RatingInterval, OfOneIsUnknown) {
  EXPECT_FALSE(rating_interval({}).known);
  EXPECT_FALSE(rating_interval(ratings_of({4})).known);
  EXPECT_TRUE(rating_interval(ratings_of({4, 4})).known);
}

// Worked out by hand. With one more of 1 to 5 (sum 3, squares 11), divided by n + 1:
//  5 5 5 5 5: mean 28/6, squares 136/6, spread 8/9; sqrt(8/9/5) 0.42164, t(4) 2.77645: 1.17066
//  3 4 4 5 2 4 3 5: sum 30, squares 120; mean 33/9, spread 131/9 - 121/9 = 10/9;
//    sqrt(10/9/8) 0.37268, t(7) 2.36462: 0.88125
TEST(RatingInterval, IsStudentsWithOneMoreThatIsSpread) {
  const MeanInterval fives = rating_interval(ratings_of({5, 5, 5, 5, 5}));
  EXPECT_NEAR(double(fives.low), 1000 * (28.0 / 6 - 1.17066), 2);
  EXPECT_EQ(fives.high, 5000) << "nobody can say more";
  const MeanInterval mixed = rating_interval(ratings_of({3, 4, 4, 5, 2, 4, 3, 5}));
  EXPECT_NEAR(double(mixed.low), 1000 * (33.0 / 9 - 0.88125), 2);
  EXPECT_NEAR(double(mixed.high), 1000 * (33.0 / 9 + 0.88125), 2);
  EXPECT_LE(mixed.low, 2785) << "outward";
  EXPECT_GE(mixed.high, 4548);
}

TEST(RatingInterval, HoldsTheMeanItself) {
  for (int n = 2; n <= 24; ++n) {
    for (int fives = 0; fives <= n; ++fives) {
      std::vector<int> values(static_cast<std::size_t>(n), 1);
      std::fill(values.begin(), values.begin() + fives, 5);
      const MeanInterval found = rating_interval(ratings_of(values));
      const double mean = 1 + 4.0 * fives / n;
      ASSERT_LE(double(found.low), 1000 * mean) << fives << " of " << n;
      ASSERT_GE(double(found.high), 1000 * mean) << fives << " of " << n;
      ASSERT_LT(found.low, found.high);
    }
  }
}

TEST(RatingInterval, OfManyIsNarrowAndDoesNotOverflow) {
  const std::int64_t many = 4'000'000;
  const MeanInterval found = rating_interval({2 * many, 12 * many, 104 * many});  // 1 and 5
  EXPECT_LT(found.low, 3000);
  EXPECT_GT(found.low, 2980);
  EXPECT_GT(found.high, 3000);
  EXPECT_LT(found.high, 3020);
}

/// How many in 1000 of the intervals of `n` draws hold the mean of what is drawn from.
int held(const std::array<std::uint64_t, 5>& in_100, int n, std::uint64_t seed) {
  constexpr int samples = 2000;
  base::SeededRandom random(seed);
  std::int64_t truth = 0;  // in hundredths
  for (std::size_t i = 0; i < 5; ++i) truth += static_cast<std::int64_t>((i + 1) * in_100[i]);
  int count = 0;
  for (int sample = 0; sample < samples; ++sample) {
    std::vector<int> values;
    for (int i = 0; i < n; ++i) {
      std::uint64_t at = random.below(100);
      int value = 1;
      for (std::size_t k = 0; at >= in_100[k]; ++k, ++value) at -= in_100[k];
      values.push_back(value);
    }
    const MeanInterval found = rating_interval(ratings_of(values));
    if (found.low <= truth * 10 && truth * 10 <= found.high) ++count;
  }
  return count * 1000 / samples;
}

TEST(RatingInterval, HoldsTheTruthNineteenTimesInTwenty) {
  const std::array<std::uint64_t, 5> flat = {20, 20, 20, 20, 20},
                                     middling = {5, 15, 40, 30, 10},
                                     content = {2, 5, 13, 40, 40}, torn = {30, 0, 0, 0, 70};
  std::uint64_t seed = 20261123;
  for (const auto& [drawn, fewest] :
       {std::pair{flat, 6}, {middling, 12}, {content, 20}, {torn, 30}}) {
    for (int n = fewest; n <= 60; n = n * 3 / 2) {
      SCOPED_TRACE(testing::Message() << "seed " << seed << ", of " << n);
      const int in_1000 = held(drawn, n, seed++);
      EXPECT_GE(in_1000, 930);
      EXPECT_LE(in_1000, 980);
    }
  }
}

TEST(RatingInterval, IsNeverTooSureOfTheContent) {
  // Student's own misses every third time with the first of these and five ratings.
  std::uint64_t seed = 7;
  for (const std::array<std::uint64_t, 5>& drawn :
       {std::array<std::uint64_t, 5>{0, 0, 2, 18, 80}, {5, 0, 5, 20, 70}, {0, 0, 10, 80, 10}}) {
    for (const int n : {5, 6, 8, 12, 20, 40, 80}) {
      SCOPED_TRACE(testing::Message() << "seed " << seed << ", of " << n);
      EXPECT_GE(held(drawn, n, seed++), 930);
    }
  }
}

}  // namespace
}  // namespace pairbook::metrics
