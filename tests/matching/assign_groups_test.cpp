#include "pairbook/matching/assign_groups.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "random_many.hpp"

namespace pairbook::matching {
namespace {

using base::Errc;
using base::SeededRandom;
using testing::random_many;

/// The best value with the least or nobody, by trying every choice of pairs.
std::int64_t best_by_trying(const ManyQuestion& question, std::size_t at,
                            std::vector<std::uint32_t>& has,
                            std::vector<std::uint32_t>& holds) {
  if (at == question.arcs.size()) {
    std::int64_t value = 0;
    for (std::size_t j = 0; j < holds.size(); ++j) {
      if (holds[j] > 0 && holds[j] < question.mentors[j].least) return INT64_MIN;
    }
    for (std::size_t i = 0; i < has.size(); ++i) {
      const ManyMentee& mentee = question.mentees[i];
      const auto wants = std::min(mentee.wants, static_cast<std::uint32_t>(holds.size()));
      value -= mentee.each * (wants - has[i]) + (wants > 0 && has[i] == 0 ? mentee.none : 0);
    }
    return value;
  }
  std::int64_t best = best_by_trying(question, at + 1, has, holds);
  const Arc& arc = question.arcs[at];
  if (has[arc.mentee] == question.mentees[arc.mentee].wants ||
      holds[arc.mentor] == question.mentors[arc.mentor].capacity) {
    return best;
  }
  ++has[arc.mentee];
  ++holds[arc.mentor];
  const std::int64_t with = best_by_trying(question, at + 1, has, holds);
  if (with != INT64_MIN) best = std::max(best, with + question.weight * arc.score);
  --has[arc.mentee];
  --holds[arc.mentor];
  return best;
}

ManyQuestion random_groups(SeededRandom& random, const testing::Shape& shape,
                           std::uint32_t least) {
  ManyQuestion out = random_many(random, shape, 2, 0);
  for (ManyMentor& mentor : out.mentors) {
    mentor.capacity += least - 1;
    mentor.least = least;
  }
  return out;
}

TEST(AssignGroups, AreAsGoodAsTryingEverything) {
  int above_the_certificate = 0;
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    ManyQuestion question = random_groups(random,
                                          {.mentees = static_cast<Index>(2 + random.below(5)),
                                           .mentors = static_cast<Index>(1 + random.below(3)),
                                           .arcs_of_100 = 70,
                                           .scores = seed % 2 == 0 ? 5 : 1000},
                                          2 + testing::draw(random, 2));
    aim_for(seed % 3 == 0 ? Goal::best_total : Goal::most_matched, question);

    const auto answer = assign_groups(question);

    ASSERT_TRUE(answer) << answer.error().detail;
    const base::Done sound = check_groups(question, *answer);
    ASSERT_TRUE(sound) << sound.error().detail;
    std::vector<std::uint32_t> has(question.mentees.size(), 0);
    std::vector<std::uint32_t> holds(question.mentors.size(), 0);
    EXPECT_EQ(answer->answer.value, best_by_trying(question, 0, has, holds));
    EXPECT_TRUE(answer->optimal);
    above_the_certificate += answer->answer.optimal ? 0 : 1;
  }
  EXPECT_GT(above_the_certificate, 50);  // else no group was ever too small
}

TEST(AssignGroups, KeepLockedPairsAndFillTheirGroup) {
  ManyQuestion question;
  question.mentees = {{1}, {2}, {3}};
  question.mentors = {{11, 3, 2}, {12, 3, 2}};
  question.arcs = {{0, 0, 9}, {1, 0, 9}, {2, 0, 9}, {1, 1, 1}};
  question.locked = {{0, 1, 5}};
  aim_for(Goal::best_total, question);

  const auto answer = assign_groups(question);

  ASSERT_TRUE(answer && check_groups(question, *answer));
  EXPECT_EQ(answer->answer.pairs, (std::vector<Couple>{{0, 1}, {1, 1}}));

  question.arcs.pop_back();
  EXPECT_EQ(assign_groups(question).error().code, Errc::conflict);
}

TEST(AssignGroups, MakeTheSamePairsWhateverTheOrder) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    ManyQuestion question = random_groups(
        random, {.mentees = 30, .mentors = 12, .arcs_of_100 = 40, .scores = 4}, 3);
    aim_for(Goal::best_total, question);
    const std::vector<Index> mentees = testing::shuffled(question.mentees.size(), random);
    const std::vector<Index> mentors = testing::shuffled(question.mentors.size(), random);
    ManyQuestion other = question;
    for (Index i = 0; i < mentees.size(); ++i) other.mentees[mentees[i]] = question.mentees[i];
    for (Index j = 0; j < mentors.size(); ++j) other.mentors[mentors[j]] = question.mentors[j];
    for (Arc& arc : other.arcs) arc = {mentees[arc.mentee], mentors[arc.mentor], arc.score};
    std::reverse(other.arcs.begin(), other.arcs.end());

    const auto answer = assign_groups(question);
    const auto moved = assign_groups(other);

    ASSERT_TRUE(answer && moved);
    EXPECT_TRUE(check_groups(question, *answer));
    EXPECT_EQ(answer->bound, moved->bound);
    std::vector<Couple> back;
    for (const Couple& pair : answer->answer.pairs) {
      back.push_back({mentees[pair.mentee], mentors[pair.mentor]});
    }
    std::sort(back.begin(), back.end(), [](const Couple& a, const Couple& b) {
      return std::pair(a.mentee, a.mentor) < std::pair(b.mentee, b.mentor);
    });
    EXPECT_EQ(moved->answer.pairs, back);
  }
}

TEST(AssignGroups, StoppedEarlyAreSoundAndSayHowMuchIsMissingAtMost) {
  int better = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    ManyQuestion question = random_groups(
        random, {.mentees = 25, .mentors = 12, .arcs_of_100 = 30, .scores = 1000}, 3);
    aim_for(Goal::best_total, question);

    const auto stopped = assign_groups(question, [](auto, auto) { return false; });
    const auto whole = assign_groups(question);

    ASSERT_TRUE(stopped && whole);
    EXPECT_TRUE(check_groups(question, *stopped));
    EXPECT_TRUE(check_groups(question, *whole));
    EXPECT_LE(stopped->answer.value, whole->answer.value);
    EXPECT_GE(stopped->bound, whole->answer.value);
    better += whole->answer.value > stopped->answer.value ? 1 : 0;
  }
  EXPECT_GT(better, 0);
}

TEST(CheckGroups, SeesForgeries) {
  ManyQuestion question;
  question.mentees = {{1}, {2}, {3}};
  question.mentors = {{11, 3, 2}, {12, 3, 2}};
  question.arcs = {{0, 0, 9}, {1, 0, 9}, {2, 0, 1}, {2, 1, 8}};
  aim_for(Goal::best_total, question);
  const auto answer = assign_groups(question);
  ASSERT_TRUE(answer && check_groups(question, *answer));
  ASSERT_EQ(answer->answer.pairs, (std::vector<Couple>{{0, 0}, {1, 0}, {2, 0}}));
  EXPECT_TRUE(answer->optimal);
  EXPECT_FALSE(answer->answer.optimal);
  const auto detail = [&](void (*forge)(GroupsAssigned&)) {
    GroupsAssigned forged = *answer;
    forge(forged);
    const base::Done sound = check_groups(question, forged);
    return sound ? std::string() : sound.error().detail;
  };
  EXPECT_EQ(detail([](GroupsAssigned& a) {
              a.answer.pairs[2].mentor = 1;
              a.answer.total += 7;
              a.answer.value += 7 * 4;
              a.answer.optimal = a.answer.value == a.answer.certificate.bound;
            }),
            "a group too small");
  EXPECT_EQ(detail([](GroupsAssigned& a) { ++a.answer.least_filled; }), "a sum is wrong");
  EXPECT_EQ(detail([](GroupsAssigned& a) { --a.bound; }), "a bound that cannot be");
  EXPECT_EQ(detail([](GroupsAssigned& a) { a.bound = a.answer.certificate.bound + 1; }),
            "a bound that cannot be");
  EXPECT_EQ(detail([](GroupsAssigned& a) { ++a.bound; }), "optimal is not what it says");
  EXPECT_EQ(detail([](GroupsAssigned& a) { ++a.answer.total; }), "a sum is wrong");
}

}  // namespace
}  // namespace pairbook::matching
