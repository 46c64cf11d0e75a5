// Rounds in which a mentee may get several mentors, or mentors have least places.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "pairbook/matching/match_report.hpp"
#include "pairbook/matching/outlook.hpp"
#include "small_round.hpp"

namespace pairbook::matching {
namespace {

using base::Bytes;
using base::Errc;
using testing::small;

domain::MentorId mentor(unsigned number) {
  return {testing_support::person_id(number)};
}
domain::MenteeId mentee(unsigned number) {
  return {testing_support::person_id(number)};
}

domain::Programme two_mentors_each() {
  domain::Programme programme = small();
  programme.rules.mentors_per_mentee = 2;
  for (auto& [id, person] : programme.people) person.places = 3;
  return programme;
}

Problem many_problem(std::uint64_t seed) {
  domain::Programme programme = testing::some_programme(seed, 30, 12);
  programme.rules.mentors_per_mentee = 4;
  Problem problem = fit(programme, {.mentors_a_round = 3, .least_mentees = 2}).problem;
  problem.goal = seed % 2 == 0 ? Goal::best_total : Goal::most_matched;
  return problem;
}

/// All pairs of a solution.
std::vector<FurtherPair> all_pairs(const Solution& solution) {
  std::vector<FurtherPair> out = solution.further;
  for (Index i = 0; i < solution.mentor_of.size(); ++i) {
    if (solution.mentor_of[i] == nobody) continue;
    out.push_back({i, solution.mentor_of[i], solution.points[i], solution.mentors_rank[i],
                   solution.mentees_rank[i]});
  }
  return out;
}

TEST(ManyRound, GivesEverybodyAsManyMentorsAsTheFormatAndTheRulesSay) {
  const auto proposal = propose(two_mentors_each(), {}, {.mentors_a_round = 2});

  ASSERT_TRUE(proposal);
  EXPECT_TRUE(proposal->solution.optimal);
  EXPECT_EQ(pairs_of(*proposal).size(), 6U);
  EXPECT_EQ(proposal->solution.matched, 6U);
  EXPECT_EQ(proposal->solution.total, 80);
  EXPECT_TRUE(unmatched_mentees(*proposal).empty());
  EXPECT_TRUE(unmatched_mentors(*proposal).empty());

  domain::Programme one_each = two_mentors_each();
  one_each.rules.mentors_per_mentee = 1;
  EXPECT_EQ(pairs_of(*propose(one_each, {}, {.mentors_a_round = 2})).size(), 3U);
}

TEST(ManyRound, TellsThePairOfMostPointsFirst) {
  const auto proposal = propose(two_mentors_each(), {}, {.mentors_a_round = 2});

  ASSERT_TRUE(proposal);
  const std::vector<ProposedPair> pairs = pairs_of(*proposal);
  EXPECT_EQ(pairs[0], (ProposedPair{mentee(11), mentor(1), 20, false, 1, 1}));
  EXPECT_EQ(pairs[1], (ProposedPair{mentee(11), mentor(2), 10, false, 2, 1}));
}

TEST(ManyRound, IsTheRoundItAlwaysWasWhenNobodyWantsSeveral) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const domain::Programme programme = testing::some_programme(seed, 30, 12);
    EXPECT_EQ(fit(programme, Format{}).problem, fit(programme).problem);
    EXPECT_FALSE(is_many(fit(programme).problem));
    EXPECT_EQ(encode_problem(fit(programme).problem)[0], std::byte{4});
    EXPECT_EQ(encode_solution(*solve(fit(programme).problem))[0], std::byte{2});
  }
}

TEST(ManyRound, FillsTheLeastPlacesFirstAndSaysWhoIsShort) {
  domain::Programme programme = small();
  programme.people[testing_support::person_id(1)].places = 3;
  programme.people[testing_support::person_id(2)].places = 2;
  const auto as_it_was = propose(programme);
  ASSERT_TRUE(as_it_was);
  ASSERT_EQ(as_it_was->solution.total, 50);

  const auto one = propose(programme, {}, {.least_mentees = 1});
  ASSERT_TRUE(one);
  EXPECT_TRUE(mentors_short_of_mentees(*one).empty());
  EXPECT_EQ(one->solution.total, 50);

  const auto two = propose(programme, {}, {.least_mentees = 2});
  ASSERT_TRUE(two);
  EXPECT_EQ(mentors_short_of_mentees(*two).size(), 1U);
  EXPECT_TRUE(two->solution.optimal);
}

TEST(ManyRound, CountsTheMenteesAMentorHasAmongTheLeast) {
  domain::Programme programme = small();
  for (auto& [id, person] : programme.people) person.places = 3;
  domain::Pair pair;
  pair.id = testing_support::pair_id(1);
  pair.mentor = mentor(1);
  pair.mentee = mentee(11);
  pair.state = domain::PairState::active;
  programme.pairs.emplace(pair.id, pair);

  const Fit made = fit(programme, {.least_mentees = 3});

  EXPECT_EQ(made.problem.mentors[made.position(mentor(1))].least, 2U);
  EXPECT_EQ(made.problem.mentors[made.position(mentor(2))].least, 3U);
}

TEST(ManyRound, HoldsSeveralLocksOfOneMentee) {
  domain::Programme programme = two_mentors_each();
  programme.verdicts[{mentor(1), mentee(13)}] = domain::Verdict::locked;
  programme.verdicts[{mentor(2), mentee(13)}] = domain::Verdict::locked;

  const auto both = propose(programme, {}, {.mentors_a_round = 2});
  const auto one = propose(programme);

  ASSERT_TRUE(both && one);
  EXPECT_TRUE(both->fit.impossible_locks.empty());
  EXPECT_EQ(one->fit.impossible_locks.size(), 1U);
  const auto pairs = pairs_of(*both);
  EXPECT_EQ(std::count_if(pairs.begin(), pairs.end(), [](auto& pair) { return pair.locked; }),
            2);
}

TEST(ManyRound, TellsEveryMentorWhoIsAnother) {
  domain::Programme programme = two_mentors_each();
  const auto before = propose(programme);
  const auto after = propose(programme, {}, {.mentors_a_round = 2});
  ASSERT_TRUE(before && after);

  const std::vector<Change> changes = difference(*before, *after);

  ASSERT_EQ(changes.size(), 3U);
  EXPECT_EQ(changes[0], (Change{mentee(11), std::nullopt, mentor(2)}));
}

TEST(ManyRound, RanksPairsAndCountsThoseWhoWouldRatherHaveEachOther) {
  std::uint64_t blocking_in_all = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    const Problem problem = many_problem(seed);
    const auto solution = solve(problem);
    ASSERT_TRUE(solution);
    const std::vector<FurtherPair> pairs = all_pairs(*solution);
    const auto n = static_cast<Index>(problem.mentees.size());
    const auto m = static_cast<Index>(problem.mentors.size());
    std::int64_t total = 0;
    for (const FurtherPair& pair : pairs) {
      std::uint32_t mentors_rank = 1, mentees_rank = 1;
      for (Index j = 0; j < m; ++j) {
        const PairScore score = score_pair(problem, pair.mentee, j);
        mentors_rank += score.allowed && score.points > pair.points ? 1U : 0U;
      }
      for (Index i = 0; i < n; ++i) {
        const PairScore score = score_pair(problem, i, pair.mentor);
        mentees_rank += score.allowed && score.points > pair.points ? 1U : 0U;
      }
      EXPECT_EQ(pair.points, score_pair(problem, pair.mentee, pair.mentor).points);
      EXPECT_EQ(pair.mentors_rank, mentors_rank);
      EXPECT_EQ(pair.mentees_rank, mentees_rank);
      EXPECT_LE(pair.points, solution->points[pair.mentee]);
      total += pair.points;
    }
    EXPECT_EQ(solution->total, total);
    EXPECT_EQ(solution->matched, pairs.size());

    std::uint64_t blocking = 0;
    for (Index i = 0; i < n; ++i) {
      for (Index j = 0; j < m; ++j) {
        const PairScore score = score_pair(problem, i, j);
        if (!score.allowed || problem.mentors[j].places == 0) continue;
        const Likes likes = likes_of(problem, i, j, score.points);
        std::uint32_t got = 0, held = 0;
        bool made = false, mentee_would = false, mentor_would = false;
        for (const FurtherPair& pair : pairs) {
          const Likes other = likes_of(problem, pair.mentee, pair.mentor, pair.points);
          made = made || (pair.mentee == i && pair.mentor == j);
          got += pair.mentee == i ? 1U : 0U;
          held += pair.mentor == j ? 1U : 0U;
          mentee_would =
              mentee_would || (pair.mentee == i && other.by_mentee < likes.by_mentee);
          mentor_would =
              mentor_would || (pair.mentor == j && other.by_mentor < likes.by_mentor);
        }
        mentee_would = mentee_would || got < problem.mentees[i].places;
        mentor_would = mentor_would || held < problem.mentors[j].places;
        blocking += !made && mentee_would && mentor_would ? 1U : 0U;
      }
    }
    EXPECT_EQ(solution->blocking, blocking);
    blocking_in_all += blocking;
  }
  EXPECT_GT(blocking_in_all, 0U);
}

TEST(ManyRound, BytesReadBackAsTheyWere) {
  std::size_t further = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    const Problem problem = many_problem(seed);
    ASSERT_TRUE(is_many(problem));
    const Solution solution = *solve(problem);
    further += solution.further.size();

    const auto back = decode_problem(encode_problem(problem));
    const auto answer = decode_solution(encode_solution(solution), problem);

    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(*back, problem);
    ASSERT_TRUE(answer) << answer.error().detail;
    EXPECT_EQ(*answer, solution);
  }
  EXPECT_GT(further, 50U);
}

TEST(ManyRound, BytesRefuseToEndEarlyOrAreSafe) {
  const Fit made = fit(two_mentors_each(), {.mentors_a_round = 2, .least_mentees = 1});
  const Bytes problem = encode_problem(made.problem);
  const Bytes solution = encode_solution(*solve(made.problem));
  for (std::size_t size = 0; size < problem.size(); ++size) {
    ASSERT_FALSE(decode_problem(base::BytesView(problem).first(size))) << size;
  }
  for (std::size_t size = 0; size < solution.size(); ++size) {
    ASSERT_FALSE(decode_solution(base::BytesView(solution).first(size), made.problem)) << size;
  }
  for (std::size_t at = 0; at < problem.size(); ++at) {
    for (const unsigned change : {0x01U, 0x02U, 0x80U}) {
      Bytes bytes = problem;
      bytes[at] ^= static_cast<std::byte>(change);
      const auto other = decode_problem(bytes);
      if (!other) continue;
      EXPECT_EQ(encode_problem(*other), bytes);
      const auto solved = solve(*other);
      if (solved) {
        EXPECT_TRUE(decode_solution(encode_solution(*solved), *other));
      }
    }
  }
  for (std::size_t at = 0; at < solution.size(); ++at) {
    Bytes bytes = solution;
    bytes[at] ^= std::byte{1};
    const auto other = decode_solution(bytes, made.problem);
    if (other) {
      EXPECT_EQ(encode_solution(*other), bytes);
    }
  }
}

TEST(ManyRound, IsRefusedByWhatKnowsOneMentorOnly) {
  const domain::Programme programme = two_mentors_each();
  const auto proposal = propose(programme, {}, {.mentors_a_round = 2});
  ASSERT_TRUE(proposal);

  EXPECT_EQ(to_assignment(proposal->fit.problem).error().code, Errc::conflict);
  EXPECT_EQ(OpenProposal::open(*proposal).error().code, Errc::conflict);
  EXPECT_EQ(look_out(proposal->fit.problem, proposal->solution).error().code, Errc::conflict);
  EXPECT_EQ(MatchReports::make(*proposal, programme, {}).error().code, Errc::conflict);
}

}  // namespace
}  // namespace pairbook::matching
