#include "pairbook/matching/match_peers.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "random_assignment.hpp"

namespace pairbook::matching {
namespace {

using base::SeededRandom;
using testing::draw;

PeerQuestion people(Index count) {
  PeerQuestion question;
  for (Index i = 0; i < count; ++i) question.keys.push_back(1000 + i);
  return question;
}

PeerQuestion random_question(SeededRandom& random, Index count, std::uint64_t percent,
                             std::uint64_t scores) {
  PeerQuestion question = people(count);
  for (Index i = 0; i < count; ++i) {
    for (Index j = i + 1; j < count; ++j) {
      if (random.below(100) >= percent) continue;
      question.pairs.push_back({i, j, static_cast<std::int32_t>(random.below(scores))});
    }
  }
  return question;
}

/// The most of weight x score + bonus, by trying every set of pairs from the `first` on.
std::int64_t best_value(const PeerQuestion& question, const PeersMatched& goal,
                        std::size_t first = 0, std::uint32_t taken = 0) {
  std::int64_t best = 0;
  for (std::size_t p = first; p < question.pairs.size(); ++p) {
    const Peers& pair = question.pairs[p];
    const std::uint32_t both = (1U << pair.one) | (1U << pair.other);
    if ((taken & both) != 0) continue;
    const std::int64_t rest = best_value(question, goal, p + 1, taken | both);
    best = std::max(best, goal.weight * pair.score + goal.bonus + rest);
  }
  return best;
}

TEST(MatchPeers, FindsWhatBruteForceFinds) {
  SeededRandom random(11);
  for (int round = 0; round < 600; ++round) {
    SCOPED_TRACE(round);
    const PeerQuestion question = random_question(
        random, 2 + draw(random, 7), 30 + random.below(60), round % 3 == 0 ? 3 : 1000);
    for (const Goal goal : {Goal::best_total, Goal::most_matched}) {
      const auto answer = match_peers(question, goal);

      ASSERT_TRUE(answer);
      EXPECT_TRUE(answer->optimal);
      EXPECT_EQ(answer->value, best_value(question, *answer));
      EXPECT_TRUE(check_certificate(question, *answer));
    }
  }
}

TEST(MatchPeers, ProvesItselfOnLargerQuestions) {
  SeededRandom random(12);
  for (int round = 0; round < 40; ++round) {
    SCOPED_TRACE(round);
    const PeerQuestion question = random_question(
        random, 100 + draw(random, 100), 2 + random.below(20), round % 2 == 0 ? 5 : 9000);
    for (const Goal goal : {Goal::best_total, Goal::most_matched}) {
      const auto answer = match_peers(question, goal);

      ASSERT_TRUE(answer);
      EXPECT_TRUE(answer->optimal);
      EXPECT_TRUE(check_certificate(question, *answer));
    }
  }
}

TEST(MatchPeers, NeedsOddSetsToProveThatOneOfThreeStaysAlone) {
  PeerQuestion question = people(3);
  question.pairs = {{0, 1, 100}, {1, 2, 100}, {0, 2, 100}};

  const auto answer = match_peers(question);

  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->matched, 1U);
  EXPECT_EQ(answer->certificate.bound, 4 * answer->value);
  EXPECT_FALSE(answer->certificate.sets.empty());
}

TEST(MatchPeers, TakesPointsOrPairsFirstAsTheGoalSays) {
  PeerQuestion question = people(4);
  question.pairs = {{0, 1, 1}, {1, 2, 900}, {2, 3, 1}};

  const auto points = match_peers(question, Goal::best_total);
  const auto pairs = match_peers(question, Goal::most_matched);

  ASSERT_TRUE(points && pairs);
  EXPECT_EQ(points->total, 900);
  EXPECT_EQ(points->matched, 1U);
  EXPECT_EQ(pairs->total, 2);
  EXPECT_EQ(pairs->matched, 2U);
}

TEST(MatchPeers, MakesMorePairsAmongEqualTotals) {
  PeerQuestion question = people(4);
  question.pairs = {{0, 1, 0}, {1, 2, 900}, {2, 3, 900}};

  const auto answer = match_peers(question);

  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->partner_of, (std::vector<Index>{1, 0, 3, 2}));
}

TEST(MatchPeers, MakesTheSamePairsWhateverTheOrder) {
  SeededRandom random(13);
  for (int round = 0; round < 20; ++round) {
    SCOPED_TRACE(round);
    const PeerQuestion question = random_question(random, 60, 20, 4);
    const auto count = static_cast<Index>(question.keys.size());
    // Everybody at the other end of the list, pairs backward and the other way round.
    PeerQuestion turned;
    turned.keys.assign(question.keys.rbegin(), question.keys.rend());
    for (const Peers& pair : question.pairs) {
      turned.pairs.push_back({count - 1 - pair.other, count - 1 - pair.one, pair.score});
    }
    std::reverse(turned.pairs.begin(), turned.pairs.end());

    const auto answer = match_peers(question);
    const auto other = match_peers(turned);

    ASSERT_TRUE(answer && other);
    for (Index i = 0; i < count; ++i) {
      const Index partner = other->partner_of[count - 1 - i];
      EXPECT_EQ(answer->partner_of[i], partner == nobody ? nobody : count - 1 - partner);
    }
  }
}

TEST(MatchPeers, RefusesWhatIsNoQuestion) {
  const auto refused = [](std::vector<Peers> pairs) {
    PeerQuestion question = people(3);
    question.pairs = std::move(pairs);
    const auto answer = match_peers(question);
    return answer ? std::string() : answer.error().detail;
  };

  EXPECT_EQ(refused({{0, 3, 1}}), "a person who is not there");
  EXPECT_EQ(refused({{1, 1, 1}}), "somebody with themselves");
  EXPECT_EQ(refused({{0, 1, -1}}), "a negative score");
  EXPECT_EQ(refused({{0, 1, 1}, {1, 0, 2}}), "a pair twice");
}

TEST(MatchPeers, RefusesSumsThatLeave64Bits) {
  PeerQuestion question = people(20'001);
  for (Index i = 0; i < 20'000; ++i) question.pairs.push_back({i, i + 1, 1'000'000'000});

  const auto answer = match_peers(question);

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, base::Errc::too_large);
}

struct Forgery {
  const char* detail;
  void (*forge)(PeersMatched&);
};

TEST(PeerCertificate, SeesEveryForgery) {
  PeerQuestion question = people(6);
  question.pairs = {{0, 1, 100}, {1, 2, 100}, {0, 2, 100}, {3, 4, 50}};
  const auto answer = match_peers(question);
  ASSERT_TRUE(answer);
  ASSERT_TRUE(check_certificate(question, *answer));
  ASSERT_EQ(answer->certificate.sets.size(), 1U);
  ASSERT_EQ(answer->partner_of[3], 4U);
  const Forgery all[] = {
      {"sizes differ", [](PeersMatched& a) { a.partner_of.pop_back(); }},
      {"somebody twice in the line",
       [](PeersMatched& a) { a.certificate.line[1] = a.certificate.line[0]; }},
      {"somebody twice in the line", [](PeersMatched& a) { a.certificate.line[1] = 6; }},
      {"a set out of the line", [](PeersMatched& a) { a.certificate.sets[0].end = 4; }},
      {"a set out of the line",
       [](PeersMatched& a) { a.certificate.sets[0].begin = a.certificate.sets[0].end; }},
      {"a set of an even number", [](PeersMatched& a) { a.certificate.sets[0].end = 2; }},
      {"a price below 0", [](PeersMatched& a) { a.certificate.sets[0].price = -1; }},
      {"a price below 0", [](PeersMatched& a) { a.certificate.price[5] = -1; }},
      {"sets that cross",
       [](PeersMatched& a) {
         a.certificate.line.insert(a.certificate.line.end(), {3, 4});
         a.certificate.sets.push_back({1, 4, 0});
       }},
      {"a price is too low", [](PeersMatched& a) { --a.certificate.price[3]; }},
      {"a price is too low", [](PeersMatched& a) { a.certificate.sets.clear(); }},
      {"a pair of one side only", [](PeersMatched& a) { a.partner_of[4] = nobody; }},
      {"a pair that is not allowed",
       [](PeersMatched& a) {
         a.partner_of[3] = 5;
         a.partner_of[5] = 3;
       }},
      {"a sum is wrong", [](PeersMatched& a) { ++a.total; }},
      {"a sum is wrong", [](PeersMatched& a) { ++a.value; }},
      {"a sum is wrong", [](PeersMatched& a) { ++a.matched; }},
      {"a sum is wrong", [](PeersMatched& a) { --a.certificate.bound; }},
      {"optimal is not what it says",
       [](PeersMatched& a) {
         ++a.certificate.price[3];
         ++a.certificate.bound;
       }},
  };
  for (const Forgery& each : all) {
    SCOPED_TRACE(each.detail);
    PeersMatched forged = *answer;
    each.forge(forged);

    const base::Done sound = check_certificate(question, forged);

    ASSERT_FALSE(sound);
    EXPECT_EQ(sound.error().detail, each.detail);
  }
}

}  // namespace
}  // namespace pairbook::matching
