#include "pairbook/matching/assign_many.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "random_many.hpp"

namespace pairbook::matching {
namespace {

using base::Errc;
using base::SeededRandom;
using testing::lock_and_forbid_some;
using testing::random_many;
using testing::Shape;
using testing::shuffled;

/// Tries every choice of pairs.
class Trying {
 public:
  explicit Trying(const ManyQuestion& question)
      : question_(question),
        has_(question.mentees.size(), 0),
        holds_(question.mentors.size(), 0) {
    std::set<std::pair<Index, Index>> closed;
    for (const Couple& pair : question.forbidden) closed.emplace(pair.mentee, pair.mentor);
    for (const Arc& lock : question.locked) {
      closed.emplace(lock.mentee, lock.mentor);
      ++has_[lock.mentee];
      ++holds_[lock.mentor];
      points_ += lock.score;
    }
    for (const Arc& arc : question.arcs) {
      if (!closed.contains({arc.mentee, arc.mentor})) arcs_.push_back(arc);
    }
    go_on(0);
  }
  struct Best {
    std::int64_t value = INT64_MIN;
    /// Least places, mentees with a mentor, pairs: the most of each on its own.
    std::uint32_t least = 0, mentees = 0, pairs = 0;
  };
  [[nodiscard]] const Best& best() const { return best_; }

 private:
  void go_on(std::size_t at) {
    if (at == arcs_.size()) {
      look();
      return;
    }
    go_on(at + 1);
    const Arc& arc = arcs_[at];
    if (has_[arc.mentee] >= question_.mentees[arc.mentee].wants) return;
    if (holds_[arc.mentor] >= question_.mentors[arc.mentor].capacity) return;
    ++has_[arc.mentee];
    ++holds_[arc.mentor];
    points_ += arc.score;
    go_on(at + 1);
    points_ -= arc.score;
    --holds_[arc.mentor];
    --has_[arc.mentee];
  }
  void look() {
    std::int64_t value = question_.weight * points_;
    std::uint32_t least = 0, mentees = 0, pairs = 0;
    for (std::size_t i = 0; i < has_.size(); ++i) {
      const ManyMentee& mentee = question_.mentees[i];
      const auto wants = std::min(mentee.wants, static_cast<std::uint32_t>(holds_.size()));
      value -= mentee.each * (wants - has_[i]) + (wants > 0 && has_[i] == 0 ? mentee.none : 0);
      mentees += has_[i] > 0 ? 1U : 0U;
      pairs += has_[i];
    }
    for (std::size_t j = 0; j < holds_.size(); ++j) {
      least += std::min(holds_[j], question_.mentors[j].least);
    }
    best_.value = std::max(best_.value, value + question_.bonus * least);
    best_.least = std::max(best_.least, least);
    best_.mentees = std::max(best_.mentees, mentees);
    best_.pairs = std::max(best_.pairs, pairs);
  }
  const ManyQuestion& question_;
  std::vector<Arc> arcs_;
  std::vector<std::uint32_t> has_, holds_;
  std::int64_t points_ = 0;
  Best best_;
};

Shape tiny(SeededRandom& random) {
  return {.mentees = static_cast<Index>(random.below(6)),
          .mentors = static_cast<Index>(1 + random.below(4)),
          .arcs_of_100 = 60,
          .scores = random.below(2) == 0 ? 4 : 1000};
}

TEST(AssignMany, IsAsGoodAsTryingEverything) {
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    ManyQuestion question = random_many(random, tiny(random), 3, seed % 3 == 0 ? 0 : 2);
    if (seed % 2 == 0) lock_and_forbid_some(random, question);
    if (seed % 5 == 0) {  // costs of no goal
      question.bonus = static_cast<std::int64_t>(random.below(500));
      for (ManyMentee& mentee : question.mentees) {
        mentee.each = static_cast<std::int64_t>(random.below(300));
        mentee.none = static_cast<std::int64_t>(random.below(300));
      }
    } else {
      aim_for(seed % 5 < 3 ? Goal::best_total : Goal::most_matched, question);
    }

    const auto answer = assign_many(question);

    ASSERT_TRUE(answer) << answer.error().detail;
    EXPECT_EQ(answer->value, Trying(question).best().value);
    EXPECT_TRUE(answer->optimal);
    const base::Done sound = check_certificate(question, *answer);
    ASSERT_TRUE(sound) << sound.error().detail;
  }
}

TEST(AssignMany, MatchesTheMostOfAllThreeAtOnce) {
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    ManyQuestion question = random_many(random, tiny(random), 3, 2);
    aim_for(Goal::most_matched, question);

    const auto answer = assign_many(question);

    ASSERT_TRUE(answer);
    const Trying::Best best = Trying(question).best();
    EXPECT_EQ(answer->least_filled, best.least);
    EXPECT_EQ(answer->matched, best.mentees);
    EXPECT_EQ(answer->pairs.size(), best.pairs);
  }
}

TEST(AssignMany, SaysWhatAssignSaysWhenEverybodyWantsOne) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    Assignment one = testing::random_assignment(
        random, {.mentees = 60, .mentors = 25, .arcs_of_100 = 30, .scores = 500});
    lock_and_forbid_some(random, one);
    aim_for(Goal::best_total, one);
    ManyQuestion question;
    for (const AssignMentee& mentee : one.mentees) question.mentees.push_back({mentee.key});
    for (const AssignMentor& mentor : one.mentors) {
      question.mentors.push_back({mentor.key, mentor.capacity});
    }
    question.arcs = one.arcs;
    question.locked = one.locked;
    question.forbidden = one.forbidden;
    aim_for(Goal::best_total, question);

    const auto answer = assign_many(question);
    const auto by_assign = assign(one);

    ASSERT_TRUE(answer && by_assign);
    EXPECT_EQ(answer->total, by_assign->total);
    EXPECT_EQ(answer->matched, by_assign->matched);
  }
}

TEST(AssignMany, GivesAMentorOnceToAMenteeWhoWantsSeveral) {
  ManyQuestion question;
  question.mentees = {{1, 3}};
  question.mentors = {{11, 5}, {12, 5}};
  question.arcs = {{0, 0, 100}, {0, 1, 1}};
  aim_for(Goal::best_total, question);

  const auto answer = assign_many(question);

  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->pairs, (std::vector<Couple>{{0, 0}, {0, 1}}));
}

TEST(AssignMany, GivesEverybodyAMentorBeforeAnybodyASecond) {
  ManyQuestion question;
  question.mentees = {{1, 2}, {2, 2}};
  question.mentors = {{11, 1}, {12, 1}};
  question.arcs = {{0, 0, 100}, {0, 1, 100}, {1, 0, 1}, {1, 1, 1}};

  aim_for(Goal::most_matched, question);
  const auto matched = assign_many(question);
  aim_for(Goal::best_total, question);
  const auto points = assign_many(question);

  ASSERT_TRUE(matched && points);
  EXPECT_EQ(matched->matched, 2U);
  EXPECT_EQ(points->matched, 1U);
  EXPECT_EQ(points->total, 200);
}

TEST(AssignMany, FillsTheLeastPlacesBeforeItCountsPoints) {
  ManyQuestion question;
  question.mentees = {{1}, {2}, {3}};
  question.mentors = {{11, 3}, {12, 3, 2}};
  for (Index i = 0; i < 3; ++i) {
    question.arcs.push_back({i, 0, 900});
    question.arcs.push_back({i, 1, static_cast<std::int32_t>(i)});
  }
  aim_for(Goal::best_total, question);

  const auto answer = assign_many(question);

  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->least_filled, 2U);
  EXPECT_EQ(answer->total, 903);
  EXPECT_EQ(answer->pairs, (std::vector<Couple>{{0, 0}, {1, 1}, {2, 1}}));
  EXPECT_LT(answer->certificate.price[1], 0);  // a place there asks for somebody
}

ManyQuestion tied(std::uint64_t seed) {
  SeededRandom random(seed);
  ManyQuestion question = random_many(
      random, {.mentees = 60, .mentors = 30, .most_places = 4, .arcs_of_100 = 30, .scores = 3},
      3, 2);
  lock_and_forbid_some(random, question);
  aim_for(seed % 2 == 0 ? Goal::best_total : Goal::most_matched, question);
  return question;
}

TEST(AssignMany, MakesTheSamePairsWhateverTheOrder) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SCOPED_TRACE(seed);
    const ManyQuestion question = tied(seed);
    SeededRandom random(seed + 1000);
    const std::vector<Index> mentees = shuffled(question.mentees.size(), random);
    const std::vector<Index> mentors = shuffled(question.mentors.size(), random);
    ManyQuestion other = question;
    for (Index i = 0; i < mentees.size(); ++i) other.mentees[mentees[i]] = question.mentees[i];
    for (Index j = 0; j < mentors.size(); ++j) other.mentors[mentors[j]] = question.mentors[j];
    const auto move = [&](auto& pairs) {
      for (auto& pair : pairs) {
        pair.mentee = mentees[pair.mentee];
        pair.mentor = mentors[pair.mentor];
      }
      std::reverse(pairs.begin(), pairs.end());
    };
    move(other.arcs);
    move(other.locked);
    move(other.forbidden);

    const auto answer = assign_many(question);
    const auto moved = assign_many(other);

    ASSERT_TRUE(answer && moved);
    std::vector<Couple> back = answer->pairs;
    move(back);
    const auto in_order = [](const Couple& a, const Couple& b) {
      return std::pair(a.mentee, a.mentor) < std::pair(b.mentee, b.mentor);
    };
    std::sort(back.begin(), back.end(), in_order);
    EXPECT_EQ(moved->pairs, back);
  }
}

TEST(AssignMany, MakesThesePairsOnEveryMachine) {
  std::uint64_t hash = 14695981039346656037U;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto answer = assign_many(tied(seed));
    ASSERT_TRUE(answer && answer->optimal);
    for (const Couple& pair : answer->pairs) {
      hash = (hash ^ (std::uint64_t{pair.mentee} << 32U | pair.mentor)) * 1099511628211U;
    }
  }
  EXPECT_EQ(hash, 1899934015111440124U);
}

TEST(AssignMany, StoppedEarlySaysHowMuchIsMissingAtMost) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    ManyQuestion question = random_many(
        random, {.mentees = 80, .mentors = 20, .most_places = 5, .arcs_of_100 = 40}, 3, 2);
    if (seed % 2 == 0) lock_and_forbid_some(random, question);
    aim_for(seed % 2 == 0 ? Goal::best_total : Goal::most_matched, question);

    const auto whole = assign_many(question);
    const auto stopped = assign_many(question, [](auto, auto) { return false; });

    ASSERT_TRUE(whole && stopped);
    const base::Done sound = check_certificate(question, *stopped);
    EXPECT_TRUE(sound) << sound.error().detail;
    EXPECT_FALSE(stopped->optimal);
    EXPECT_LE(stopped->value, whole->value);
    EXPECT_GE(stopped->certificate.bound, whole->value);
    EXPECT_GT(stopped->pairs.size(), whole->pairs.size() / 2);
  }
}

TEST(AssignMany, RefusesWhatIsNoQuestion) {
  const auto refused = [](void (*spoil)(ManyQuestion&)) {
    ManyQuestion question;
    question.mentees = {{1, 2}, {2, 1}};
    question.mentors = {{11, 1}, {12, 2}};
    question.arcs = {{0, 0, 5}, {1, 1, 5}};
    spoil(question);
    const auto answer = assign_many(question);
    return answer ? Errc{} : answer.error().code;
  };
  EXPECT_EQ(refused([](ManyQuestion& q) { q.arcs.push_back({2, 0, 1}); }), Errc::invalid_input);
  EXPECT_EQ(refused([](ManyQuestion& q) { q.arcs.push_back({0, 2, 1}); }), Errc::invalid_input);
  EXPECT_EQ(refused([](ManyQuestion& q) { q.arcs[0].score = -1; }), Errc::invalid_input);
  EXPECT_EQ(refused([](ManyQuestion& q) { q.arcs.push_back(q.arcs[0]); }), Errc::invalid_input);
  EXPECT_EQ(refused([](ManyQuestion& q) { q.mentors[0].least = 2; }), Errc::invalid_input);
  EXPECT_EQ(refused([](ManyQuestion& q) { q.mentees[0].none = -1; }), Errc::invalid_input);
  EXPECT_EQ(refused([](ManyQuestion& q) { q.bonus = -1; }), Errc::invalid_input);
  EXPECT_EQ(refused([](ManyQuestion& q) { q.weight = 0; }), Errc::invalid_input);
  EXPECT_EQ(refused([](ManyQuestion& q) { q.locked = {{0, 2, 1}}; }), Errc::invalid_input);
  EXPECT_EQ(refused([](ManyQuestion& q) { q.forbidden = {{2, 0}}; }), Errc::invalid_input);
  EXPECT_EQ(refused([](ManyQuestion& q) {
              q.locked = {{0, 1, 1}, {0, 1, 1}};
            }),
            Errc::conflict);
  EXPECT_EQ(refused([](ManyQuestion& q) {
              q.locked = {{0, 0, 1}, {1, 0, 1}};
            }),
            Errc::conflict);
  EXPECT_EQ(refused([](ManyQuestion& q) {
              q.locked = {{1, 0, 1}, {1, 1, 1}};
            }),
            Errc::conflict);
  EXPECT_EQ(refused([](ManyQuestion& q) {
              q.locked = {{0, 0, 1}};
              q.forbidden = {{0, 0}};
            }),
            Errc::conflict);
  EXPECT_EQ(refused([](ManyQuestion& q) { q.mentees[0].each = INT64_MAX; }), Errc::too_large);
  EXPECT_EQ(refused([](ManyQuestion& q) { q.weight = std::int64_t{1} << 56; }),
            Errc::too_large);
}

struct Forgery {
  const char* detail;
  void (*forge)(ManyAssigned&);
};

TEST(ManyCertificate, SeesEveryForgery) {
  ManyQuestion question;
  question.mentees = {{1, 2}, {2, 1}, {3, 1}};
  question.mentors = {{11, 2}, {12, 2, 1}, {13, 1}};
  question.arcs = {{0, 0, 50}, {0, 1, 40}, {1, 0, 30}, {1, 2, 20}, {2, 0, 10}};
  question.locked = {{2, 2, 7}};
  aim_for(Goal::best_total, question);
  const auto answer = assign_many(question);
  ASSERT_TRUE(answer && check_certificate(question, *answer));
  ASSERT_EQ(answer->pairs, (std::vector<Couple>{{0, 0}, {0, 1}, {1, 0}, {2, 2}}));
  const Forgery all[] = {
      {"sizes differ", [](ManyAssigned& a) { a.certificate.gain.pop_back(); }},
      {"sizes differ", [](ManyAssigned& a) { a.certificate.price.pop_back(); }},
      {"somebody who is not there", [](ManyAssigned& a) { a.pairs[0].mentor = 3; }},
      {"a pair counted twice", [](ManyAssigned& a) { a.pairs[1] = a.pairs[0]; }},
      {"too many",
       [](ManyAssigned& a) {
         a.pairs.push_back({1, 1});
       }},
      {"more pairs than places", [](ManyAssigned& a) { a.pairs[1].mentor = 2; }},
      {"a locked pair is missing", [](ManyAssigned& a) { a.pairs.pop_back(); }},
      {"a pair that is not allowed", [](ManyAssigned& a) { a.pairs[2].mentor = 1; }},
      {"a gain is understated", [](ManyAssigned& a) { --a.certificate.gain[0]; }},
      {"a gain is understated", [](ManyAssigned& a) { --a.certificate.price[0]; }},
      {"a sum is wrong", [](ManyAssigned& a) { ++a.total; }},
      {"a sum is wrong", [](ManyAssigned& a) { ++a.value; }},
      {"a sum is wrong", [](ManyAssigned& a) { ++a.matched; }},
      {"a sum is wrong", [](ManyAssigned& a) { ++a.least_filled; }},
      {"a sum is wrong", [](ManyAssigned& a) { --a.certificate.bound; }},
      {"a sum is wrong", [](ManyAssigned& a) { ++a.certificate.price[1]; }},
      {"optimal is not what it says",
       [](ManyAssigned& a) {
         ++a.certificate.gain[1];
         ++a.certificate.bound;
       }},
  };
  for (const Forgery& each : all) {
    SCOPED_TRACE(each.detail);
    ManyAssigned forged = *answer;
    each.forge(forged);

    const base::Done sound = check_certificate(question, forged);

    ASSERT_FALSE(sound);
    EXPECT_EQ(sound.error().detail, each.detail);
  }
}

}  // namespace
}  // namespace pairbook::matching
