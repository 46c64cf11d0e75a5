#include "app/rule_sentence.hpp"

#include <gtest/gtest.h>

#include "support/programmes.hpp"

namespace pairbook::app {
namespace {

using namespace testing_support;
using domain::FieldKind;

const Speaker say;

domain::Programme asked() {
  return a_programme()
      .with(a_field("organisation", FieldKind::text))
      .with(a_field("grade", FieldKind::scale, {"low", "middle", "high"}))
      .with(a_field("topics", FieldKind::several_of))
      .with(a_field("similar", FieldKind::yes_no));
}

domain::Rule rule(domain::Criterion criterion) {
  return {std::move(criterion), std::nullopt, true};
}

template <class Control>
const Control* find_part(const std::vector<Piece>& pieces, const std::string& key) {
  for (const Piece& piece : pieces) {
    const auto* control = std::get_if<Control>(&piece);
    if (control != nullptr && control->id.key == key) return control;
  }
  return nullptr;
}

TEST(RuleSentence, ReadsLikeOne) {
  const domain::Programme programme = asked();

  EXPECT_EQ(
      rule_text(say, programme, rule(domain::GapWithin{{key("grade"), key("grade")}, 1, 2})),
      "The mentor’s grade must be 1 to 2 steps above the mentee’s grade");
  EXPECT_EQ(rule_text(say, programme,
                      rule(domain::PointsForSame{{key("topics"), key("topics")}, 10})),
            "10 points when the mentor’s topics is the same as the mentee’s topics");
}

TEST(RuleSentence, SaysWhenItHolds) {
  domain::Rule conditional = rule(domain::PointsForOffered{key("topics"), key("topics"), 6, 6});
  conditional.only_when = domain::OnlyWhen{domain::Side::mentee, key("similar"), "yes"};

  const std::string text = rule_text(say, asked(), conditional);

  EXPECT_NE(text.find("only when the mentee’s “similar” is yes"), std::string::npos) << text;
}

TEST(RuleSentence, OffersOnlyQuestionsThatFit) {
  const auto pieces = rule_sentence(
      say, asked(), rule(domain::GapWithin{{key("grade"), key("grade")}, 1, 2}), 4);

  const auto* field = find_part<Choice>(pieces, "4/mentor_field");
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(field->options, std::vector<std::string>{"grade"});
  EXPECT_EQ(field->selected, 0);
}

TEST(RuleSentence, NamesEveryControl) {
  const domain::Programme programme = asked();
  for (int kind = 0; kind < static_cast<int>(kinds_of_rule(say).size()); ++kind) {
    const auto made = new_rule(programme, kind);
    if (!made) continue;  // meeting times: nobody was asked
    for (const Piece& piece : rule_sentence(say, programme, *made, 0)) {
      if (const auto* choice = std::get_if<Choice>(&piece)) {
        EXPECT_FALSE(choice->label.empty());
      }
      if (const auto* slider = std::get_if<Slider>(&piece)) {
        EXPECT_FALSE(slider->label.empty());
      }
      if (const auto* number = std::get_if<NumberBox>(&piece)) {
        EXPECT_FALSE(number->label.empty());
      }
    }
  }
}

TEST(RuleSentence, EveryPartCanBeSetToWhatItIs) {
  const domain::Programme programme = asked();
  for (int kind = 0; kind < static_cast<int>(kinds_of_rule(say).size()); ++kind) {
    const auto made = new_rule(programme, kind);
    if (!made) continue;
    for (const Piece& piece : rule_sentence(say, programme, *made, 0)) {
      const auto same = [&](const ControlId& id, int value) {
        const auto again =
            with_part(programme, *made, std::string_view(id.key).substr(2), value);
        ASSERT_TRUE(again) << id.key;
        EXPECT_EQ(*again, *made) << id.key;
      };
      if (const auto* choice = std::get_if<Choice>(&piece)) same(choice->id, choice->selected);
      if (const auto* slider = std::get_if<Slider>(&piece)) same(slider->id, slider->value);
      if (const auto* number = std::get_if<NumberBox>(&piece)) same(number->id, number->value);
    }
  }
}

TEST(RuleParts, MovingOneEndOfARangePastTheOtherTakesItAlong) {
  const auto moved = with_part(
      asked(), rule(domain::GapWithin{{key("grade"), key("grade")}, 1, 2}), "at_least", 3);

  ASSERT_TRUE(moved);
  EXPECT_EQ(std::get<domain::GapWithin>(moved->criterion).at_most, 3);
}

TEST(RuleParts, MoreStepsEarnWhatTheLastOneDid) {
  const domain::Rule gap =
      rule(domain::PointsForGap{{key("grade"), key("grade")}, {{1, 9}, {2, 12}}});

  const auto more = with_part(asked(), gap, "steps", 4);
  ASSERT_TRUE(more);
  EXPECT_EQ(std::get<domain::PointsForGap>(more->criterion).points_by_gap,
            (std::map<int, int>{{1, 9}, {2, 12}, {3, 12}, {4, 12}}));
  EXPECT_EQ(with_part(asked(), *more, "steps", 2), gap);
}

TEST(RuleParts, RefuseWhatIsNotThere) {
  const domain::Rule same = rule(domain::PointsForSame{{key("topics"), key("topics")}, 10});

  EXPECT_FALSE(with_part(asked(), same, "nonsense", 1));
  EXPECT_FALSE(with_part(asked(), same, "mentor_field", 99));
  EXPECT_FALSE(with_part(asked(), same, "answer", 0));
}

TEST(RuleParts, AConditionComesAndGoes) {
  const domain::Rule same = rule(domain::PointsForSame{{key("topics"), key("topics")}, 10});

  const auto conditional = with_part(asked(), same, "when", 1);
  ASSERT_TRUE(conditional);
  ASSERT_TRUE(conditional->only_when);
  EXPECT_EQ(with_part(asked(), *conditional, "when", 0), same);
}

}  // namespace
}  // namespace pairbook::app
