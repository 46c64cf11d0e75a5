#include "pairbook/matching/gaps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "random_assignment.hpp"
#include "some_problem.hpp"

namespace pairbook::matching {
namespace {

using namespace domain;
using testing::key;
using testing_support::mentee_id;
using testing_support::mentor_id;
using testing_support::person_id;

Problem round_of(std::uint64_t seed) {
  Programme programme = testing::some_programme(seed, 22, 10);
  if (seed % 3 == 0) programme.rules.at_least_points = 25;
  programme.rules.goal = seed % 2 == 0 ? MatchGoal::best_total : MatchGoal::most_matched;
  return fit(programme).problem;
}

TEST(PlaceGaps, SayWhatSolvingAgainWithThatPlaceSays) {
  int found = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    const Problem problem = round_of(seed);
    const Solution now = *solve(problem);
    const auto gaps = place_gaps(problem, now, 1000);
    ASSERT_TRUE(gaps);
    std::map<Index, PlaceGap> by_mentor;
    for (const PlaceGap& gap : gaps->places) by_mentor[gap.mentor] = gap;

    for (Index j = 0; j < problem.mentors.size(); ++j) {
      Problem with = problem;
      ++with.mentors[j].places;
      const Solution then = *solve(with);
      const auto gap = by_mentor.find(j);
      const bool is_there = gap != by_mentor.end();
      EXPECT_EQ(static_cast<std::int32_t>(then.matched - now.matched),
                is_there ? gap->second.pairs : 0)
          << j;
      EXPECT_EQ(then.total - now.total, is_there ? gap->second.points : 0) << j;
      if (!is_there) continue;
      ++found;
      EXPECT_EQ(gap->second.pairs > 0, gap->second.mentee != nobody);
      if (gap->second.pairs == 0) continue;
      EXPECT_EQ(now.mentor_of[gap->second.mentee], nobody);
    }
  }
  EXPECT_GT(found, 100);
}

TEST(PlaceGaps, PutTheMostPairsFirst) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Problem problem = round_of(seed);
    const auto gaps = place_gaps(problem, *solve(problem), 1000);
    ASSERT_TRUE(gaps);
    EXPECT_TRUE(std::is_sorted(
        gaps->places.begin(), gaps->places.end(), [](const PlaceGap& a, const PlaceGap& b) {
          return std::pair(a.pairs, a.points) > std::pair(b.pairs, b.points);
        }));
  }
}

TEST(PlaceGaps, AskNoMoreMentorsThanTheyMay) {
  const Problem problem = round_of(4);
  const auto gaps = place_gaps(problem, *solve(problem), 2);
  ASSERT_TRUE(gaps);
  EXPECT_EQ(gaps->asked, 2U);
  EXPECT_GT(gaps->worth, 2U);
  EXPECT_LE(gaps->places.size(), 2U);
}

/// Who waits, who is free, and the reasons between them, from explain().
struct Naive {
  std::map<std::uint32_t, std::set<Index>> mentees, mentors;
};
Naive naive_of(const Fit& made, const Solution& solution) {
  Naive out;
  std::vector<std::uint32_t> left;
  for (const Participant& mentor : made.problem.mentors) left.push_back(mentor.places);
  for (const Index mentor : solution.mentor_of) {
    if (mentor != nobody) --left[mentor];
  }
  for (Index i = 0; i < made.mentees.size(); ++i) {
    if (solution.mentor_of[i] != nobody) continue;
    for (Index j = 0; j < made.mentors.size(); ++j) {
      if (left[j] == 0) continue;
      const Explanation why = explain(made, i, j);
      if (why.forbidden_by.size() != 1) continue;
      const std::uint32_t rule = why.forbidden_by.front();
      if (rule == same_one || rule == pair_now) continue;
      out.mentees[rule].insert(i);
      const Participant& mentor = made.problem.mentors[j];
      if (mentor.waiting && left[j] == mentor.places) out.mentors[rule].insert(j);
    }
  }
  return out;
}

/// The same round, all its pairs held, and one reason fewer.
Problem without(Problem problem, const Solution& held, std::uint32_t rule) {
  std::erase_if(problem.tests,
                [&](const Test& test) { return is_must(test.kind) && test.rule == rule; });
  std::erase_if(problem.left_out, [&](const LeftOut& out) { return out.why == rule; });
  if (rule == too_few_points) problem.at_least = 0;
  problem.locked.clear();
  for (Index i = 0; i < held.mentor_of.size(); ++i) {
    if (held.mentor_of[i] != nobody) problem.locked.push_back({i, held.mentor_of[i]});
  }
  problem.goal = Goal::most_matched;
  return problem;
}

TEST(RuleGaps, CountThoseWhomOnlyThatReasonKeepsApart) {
  std::set<std::uint32_t> rules;
  for (std::uint64_t seed = 1; seed <= 80; ++seed) {
    SCOPED_TRACE(seed);
    Programme programme = testing::some_programme(seed, 30, 16);
    if (seed % 3 == 0) programme.rules.at_least_points = 25;
    const Fit made = fit(programme);
    const Solution solution = *solve(made.problem);
    const Naive naive = naive_of(made, solution);

    const auto gaps = rule_gaps(made.problem, solution);

    ASSERT_TRUE(gaps);
    ASSERT_EQ(gaps->size(), naive.mentees.size());
    for (const RuleGap& gap : *gaps) {
      ASSERT_TRUE(naive.mentees.contains(gap.rule));
      rules.insert(gap.rule);
      EXPECT_EQ(gap.mentees, naive.mentees.at(gap.rule).size());
      const auto mentors = naive.mentors.find(gap.rule);
      EXPECT_EQ(gap.mentors, mentors == naive.mentors.end() ? 0U : mentors->second.size());
      EXPECT_LE(gap.helped, gap.mentees);
      const Solution then = *solve(without(made.problem, solution, gap.rule));
      EXPECT_EQ(gap.pairs, then.matched - solution.matched) << "rule " << gap.rule;
    }
  }
  EXPECT_GE(rules.size(), 5U);
}

/// One mentor with places for all, mentees who wait for one thing each.
Programme waiting(Criterion must, FieldKind kind, std::vector<std::string> options,
                  std::vector<std::string> mentor,
                  const std::vector<std::vector<std::string>>& mentees) {
  Programme out;
  Field field;
  field.key = key("asked");
  field.kind = kind;
  field.options = std::move(options);
  out.fields = {field};
  Person person;
  person.id = person_id(1);
  person.name = "Mentor";
  person.roles.mentor = true;
  person.places = 9;
  person.answers[key("asked")] = Answer{std::move(mentor)};
  out.people.emplace(person.id, person);
  for (unsigned i = 0; i < mentees.size(); ++i) {
    Person mentee;
    mentee.id = person_id(11 + i);
    mentee.name = "Mentee " + base::to_text(static_cast<int>(i));
    mentee.roles.mentee = true;
    mentee.answers[key("asked")] = Answer{mentees[i]};
    out.people.emplace(mentee.id, mentee);
  }
  out.rules.rules = {{std::move(must), {}, true}};
  return out;
}
const Compared asked{key("asked"), key("asked")};

RuleGap only_gap(const Programme& programme) {
  const Fit made = fit(programme);
  const auto gaps = rule_gaps(made.problem, *solve(made.problem));
  return gaps && gaps->size() == 1 ? gaps->front() : RuleGap{};
}

TEST(RuleGaps, NameTheAnswerThatMostOfThemWouldShare) {
  Programme programme = waiting(MustShare{asked}, FieldKind::language, {}, {"English"},
                                {{"French"}, {"Polish", "French"}, {"Polish"}, {"French"}});
  const RuleGap gap = only_gap(programme);
  EXPECT_EQ(gap.mentees, 4U);
  EXPECT_EQ(gap.helped, 3U);
  EXPECT_EQ(fit(programme).words.at(gap.test).at(static_cast<std::size_t>(gap.wanted)),
            "French");

  programme.people.at(person_id(1)).answers[key("asked")].values.push_back("French");
  EXPECT_EQ(solve(fit(programme).problem)->matched, gap.helped);
}

TEST(RuleGaps, NameTheStepNearestToTheRange) {
  const std::vector<std::string> steps = {"a", "b", "c", "d", "e", "f"};
  Programme programme = waiting(GapWithin{asked, 2, 3}, FieldKind::scale, steps, {"e"},
                                {{"d"}, {"d"}, {"e"}, {"f"}});
  const RuleGap gap = only_gap(programme);
  EXPECT_EQ(gap.mentees, 4U);
  EXPECT_EQ(gap.wanted, 1 * levels_a_step);
  EXPECT_EQ(gap.helped, 2U);

  programme.rules.rules = {{GapWithin{asked, 1, 3}, {}, true}};
  EXPECT_EQ(solve(fit(programme).problem)->matched, gap.helped);
}

TEST(RuleGaps, NameTheHourAndTheMinutesThatComeNearest) {
  Programme programme =
      waiting(MeetingTime{asked, {}, 60}, FieldKind::availability, {}, {"Mon 09:00-12:00"},
              {{"Mon 11:15-14:00"}, {"Tue 18:00-20:00"}, {"Tue 18:30-20:00"}});
  const RuleGap gap = only_gap(programme);
  EXPECT_EQ(gap.mentees, 3U);
  EXPECT_EQ(gap.wanted, 3);  // quarters of an hour
  EXPECT_EQ(gap.helped, 1U);
  EXPECT_EQ(gap.hour, 24U + 19U);
  EXPECT_EQ(gap.hour_helped, 2U);

  Programme shorter = programme;
  shorter.rules.rules = {{MeetingTime{asked, {}, 45}, {}, true}};
  EXPECT_EQ(solve(fit(shorter).problem)->matched, gap.helped);
  programme.people.at(person_id(1)).answers[key("asked")].values = {"Tue 19:00-20:00"};
  EXPECT_EQ(solve(fit(programme).problem)->matched, gap.hour_helped);
}

TEST(RuleGaps, NameTheLeastPointsThatWouldLetSomebodyThrough) {
  Programme programme =
      waiting(PointsForShared{asked, 10, 90}, FieldKind::several_of, {}, {"art", "law", "sea"},
              {{"art", "law"}, {"sea", "law"}, {"art"}});
  programme.rules.at_least_points = 25;
  const RuleGap gap = only_gap(programme);
  EXPECT_EQ(gap.rule, too_few_points);
  EXPECT_EQ(gap.mentees, 3U);
  EXPECT_EQ(gap.wanted, 20);
  EXPECT_EQ(gap.helped, 2U);

  programme.rules.at_least_points = 20;
  EXPECT_EQ(solve(fit(programme).problem)->matched, gap.helped);
}

TEST(WhatWouldHelp, IsThePartOfThePersonInWhatWouldHelpAll) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    const Problem problem = round_of(seed);
    const Solution solution = *solve(problem);
    std::map<std::uint32_t, std::uint32_t> counted;
    for (Index i = 0; i < problem.mentees.size(); ++i) {
      if (solution.mentor_of[i] != nobody) continue;
      const Help help = what_would_help(problem, solution, i);
      for (const RuleGap& gap : help.rules) ++counted[gap.rule];
      for (const Index mentor : help.places) {
        // One more place there, kept for this person, is one more pair.
        Problem with = problem;
        ++with.mentors[mentor].places;
        with.locked.push_back({i, mentor});
        std::sort(with.locked.begin(), with.locked.end(),
                  [](const Couple& a, const Couple& b) { return a.mentee < b.mentee; });
        with.goal = Goal::most_matched;
        EXPECT_GE(solve(with)->matched, solution.matched + 1);
      }
    }
    const auto gaps = rule_gaps(problem, solution);
    for (const RuleGap& gap : *gaps) EXPECT_EQ(gap.mentees, counted[gap.rule]);
  }
}

TEST(Gaps, AreTheSameWhateverTheOrderOfRows) {
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    SCOPED_TRACE(seed);
    const Programme one = testing::some_programme(seed, 24, 12);
    // Other ids are another order; whoever is named by name stays who they are.
    Programme other = one;
    other.people.clear();
    other.pairs.clear();
    other.verdicts.clear();
    Programme plain = one;
    plain.pairs.clear();
    plain.verdicts.clear();
    base::SeededRandom random(seed);
    const auto at = testing::shuffled(one.people.size(), random);
    std::size_t next = 0;
    for (const auto& [id, person] : one.people) {
      Person moved = person;
      moved.id = person_id(static_cast<unsigned>(100'000 + at[next++]));
      other.people.emplace(moved.id, moved);
    }
    const auto told = [](const Programme& programme) {
      const Fit made = fit(programme);
      const Solution solution = *solve(made.problem);
      std::vector<std::string> out;
      const auto name = [&](const PersonId& id) { return programme.people.at(id).name; };
      const auto places = place_gaps(made.problem, solution, 100);
      for (const PlaceGap& gap : places->places) {
        out.push_back(name(made.mentors[gap.mentor].person) + " " + base::to_text(gap.pairs) +
                      " " + base::to_text(gap.points));
      }
      const auto rules = rule_gaps(made.problem, solution);
      for (const RuleGap& gap : *rules) {
        out.push_back(base::to_text(gap.rule) + " " + base::to_text(gap.mentees) + " " +
                      base::to_text(gap.pairs) + " " + base::to_text(gap.helped));
      }
      return out;
    };
    EXPECT_EQ(told(plain), told(other));
  }
}

}  // namespace
}  // namespace pairbook::matching
