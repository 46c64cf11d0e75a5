#include "pairbook/matching/fit.hpp"

#include <gtest/gtest.h>

#include "small_round.hpp"

namespace pairbook::matching {
namespace {

using namespace domain;
using testing::key;
using testing::small;
using testing_support::mentee_id;
using testing_support::mentor_id;
using testing_support::person_id;

/// small() with a question that is kept for fairness, and no e-mail address: then a person's
/// key is made of their answers.
Programme with_fairness_question() {
  Programme out = small();
  Field gender;
  gender.key = key("gender");
  gender.kind = FieldKind::scale;
  gender.options = {"woman", "man"};
  gender.use = FieldUse::fairness;
  out.fields.push_back(gender);
  // decide() refuses such rules; two devices may make them nevertheless.
  out.rules.rules.push_back({MustShare{{key("gender"), key("gender")}}, {}, true});
  out.rules.rules.push_back({PointsForSame{{key("topics"), key("topics")}, 7},
                             OnlyWhen{Side::mentee, key("gender"), "man"}});
  out.rules.rules.front().importance = {};
  out.rules.rules.push_back(
      {PointsForSame{{key("topics"), key("topics")}, 9}, {}, true, key("gender")});
  return out;
}

TEST(Fit, NoAnswerThatIsKeptForFairnessChangesAByteOfTheProblem) {
  const Programme programme = with_fairness_question();
  const base::Bytes without = encode_problem(fit(programme).problem);
  for (const auto& [id, person] : programme.people) {
    for (const char* answer : {"woman", "man"}) {
      Programme other = programme;
      other.people.at(id).answers[key("gender")] = Answer{{answer}};
      EXPECT_EQ(encode_problem(fit(other).problem), without) << person.name << answer;
    }
    Programme other = programme;  // any other answer does change it
    other.people.at(id).answers[key("topics")] = Answer{{"something else"}};
    EXPECT_NE(encode_problem(fit(other).problem), without) << person.name;
  }
}

TEST(Fit, TheSameAnswersForMatchingWouldChangeIt) {
  Programme programme = with_fairness_question();
  programme.fields.back().use = FieldUse::matching;
  const base::Bytes without = encode_problem(fit(programme).problem);
  for (auto& [id, person] : programme.people) person.answers[key("gender")] = Answer{{"woman"}};
  EXPECT_NE(encode_problem(fit(programme).problem), without);
}

TEST(Fit, LetsPassWhoeverDidNotAnswer) {
  Programme programme = small();
  programme.people.at(person_id(13)).answers.clear();
  programme.rules.rules = {{MustShare{{key("topics"), key("topics")}}, {}, true}};

  const Fit made = fit(programme);

  EXPECT_TRUE(score_pair(made.problem, made.position(mentee_id(13)), 0).allowed);
}

TEST(Fit, AppliesARuleOnlyWhenItsConditionHolds) {
  Programme programme = small();
  programme.rules.rules[0].only_when = OnlyWhen{Side::mentee, key("topics"), "SEA"};

  const Fit made = fit(programme);

  const Index mentor = made.position(mentor_id(1));
  EXPECT_EQ(score_pair(made.problem, made.position(mentee_id(12)), mentor).points, 20);
  EXPECT_EQ(score_pair(made.problem, made.position(mentee_id(11)), mentor).points, 0);
}

TEST(Fit, MeasuresGapsInHalfSteps) {
  Programme programme = small();
  Field years;
  years.key = key("years");
  years.kind = FieldKind::number;
  programme.fields.push_back(years);
  programme.people.at(person_id(1)).answers[key("years")] = Answer{{"10.5"}};
  programme.people.at(person_id(11)).answers[key("years")] = Answer{{"8.5"}};
  programme.people.at(person_id(12)).answers[key("years")] = Answer{{"8.25"}};
  programme.rules.rules = {{GapWithin{{key("years"), key("years")}, 1, 2}, {}, true}};

  const Fit made = fit(programme);

  const Index mentor = made.position(mentor_id(1));
  EXPECT_TRUE(score_pair(made.problem, made.position(mentee_id(11)), mentor).allowed);
  EXPECT_FALSE(score_pair(made.problem, made.position(mentee_id(12)), mentor).allowed);
}

TEST(Fit, FindsMeetingTimeAcrossZonesInWinterAndSummer) {
  Programme programme = small();
  const auto add = [&](unsigned person, const char* times, const char* zone) {
    auto& answers = programme.people.at(person_id(person)).answers;
    answers[key("times")] = Answer{{times}};
    answers[key("zone")] = Answer{{zone}};
  };
  add(1, "Mon 09:00-10:00", "Europe/London");
  add(11, "Mon 10:00-11:00", "Europe/Warsaw");     // one hour ahead all year
  add(12, "Mon 14:30-15:30", "Asia/Kolkata");      // 9:00 in London in winter only
  add(13, "Sun 23:00-24:00", "Pacific/Honolulu");  // 9:00 on Monday in UTC: winter only
  programme.rules.rules = {
      {MeetingTime{{key("times"), key("times")}, key("zone"), 60}, {}, true}};

  const Fit made = fit(programme);

  const Index mentor = made.position(mentor_id(1));
  EXPECT_TRUE(score_pair(made.problem, made.position(mentee_id(11)), mentor).allowed);
  EXPECT_FALSE(score_pair(made.problem, made.position(mentee_id(12)), mentor).allowed);
  EXPECT_FALSE(score_pair(made.problem, made.position(mentee_id(13)), mentor).allowed);
}

TEST(Fit, NeverPairsSomebodyWithTheirManagerOrThemselves) {
  Programme programme = small();
  programme.people.at(person_id(11)).answers[key("manager")] = Answer{{"PERSON 1"}};
  programme.people.at(person_id(12)).roles.mentor = true;
  programme.rules.rules = {{NotManager{key("manager")}, {}, true}};

  const Fit made = fit(programme);

  const auto allowed = [&](unsigned mentee, unsigned mentor) {
    return score_pair(made.problem, made.position(mentee_id(mentee)),
                      made.position(mentor_id(mentor)))
        .allowed;
  };
  EXPECT_FALSE(allowed(11, 1));
  EXPECT_TRUE(allowed(11, 2));
  EXPECT_FALSE(allowed(12, 12));
}

TEST(Fit, LeavesOutWhoHasAMentorAndCountsTakenPlaces) {
  Programme programme = small();
  Pair pair;
  pair.mentor = mentor_id(1);
  pair.mentee = mentee_id(11);
  programme.pairs.emplace(pair.id, pair);

  const Fit made = fit(programme);

  EXPECT_EQ(made.position(mentee_id(11)), nobody);
  EXPECT_EQ(made.problem.mentors[made.position(mentor_id(1))].places, 0U);
  EXPECT_EQ(made.problem.mentors[made.position(mentor_id(2))].places, 1U);
}

TEST(Fit, AvoidsAnEndedPairOnlyWhenTheRuleSaysSo) {
  Programme programme = small();
  Pair pair;
  pair.mentor = mentor_id(1);
  pair.mentee = mentee_id(11);
  pair.state = PairState::ended;
  programme.pairs.emplace(pair.id, pair);
  const auto allowed = [&] {
    const Fit made = fit(programme);
    return score_pair(made.problem, made.position(mentee_id(11)), 0).allowed;
  };

  EXPECT_TRUE(allowed());
  programme.rules.rules.push_back({NotEarlierPair{}, {}, true});
  EXPECT_FALSE(allowed());
}

TEST(Fit, ListsLocksThatCannotBeKept) {
  Programme programme = small();
  programme.verdicts[{mentor_id(1), mentee_id(11)}] = Verdict::locked;
  programme.verdicts[{mentor_id(1), mentee_id(12)}] = Verdict::locked;

  const Fit made = fit(programme);

  EXPECT_EQ(made.problem.locked.size(), 1U);
  EXPECT_EQ(made.impossible_locks, (std::vector<VerdictKey>{{mentor_id(1), mentee_id(12)}}));
}

}  // namespace
}  // namespace pairbook::matching
