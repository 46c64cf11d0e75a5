#include "pairbook/matching/fair_floor.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "random_assignment.hpp"

namespace pairbook::matching {
namespace {

using base::SeededRandom;
using testing::random_assignment;

TEST(FairFloor, IsTheHighestThatCostsNobodyTheirPair) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    Assignment question =
        random_assignment(random, {.mentees = static_cast<Index>(1 + random.below(25)),
                                   .mentors = static_cast<Index>(1 + random.below(20)),
                                   .arcs_of_100 = static_cast<int>(random.below(60)),
                                   .scores = seed % 2 == 0 ? 5 : 300});
    if (seed % 3 == 0) testing::lock_and_forbid_some(random, question);

    const auto fair = fair_floor(question);

    ASSERT_TRUE(fair);
    ASSERT_TRUE(check_certificate(question, *fair));
    const auto most = assign(under_floor(question, 0));
    const auto higher = assign(under_floor(question, fair->floor + 1));
    ASSERT_TRUE(most && higher);
    EXPECT_EQ(fair->answer.matched, most->matched);
    if (most->matched > question.locked.size()) {
      EXPECT_LT(higher->matched, most->matched);
    }
  }
}

TEST(FairFloor, LeavesTheBestTotalForTheWorstPairsSake) {
  Assignment question;
  question.mentees = {{1, 0}, {2, 0}};
  question.mentors = {{3, 1}, {4, 1}};
  question.arcs = {{0, 0, 100}, {0, 1, 50}, {1, 0, 40}, {1, 1, 10}};

  const auto fair = fair_floor(question);

  ASSERT_TRUE(fair);
  EXPECT_EQ(fair->floor, 40);
  EXPECT_EQ(fair->answer.mentor_of, (std::vector<Index>{1, 0}));
  EXPECT_EQ(fair->answer.total, 90);
}

TEST(FairFloor, HasACurve) {
  Assignment question;
  question.mentees = {{1, 0}, {2, 0}};
  question.mentors = {{3, 1}, {4, 1}};
  question.arcs = {{0, 0, 100}, {0, 1, 50}, {1, 0, 40}, {1, 1, 10}};
  const std::int32_t floors[] = {0, 40, 41, 101};

  const auto curve = floor_curve(question, floors);

  ASSERT_TRUE(curve);
  EXPECT_EQ(*curve,
            (std::vector<FloorPoint>{{0, 2, 110}, {40, 2, 90}, {41, 1, 100}, {101, 0, 0}}));
}

TEST(FairFloor, EveryPointOfACurveIsWhatANewSolveSays) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const Assignment question = random_assignment(random, {.mentees = 30, .mentors = 14});
    const std::int32_t floors[] = {0, 20, 40, 60, 80, 30};

    const auto curve = floor_curve(question, floors);

    ASSERT_TRUE(curve);
    for (const FloorPoint& point : *curve) {
      const auto anew = assign(under_floor(question, point.floor));
      ASSERT_TRUE(anew);
      EXPECT_EQ(point.matched, anew->matched);
      EXPECT_EQ(point.total, anew->total);
    }
  }
}

TEST(FairFloor, CanBeCancelled) {
  SeededRandom random(1);
  const Assignment question = random_assignment(random, {});
  const KeepGoing no = [](std::uint64_t, std::uint64_t) { return false; };
  const std::int32_t floors[] = {0};

  EXPECT_EQ(fair_floor(question, no).error().code, base::Errc::cancelled);
  EXPECT_EQ(floor_curve(question, floors, no).error().code, base::Errc::cancelled);
}

TEST(FloorCertificate, SeesEveryForgery) {
  Assignment question;
  question.mentees = {{1, 0}, {2, 0}, {5, 0}};
  question.mentors = {{3, 1}, {4, 1}};
  question.arcs = {{0, 0, 100}, {0, 1, 50}, {1, 0, 40}, {1, 1, 10}, {2, 0, 1}};
  const auto fair = fair_floor(question);
  ASSERT_TRUE(fair);
  ASSERT_TRUE(check_certificate(question, *fair));
  const auto says = [&](auto forge) {
    FairFloor forged = *fair;
    forge(forged);
    const base::Done sound = check_certificate(question, forged);
    return sound ? std::string() : sound.error().detail;
  };

  EXPECT_EQ(says([](FairFloor& f) { f.of_all = {}; }), "more pairs are not ruled out");
  EXPECT_EQ(says([](FairFloor& f) {
              f.of_all.mentors = {0, 1, 1};
            }),
            "more pairs are not ruled out");
  EXPECT_EQ(says([](FairFloor& f) {
              f.of_all.mentors = {0, 7};
            }),
            "more pairs are not ruled out");
  EXPECT_EQ(says([](FairFloor& f) { f.above = {}; }), "a higher floor is not ruled out");
  EXPECT_EQ(says([](FairFloor& f) { f.above = f.of_all; }), "a higher floor is not ruled out");
  EXPECT_EQ(says([](FairFloor& f) { ++f.answer.total; }), "a sum is wrong");
  EXPECT_EQ(says([&](FairFloor& f) {
              f.floor = 0;
              f.answer = *assign(under_floor(question, 0));
            }),
            "a higher floor is not ruled out");
}

}  // namespace
}  // namespace pairbook::matching
