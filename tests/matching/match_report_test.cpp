#include "pairbook/matching/match_report.hpp"

#include <gtest/gtest.h>

#include "careers_network.hpp"
#include "some_problem.hpp"

namespace pairbook::matching {
namespace {

using testing::careers_network;
using testing::some_programme;

const MatchReports::About about{crypto::hash(base::bytes_of("rules")),
                                base::Date::of(2026, 11, 23)};

struct Round {
  explicit Round(domain::Programme of) : programme(std::move(of)) {
    proposal = propose(programme).value();
    reports.emplace(MatchReports::make(proposal, programme, about).value());
  }
  Round(const Round&) = delete;
  Round& operator=(const Round&) = delete;

  domain::Programme programme;
  Proposal proposal;
  std::optional<MatchReports> reports;
};

/// Everybody's report holds, or what does not.
base::Done check_all(const Round& round) {
  const RoundStatement& statement = round.reports->statement();
  base::Done held = check(statement);
  for (Index i = 0; held && i < round.proposal.fit.mentees.size(); ++i) {
    held = check(statement, round.reports->mentee(i));
  }
  for (Index j = 0; held && j < round.proposal.fit.mentors.size(); ++j) {
    held = check(statement, round.reports->mentor(j));
  }
  return held;
}

/// Some mentee with a mentor whose place is wanted by others.
Index somebody_matched(const Round& round) {
  const Solution& solution = round.proposal.solution;
  for (Index i = 0; i < solution.mentor_of.size(); ++i) {
    const Index mentor = solution.mentor_of[i];
    if (mentor != nobody && solution.price[mentor] > 0 && solution.mentee_options[i] > 1)
      return i;
  }
  return nobody;
}
Index somebody_unmatched(const Round& round) {
  return unmatched_mentees(round.proposal).front();
}

TEST(MatchReport, HoldsForEverybody) {
  Round round(careers_network());

  const base::Done held = check_all(round);

  ASSERT_TRUE(held) << held.error().detail;
  const ReportSums& sums = round.reports->statement().all.sums;
  EXPECT_EQ(sums.mentees, 50);
  EXPECT_EQ(sums.pairs, 35);
  EXPECT_EQ(sums.points, 750);
}

TEST(MatchReport, HoldsForProgrammesOfEveryKind) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    domain::Programme programme = some_programme(seed, 1 + unsigned(seed) * 2, 12);
    programme.rules.goal =
        seed % 2 == 0 ? domain::MatchGoal::most_matched : domain::MatchGoal::best_total;
    Round round(std::move(programme));

    const base::Done held = check_all(round);

    EXPECT_TRUE(held) << held.error().detail;
  }
}

TEST(MatchReport, HoldsWithPairsMadeByHand) {
  Round before(careers_network());
  const auto pairs = pairs_of(before.proposal);
  domain::Programme programme = before.programme;
  // The first mentee with the last one's mentor: nobody would have proposed that.
  programme.verdicts[{pairs.back().mentor, pairs.front().mentee}] = domain::Verdict::locked;
  Round round(std::move(programme));

  const base::Done held = check_all(round);

  ASSERT_TRUE(held) << held.error().detail;
  const Index mentee = round.proposal.fit.position(pairs.front().mentee);
  const MenteeReport own = round.reports->mentee(mentee);
  EXPECT_TRUE(own.head.by_hand);
  EXPECT_EQ(round.reports->statement().mentors[*own.head.mentor].places, 0U);
  EXPECT_EQ(round.reports->mentee(mentee).mentor->name,
            round.programme.people.at(pairs.back().mentor.person).name);
}

TEST(MatchReport, IsTheSameOnEveryMachine) {
  Round round(careers_network());

  EXPECT_EQ(base::to_hex(fingerprint(round.reports->statement())),
            "44d5de2a05ca3f998b60b9a64ef758a8c20b2b4dac1d55d5a73e74f771a23e80");
}

TEST(MatchReport, CannotBeMadeForPairsThatAreNotTheBest) {
  Round round(careers_network());
  Proposal worse = std::move(round.proposal);
  Solution& solution = worse.solution;
  // Two mentees change mentors, and the sums say what they come to then.
  const Index one = 0;
  Index other = 1;
  const auto points = [&](Index mentee, Index mentor) {
    const PairScore score = score_pair(worse.fit.problem, mentee, mentor);
    return score.allowed ? score.points : -1;
  };
  for (; other < solution.mentor_of.size(); ++other) {
    if (solution.mentor_of[one] == nobody || solution.mentor_of[other] == nobody) continue;
    const auto a = points(one, solution.mentor_of[other]);
    const auto b = points(other, solution.mentor_of[one]);
    if (a < 0 || b < 0 || a + b >= solution.points[one] + solution.points[other]) continue;
    std::swap(solution.mentor_of[one], solution.mentor_of[other]);
    solution.points[one] = a;
    solution.points[other] = b;
    break;
  }
  ASSERT_LT(other, solution.mentor_of.size());

  EXPECT_FALSE(MatchReports::make(worse, round.programme, about));
}

TEST(MatchReport, NoticesAPriceThatHidesABetterMentor) {
  Round round(careers_network());
  RoundStatement statement = round.reports->statement();
  const MenteeReport own = round.reports->mentee(somebody_matched(round));
  ASSERT_TRUE(check(statement, own));
  MentorPlaces& theirs = statement.mentors[*own.head.mentor];

  theirs.price -= 1;
  statement.all.sums.gain += theirs.places;  // so that the sums go on agreeing

  ASSERT_TRUE(check(statement));
  EXPECT_FALSE(check(statement, own));
}

TEST(MatchReport, NoticesAMentorWhoIsSomebodyElse) {
  Round round(careers_network());
  MenteeReport own = round.reports->mentee(somebody_matched(round));

  own.mentor->name += " Jr";

  EXPECT_FALSE(check(round.reports->statement(), own));
}

TEST(MatchReport, NoticesThatSomebodyWithoutAPairIsNotCounted) {
  Round round(careers_network());
  MenteeReport own = round.reports->mentee(somebody_unmatched(round));
  ASSERT_TRUE(check(round.reports->statement(), own));

  own.path.pop_back();

  EXPECT_FALSE(check(round.reports->statement(), own));
}

TEST(MatchReport, NoticesThatAMentorsMenteeIsLeftOut) {
  Round round(careers_network());
  const Index mentee = somebody_matched(round);
  MentorReport own = round.reports->mentor(round.proposal.solution.mentor_of[mentee]);
  ASSERT_TRUE(check(round.reports->statement(), own));

  own.mentees.pop_back();

  EXPECT_FALSE(check(round.reports->statement(), own));
}

TEST(MatchReport, NoticesAMenteeWhoIsShownTwice) {
  Round round(careers_network());
  const Index mentee = somebody_matched(round);
  MentorReport own = round.reports->mentor(round.proposal.solution.mentor_of[mentee]);

  own.mentees.push_back(own.mentees.front());

  EXPECT_FALSE(check(round.reports->statement(), own));
}

TEST(MatchReport, HidesNothingInASumBelowZero) {
  Round round(careers_network());
  MenteeReport own = round.reports->mentee(somebody_unmatched(round));

  own.path.front().beside.sums.gain = -1;

  const base::Done held = check(round.reports->statement(), own);
  ASSERT_FALSE(held);
  EXPECT_EQ(held.error().detail, "a sum out of range");
}

TEST(MatchReport, IsRefusedForAProposalThatIsNotProven) {
  Round round(careers_network());
  round.proposal.solution.optimal = false;

  const auto made = MatchReports::make(round.proposal, round.programme, about);

  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, base::Errc::conflict);
}

}  // namespace
}  // namespace pairbook::matching
