#include "pairbook/matching/assign.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "random_assignment.hpp"

namespace pairbook::matching {
namespace {

using base::Errc;
using base::SeededRandom;
using testing::random_assignment;
using testing::Shape;
using testing::shuffled;

/// The best value there is, by trying everything: mentee by mentee.
std::int64_t best_by_trying(const Assignment& question, Index mentee,
                            std::vector<std::int64_t>& left) {
  if (mentee == question.mentees.size()) return 0;
  std::int64_t best = best_by_trying(question, mentee + 1, left);
  for (const Arc& lock : question.locked) {
    if (lock.mentee == mentee) return best + question.weight * lock.score;
  }
  best -= question.mentees[mentee].penalty;
  for (const Arc& arc : question.arcs) {
    if (arc.mentee != mentee || left[arc.mentor] == 0) continue;
    const auto& no = question.forbidden;
    if (std::find(no.begin(), no.end(), Couple{arc.mentee, arc.mentor}) != no.end()) continue;
    --left[arc.mentor];
    best = std::max(best,
                    question.weight * arc.score + best_by_trying(question, mentee + 1, left));
    ++left[arc.mentor];
  }
  return best;
}

std::int64_t best_by_trying(const Assignment& question) {
  std::vector<std::int64_t> left;
  for (const AssignMentor& mentor : question.mentors) left.push_back(mentor.capacity);
  for (const Arc& lock : question.locked) --left[lock.mentor];
  return best_by_trying(question, 0, left);
}

Assignment of(std::vector<std::uint32_t> places, Index mentees, std::vector<Arc> arcs) {
  Assignment out;
  for (Index i = 0; i < mentees; ++i) out.mentees.push_back({i, 0});
  for (const std::uint32_t p : places) out.mentors.push_back({100 + out.mentors.size(), p});
  out.arcs = std::move(arcs);
  return out;
}

TEST(Assign, IsAsGoodAsTryingEverything) {
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const Shape shape{.mentees = static_cast<Index>(random.below(7)),
                      .mentors = static_cast<Index>(1 + random.below(5)),
                      .most_places = static_cast<std::uint32_t>(1 + random.below(3)),
                      .arcs_of_100 = static_cast<int>(20 + random.below(80)),
                      .scores = static_cast<std::int32_t>(1 + random.below(12))};
    Assignment question = random_assignment(random, shape);
    question.weight = 1 + static_cast<std::int64_t>(random.below(3));
    for (AssignMentee& mentee : question.mentees) {
      mentee.penalty = static_cast<std::int64_t>(random.below(30)) - 10;
    }
    if (seed % 2 == 0) testing::lock_and_forbid_some(random, question);

    const auto answer = assign(question);

    ASSERT_TRUE(answer);
    ASSERT_TRUE(answer->optimal);
    ASSERT_EQ(answer->value, best_by_trying(question));
    ASSERT_TRUE(check_certificate(question, *answer));
  }
}

TEST(Assign, TakesTheBestTotalOrTheMostPairsAsAsked) {
  // One pair of 10 points, or two pairs of 4.
  Assignment question = of({1, 1}, 2, {{0, 0, 10}, {0, 1, 4}, {1, 0, 4}});

  aim_for(Goal::best_total, question);
  EXPECT_EQ(assign(question)->mentor_of, (std::vector<Index>{0, nobody}));
  aim_for(Goal::most_matched, question);
  EXPECT_EQ(assign(question)->mentor_of, (std::vector<Index>{1, 0}));
}

TEST(Assign, MakesTwoPairsRatherThanOneForTheSameTotal) {
  Assignment question = of({1, 1}, 2, {{0, 0, 8}, {0, 1, 4}, {1, 0, 4}});

  aim_for(Goal::best_total, question);

  EXPECT_EQ(assign(question)->matched, 2U);
}

TEST(Assign, GivesNobodyMoreThanTheirPlaces) {
  Assignment question = of({0, 2}, 4, {});
  for (Index i = 0; i < 4; ++i) {
    question.arcs.push_back({i, 0, 90});
    question.arcs.push_back({i, 1, static_cast<std::int32_t>(i)});
  }
  aim_for(Goal::most_matched, question);

  EXPECT_EQ(assign(question)->mentor_of, (std::vector<Index>{nobody, nobody, 1, 1}));
}

TEST(Assign, KeepsALockedPairWithoutAnArcAndCountsItsScore) {
  Assignment question = of({1}, 2, {{0, 0, 50}});
  question.locked = {{1, 0, 3}};
  aim_for(Goal::best_total, question);

  const auto answer = assign(question);

  EXPECT_EQ(answer->mentor_of, (std::vector<Index>{nobody, 0}));
  EXPECT_EQ(answer->total, 3);
  EXPECT_TRUE(check_certificate(question, *answer));
}

TEST(Assign, NeverMakesAForbiddenPair) {
  Assignment question = of({1}, 1, {{0, 0, 50}});
  question.forbidden = {{0, 0}};

  EXPECT_EQ(assign(question)->mentor_of, (std::vector<Index>{nobody}));
}

TEST(Assign, AnswersTheEmptyQuestion) {
  EXPECT_TRUE(assign(Assignment{})->optimal);
}

TEST(Assign, MakesTheSamePairsWhateverTheOrderOfTheRows) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    // Five different scores among 40 people: optimal matchings abound.
    Assignment question =
        random_assignment(random, {.mentees = 40, .mentors = 25, .scores = 5});
    testing::lock_and_forbid_some(random, question);
    aim_for(seed % 2 == 0 ? Goal::best_total : Goal::most_matched, question);
    const std::vector<Index> first = assign(question)->mentor_of;

    const auto mentee_at = shuffled(40, random);
    const auto mentor_at = shuffled(25, random);
    Assignment other = question;
    for (Index i = 0; i < 40; ++i) other.mentees[mentee_at[i]] = question.mentees[i];
    for (Index j = 0; j < 25; ++j) other.mentors[mentor_at[j]] = question.mentors[j];
    const auto arc_at = shuffled(question.arcs.size(), random);
    for (std::size_t a = 0; a < question.arcs.size(); ++a)
      other.arcs[arc_at[a]] = question.arcs[a];
    for (auto* arcs : {&other.arcs, &other.locked}) {
      for (Arc& arc : *arcs) arc = {mentee_at[arc.mentee], mentor_at[arc.mentor], arc.score};
    }
    for (Couple& c : other.forbidden) c = {mentee_at[c.mentee], mentor_at[c.mentor]};
    const std::vector<Index> second = assign(other)->mentor_of;

    for (Index i = 0; i < 40; ++i) {
      const Index same = first[i] == nobody ? nobody : mentor_at[first[i]];
      ASSERT_EQ(second[mentee_at[i]], same);
    }
  }
}

TEST(Assign, MakesTheSamePairsOnEveryMachine) {
  SeededRandom random(2026);
  Assignment question = random_assignment(
      random, {.mentees = 300, .mentors = 120, .arcs_of_100 = 20, .scores = 40});
  aim_for(Goal::best_total, question);

  const auto answer = assign(question);

  std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a over the mentors' numbers
  for (const Index j : answer->mentor_of) hash = (hash ^ j) * 1099511628211ULL;
  EXPECT_EQ(hash, 1038336630520486040ULL);
  EXPECT_EQ(answer->total, 6488);
}

TEST(Assign, StoppedEarlySaysHowGoodItIs) {
  SeededRandom random(7);
  Assignment question = random_assignment(random, {.mentees = 200, .mentors = 60});
  aim_for(Goal::most_matched, question);
  const std::int64_t best = assign(question)->value;
  for (int steps = 0; steps < 4; ++steps) {
    int left = steps;

    const auto answer =
        assign(question, [&](std::uint64_t, std::uint64_t) { return left-- > 0; });

    ASSERT_TRUE(answer);
    EXPECT_TRUE(check_certificate(question, *answer));
    EXPECT_LE(answer->value, best);
    EXPECT_GE(answer->certificate.bound, best);
    if (steps == 0) {
      EXPECT_FALSE(answer->optimal);
    }
  }
}

TEST(Assign, RefusesWhatContradictsItself) {
  const Assignment good = of({1, 1}, 2, {{0, 0, 5}, {1, 1, 5}});
  std::map<const char*, std::pair<Assignment, Errc>> bad;
  const auto add = [&](const char* name, Errc code) -> Assignment& {
    return bad.emplace(name, std::pair(good, code)).first->second.first;
  };
  add("no such mentee", Errc::invalid_input).arcs.push_back({2, 0, 1});
  add("no such mentor", Errc::invalid_input).arcs.push_back({0, 2, 1});
  add("negative score", Errc::invalid_input).arcs.push_back({0, 1, -1});
  add("arc twice", Errc::invalid_input).arcs.push_back({0, 0, 6});
  add("mentee locked twice", Errc::conflict).locked = {{0, 0, 1}, {0, 1, 1}};
  add("more locks than places", Errc::conflict).locked = {{0, 0, 1}, {1, 0, 1}};
  Assignment& both = add("locked and forbidden", Errc::conflict);
  both.locked = {{0, 0, 1}};
  both.forbidden = {{0, 0}};
  add("weight", Errc::too_large).weight = std::int64_t{1} << 60;
  add("penalty", Errc::too_large).mentees[0].penalty = INT64_MIN;

  for (const auto& [name, question] : bad) {
    const auto answer = assign(question.first);
    ASSERT_FALSE(answer) << name;
    EXPECT_EQ(answer.error().code, question.second) << name;
  }
}

TEST(Certificate, ExposesEveryKindOfWrongAnswer) {
  Assignment question = of({1, 2}, 3, {{0, 0, 9}, {1, 0, 8}, {1, 1, 2}, {2, 1, 4}});
  question.locked = {{2, 1, 4}};
  aim_for(Goal::best_total, question);
  const Assigned right = *assign(question);
  ASSERT_TRUE(check_certificate(question, right));
  std::map<const char*, Assigned> wrong;
  const auto change = [&](const char* name) -> Assigned& {
    return wrong.emplace(name, right).first->second;
  };
  change("total").total += 1;
  change("value").value += 1;
  change("matched").matched += 1;
  change("bound").certificate.bound += 1;
  change("not optimal").optimal = false;
  change("pair not allowed").mentor_of[0] = 1;
  change("mentor too full").mentor_of[1] = 0;
  change("lock broken").mentor_of[2] = nobody;
  change("negative price").certificate.price[0] = -1;
  change("price too low").certificate.price[0] = 0;
  change("gain too low").certificate.gain[1] -= 1;
  change("sizes").certificate.gain.pop_back();

  for (const auto& [name, answer] : wrong) {
    EXPECT_FALSE(check_certificate(question, answer)) << name;
  }
}

}  // namespace
}  // namespace pairbook::matching
