#include "pairbook/matching/assign_dense.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "random_assignment.hpp"

namespace pairbook::matching {
namespace {

using base::SeededRandom;

CostMatrix random_matrix(SeededRandom& random, Index rows, Index columns, std::uint64_t costs) {
  CostMatrix out{rows, columns, {}};
  for (Index c = 0; c < rows * columns; ++c) {
    const auto drawn = static_cast<std::int32_t>(random.below(costs));
    out.cost.push_back(drawn - static_cast<std::int32_t>(costs / 3));
  }
  return out;
}

/// Every way there is, for up to 8 on the longer side.
std::int64_t by_force(const CostMatrix& matrix) {
  const bool wide = matrix.columns >= matrix.rows;
  std::vector<Index> order(std::max(matrix.rows, matrix.columns));
  std::iota(order.begin(), order.end(), Index{0});
  std::int64_t best = std::numeric_limits<std::int64_t>::max();
  do {
    std::int64_t total = 0;
    for (Index k = 0; k < std::min(matrix.rows, matrix.columns); ++k) {
      total += wide ? matrix.row(k)[order[k]] : matrix.row(order[k])[k];
    }
    best = std::min(best, total);
  } while (std::next_permutation(order.begin(), order.end()));
  return best;
}

TEST(AssignDense, IsAsGoodAsTheBestOfAllWays) {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const Index rows = 1 + testing::draw(random, 6);
    const Index columns = 1 + testing::draw(random, 6);
    const CostMatrix matrix = random_matrix(random, rows, columns, seed % 2 == 0 ? 5 : 1000);

    const auto answer = assign_dense(matrix);

    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->optimal);
    EXPECT_EQ(answer->total, by_force(matrix));
    EXPECT_TRUE(check_certificate(matrix, *answer));
  }
}

TEST(AssignDense, ProvesLargerOnesOfEveryShape) {
  for (std::uint64_t seed = 1; seed <= 24; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const Index rows = 40 + testing::draw(random, 120);
    const Index columns = seed % 3 == 0 ? rows : 40 + testing::draw(random, 120);
    const CostMatrix matrix = random_matrix(random, rows, columns, seed % 2 == 0 ? 4 : 100'000);

    const auto answer = assign_dense(matrix);

    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->optimal);
    EXPECT_TRUE(check_certificate(matrix, *answer));
  }
}

// Every cost is a product, so every row wants the same columns (Machol & Wien 1976).
TEST(AssignDense, ProvesAMatrixWhereEverybodyWantsTheSame) {
  constexpr Index n = 150;
  CostMatrix matrix{n, n, {}};
  std::int64_t least = 0;
  for (std::int32_t i = 1; i <= static_cast<std::int32_t>(n); ++i) {
    for (std::int32_t j = 1; j <= static_cast<std::int32_t>(n); ++j) {
      matrix.cost.push_back(i * j);
    }
    least += i * (static_cast<std::int32_t>(n) + 1 - i);
  }

  const auto answer = assign_dense(matrix);

  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->total, least);
  EXPECT_TRUE(answer->optimal);
  EXPECT_TRUE(check_certificate(matrix, *answer));
}

TEST(AssignDense, TakesNoRowsAndNoColumns) {
  for (const CostMatrix& matrix :
       {CostMatrix{0, 0, {}}, CostMatrix{0, 3, {}}, CostMatrix{3, 0, {}}}) {
    const auto answer = assign_dense(matrix);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->matched, 0U);
    EXPECT_TRUE(answer->optimal);
    EXPECT_TRUE(check_certificate(matrix, *answer));
  }
}

TEST(AssignDense, RefusesCostsThatCouldOverflow) {
  const auto answer = assign_dense({1, 1, {2'000'000'000}});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, base::Errc::too_large);
}

TEST(DenseCertificate, FindsEveryForgery) {
  const CostMatrix matrix{2, 3, {4, 2, 9, 1, 2, 7}};
  const auto answer = assign_dense(matrix);
  ASSERT_TRUE(answer);
  ASSERT_TRUE(check_certificate(matrix, *answer));
  const auto refused = [&](auto&& forge) {
    DenseAssigned forged = *answer;
    forge(forged);
    return !check_certificate(matrix, forged);
  };
  EXPECT_TRUE(refused([](DenseAssigned& a) { a.total -= 1; }));
  EXPECT_TRUE(refused([](DenseAssigned& a) { a.bound += 1; }));
  EXPECT_TRUE(refused([](DenseAssigned& a) { a.optimal = false; }));
  EXPECT_TRUE(refused([](DenseAssigned& a) { a.of_row[0] += 1, a.bound += 1; }));
  EXPECT_TRUE(refused([](DenseAssigned& a) { a.of_column[2] += 1, a.bound += 1; }));
  EXPECT_TRUE(refused([](DenseAssigned& a) { a.column_of[0] = a.column_of[1]; }));
  EXPECT_TRUE(refused([](DenseAssigned& a) { a.column_of[0] = 3; }));
  EXPECT_TRUE(refused([](DenseAssigned& a) { a.column_of[0] = nobody; }));
  EXPECT_TRUE(refused([](DenseAssigned& a) { a.of_column.pop_back(); }));
}

TEST(AssignDense, StopsWhenItIsTold) {
  SeededRandom random(5);
  const CostMatrix matrix = random_matrix(random, 100, 100, 1000);
  const auto answer = assign_dense(matrix, [](std::uint64_t, std::uint64_t) { return false; });
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, base::Errc::cancelled);
}

}  // namespace
}  // namespace pairbook::matching
