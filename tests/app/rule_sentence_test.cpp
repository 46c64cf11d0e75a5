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
      .with(a_field("similar", FieldKind::yes_no))
      .with(a_field("skills_wanted", FieldKind::skills))
      .with(a_field("skills_offered", FieldKind::skills))
      .with(a_field("hours_wanted", FieldKind::number))
      .with(a_field("hours_offered", FieldKind::number))
      .with(a_field("not_with", FieldKind::several_of))
      .with(a_field("talks", FieldKind::scale, {"little", "much"}))
      .with(a_field("plans", FieldKind::scale, {"little", "much"}));
}

int kind_called(const std::string& name) {
  const auto kinds = kinds_of_rule(say);
  return static_cast<int>(std::find(kinds.begin(), kinds.end(), name) - kinds.begin());
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
  EXPECT_EQ(field->options, (std::vector<std::string>{"grade", "hours_wanted", "hours_offered",
                                                      "talks", "plans"}));
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

TEST(NewRule, IsAboutTheQuestionsThatAreLikelyMeant) {
  const auto skills = new_rule(asked(), kind_called("points for skills, also related ones"));
  ASSERT_TRUE(skills);
  EXPECT_EQ(rule_text(say, asked(), *skills),
            "40 points when the mentor’s skills_offered cover all of the mentee’s "
            "skills_wanted, fewer for some of it; a related skill counts 50 per cent");

  const auto apart = new_rule(asked(), kind_called("must not be somebody they named"));
  ASSERT_TRUE(apart);
  EXPECT_EQ(apart->criterion,
            domain::Criterion(domain::NotNamed{key("not_with"), key("not_with")}));
  EXPECT_FALSE(new_rule(asked(), kind_called("points for wishes")));
}

TEST(RuleParts, AQuestionnaireAsksMoreAndFewerQuestions) {
  const auto close = new_rule(asked(), kind_called("points for answering alike"));
  ASSERT_TRUE(close);
  const auto three = with_part(asked(), *close, "scales", 3);
  ASSERT_TRUE(three);
  EXPECT_EQ(std::get<domain::PointsForClose>(three->criterion).scales,
            (std::vector{key("grade"), key("talks"), key("plans")}));
  EXPECT_EQ(with_part(asked(), *three, "scales", 9), *three);  // there are no more
  EXPECT_EQ(with_part(asked(), *three, "scales", 1), *close);
  EXPECT_FALSE(with_part(asked(), *three, "scales", 0));
  EXPECT_NE(find_part<Choice>(rule_sentence(say, asked(), *three, 2), "2/scales:2"), nullptr);
}

TEST(RuleParts, AGapMayBeginAnywhere) {
  const domain::Rule gap =
      rule(domain::PointsForGap{{key("grade"), key("grade")}, {{1, 9}, {2, 12}}});

  const auto below = with_part(asked(), gap, "first", -1);
  ASSERT_TRUE(below);
  EXPECT_EQ(std::get<domain::PointsForGap>(below->criterion).points_by_gap,
            (std::map<int, int>{{-1, 9}, {0, 12}}));
}

TEST(RuleParts, ImportanceIsAScaleThatNoRuleCompares) {
  domain::Programme programme = asked();
  const domain::Rule same = rule(domain::PointsForSame{{key("topics"), key("topics")}, 10});
  programme.rules.rules = {rule(domain::GapWithin{{key("grade"), key("grade")}, 1, 2}),
                           rule(domain::PointsForClose{{key("plans")}, 5}), same};

  const auto sentence = rule_sentence(say, programme, same, 2);
  const auto* choice = find_part<Choice>(sentence, "2/importance");
  ASSERT_NE(choice, nullptr);
  EXPECT_EQ(choice->options, (std::vector<std::string>{"same for all", "as “talks” says"}));
  const auto weighed = with_part(programme, same, "importance", 1);
  ASSERT_TRUE(weighed);
  EXPECT_EQ(weighed->importance, key("talks"));
  EXPECT_EQ(with_part(programme, *weighed, "importance", 0), same);
  EXPECT_EQ(find_part<Choice>(rule_sentence(say, programme, programme.rules.rules[0], 0),
                              "0/importance"),
            nullptr);
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
