#include "pairbook/base/sort.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "pairbook/base/keyed.hpp"

namespace pairbook::base {
namespace {

TEST(Sort, PutsListsOfEveryLengthInOrder) {
  for (std::uint32_t count = 0; count < 70; ++count) {
    std::vector<std::uint32_t> items;
    for (std::uint32_t i = 0; i < count; ++i) items.push_back((i * 37 + 11) % 23);
    std::vector<std::uint32_t> expected = items;
    std::sort(expected.begin(), expected.end());

    sort(items);

    EXPECT_EQ(items, expected) << count << " items";
  }
}

TEST(Sort, LeavesEqualItemsInTheirPlaces) {
  std::vector<std::pair<int, int>> items;
  for (int i = 0; i < 100; ++i) items.emplace_back(i * 7 % 3, i);

  sort(items, [](const auto& a, const auto& b) { return a.first > b.first; });

  EXPECT_TRUE(std::is_sorted(items.begin(), items.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  }));
}

TEST(Sort, MovesWhatCannotBeCopied) {
  std::vector<std::unique_ptr<std::string>> items;
  for (const char* name : {"Noor", "Ada", "Mio"})
    items.push_back(std::make_unique<std::string>(name));

  sort(items, [](const auto& a, const auto& b) { return *a < *b; });

  EXPECT_EQ(*items[0] + *items[1] + *items[2], "AdaMioNoor");
}

TEST(Sort, PutsNumbersInOrderAndEqualOnesByPlace) {
  std::vector<Keyed> items{{7, 1}, {~std::uint64_t{0}, 0}, {3, 5}, {7, 0}, {3, 2}};

  sort(items);

  EXPECT_EQ(items,
            (std::vector<Keyed>{{3, 2}, {3, 5}, {7, 0}, {7, 1}, {~std::uint64_t{0}, 0}}));
}

}  // namespace
}  // namespace pairbook::base
