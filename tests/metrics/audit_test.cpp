#include "pairbook/metrics/audit.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "pairbook/base/random.hpp"

namespace pairbook::metrics {
namespace {

using Groups = std::vector<std::vector<int>>;

/// The same question answered by looking at every way to deal the values out, in fractions.
struct Exactly {
  std::vector<std::size_t> sizes;
  std::vector<int> values;
  long double real = 0;
  std::int64_t as_large = 0, of = 0;

  explicit Exactly(const Groups& groups) {
    for (const auto& group : groups) {
      sizes.push_back(group.size());
      values.insert(values.end(), group.begin(), group.end());
    }
    real = apart(values);
    // Every way to label the values, in rising order of the labels.
    std::vector<std::size_t> labels;
    for (std::size_t g = 0; g < sizes.size(); ++g) labels.insert(labels.end(), sizes[g], g);
    do {
      std::vector<std::vector<int>> dealt(sizes.size());
      for (std::size_t i = 0; i < labels.size(); ++i) dealt[labels[i]].push_back(values[i]);
      std::vector<int> row;
      for (const auto& group : dealt) row.insert(row.end(), group.begin(), group.end());
      ++of;
      if (apart(row) >= real - 1e-9L) ++as_large;
    } while (std::next_permutation(labels.begin(), labels.end()));
  }
  [[nodiscard]] long double apart(const std::vector<int>& row) const {
    long double sum = 0, mean = 0;
    for (const int value : row) mean += value;
    mean /= static_cast<long double>(row.size());
    std::size_t at = 0;
    for (const std::size_t size : sizes) {
      long double part = 0;
      for (std::size_t i = 0; i < size; ++i) part += row[at++] - mean;
      sum += part * part / static_cast<long double>(size);
    }
    return sum;
  }
};

TEST(PermutationChance, IsNearTheFullCountOnSmallInputs) {
  base::SeededRandom random(11);
  for (int round = 0; round < 40; ++round) {
    Groups groups(static_cast<std::size_t>(2 + random.below(2)));
    for (auto& group : groups) {
      group.resize(static_cast<std::size_t>(2 + random.below(3)));
      const std::uint64_t span = round % 2 == 0 ? 2 : 1000;
      for (int& value : group) value = static_cast<int>(random.below(span));
    }
    const Exactly exact(groups);
    const Chance found = permutation_chance(groups);
    const double p = double(exact.as_large) / double(exact.of);
    const double q = double(found.as_large) / double(found.of);
    EXPECT_NEAR(q, p, 4.5 * std::sqrt(p * (1 - p) / 9999) + 2.0 / 9999) << round;
  }
}

TEST(PermutationChance, IsOneWhereAllAreAlikeAndSmallWhereGroupsDiffer) {
  EXPECT_EQ(permutation_chance({{5, 5, 5}, {5, 5}}), (Chance{10'000, 10'000}));
  const Chance apart = permutation_chance({std::vector<int>(20, 1), std::vector<int>(20, 0)});
  EXPECT_EQ(apart, (Chance{1, 10'000}));
}

TEST(PermutationChance, DoesNotMindTheOrder) {
  base::SeededRandom random(3);
  Groups groups(3);
  for (auto& group : groups) {
    for (int i = 0; i < 30; ++i) group.push_back(static_cast<int>(random.below(900)));
  }
  const Chance before = permutation_chance(groups);
  for (auto& group : groups) std::reverse(group.begin(), group.end());
  EXPECT_EQ(permutation_chance(groups), before);
  EXPECT_GT(before.as_large, 1);
}

TEST(PermutationChance, AsksNothingOfOneGroup) {
  EXPECT_EQ(permutation_chance({{1, 2, 3}, {}}), Chance{});
  EXPECT_EQ(permutation_chance({}), Chance{});
}

TEST(PermutationChance, OfManyPeopleTakesFewerShufflesAndDoesNotOverflow) {
  Groups groups(2);
  for (int i = 0; i < 100'000; ++i) {
    groups[0].push_back(i % 2 == 0 ? 1'000'000 : -1'000'000);
    groups[1].push_back(i % 2 == 0 ? 999'000 : -1'000'000);
  }
  const Chance chance = permutation_chance(groups);
  EXPECT_EQ(chance.of, 200);
  EXPECT_GT(chance.as_large, 50);  // 500 of 2,000,000 is nothing
}

// The same on every machine: these are what g++, clang and WebAssembly all give.
TEST(PermutationChance, IsTheSameEverywhere) {
  const Groups groups = {
      {812, 640, 75, 330, 501, 44}, {90, 415, 222, 610, 18}, {700, 733, 512, 645}};
  EXPECT_EQ(permutation_chance(groups), (Chance{1'214, 10'000}));
}

using Row = std::vector<std::int64_t>;

/// What anybody may read: the cells that are shown, and the total unless it is hidden.
std::pair<Row, std::int64_t> published(const Row& people, int least) {
  const auto hidden = hidden_cells(people, least);
  Row shown = people;
  std::int64_t total = 0;
  for (std::size_t i = 0; i < people.size(); ++i) {
    total += people[i];
    if (hidden[i]) shown[i] = -1;
  }
  return {shown, hidden.back() ? -1 : total};
}

// Every table of four cells with up to nine people each: whoever knows what is published, and
// how it is hidden, still cannot tell a hidden cell.
TEST(HiddenCells, CannotBeWorkedOut) {
  constexpr int most = 9, least = 5;
  std::map<std::pair<Row, std::int64_t>, std::vector<std::set<std::int64_t>>> possible;
  const auto every = [](auto each) {
    for (int a = 0; a <= most; ++a)
      for (int b = 0; b <= most; ++b)
        for (int c = 0; c <= most; ++c)
          for (int d = 0; d <= most; ++d) each(Row{a, b, c, d});
  };
  every([&](const Row& row) {
    auto& values = possible[published(row, least)];
    values.resize(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) values[i].insert(row[i]);
  });
  int hidden = 0;
  for (const auto& [what, values] : possible) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (what.first[i] != -1) continue;
      ++hidden;
      EXPECT_GT(values[i].size(), 1U)
          << what.first[0] << ' ' << what.first[1] << ' ' << what.first[2] << ' '
          << what.first[3] << " total " << what.second << " cell " << i;
    }
  }
  EXPECT_GT(hidden, 1000);
}

TEST(HiddenCells, ShowsEverythingWhereNobodyIsInASmallGroup) {
  EXPECT_EQ(hidden_cells(Row{7, 0, 12}, 5), (std::vector<bool>{false, false, false, false}));
}

TEST(HiddenCells, HidesTheNextSmallestBesideASmallOne) {
  EXPECT_EQ(hidden_cells(Row{30, 2, 9, 12}, 5),
            (std::vector<bool>{false, true, true, false, false}));
}

TEST(HiddenCells, HidesTheTotalOfTooFew) {
  EXPECT_EQ(hidden_cells(Row{3, 0}, 5), (std::vector<bool>{true, true, true}));
}

std::vector<PersonResult> people_of(int group, int matched, int unmatched, int points) {
  std::vector<PersonResult> out;
  for (int i = 0; i < matched; ++i)
    out.push_back({group, true, points + i, i % 2 == 0, i == 0});
  for (int i = 0; i < unmatched; ++i) out.push_back({group, false, 0, false, false});
  return out;
}
std::vector<PersonResult> operator+(std::vector<PersonResult> a,
                                    const std::vector<PersonResult>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

TEST(Audit, CountsByGroup) {
  const auto people =
      people_of(0, 20, 5, 100) + people_of(1, 10, 10, 50) + people_of(-1, 6, 0, 10);
  const Audit found = audit(people, 2);

  EXPECT_EQ(found.groups.at(0).people, 25);
  EXPECT_EQ(found.groups[0].matched, (Ratio{20, 25}));
  EXPECT_EQ(found.groups[0].points, (Ratio{20 * 100 + 190, 20}));
  EXPECT_EQ(found.groups[0].low_points, 101);  // the second lowest of twenty
  EXPECT_EQ(found.groups[0].granted, (Ratio{1, 10}));
  EXPECT_EQ(found.groups[1].low_points, 50);
  EXPECT_EQ(found.groups[2].people, 6);
  EXPECT_FALSE(found.groups[2].low_points);
  EXPECT_EQ(found.all.matched, (Ratio{36, 51}));
}

TEST(Audit, ComparesTheWorstOffWithTheBestOff) {
  const Audit found = audit(people_of(0, 20, 5, 100) + people_of(1, 10, 10, 50), 2);
  EXPECT_EQ(found.lowest, 1U);
  EXPECT_EQ(found.highest, 0U);
  ASSERT_TRUE(found.lowest_to_highest);
  EXPECT_EQ(permille(*found.lowest_to_highest), 625);  // 50 % of 80 %
  EXPECT_EQ(found.matched.of, 10'000);
  EXPECT_LT(found.points.as_large, 10);
}

TEST(Audit, PeopleWithoutAnAnswerAreNoGroupToCompare) {
  const Audit found = audit(people_of(0, 20, 5, 100) + people_of(-1, 0, 10, 0), 1);
  EXPECT_FALSE(found.lowest_to_highest);
  EXPECT_EQ(found.matched, Chance{});
}

TEST(Audit, NobodyMatchedIsNoRatio) {
  EXPECT_FALSE(audit(people_of(0, 0, 9, 0) + people_of(1, 0, 9, 0), 2).lowest_to_highest);
}

TEST(Audit, HidesFewPeopleInEveryColumn) {
  const Audit found = audit(people_of(0, 20, 5, 100) + people_of(1, 2, 1, 50) +
                                people_of(2, 9, 9, 70) + people_of(3, 1, 20, 900),
                            4);
  EXPECT_EQ(found.groups.at(1), GroupFigures{});
  EXPECT_EQ(found.groups.at(2), GroupFigures{});  // so that the second cannot be worked out
  EXPECT_EQ(found.groups.at(3).people, 21);
  EXPECT_FALSE(found.groups[3].points) << "the points of one person";
  EXPECT_TRUE(found.groups[0].points);
}

TEST(Audit, TheOrderOfPeopleDecidesNothing) {
  auto people = people_of(0, 20, 5, 100) + people_of(1, 10, 10, 50) + people_of(2, 8, 2, 70);
  const Audit before = audit(people, 3);
  base::SeededRandom random(5);
  for (std::size_t i = people.size(); i > 1; --i)
    std::swap(people[i - 1], people[static_cast<std::size_t>(random.below(i))]);
  EXPECT_EQ(audit(people, 3), before);
}

TEST(Audit, OfNobodyIsEmpty) {
  const Audit found = audit({}, 2);
  EXPECT_EQ(found.all.people, 0);
  EXPECT_EQ(found.matched, Chance{});
}

}  // namespace
}  // namespace pairbook::metrics
