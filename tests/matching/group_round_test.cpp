// Rounds whose rules say that a mentee may get several mentors, or that a mentor gets a least
// of mentees or nobody.
#include <gtest/gtest.h>

#include <algorithm>

#include "pairbook/matching/gaps.hpp"
#include "small_round.hpp"

namespace pairbook::matching {
namespace {

using base::Bytes;
using testing::small;

domain::MentorId mentor(unsigned number) {
  return {testing_support::person_id(number)};
}
domain::MenteeId mentee(unsigned number) {
  return {testing_support::person_id(number)};
}

/// Two mentors with so many places, three mentees.
domain::Programme groups_of(int least, int places) {
  domain::Programme programme = small();
  programme.rules.least_mentees = least;
  for (auto& [id, person] : programme.people) person.places = places;
  return programme;
}

void add_pair(domain::Programme& programme, unsigned number, unsigned of_mentor,
              unsigned of_mentee) {
  domain::Pair pair;
  pair.id = testing_support::pair_id(number);
  pair.mentor = mentor(of_mentor);
  pair.mentee = mentee(of_mentee);
  pair.state = domain::PairState::active;
  programme.pairs.emplace(pair.id, pair);
}

std::map<domain::MentorId, std::uint32_t> sizes_of(const Proposal& proposal) {
  std::map<domain::MentorId, std::uint32_t> out;
  for (const ProposedPair& pair : pairs_of(proposal)) ++out[pair.mentor];
  return out;
}

TEST(GroupRound, GivesAsManyMentorsInARoundAsTheRulesSay) {
  domain::Programme programme = groups_of(1, 3);
  programme.rules.mentors_per_mentee = 2;
  EXPECT_EQ(pairs_of(*propose(programme)).size(), 3U);

  programme.rules.mentors_per_round = 2;
  const auto proposal = propose(programme);

  ASSERT_TRUE(proposal);
  EXPECT_EQ(pairs_of(*proposal).size(), 6U);
  EXPECT_TRUE(proposal->solution.optimal);
  programme.rules.mentors_per_mentee = 1;
  EXPECT_EQ(pairs_of(*propose(programme)).size(), 3U) << "one over all rounds";
}

TEST(GroupRound, AMentorHasTheLeastOrNobody) {
  const auto as_ever = propose(groups_of(1, 2));
  const auto twos = propose(groups_of(2, 2));
  const auto threes = propose(groups_of(3, 3));

  ASSERT_TRUE(as_ever && twos && threes);
  EXPECT_EQ(as_ever->solution.total, 50);
  EXPECT_EQ(twos->solution.total, 40) << "the third would be alone with a mentor";
  EXPECT_EQ(sizes_of(*twos), (std::map<domain::MentorId, std::uint32_t>{{mentor(1), 2}}));
  EXPECT_EQ(threes->solution.total, 50);
  EXPECT_EQ(sizes_of(*threes), (std::map<domain::MentorId, std::uint32_t>{{mentor(1), 3}}));
  EXPECT_TRUE(twos->solution.optimal && threes->solution.optimal);
  EXPECT_EQ(twos->solution.short_by, 0);
}

TEST(GroupRound, NoGroupIsTooSmallInAnyRound) {
  std::size_t groups = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    domain::Programme programme = testing::some_programme(seed, 30, 12);
    for (auto& [id, person] : programme.people) person.places += 2;
    std::erase_if(programme.verdicts,
                  [](const auto& item) { return item.second == domain::Verdict::locked; });
    programme.rules.least_mentees = 3;
    programme.rules.mentors_per_mentee = 3;
    programme.rules.mentors_per_round = static_cast<int>(1 + seed % 2);
    programme.rules.goal =
        seed % 3 == 0 ? domain::MatchGoal::best_total : domain::MatchGoal::most_matched;

    const auto proposal = propose(programme);

    ASSERT_TRUE(proposal);
    EXPECT_TRUE(mentors_short_of_mentees(*proposal).empty());
    for (const auto& [id, size] : sizes_of(*proposal)) {
      EXPECT_GE(size, proposal->fit.problem.mentors[proposal->fit.position(id)].least);
      ++groups;
    }
    EXPECT_EQ(decode_problem(encode_problem(proposal->fit.problem)), proposal->fit.problem);
    EXPECT_EQ(decode_solution(encode_solution(proposal->solution), proposal->fit.problem),
              proposal->solution);
  }
  EXPECT_GT(groups, 40U);
}

TEST(GroupRound, CountsTheMenteesAMentorHas) {
  domain::Programme programme = groups_of(3, 4);
  programme.rules.mentors_per_mentee = 2;
  add_pair(programme, 1, 1, 11);

  const Fit one = fit(programme);
  EXPECT_EQ(one.problem.mentors[one.position(mentor(1))].least, 2U);
  EXPECT_EQ(one.problem.mentors[one.position(mentor(2))].least, 3U);
  EXPECT_TRUE(one.problem.least_or_none);

  for (const unsigned of_mentor : {1U, 2U}) {
    for (const unsigned of_mentee : {11U, 12U, 13U})
      add_pair(programme, 10 * of_mentor + of_mentee, of_mentor, of_mentee);
  }
  EXPECT_FALSE(fit(programme).problem.least_or_none) << "who has the least takes anybody";
}

TEST(GroupRound, NamesMentorsWithTooFewPlacesWhoThenGetNobody) {
  domain::Programme programme = groups_of(3, 3);
  programme.people[testing_support::person_id(1)].places = 2;

  const auto proposal = propose(programme);

  ASSERT_TRUE(proposal);
  EXPECT_EQ(sizes_of(*proposal), (std::map<domain::MentorId, std::uint32_t>{{mentor(2), 3}}));
  const Index short_one = proposal->fit.position(mentor(1));
  EXPECT_EQ(mentors_short_of_places(*proposal), (std::vector<Index>{short_one}));
  EXPECT_EQ(why_unmatched_mentor(*proposal, short_one).why, WhyUnmatched::no_group);
}

TEST(GroupRound, SaysThatAGroupWouldBeTooSmall) {
  const auto proposal = propose(groups_of(2, 2));

  ASSERT_TRUE(proposal);
  const std::vector<Index> left = unmatched_mentees(*proposal);
  ASSERT_EQ(left.size(), 1U);
  const Unmatched why = why_unmatched_mentee(*proposal, left.front());
  EXPECT_EQ(why.why, WhyUnmatched::no_group);
  EXPECT_EQ(why.allowed, 2U);

  const auto full = propose(groups_of(2, 0));
  ASSERT_TRUE(full);
  EXPECT_EQ(why_unmatched_mentee(*full, 0).why, WhyUnmatched::places_taken);
}

TEST(GroupRound, PairsHeldByHandAreMadeInATooSmallGroupWhenItCannotBeLarger) {
  domain::Programme programme = groups_of(2, 2);
  programme.people[testing_support::person_id(2)].places = 1;
  programme.verdicts[{mentor(2), mentee(13)}] = domain::Verdict::locked;

  const auto proposal = propose(programme);

  ASSERT_TRUE(proposal);
  EXPECT_EQ(proposal->solution.total, 50);
  EXPECT_EQ(mentors_short_of_mentees(*proposal),
            (std::vector<Index>{proposal->fit.position(mentor(2))}));
  EXPECT_TRUE(mentors_short_of_places(*proposal).empty()) << "that one has somebody";

  // Each by itself could have two, but there are three mentees only.
  domain::Programme both = groups_of(2, 2);
  both.verdicts[{mentor(1), mentee(11)}] = domain::Verdict::locked;
  both.verdicts[{mentor(2), mentee(12)}] = domain::Verdict::locked;
  const auto held = propose(both);
  ASSERT_TRUE(held);
  EXPECT_EQ(held->solution.matched, 3U);
  EXPECT_EQ(mentors_short_of_mentees(*held).size(), 1U);

  // Where a group can have its least it does, by hand or not.
  domain::Programme one = groups_of(2, 2);
  one.verdicts[{mentor(2), mentee(13)}] = domain::Verdict::locked;
  const auto joined = propose(one);
  ASSERT_TRUE(joined);
  EXPECT_EQ(sizes_of(*joined), (std::map<domain::MentorId, std::uint32_t>{{mentor(2), 2}}));
}

TEST(GroupRound, WhereOneGroupCannotHaveItsLeastTheOthersStillDo) {
  domain::Programme programme = groups_of(2, 3);
  const auto add = [&](unsigned number, bool is_mentor, const char* topic) {
    domain::Person person;
    person.id = testing_support::person_id(number);
    person.name = "Person " + base::to_text(number);
    person.roles = {is_mentor, !is_mentor};
    person.places = 3;
    person.answers[testing::key("topics")] = domain::Answer{{topic}};
    programme.people.emplace(person.id, person);
  };
  programme.people[testing_support::person_id(1)].places = 1;
  add(3, true, "tea");
  for (const unsigned number : {14U, 15U, 16U}) add(number, false, "tea");
  std::erase_if(programme.people,
                [](const auto& item) { return item.first == testing_support::person_id(12); });
  programme.verdicts[{mentor(1), mentee(11)}] = domain::Verdict::locked;
  programme.verdicts[{mentor(2), mentee(13)}] = domain::Verdict::locked;

  const auto proposal = propose(programme);

  ASSERT_TRUE(proposal);
  EXPECT_EQ(sizes_of(*proposal), (std::map<domain::MentorId, std::uint32_t>{
                                     {mentor(1), 1}, {mentor(2), 2}, {mentor(3), 2}}))
      << "although three together with the third mentor would bring more";
}

TEST(GroupRound, BytesRefuseALeastOfNobodyAndAFlagThereIsNot) {
  const Problem problem = fit(groups_of(3, 2)).problem;
  const Bytes bytes = encode_problem(problem);
  ASSERT_EQ(decode_problem(bytes), problem) << "a least above the places is told";
  // The flag and a least for each of the two mentors stand last.
  const std::size_t flag = bytes.size() - 3;
  ASSERT_EQ(bytes[flag], std::byte{1});
  for (const int value : {0, 2}) {
    Bytes other = bytes;
    other[flag] = static_cast<std::byte>(value);
    EXPECT_FALSE(decode_problem(other)) << "more than the places without it";
  }
  domain::Programme several = groups_of(1, 2);
  several.rules.mentors_per_mentee = several.rules.mentors_per_round = 2;
  Bytes nobody_has_one = encode_problem(fit(several).problem);
  nobody_has_one[nobody_has_one.size() - 3] = std::byte{1};
  EXPECT_FALSE(decode_problem(nobody_has_one));
}

TEST(GroupRound, WhatWouldHelpKnowsThePlacesOfFurtherMentors) {
  domain::Programme programme = groups_of(1, 2);
  programme.rules.mentors_per_mentee = programme.rules.mentors_per_round = 2;
  const auto proposal = propose(programme);
  ASSERT_TRUE(proposal);
  ASSERT_EQ(pairs_of(*proposal).size(), 4U);
  const auto left = unmatched_mentees(*proposal);
  const Index asked = left.empty() ? 2 : left.front();

  const Help help = what_would_help(proposal->fit.problem, proposal->solution, asked);

  EXPECT_EQ(help.places.size(), 2U) << "both are full";
}

}  // namespace
}  // namespace pairbook::matching
