#include <gtest/gtest.h>

#include "pairbook/matching/outlook.hpp"
#include "pairbook/matching/propose.hpp"
#include "some_problem.hpp"

namespace pairbook::matching {
namespace {

using base::Bytes;
using base::Errc;

TEST(ProblemBytes, ReadBackWhatWasWritten) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    const Problem problem = fit(testing::some_programme(seed, 30, 12)).problem;

    const auto back = decode_problem(encode_problem(problem));

    ASSERT_TRUE(back) << back.error().where << ' ' << back.error().detail;
    EXPECT_EQ(*back, problem);
  }
}

TEST(ProblemBytes, RefuseToEndEarlyAnywhere) {
  const Bytes whole = encode_problem(fit(testing::some_programme(3, 6, 4)).problem);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    ASSERT_FALSE(decode_problem(base::BytesView(whole).first(size))) << size;
  }
}

TEST(ProblemBytes, WithAnyByteChangedAreRefusedOrSafeToSolve) {
  const Bytes whole = encode_problem(fit(testing::some_programme(4, 3, 3)).problem);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const unsigned change : {0x01U, 0x80U}) {
      Bytes bytes = whole;
      bytes[at] ^= static_cast<std::byte>(change);
      const auto problem = decode_problem(bytes);
      if (!problem) continue;
      EXPECT_EQ(encode_problem(*problem), bytes);
      (void)solve(*problem);
    }
  }
}

TEST(ProblemBytes, OfALaterVersionSaySo) {
  Bytes bytes = encode_problem(Problem{});
  bytes[0] = std::byte{6};
  EXPECT_EQ(decode_problem(bytes).error().code, Errc::unsupported_version);
}

TEST(SolutionBytes, ReadBackWhatWasWritten) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    const Problem problem = fit(testing::some_programme(seed, 30, 12)).problem;
    const Solution solution = *solve(problem);

    const auto back = decode_solution(encode_solution(solution), problem);

    ASSERT_TRUE(back) << back.error().where << ' ' << back.error().detail;
    EXPECT_EQ(*back, solution);
  }
}

TEST(SolutionBytes, OfAnotherProblemAreRefused) {
  const Problem one = fit(testing::some_programme(1, 20, 8)).problem;
  const Problem other = fit(testing::some_programme(1, 21, 8)).problem;

  EXPECT_EQ(decode_solution(encode_solution(*solve(one)), other).error().code, Errc::corrupt);
}

TEST(SolutionBytes, WithMorePairsThanPlacesAreRefused) {
  Problem problem;
  problem.mentees.resize(2);
  problem.mentors.resize(1);
  Solution solution = *solve(problem);
  solution.mentor_of = {0, 0};
  solution.matched = 2;

  EXPECT_FALSE(decode_solution(encode_solution(solution), problem));
}

Outlook outlook_of(const Problem& problem) {
  return *look_out(problem, *solve(problem));
}

TEST(OutlookBytes, ReadBackWhatWasWritten) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    const Problem problem = fit(testing::some_programme(seed, 30, 12)).problem;
    const Outlook outlook = outlook_of(problem);

    const auto back = decode_outlook(encode_outlook(outlook), problem);

    ASSERT_TRUE(back) << back.error().where << ' ' << back.error().detail;
    EXPECT_EQ(*back, outlook);
  }
}

TEST(OutlookBytes, RefuseToEndEarlyOrToBeOfFewerPeople) {
  const Problem problem = fit(testing::some_programme(7, 20, 8)).problem;
  const Bytes whole = encode_outlook(outlook_of(problem));
  for (std::size_t size = 0; size < whole.size(); ++size)
    ASSERT_FALSE(decode_outlook(base::BytesView(whole).first(size), problem)) << size;

  EXPECT_FALSE(decode_outlook(whole, Problem{}));
}

}  // namespace
}  // namespace pairbook::matching
