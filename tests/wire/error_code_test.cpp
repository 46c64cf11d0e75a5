#include "pairbook/wire/error_code.hpp"

#include <gtest/gtest.h>

#include <set>

namespace pairbook::wire {
namespace {

TEST(ErrorCodes, HaveANameEachAndNumbersWithoutAGap) {
  std::set<std::string_view> names;
  std::uint64_t number = 1;
  for (; error_code(number); ++number) names.insert(name(*error_code(number)));

  EXPECT_EQ(number, 20U);
  EXPECT_EQ(names.size(), 19U);
  EXPECT_FALSE(names.contains(""));
  EXPECT_FALSE(error_code(0));
}

TEST(ErrorCodes, KeepTheirNumbersForEver) {
  EXPECT_EQ(static_cast<int>(ErrorCode::malformed), 1);
  EXPECT_EQ(static_cast<int>(ErrorCode::wrong_sequence), 9);
  EXPECT_EQ(static_cast<int>(ErrorCode::needs_sequence), 19);
}

TEST(ErrorCodes, CloseOnlyWhenGoingOnMakesNoSense) {
  EXPECT_TRUE(closes(ErrorCode::malformed));
  EXPECT_TRUE(closes(ErrorCode::stopping));
  EXPECT_FALSE(closes(ErrorCode::slow_down));
  EXPECT_FALSE(closes(ErrorCode::bad_proof));
}

}  // namespace
}  // namespace pairbook::wire
