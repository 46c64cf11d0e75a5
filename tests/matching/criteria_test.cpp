// The rules that came after the first ten: what they forbid, what they give, how it is told.
#include <gtest/gtest.h>

#include "pairbook/matching/propose.hpp"
#include "some_problem.hpp"

namespace pairbook::matching {
namespace {

using namespace domain;
using namespace testing_support;

constexpr unsigned anna = 1, ben = 2;    // mentors
constexpr unsigned mia = 11, noah = 12;  // mentees

/// Two mentors, two mentees, and questions of every kind these rules read.
ProgrammeBuilder people() {
  return a_programme()
      .with(a_mentor(anna).named("Anna"))
      .with(a_mentor(ben).named("Ben"))
      .with(a_mentee(mia).named("Mia"))
      .with(a_mentee(noah).named("Noah"))
      .with(a_field("offers", FieldKind::skills))
      .with(a_field("wants", FieldKind::skills))
      .with(a_field("hours", FieldKind::number))
      .with(a_field("place", FieldKind::text))
      .with(a_field("online", FieldKind::yes_no))
      .with(a_field("from", FieldKind::text))
      .with(a_field("to", FieldKind::text))
      .with(a_field("named", FieldKind::several_of))
      .with(a_field("talks", FieldKind::scale, {"by letter", "a bit", "both", "more", "talk"}))
      .with(a_field("plans", FieldKind::scale, {"no", "some", "yes"}))
      .with(a_field("matters", FieldKind::scale, {"little", "as usual", "much"}))
      .with(a_field("matters_2", FieldKind::scale, {"little", "as usual", "much"}));
}

void say(Programme& programme, unsigned person, const char* field,
         std::vector<std::string> values) {
  programme.people.at(person_id(person)).answers[key(field)] = Answer{std::move(values)};
}

struct Solved {
  Fit fit;
  [[nodiscard]] PairScore score(unsigned mentee, unsigned mentor) const {
    return score_pair(fit.problem, fit.position(mentee_id(mentee)),
                      fit.position(mentor_id(mentor)));
  }
  [[nodiscard]] int points(unsigned mentee, unsigned mentor) const {
    return score(mentee, mentor).points;
  }
  [[nodiscard]] bool allowed(unsigned mentee, unsigned mentor) const {
    return score(mentee, mentor).allowed;
  }
  [[nodiscard]] Fact fact(unsigned mentee, unsigned mentor) const {
    const auto why =
        explain(fit, fit.position(mentee_id(mentee)), fit.position(mentor_id(mentor)));
    return why.facts.empty() ? Fact{} : why.facts.front();
  }
};
Solved with(Programme programme, Criterion criterion, FieldKey importance = {}) {
  programme.rules.rules.push_back({std::move(criterion), {}, true, std::move(importance)});
  return {fit(programme)};
}
Compared same(const char* field) {
  return {key(field), key(field)};
}

const PointsForSkills skills{key("wants"), key("offers"), 40, 50};

TEST(PointsForSkills, GiveAllForAllThatIsWanted) {
  Programme programme = people();
  say(programme, mia, "wants", {"Python", "Négociation"});
  say(programme, anna, "offers", {"negociation", "PYTHON", "sales"});
  say(programme, ben, "offers", {"sewing"});

  const Solved solved = with(programme, skills);

  EXPECT_EQ(solved.points(mia, anna), 40);
  EXPECT_EQ(solved.points(mia, ben), 0);
  EXPECT_EQ(solved.fact(mia, anna).values, (std::vector<std::string>{"PYTHON", "negociation"}));
}

TEST(PointsForSkills, GiveLessForALowerLevelAndSomeForOneThatWasNotSaid) {
  Programme programme = people();
  say(programme, mia, "wants", {"Python (advanced)"});
  say(programme, noah, "wants", {"Python (beginner)"});
  say(programme, anna, "offers", {"Python (intermediate)"});
  say(programme, ben, "offers", {"Python"});

  const Solved solved = with(programme, skills);

  EXPECT_EQ(solved.points(mia, anna), 24);
  EXPECT_EQ(solved.points(mia, ben), 30);
  EXPECT_EQ(solved.points(noah, anna), 40);
}

TEST(PointsForSkills, KnowOtherNamesAndRelatedSkills) {
  Programme programme = people();
  say(programme, mia, "wants", {"JavaScript"});
  say(programme, noah, "wants", {"public speaking"});
  say(programme, anna, "offers", {"js skills", "presentations"});
  say(programme, ben, "offers", {"Python"});

  const Solved solved = with(programme, skills);

  EXPECT_EQ(solved.points(mia, anna), 40);
  EXPECT_EQ(solved.points(noah, anna), 40);
  EXPECT_EQ(solved.points(mia, ben), 20);
  EXPECT_TRUE(solved.fact(mia, ben).values.empty());
  EXPECT_EQ(solved.fact(mia, ben).related, std::vector<std::string>{"Python"});
  EXPECT_EQ(
      with(programme, PointsForSkills{key("wants"), key("offers"), 40, 0}).points(mia, ben), 0);
}

TEST(PointsForSkills, LetARareSkillCountNoLessThanACommonOne) {
  auto builder = people();
  for (unsigned n = 20; n < 40; ++n) {
    builder.with(a_mentor(n).says("offers", {"sales"}));
  }
  Programme programme = builder;
  say(programme, mia, "wants", {"sales", "welding"});
  say(programme, anna, "offers", {"welding"});
  say(programme, ben, "offers", {"sales"});

  const Solved solved = with(programme, skills);

  EXPECT_GT(solved.points(mia, anna), solved.points(mia, ben));
  EXPECT_LE(solved.points(mia, anna), 2 * solved.points(mia, ben) + 1);
}

TEST(PointsForSkills, TakeTheAverageForWhoeverGaveNoAnswer) {
  Programme programme = people();
  say(programme, mia, "wants", {"Python"});
  say(programme, anna, "offers", {"Python"});
  programme.people.at(person_id(noah)).roles.mentor = true;
  say(programme, noah, "offers", {"sewing"});

  const Solved solved = with(programme, skills);

  EXPECT_EQ(solved.points(mia, ben), 20);  // Anna 40, Noah 0
  EXPECT_EQ(solved.points(noah, anna), 20);
  EXPECT_TRUE(solved.fact(mia, ben).unknown);
  EXPECT_FALSE(solved.fact(mia, anna).unknown);
}

TEST(Hours, MustBeEnoughWhenBothSaidHowMany) {
  Programme programme = people();
  say(programme, anna, "hours", {"4"});
  say(programme, mia, "hours", {"4.5"});
  say(programme, noah, "hours", {"4"});

  const Solved solved = with(programme, MustBeEnough{same("hours")});

  EXPECT_FALSE(solved.allowed(mia, anna));
  EXPECT_TRUE(solved.allowed(noah, anna));
  EXPECT_TRUE(solved.allowed(mia, ben));
}

TEST(Hours, EarnInProportionToWhatIsWanted) {
  Programme programme = people();
  say(programme, anna, "hours", {"3"});
  say(programme, ben, "hours", {"0"});
  say(programme, mia, "hours", {"4"});

  const Solved solved = with(programme, PointsForEnough{same("hours"), 10});

  EXPECT_EQ(solved.points(mia, anna), 7);
  EXPECT_EQ(solved.points(mia, ben), 0);
  EXPECT_EQ(solved.points(noah, anna), 3);  // the average of 7 and 0
  EXPECT_EQ(solved.fact(mia, anna).offered, 3000);
  EXPECT_EQ(solved.fact(mia, anna).wanted, 4000);
}

TEST(Hours, OnAScaleTheLowestStepIsNotNothing) {
  Programme programme = people();
  say(programme, anna, "plans", {"no"});
  say(programme, mia, "plans", {"some"});

  EXPECT_EQ(with(programme, PointsForEnough{same("plans"), 10}).points(mia, anna), 5);
}

TEST(MeetSomewhere, NeedsAPlaceInCommonOrBothOnline) {
  Programme programme = people();
  say(programme, anna, "place", {"Leeds"});
  say(programme, ben, "place", {"York"});
  say(programme, ben, "online", {"yes"});
  say(programme, mia, "place", {"leeds"});
  say(programme, mia, "online", {"yes"});
  say(programme, noah, "online", {"no"});

  const Solved solved = with(programme, MeetSomewhere{same("place"), key("online")});

  EXPECT_TRUE(solved.allowed(mia, anna));
  EXPECT_TRUE(solved.allowed(mia, ben));
  EXPECT_TRUE(solved.allowed(noah, ben));  // did not say where
  EXPECT_EQ(solved.fact(mia, ben).values, std::vector<std::string>{""});
  programme.people.at(person_id(mia)).answers.erase(key("online"));
  EXPECT_FALSE(with(programme, MeetSomewhere{same("place"), key("online")}).allowed(mia, ben));
}

TEST(NotNamed, KeepsApartWhoeverNamedTheOther) {
  Programme programme = people();
  programme.people.at(person_id(ben)).email = *Email::from("ben@example.org");
  say(programme, mia, "named", {"ANNA", "Somebody else"});
  say(programme, noah, "named", {"Ben@Example.org"});

  const Solved solved = with(programme, NotNamed{key("named"), key("named")});
  EXPECT_FALSE(solved.allowed(mia, anna));
  EXPECT_TRUE(solved.allowed(mia, ben));
  EXPECT_FALSE(solved.allowed(noah, ben));

  say(programme, anna, "named", {"Noah"});
  EXPECT_FALSE(with(programme, NotNamed{key("named"), {}}).allowed(noah, anna));
  EXPECT_TRUE(with(programme, NotNamed{{}, key("named")}).allowed(noah, anna));
}

TEST(PointsForTransition, WantTheSameChangeOrAtLeastWhereItLed) {
  Programme programme = people();
  const auto change = [&](unsigned person, const char* from, const char* to) {
    say(programme, person, "from", {from});
    say(programme, person, "to", {to});
  };
  change(mia, "Teaching", "Technology");
  change(anna, "teaching", "technology");
  change(ben, "Nursing", "Technology");
  change(noah, "Technology", "Teaching");

  const Solved solved = with(programme, PointsForTransition{same("from"), same("to"), 30, 10});

  EXPECT_EQ(solved.points(mia, anna), 30);
  EXPECT_EQ(solved.points(mia, ben), 9);  // a third in whole per cent
  EXPECT_EQ(solved.points(noah, anna), 0);
  EXPECT_EQ(solved.fact(mia, anna).values, std::vector<std::string>{"teaching → technology"});
  EXPECT_EQ(solved.fact(mia, ben).related, std::vector<std::string>{"Nursing → Technology"});
}

TEST(PointsForWish, CountEachSideByRank) {
  Programme programme = people();
  say(programme, mia, "named", {"Anna", "Ben"});
  say(programme, noah, "named", {"Ben"});
  say(programme, anna, "named", {"Mia"});

  const Solved both = with(programme, PointsForWish{key("named"), key("named"), 20});
  EXPECT_EQ(both.points(mia, anna), 20);
  EXPECT_EQ(both.points(mia, ben), 7);  // half of 20, three quarters of it
  EXPECT_EQ(both.points(noah, ben), 10);
  EXPECT_EQ(both.points(noah, anna), 0);
  EXPECT_TRUE(both.fact(mia, anna).mentee_wished && both.fact(mia, anna).mentor_wished);
  EXPECT_FALSE(both.fact(noah, ben).mentor_wished);

  const Solved mentees = with(programme, PointsForWish{{}, key("named"), 20});
  EXPECT_EQ(mentees.points(noah, ben), 20);
  EXPECT_EQ(mentees.points(mia, ben), 15);
}

TEST(PointsForWish, CountOnlyWhatBothWishWhereNobodySeesTheAnswers) {
  Programme programme = people();
  say(programme, mia, "named", {"Anna", "Ben"});
  say(programme, noah, "named", {"Ben"});
  say(programme, anna, "named", {"Mia"});
  for (Field& field : programme.fields) {
    if (field.key == key("named")) field.seen_by = SeenBy::nobody;
  }

  const Solved both = with(programme, PointsForWish{key("named"), key("named"), 20});

  EXPECT_EQ(both.points(mia, anna), 20);
  EXPECT_EQ(both.points(mia, ben), 0);
  EXPECT_EQ(both.points(noah, ben), 0);
  EXPECT_TRUE(both.fit.unknown_names.empty());
}

TEST(PointsForWish, ANameThatTwoHaveSaysNobody) {
  Programme programme = people();
  programme.people.at(person_id(ben)).name = "Anna";
  say(programme, mia, "named", {"Anna"});

  const Solved one = with(programme, PointsForWish{{}, key("named"), 20});

  EXPECT_EQ(one.points(mia, anna), 0);
  EXPECT_EQ(one.points(mia, ben), 0);
}

TEST(UnknownNames, AreThoseNobodyInTheOtherRoleHas) {
  Programme programme = people();
  say(programme, mia, "named", {"Ben", "Bne", "anna"});
  say(programme, noah, "named", {"Mia"});  // a mentee, as he is
  say(programme, anna, "named", {"NOAH", "nobody@example.org"});
  programme.people.at(person_id(ben)).withdrawn = true;  // who is still somebody

  const Fit wish = with(programme, PointsForWish{key("named"), key("named"), 20}).fit;
  const Fit veto = with(programme, NotNamed{{}, key("named")}).fit;

  EXPECT_EQ(wish.unknown_names,
            (std::vector<UnknownName>{{0, person_id(mia), "Bne"},
                                      {0, person_id(noah), "Mia"},
                                      {0, person_id(anna), "nobody@example.org"}}));
  EXPECT_EQ(veto.unknown_names, (std::vector<UnknownName>{{0, person_id(mia), "Bne"},
                                                          {0, person_id(noah), "Mia"}}));
}

TEST(PointsForScore, AreInProportionAndTheAverageWithoutAScore) {
  Programme programme = people();
  say(programme, anna, "hours", {"4"});
  say(programme, mia, "plans", {"some"});

  const Solved mentor = with(programme, PointsForScore{key("hours"), {}, 5, 10});
  EXPECT_EQ(mentor.points(mia, anna), 8);
  EXPECT_EQ(mentor.points(mia, ben), 8);  // Anna's is the only one
  EXPECT_TRUE(mentor.fact(mia, ben).unknown);
  const Solved two = with(programme, PointsForScore{key("hours"), key("plans"), 5, 10});
  EXPECT_EQ(two.points(mia, anna), 6);  // 4 of 5, and the middle of a scale
}

TEST(PointsForClose, AverageOverTheScalesBothAnswered) {
  Programme programme = people();
  say(programme, anna, "talks", {"by letter"});
  say(programme, anna, "plans", {"yes"});
  say(programme, mia, "talks", {"a bit"});
  say(programme, mia, "plans", {"yes"});
  say(programme, noah, "talks", {"talk"});

  const Solved solved = with(programme, PointsForClose{{key("talks"), key("plans")}, 40});

  EXPECT_EQ(solved.points(mia, anna), 35);  // three quarters and one
  EXPECT_EQ(solved.points(noah, anna), 0);  // the ends of the one scale both answered
  EXPECT_EQ(solved.fact(mia, anna).same, 1);
  EXPECT_EQ(solved.fact(mia, anna).asked, 2);
  EXPECT_TRUE(solved.fact(mia, ben).unknown);
  EXPECT_GT(solved.points(mia, ben), 0);
  EXPECT_LT(solved.points(mia, ben), 40);
}

TEST(Importance, IsHalfToDoubleAndOfBothOnAverage) {
  Programme programme = people();
  say(programme, anna, "place", {"Leeds"});
  say(programme, mia, "place", {"Leeds"});
  say(programme, noah, "place", {"Leeds"});
  say(programme, mia, "matters", {"much"});
  say(programme, noah, "matters", {"little"});
  const PointsForSame at{same("place"), 10};

  const Solved solved = with(programme, at, key("matters"));
  EXPECT_EQ(solved.points(mia, anna), 20);
  EXPECT_EQ(solved.points(noah, anna), 5);
  EXPECT_EQ(solved.fact(mia, anna).weight, 200);

  say(programme, anna, "matters", {"as usual"});
  EXPECT_EQ(with(programme, at, key("matters")).points(mia, anna), 15);
}

TEST(Importance, OfEverythingGainsNothing) {
  Programme programme = people();
  for (const unsigned person : {anna, mia, noah}) {
    say(programme, person, "place", {"Leeds"});
    say(programme, person, "from", {"Teaching"});
  }
  say(programme, mia, "matters", {"much"});
  say(programme, mia, "matters_2", {"much"});
  say(programme, noah, "matters", {"much"});
  say(programme, noah, "matters_2", {"little"});
  programme.rules.rules = {{PointsForSame{same("place"), 20}, {}, true, key("matters")},
                           {PointsForSame{same("from"), 20}, {}, true, key("matters_2")}};

  const Solved solved{fit(programme)};

  EXPECT_EQ(solved.points(mia, anna), 40);
  EXPECT_EQ(solved.points(noah, anna), 42);  // 160 and 50 per cent: never below half
}

}  // namespace
}  // namespace pairbook::matching
