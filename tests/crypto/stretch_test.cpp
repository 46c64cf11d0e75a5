#include "pairbook/crypto/stretch.hpp"

#include <gtest/gtest.h>

namespace pairbook::crypto {
namespace {

using base::Errc;

constexpr Salt some_salt{std::byte{1}, std::byte{2}, std::byte{3}};

TEST(Stretch, GivesTheSameKeyNativelyAndAsWebAssembly) {
  const auto key = stretch(Secret::of("correct horse battery staple"), some_salt, least_cost);
  ASSERT_TRUE(key);
  EXPECT_EQ(base::to_hex(key->bytes()),
            "ffbf6367f0be731813f720c2bb985dfebc8c6278b7c8ccdea12cbc5bf84bc0ca");
}

TEST(Stretch, DependsOnPassphraseAndSalt) {
  const auto a = stretch(Secret::of("one"), some_salt, least_cost);
  const auto b = stretch(Secret::of("two"), some_salt, least_cost);
  const auto c = stretch(Secret::of("one"), Salt{}, least_cost);
  ASSERT_TRUE(a && b && c);
  EXPECT_FALSE(*a == *b);
  EXPECT_FALSE(*a == *c);
}

TEST(Stretch, RefusesAnEmptyAndAnEndlessPassphrase) {
  EXPECT_EQ(stretch(Secret(), some_salt, least_cost).error().code, Errc::invalid_input);
  const std::string endless(1025, 'x');
  EXPECT_EQ(stretch(Secret::of(endless), some_salt, least_cost).error().code, Errc::too_large);
}

TEST(KdfCost, HasAFloorAndACeiling) {
  EXPECT_TRUE(check_cost(least_cost));
  EXPECT_TRUE(check_cost(usual_cost));
  EXPECT_TRUE(check_cost(greatest_cost));
  EXPECT_EQ(check_cost({2, 64 * 1024}).error().code, Errc::invalid_input);
  EXPECT_EQ(check_cost({3, 32 * 1024 - 1}).error().code, Errc::invalid_input);
  EXPECT_EQ(check_cost({11, 64 * 1024}).error().code, Errc::too_large);
  EXPECT_EQ(check_cost({3, 512 * 1024 + 1}).error().code, Errc::too_large);
}

TEST(DearerCost, GoesAsFarAsItMayOnAFastDevice) {
  EXPECT_EQ(dearer_cost(usual_cost, 160), largest_new_cost);
  EXPECT_EQ(dearer_cost(usual_cost, 249), largest_new_cost);
}

TEST(DearerCost, StopsHalfWayWhereTheWholeWouldTakeASecond) {
  EXPECT_EQ(dearer_cost(usual_cost, 250), (KdfCost{3, 128 * 1024}));
  EXPECT_EQ(dearer_cost(usual_cost, 499), (KdfCost{3, 128 * 1024}));
}

TEST(DearerCost, IsNoneOnASlowDevice) {
  EXPECT_EQ(dearer_cost(usual_cost, 500), std::nullopt);
  EXPECT_EQ(dearer_cost(usual_cost, 60'000), std::nullopt);
}

TEST(DearerCost, IsNoneWithoutAClockOrWithOneThatWasSetBack) {
  EXPECT_EQ(dearer_cost(usual_cost, 0), std::nullopt);
  EXPECT_EQ(dearer_cost(usual_cost, -3'600'000), std::nullopt);
}

TEST(DearerCost, IsNoneFromTheLargestOn) {
  EXPECT_EQ(dearer_cost(largest_new_cost, 1), std::nullopt);
}

TEST(Stretch, RefusesACostOutsideTheLimitsBeforeWorking) {
  const KdfCost absurd{4'000'000'000U, 4'000'000'000U};
  EXPECT_EQ(stretch(Secret::of("x"), some_salt, absurd).error().code, Errc::too_large);
}

}  // namespace
}  // namespace pairbook::crypto
