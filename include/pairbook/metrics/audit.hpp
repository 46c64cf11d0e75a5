#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "pairbook/metrics/share.hpp"

namespace pairbook::metrics {

/// How one person fared who took part.
struct PersonResult {
  int group = -1;  // place among the answers; -1: no answer
  bool matched = false;
  int points = 0;        // of the pair, when matched; of several, their mean
  bool wished = false;   // named somebody ...
  bool granted = false;  // ... and is in a pair with one of them
};

/// How often chance alone does as much: in `as_large` of `of` shuffles, the real one among
/// them.
struct Chance {
  int as_large = 0;
  int of = 0;  // 0: it was not asked, for want of two groups
  bool operator==(const Chance&) const = default;
};

/// Whether groups differ by more than chance: values are dealt out anew to groups of the same
/// sizes, and it is counted how often the groups' means lie as far apart (the sum of squares
/// between groups, as in an analysis of variance).
///
/// Shape:  the same on every machine and in whatever order the values stand; values within
///         -1,000,000..1,000,000, 200,000 of them at most.
/// Cost:   shuffles times values; fewer shuffles where there are many, but 199 at least.
/// Source: Fisher 1935; Phipson and Smyth 2010 for counting the real one
[[nodiscard]] Chance permutation_chance(const std::vector<std::vector<int>>& groups,
                                        int shuffles = 9'999);

/// Which cells of a row with a known total stay hidden: those of 1 to `least` - 1 people, and
/// as many others, the smallest first, as it takes that nobody can work one out from the total.
/// Empty cells need no hiding.
///
/// Shape: two hidden cells at least, with `least` people at least, and not all with one or all
/// with
///        `least` - 1; when the row has not enough for that, all of it is hidden, and the total
///        (the last of the list) too.
[[nodiscard]] std::vector<bool> hidden_cells(std::span<const std::int64_t> people, int least,
                                             std::vector<bool> hidden_anyway = {});

/// Of a group, or of all. What is not there stays hidden, because it would tell of few people.
struct GroupFigures {
  std::optional<int> people;
  std::optional<Ratio> matched;   // of the people
  std::optional<Ratio> points;    // the sum of the matched ones, and how many they are
  std::optional<int> low_points;  // a tenth of them has no more; of 2 x `least` people at least
  std::optional<Ratio> granted;   // of those who wished
  bool operator==(const GroupFigures&) const = default;
};

struct Audit {
  std::vector<GroupFigures> groups;  // by answer; the last: people who gave none
  GroupFigures all;
  /// The lowest matched rate of a group over the highest; below four fifths asks for a look.
  std::optional<Ratio> lowest_to_highest;
  std::size_t lowest = 0, highest = 0;
  Chance matched;  // of the groups that are shown, without those who gave no answer
  Chance points;
  bool operator==(const Audit&) const = default;
};

/// Figures by group, with few people's hidden.
///
/// Shape:  whole numbers and fractions only; the order of people decides nothing.
/// Source: docs/matching.md
[[nodiscard]] Audit audit(std::span<const PersonResult> people, std::size_t answers,
                          int least = 5);

}  // namespace pairbook::metrics
