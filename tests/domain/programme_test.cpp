#include "pairbook/domain/programme.hpp"

#include <gtest/gtest.h>

#include "pairbook/domain/criterion_parts.hpp"
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
  EXPECT_EQ(most_points(GapWithin{{}, 1, 2}), 0);
  EXPECT_EQ(most_points(PointsForTransition{{}, {}, 30, 10}), 30);
  EXPECT_EQ(fields_of(NotNamed{{}, key("not_with")}), std::vector{key("not_with")});

  Rule rule{PointsForSame{{key("team"), key("team")}, 5},
            OnlyWhen{Side::mentee, key("a"), "b"}};
  rule.importance = key("matters");
  EXPECT_EQ(fields_of(rule), (std::vector{key("team"), key("team"), key("a"), key("matters")}));
}

TEST(Criteria, OfEveryKindSayWhetherTheyAreMusts) {
  for (std::size_t kind = 0; kind < std::variant_size_v<Criterion>; ++kind) {
    const auto made = criterion_of_kind(kind);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->index(), kind);
    EXPECT_EQ(is_must(*made), most_points(*made) == 0) << kind;
  }
  EXPECT_FALSE(criterion_of_kind(std::variant_size_v<Criterion>));
}

}  // namespace
}  // namespace pairbook::domain
