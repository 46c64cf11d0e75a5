#include "matching/row_kernels.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "random_assignment.hpp"

namespace pairbook::matching {
namespace {

// On a machine without anything better both are the same, and nothing is shown.
TEST(RowKernels, SayTheSameOnEveryProcessor) {
  base::SeededRandom random(17);
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    const std::size_t count = 1 + testing::draw(random, 150);
    const std::uint64_t spread = round % 3 == 0 ? 3 : 2'000'000'000;
    std::vector<std::int32_t> cost, score, small;
    std::vector<std::int64_t> price, distance;
    for (std::size_t j = 0; j < count; ++j) {
      cost.push_back(static_cast<std::int32_t>(random.below(spread)) - 1);
      score.push_back(static_cast<std::int32_t>(random.below(spread)) - 1);
      small.push_back(static_cast<std::int32_t>(random.below(1'000'000'000)));
      price.push_back(static_cast<std::int64_t>(random.below(spread * 4)));
      distance.push_back(static_cast<std::int64_t>(random.below(spread)));
    }
    const RowKernels& plain = plain_row_kernels();
    const RowKernels& here = row_kernels();
    auto distance_here = distance;
    std::vector<Index> by(count, nobody), by_here(count, nobody);

    EXPECT_EQ(plain.relax(cost.data(), price.data(), 5, 9, distance.data(), by.data(), count),
              here.relax(cost.data(), price.data(), 5, 9, distance_here.data(), by_here.data(),
                         count));
    EXPECT_EQ(distance, distance_here);
    EXPECT_EQ(by, by_here);
    const std::int64_t sought = distance[count / 2];
    for (const std::size_t from : {std::size_t{0}, count / 2, count}) {
      const std::size_t found = here.find(distance.data(), from, count, sought);
      EXPECT_EQ(found, plain.find(distance.data(), from, count, sought));
      EXPECT_TRUE(found == count || distance[found] == sought);
    }
    EXPECT_EQ(plain.most_gain(score.data(), small.data(), count),
              here.most_gain(score.data(), small.data(), count));
    EXPECT_EQ(plain.least_sum(small.data(), small.data(), count),
              here.least_sum(small.data(), small.data(), count));
    EXPECT_EQ(plain.any_reaches(score.data(), 1'900'000'000, small.data(), count),
              here.any_reaches(score.data(), 1'900'000'000, small.data(), count));
    std::vector<std::int32_t> tops(count), tops_here(count), turned(count), turned_here(count);
    plain.tops(cost.data(), count, tops.data());
    here.tops(cost.data(), count, tops_here.data());
    EXPECT_EQ(tops, tops_here);
    plain.from_top(2'000'000'000, cost.data(), turned.data(), count);
    here.from_top(2'000'000'000, cost.data(), turned_here.data(), count);
    EXPECT_EQ(turned, turned_here);
    const Range range = plain.range(cost.data(), count);
    const Range range_here = here.range(cost.data(), count);
    EXPECT_EQ(range.least, range_here.least);
    EXPECT_EQ(range.most, range_here.most);
  }
}

}  // namespace
}  // namespace pairbook::matching
