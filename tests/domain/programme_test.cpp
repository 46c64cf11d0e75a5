#include "pairbook/domain/programme.hpp"

#include <gtest/gtest.h>

#include "support/programmes.hpp"

namespace pairbook::domain {
namespace {

using namespace testing_support;

TEST(Programme, FindsTheMappingOfTheSameHeadersInAnyOrder) {
  Programme programme;
  programme.mappings.push_back(
      {{{"Name", Meaning::name, {}}, {"Mail", Meaning::email, {}}}, {}});

  EXPECT_EQ(find_mapping(programme, {"Mail", "Name"}), &programme.mappings[0]);
  EXPECT_EQ(find_mapping(programme, {"Mail"}), nullptr);
  EXPECT_EQ(find_mapping(programme, {"Mail", "Name", "Name"}), nullptr);
}

TEST(Programme, CountsOnlyActivePairs) {
  const Programme programme =
      a_programme().with(a_mentor(1)).with(a_pair(1, 2)).with(a_pair(1, 3).ended());

  EXPECT_EQ(active_pairs(programme, person_id(1)), std::vector{pair_id(1002)});
  EXPECT_TRUE(active_pairs(programme, person_id(3)).empty());
}

TEST(Rules, SayWhichFieldsTheyRead) {
  EXPECT_EQ(fields_of(PointsForOffered{key("wants"), key("offers"), 1, 1}),
            (std::vector{key("offers"), key("wants")}));
  EXPECT_TRUE(is_must(NotEarlierPair{}));
  EXPECT_FALSE(is_must(PointsForSame{}));
  EXPECT_EQ(most_points(PointsForGap{{}, {{1, 9}, {2, 12}}}), 12);
}

}  // namespace
}  // namespace pairbook::domain
