#include "pairbook/matching/propose.hpp"

#include <gtest/gtest.h>

#include "some_problem.hpp"

namespace pairbook::matching {
namespace {

using namespace domain;
using testing::key;
using testing::some_programme;
using testing_support::mentee_id;
using testing_support::mentor_id;
using testing_support::person_id;

/// Two mentors with one place, three mentees; points for what they share of "topics".
Programme small() {
  Programme out;
  Field topics;
  topics.key = key("topics");
  topics.kind = FieldKind::several_of;
  out.fields = {topics};
  const auto add = [&](unsigned number, bool mentor, std::vector<std::string> values) {
    Person person;
    person.id = person_id(number);
    person.name = "Person " + base::to_text(number);
    (mentor ? person.roles.mentor : person.roles.mentee) = true;
    if (!values.empty()) person.answers[key("topics")] = Answer{std::move(values)};
    out.people.emplace(person.id, person);
  };
  add(1, true, {"art", "law", "sea"});
  add(2, true, {"law"});
  add(11, false, {"art", "law"});
  add(12, false, {"law", "sea"});
  add(13, false, {"Law"});
  out.rules.rules = {{PointsForShared{{key("topics"), key("topics")}, 10, 30}, {}, true}};
  return out;
}

std::map<MenteeId, MentorId> mentors_in(const Proposal& proposal) {
  std::map<MenteeId, MentorId> out;
  for (const ProposedPair& pair : pairs_of(proposal)) out.emplace(pair.mentee, pair.mentor);
  return out;
}

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

TEST(Explain, AddsUpToTheScoreOfEveryPair) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Fit made = fit(some_programme(seed, 25, 12));
    for (Index i = 0; i < made.mentees.size(); ++i) {
      for (Index j = 0; j < made.mentors.size(); ++j) {
        const Explanation why = explain(made, i, j);
        const PairScore score = score_pair(made.problem, i, j);
        int sum = 0;
        for (const Fact& fact : why.facts) sum += fact.points;
        ASSERT_EQ(sum, score.points);
        ASSERT_EQ(why.forbidden_by.empty(), score.allowed);
      }
    }
  }
}

TEST(Explain, NamesWhatTheTwoShare) {
  const Fit made = fit(small());

  const Explanation why =
      explain(made, made.position(mentee_id(12)), made.position(mentor_id(1)));

  ASSERT_EQ(why.facts.size(), 1U);
  EXPECT_EQ(why.facts[0].rule, 0U);
  EXPECT_EQ(why.facts[0].points, 20);
  EXPECT_EQ(why.facts[0].values, (std::vector<std::string>{"law", "sea"}));
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

/// small(), after a pair of 1 and 11 has ended.
Programme after_an_end(Another for_mentor, Another for_mentee) {
  Programme out = small();
  Pair pair;
  pair.id = testing_support::pair_id(1);
  pair.mentor = mentor_id(1);
  pair.mentee = mentee_id(11);
  pair.state = PairState::ended;
  out.pairs.emplace(pair.id, pair);
  if (for_mentor != Another::no || for_mentee != Another::no)
    out.follow_ups[pair.id] = FollowUp{{}, {}, for_mentor, for_mentee};
  return out;
}

TEST(Rematch, GivesPriorityToWhoeverAskedForAnotherPartner) {
  Programme programme = after_an_end(Another::no, Another::wanted);
  programme.people.erase(person_id(1));  // one place left: mentor 2, for whom all are alike
  programme.rules.bonus_for_rematch = 1;
  EXPECT_EQ(mentors_in(*propose(programme)),
            (std::map<MenteeId, MentorId>{{mentee_id(11), mentor_id(2)}}));

  // 12 is better by 20, so the bonus must be more than that.
  programme.people.at(person_id(12)).answers[key("topics")] = Answer{{"law", "sky", "tea"}};
  programme.people.at(person_id(2)).answers[key("topics")] = Answer{{"law", "sky", "tea"}};
  programme.rules.bonus_for_rematch = 19;
  EXPECT_TRUE(mentors_in(*propose(programme)).contains(mentee_id(12)));
  programme.rules.bonus_for_rematch = 21;
  EXPECT_TRUE(mentors_in(*propose(programme)).contains(mentee_id(11)));
}

TEST(Rematch, TellsTheBonusOfBothAsAFactOfItsOwn) {
  Programme programme = after_an_end(Another::wanted, Another::wanted);
  programme.rules.bonus_for_rematch = 7;
  programme.rules.bonus_for_unmatched = 100;  // nobody has a pair: it goes to nobody
  const Fit made = fit(programme);

  const auto bonus = [&](unsigned mentee, unsigned mentor) {
    const auto why =
        explain(made, made.position(mentee_id(mentee)), made.position(mentor_id(mentor)));
    return why.facts.back().rematch ? why.facts.back().points : 0;
  };
  EXPECT_EQ(bonus(12, 1), 7);
  EXPECT_EQ(bonus(11, 2), 7);
  EXPECT_EQ(bonus(13, 2), 0);
  EXPECT_EQ(bonus(11, 1), 14);
}

TEST(Rematch, NeverProposesThosePeopleToEachOtherAgainUnlessLocked) {
  for (const Another asked : {Another::wanted, Another::found}) {
    Programme programme = after_an_end(asked, Another::no);
    Fit made = fit(programme);
    const Index mentee = made.position(mentee_id(11)), mentor = made.position(mentor_id(1));
    EXPECT_EQ(explain(made, mentee, mentor).forbidden_by, std::vector{parted});

    programme.verdicts[{mentor_id(1), mentee_id(11)}] = Verdict::locked;
    EXPECT_EQ(mentors_in(*propose(programme)).at(mentee_id(11)), mentor_id(1));
  }
  const Fit free = fit(after_an_end(Another::no, Another::no));
  EXPECT_TRUE(
      score_pair(free.problem, free.position(mentee_id(11)), free.position(mentor_id(1)))
          .allowed);
}

TEST(Rematch, LeavesActivePairsAlone) {
  Programme programme = after_an_end(Another::wanted, Another::wanted);
  Pair pair;
  pair.id = testing_support::pair_id(2);
  pair.mentor = mentor_id(2);
  pair.mentee = mentee_id(12);
  programme.pairs.emplace(pair.id, pair);

  const auto found = mentors_in(*propose(programme));

  EXPECT_EQ(found, (std::map<MenteeId, MentorId>{{mentee_id(13), mentor_id(1)}}))
      << "the one free place goes to the only one who may have it";
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

TEST(Propose, KeepsWhatIsLockedAndNeverMakesWhatIsForbidden) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    const Programme programme = some_programme(seed, 40, 20);
    const auto proposal = propose(programme);
    ASSERT_TRUE(proposal);
    ASSERT_TRUE(proposal->solution.optimal);
    const auto mentors = mentors_in(*proposal);
    for (const Couple& lock : proposal->fit.problem.locked) {
      ASSERT_EQ(proposal->solution.mentor_of[lock.mentee], lock.mentor);
    }
    for (const ProposedPair& pair : pairs_of(*proposal)) {
      const PairScore score =
          score_pair(proposal->fit.problem, proposal->fit.position(pair.mentee),
                     proposal->fit.position(pair.mentor));
      ASSERT_TRUE(score.allowed || pair.locked);
      ASSERT_EQ(score.points, pair.points);
    }
  }
}

TEST(Propose, RanksPartnersInBothLists) {
  const auto proposal = propose(small());

  // Mentor 1 has 20 points with 11 and with 12; mentor 2 has 10 with everybody.
  for (const ProposedPair& pair : pairs_of(*proposal)) {
    EXPECT_EQ(pair.mentees_rank, 1U);
    const bool first_choice = pair.mentor == mentor_id(1) || pair.mentee == mentee_id(13);
    EXPECT_EQ(pair.mentors_rank, first_choice ? 1U : 2U);
  }
}

TEST(Unmatched, SaysWhoHasThePlaces) {
  const auto proposal = propose(small());
  const auto left = unmatched_mentees(*proposal);
  ASSERT_EQ(left.size(), 1U);

  const Unmatched why = why_unmatched_mentee(*proposal, left[0]);

  EXPECT_EQ(why.why, WhyUnmatched::places_taken);
  EXPECT_EQ(why.allowed, 2U);
  ASSERT_EQ(why.rivals.size(), 2U);
  EXPECT_LE(why.rivals[0].points - why.rivals[0].would_score,
            why.rivals[1].points - why.rivals[1].would_score);
}

TEST(Unmatched, SaysWhichRuleLeavesNobody) {
  Programme programme = small();
  programme.people.at(person_id(13)).answers[key("topics")] = Answer{{"tea"}};
  programme.rules.rules.push_back({MustShare{{key("topics"), key("topics")}}, {}, true});
  const auto proposal = propose(programme);

  const Unmatched why = why_unmatched_mentee(*proposal, proposal->fit.position(mentee_id(13)));

  EXPECT_EQ(why.why, WhyUnmatched::no_partner_allowed);
  ASSERT_EQ(why.rules.size(), 1U);
  EXPECT_EQ(why.rules[0], (RuleEffect{1, 2, 2}));
}

TEST(Difference, NamesWhoMovesAndWhoIsLeftOut) {
  const Programme before = small();
  Programme after = before;
  const auto first = propose(before);
  const MenteeId out{first->fit.mentees[unmatched_mentees(*first)[0]]};
  after.verdicts[{mentor_id(2), out}] = Verdict::locked;

  const auto changes = difference(*first, *propose(after));

  int left_out = 0;
  for (const Change& change : changes) {
    EXPECT_NE(change.before, change.after);
    if (change.mentee == out) {
      EXPECT_EQ(change.before, std::nullopt);
      EXPECT_EQ(change.after, mentor_id(2));
    }
    if (change.after == std::nullopt) ++left_out;
  }
  EXPECT_GE(changes.size(), 2U);
  EXPECT_EQ(left_out, 1);
}

TEST(OpenProposal, PricesLocksSwapsAndVetoesAsANewSolveWould) {
  int asked = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    SCOPED_TRACE(seed);
    Programme programme = some_programme(seed, 30, 14);
    programme.rules.goal = seed % 2 == 0 ? MatchGoal::most_matched : MatchGoal::best_total;
    const auto proposal = propose(programme);
    const auto open = OpenProposal::open(*proposal);
    ASSERT_TRUE(open);
    for (const ProposedPair& pair : pairs_of(*proposal)) {
      if (pair.locked) continue;
      const auto veto = open->if_forbidden(pair.mentee);
      ASSERT_TRUE(veto);
      Programme other = programme;
      other.verdicts[{pair.mentor, pair.mentee}] = Verdict::forbidden;
      const auto anew = propose(other);
      EXPECT_EQ(veto->points, proposal->solution.total - anew->solution.total);
      EXPECT_EQ(veto->pairs, static_cast<int>(proposal->solution.matched) -
                                 static_cast<int>(anew->solution.matched));
      for (const auto& alternative : open->alternatives(pair.mentee, 3)) {
        Programme locked = programme;
        locked.verdicts[{alternative.mentor, pair.mentee}] = Verdict::locked;
        const auto with_lock = propose(locked);
        EXPECT_EQ(alternative.cost.points,
                  proposal->solution.total - with_lock->solution.total);
        ++asked;
      }
    }
  }
  EXPECT_GT(asked, 40);
}

TEST(OpenProposal, SwapsTwoMentees) {
  const auto proposal = propose(small());
  const auto pairs = pairs_of(*proposal);
  ASSERT_EQ(pairs.size(), 2U);

  const auto cost = OpenProposal::open(*proposal)->if_swapped(pairs[0].mentee, pairs[1].mentee);

  ASSERT_TRUE(cost);
  EXPECT_EQ(cost->moves.size(), 2U);
  EXPECT_EQ(cost->pairs, 0);
}

TEST(OpenProposal, RefusesWhatIsNotProven) {
  auto proposal = propose(small());
  proposal->solution.optimal = false;
  EXPECT_FALSE(OpenProposal::open(*proposal));

  proposal->solution.optimal = true;
  proposal->solution.price[0] += 1;
  EXPECT_FALSE(OpenProposal::open(*proposal));
}

}  // namespace
}  // namespace pairbook::matching
