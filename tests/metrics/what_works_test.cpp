#include "pairbook/metrics/what_works.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/programmes.hpp"

namespace pairbook::metrics {
namespace {

using namespace domain;
using namespace testing_support;

Check says(PairFit fit, std::optional<int> satisfaction = {}) {
  return {base::Date::of(2026, 11, 20), fit, satisfaction, ""};
}

/// Pairs with ids of their own, each with reasons and what its people answered.
struct Programmes {
  Programme out;
  unsigned next = 1;
  void add(std::vector<std::string> reasons, int points, std::optional<Check> mentor,
           std::optional<Check> mentee) {
    Pair pair = a_pair(next, next + 500).pair;
    ++next;
    pair.points = points;
    for (std::string& reason : reasons) pair.reasons.push_back({std::move(reason), 10, ""});
    if (mentor || mentee) out.follow_ups[pair.id] = {mentor, mentee, {}, {}};
    out.pairs.emplace(pair.id, pair);
  }
  void add_many(int count, const std::vector<std::string>& reasons, PairFit fit) {
    for (int i = 0; i < count; ++i) add(reasons, 20, says(fit), {});
  }
};

TEST(WhatWorks, ComparesPairsWithPointsFromSomethingWithThoseWithout) {
  Programmes made;
  made.add_many(11, {"Skills", "Town"}, PairFit::good);
  made.add_many(3, {"Skills"}, PairFit::not_a_fit);
  made.add_many(5, {"Town"}, PairFit::good);
  made.add_many(4, {}, PairFit::deciding);

  const WhatWorks found = what_works(made.out);

  ASSERT_EQ(found.criteria.size(), 2U);
  EXPECT_EQ(found.criteria[0].criterion, "Skills");
  EXPECT_EQ(found.criteria[0].with.good, (Ratio{11, 14}));
  EXPECT_EQ(found.criteria[0].without.good, (Ratio{5, 9}));
  EXPECT_EQ(found.criteria[1].with.good, (Ratio{16, 16}));
  EXPECT_EQ(found.criteria[1].without.good, (Ratio{0, 7}));
  EXPECT_EQ(found.all.good, (Ratio{16, 23}));
}

TEST(WhatWorks, CountsOnlyPairsThatWereAsked) {
  Programmes made;
  made.add({"Skills"}, 10, {}, {});
  made.add({}, 10, {}, says(PairFit::good));
  made.add({"Skills"}, 10, says(PairFit::good), says(PairFit::not_a_fit));
  made.out.follow_ups[pair_id(9)].mentor = says(PairFit::good);  // of no pair that is there
  made.out.follow_ups[a_pair(1, 501).pair.id].for_mentor = Another::wanted;

  const WhatWorks found = what_works(made.out);

  EXPECT_EQ(answered_pairs(made.out), 2);
  EXPECT_EQ(found.all.good, (Ratio{1, 2})) << "one side's no is enough";
  EXPECT_EQ(found.criteria.at(0).with.good, (Ratio{0, 1}));
}

TEST(WhatWorks, AddsUpTheSatisfactionOfPairsInWhichSomebodySaid) {
  Programmes made;
  made.add({"Skills"}, 10, says(PairFit::good, 5), says(PairFit::good, 4));
  made.add({"Skills"}, 10, says(PairFit::good), says(PairFit::good, 2));
  made.add({}, 10, says(PairFit::good, 1), {});

  const WhatWorks found = what_works(made.out);

  // Pairs of 4.5 and 2, each once: 9 and 4 halves.
  EXPECT_EQ(found.criteria.at(0).with.satisfaction, (Ratings{2, 13, 97}));
  EXPECT_EQ(found.criteria.at(0).without.satisfaction, (Ratings{1, 2, 4}));
  EXPECT_EQ(found.all.satisfaction, (Ratings{3, 15, 101}));
}

TEST(WhatWorks, LeavesOutWhatComparesNothing) {
  Programmes made;
  made.add({"All have it"}, 10, says(PairFit::good), {});
  made.add({"All have it"}, 10, says(PairFit::not_a_fit), {});
  made.out.pairs.begin()->second.reasons.push_back({"No points", 0, ""});

  EXPECT_TRUE(what_works(made.out).criteria.empty());
}

TEST(WhatWorks, CutsThePairsAtTheMiddleOfTheirPoints) {
  Programmes made;
  for (const int points : {40, 10, 30, 20, 20})
    made.add({}, points, says(points > 20 ? PairFit::good : PairFit::deciding), {});

  const WhatWorks found = what_works(made.out);

  EXPECT_EQ(found.middle_points, 20);
  EXPECT_EQ(found.by_points.with.good, (Ratio{2, 2}));
  EXPECT_EQ(found.by_points.without.good, (Ratio{0, 3}));
  EXPECT_EQ(what_works({}).by_points, Comparison{});
}

Verdict verdict(std::int64_t k, std::int64_t n, std::int64_t l, std::int64_t m) {
  return verdict_on({"", {{k, n}, {}}, {{l, m}, {}}});
}

TEST(Verdict, SaysNothingThatTheNumbersDoNotCarry) {
  EXPECT_EQ(verdict(11, 14, 5, 9), Verdict::too_few);
  EXPECT_EQ(verdict(19, 20, 5, 20), Verdict::better);
  EXPECT_EQ(verdict(5, 20, 19, 20), Verdict::worse);
  EXPECT_EQ(verdict(700, 1000, 700, 1000), Verdict::alike);
  EXPECT_EQ(verdict(0, 0, 9, 9), Verdict::too_few);
}

/// Newcombe's interval of a difference, from Wilson's of the shares.
std::pair<double, double> newcombe(double k, double n, double l, double m) {
  const double z = 1.959963984540054;
  const auto wilson = [&](double hits, double all) {
    const double p = hits / all, middle = (p + z * z / (2 * all)) / (1 + z * z / all);
    const double half =
        z / (1 + z * z / all) * std::sqrt(p * (1 - p) / all + z * z / (4 * all * all));
    return std::pair{middle - half, middle + half};
  };
  const auto [low1, high1] = wilson(k, n);
  const auto [low2, high2] = wilson(l, m);
  const double p1 = k / n, p2 = l / m;
  return {p1 - p2 - std::hypot(p1 - low1, high2 - p2),
          p1 - p2 + std::hypot(high1 - p1, p2 - low2)};
}

TEST(Verdict, OfEveryTwoSmallSharesIsThatOfTheTextbook) {
  // Intervals are rounded outward to thousandths, so the textbook's may exclude 0 by less.
  constexpr double rounding = 0.004;
  for (int n = 1; n <= 60; n += 7) {
    for (int m = 1; m <= 60; m += 9) {
      for (int k = 0; k <= n; ++k) {
        for (int l = 0; l <= m; ++l) {
          const auto [low, high] = newcombe(k, n, l, m);
          const Verdict said = verdict(k, n, l, m);
          ASSERT_TRUE(said != Verdict::better || low > 0)
              << k << '/' << n << ' ' << l << '/' << m;
          ASSERT_TRUE(said != Verdict::worse || high < 0)
              << k << '/' << n << ' ' << l << '/' << m;
          ASSERT_TRUE(low <= rounding || said == Verdict::better) << k << '/' << n << ' ' << l;
          ASSERT_TRUE(high >= -rounding || said == Verdict::worse) << k << '/' << n << ' ' << l;
        }
      }
    }
  }
}

}  // namespace
}  // namespace pairbook::metrics
