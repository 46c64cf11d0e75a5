#include "pairbook/matching/form_circles.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "random_assignment.hpp"

namespace pairbook::matching {
namespace {

using base::Errc;
using base::SeededRandom;
using testing::draw;

CircleQuestion random_question(SeededRandom& random, Index people, std::uint64_t percent,
                               std::uint64_t scores) {
  CircleQuestion out;
  for (Index i = 0; i < people; ++i) out.keys.push_back(random.next());
  for (Index i = 0; i < people; ++i) {
    for (Index j = i + 1; j < people; ++j) {
      if (random.below(100) >= percent) continue;
      out.pairs.push_back({i, j, static_cast<std::int32_t>(random.below(scores))});
    }
  }
  return out;
}

/// Tries every way to put people into circles.
class Trying {
 public:
  Trying(const CircleQuestion& question, std::uint32_t circles, std::uint32_t most)
      : question_(question), at_(question.keys.size(), nobody), members_(circles), most_(most) {
    for (const Peers& pair : question.pairs) {
      points_[{pair.one, pair.other}] = points_[{pair.other, pair.one}] = pair.score;
    }
    for (const Couple& both : question.together) {
      points_.try_emplace({both.mentee, both.mentor}, 0);
      points_.try_emplace({both.mentor, both.mentee}, 0);
    }
    go_on(0, 0, 0);
  }
  [[nodiscard]] std::pair<std::uint32_t, std::int64_t> best() const { return best_; }

 private:
  void go_on(Index person, std::uint32_t seated, std::int64_t points) {
    if (person == at_.size()) {
      look(seated, points);
      return;
    }
    go_on(person + 1, seated, points);
    bool was_empty = false;
    for (Index c = 0; c < members_.size() && !was_empty; ++c) {
      was_empty = members_[c].empty();  // empty circles are all alike
      if (members_[c].size() == most_) continue;
      std::int64_t more = 0;
      bool may = true;
      for (const Index other : members_[c]) {
        const auto found = points_.find({person, other});
        may = may && found != points_.end();
        more += may ? found->second : 0;
      }
      if (!may) continue;
      members_[c].push_back(person);
      at_[person] = c;
      go_on(person + 1, seated + 1, points + more);
      at_[person] = nobody;
      members_[c].pop_back();
    }
  }
  void look(std::uint32_t seated, std::int64_t points) {
    for (const auto& members : members_) {
      if (!members.empty() && members.size() < question_.least) return;
    }
    for (const Couple& both : question_.together) {
      if (at_[both.mentee] != at_[both.mentor]) return;
    }
    best_ = std::max(best_, {seated, points});
  }
  const CircleQuestion& question_;
  std::map<std::pair<Index, Index>, std::int64_t> points_;
  std::vector<Index> at_;
  std::vector<std::vector<Index>> members_;
  std::size_t most_;
  std::pair<std::uint32_t, std::int64_t> best_{0, 0};
};

std::size_t people_of(const CircleQuestion& question) {
  std::set<Index> people;
  for (const Peers& pair : question.pairs) people.insert({pair.one, pair.other});
  for (const Couple& both : question.together) people.insert({both.mentee, both.mentor});
  return people.size();
}

TEST(FormCircles, AreAsGoodAsTryingEverythingForAFewPeople) {
  int asked = 0, best_seats = 0, best_points = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    CircleQuestion question = random_question(
        random, 4 + draw(random, 6), 40 + 20 * random.below(4), seed % 3 == 0 ? 4 : 1000);
    question.least = 2 + draw(random, 2);
    question.most = question.least + draw(random, 3);
    if (seed % 4 == 0) question.together = {{0, 1}};
    const CircleSizes sizes =
        sizes_of_circles(people_of(question), question.least, question.most);

    const auto answer = form_circles(question);

    ASSERT_TRUE(answer) << answer.error().detail;
    const base::Done sound = check_circles(question, *answer);
    ASSERT_TRUE(sound) << sound.error().detail;
    const auto most_circles = static_cast<std::uint32_t>(people_of(question) / question.least);
    const std::uint32_t most =
        question.together.empty() ? sizes.most : std::max(sizes.most, 2U);
    const auto best = Trying(question, sizes.circles == 0 ? 0 : most_circles, most).best();
    EXPECT_GE(answer->certificate.bound, best.second);
    EXPECT_LE(answer->seated, best.first);
    ++asked;
    best_seats += answer->seated == best.first ? 1 : 0;
    best_points += answer->seated == best.first && answer->points == best.second ? 1 : 0;
  }
  EXPECT_EQ(best_seats, asked);
  EXPECT_EQ(best_points, asked);
}

TEST(FormCircles, AreNearlyAsGoodForMoreThanAreTried) {
  std::int64_t all = 0, found = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    CircleQuestion question = random_question(random, 11, seed % 2 == 0 ? 100 : 75, 1000);
    question.most = 4;
    const auto answer = form_circles(question);
    ASSERT_TRUE(answer && check_circles(question, *answer));
    ASSERT_FALSE(answer->tried_all);
    const auto best = Trying(question, 3, 4).best();
    EXPECT_EQ(answer->seated, best.first);
    EXPECT_LE(answer->points, best.second);
    found += answer->points;
    all += best.second;
  }
  EXPECT_GE(100 * found, 99 * all);
}

TEST(FormCircles, SeatEverybodyInEvenCirclesWhenAllMayMeet) {
  for (const auto& [people, least, most, circles, largest] : {std::array{20U, 4U, 8U, 3U, 7U},
                                                              {12U, 3U, 6U, 2U, 6U},
                                                              {7U, 3U, 5U, 2U, 4U},
                                                              {7U, 4U, 5U, 1U, 5U},
                                                              {2U, 3U, 5U, 0U, 0U},
                                                              {30U, 5U, 5U, 6U, 5U}}) {
    SCOPED_TRACE(people);
    SeededRandom random(people);
    CircleQuestion question = random_question(random, people, 100, 100);
    question.least = least;
    question.most = most;

    const auto answer = form_circles(question);

    ASSERT_TRUE(answer);
    EXPECT_TRUE(check_circles(question, *answer));
    EXPECT_EQ(answer->circles, circles);
    EXPECT_EQ(answer->seated, std::min(people, circles * largest));
    std::map<Index, std::uint32_t> size;
    for (const Index circle : answer->circle_of) ++size[circle];
    size.erase(nobody);
    for (const auto& [circle, in] : size) EXPECT_TRUE(in == largest || in + 1 == largest) << in;
  }
}

TEST(FormCircles, FindTheFriendsWhoWereHidden) {
  SeededRandom random(5);
  CircleQuestion question = random_question(random, 60, 100, 40);
  question.least = question.most = 5;
  const std::vector<Index> place = testing::shuffled(60, random);
  for (Peers& pair : question.pairs) {
    if (place[pair.one] / 5 == place[pair.other] / 5) pair.score = 100;
  }

  const auto answer = form_circles(question);

  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->points, 12 * 10 * 100);
  EXPECT_TRUE(answer->optimal);
  EXPECT_TRUE(check_circles(question, *answer));
}

CircleQuestion tied(std::uint64_t seed) {
  SeededRandom random(seed);
  CircleQuestion question = random_question(random, 50, seed % 2 == 0 ? 70 : 35, 4);
  question.together = {{3, 17}, {17, 40}, {8, 9}};
  question.least = 4;
  return question;
}

TEST(FormCircles, MakeTheSameCirclesWhateverTheOrder) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    SCOPED_TRACE(seed);
    const CircleQuestion question = tied(seed);
    SeededRandom random(seed + 100);
    const std::vector<Index> place = testing::shuffled(question.keys.size(), random);
    CircleQuestion other = question;
    for (Index i = 0; i < place.size(); ++i) other.keys[place[i]] = question.keys[i];
    for (Peers& pair : other.pairs) pair = {place[pair.other], place[pair.one], pair.score};
    for (Couple& both : other.together) both = {place[both.mentor], place[both.mentee]};
    std::reverse(other.pairs.begin(), other.pairs.end());
    std::reverse(other.together.begin(), other.together.end());

    const auto answer = form_circles(question);
    const auto moved = form_circles(other);

    ASSERT_TRUE(answer && moved);
    for (Index i = 0; i < place.size(); ++i) {
      EXPECT_EQ(answer->circle_of[i], moved->circle_of[place[i]]);
    }
    EXPECT_EQ(answer->certificate.bound, moved->certificate.bound);
  }
}

TEST(FormCircles, MakeTheseCirclesOnEveryMachine) {
  std::uint64_t hash = 14695981039346656037U;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto answer = form_circles(tied(seed));
    ASSERT_TRUE(answer);
    EXPECT_TRUE(check_circles(tied(seed), *answer));
    for (const Index circle : answer->circle_of) hash = (hash ^ circle) * 1099511628211U;
    hash = (hash ^ static_cast<std::uint64_t>(answer->certificate.bound)) * 1099511628211U;
  }
  EXPECT_EQ(hash, 16134312247756314595U);
}

TEST(FormCircles, StoppedAtOnceAreSoundAndSaySo) {
  SeededRandom random(9);
  const CircleQuestion question = random_question(random, 120, 80, 1000);

  const auto stopped = form_circles(question, [](auto, auto) { return false; });
  const auto whole = form_circles(question);

  ASSERT_TRUE(stopped && whole);
  EXPECT_TRUE(check_circles(question, *stopped));
  EXPECT_LE(stopped->points, whole->points);
  EXPECT_GE(stopped->certificate.bound, whole->points);
}

TEST(FormCircles, BoundManyPairsByEverybodysBest) {
  SeededRandom random(10);
  CircleQuestion question = random_question(random, 1010, 100, 1000);  // 509,545 pairs

  const auto answer = form_circles(question, [](auto, auto) { return false; });

  ASSERT_TRUE(answer);
  EXPECT_TRUE(check_circles(question, *answer));
  EXPECT_EQ(answer->seated, 1010U);
}

TEST(FormCircles, RefuseWhatIsNoQuestion) {
  const auto refused = [](void (*spoil)(CircleQuestion&)) {
    CircleQuestion question;
    question.keys = {1, 2, 3, 4};
    question.pairs = {{0, 1, 5}, {1, 2, 5}, {0, 2, 5}};
    question.most = 3;
    spoil(question);
    const auto answer = form_circles(question);
    return answer ? Errc{} : answer.error().code;
  };
  EXPECT_EQ(refused([](CircleQuestion& q) {
              q.pairs.push_back({0, 4, 1});
            }),
            Errc::invalid_input);
  EXPECT_EQ(refused([](CircleQuestion& q) {
              q.pairs.push_back({3, 3, 1});
            }),
            Errc::invalid_input);
  EXPECT_EQ(refused([](CircleQuestion& q) {
              q.pairs.push_back({2, 1, 1});
            }),
            Errc::invalid_input);
  EXPECT_EQ(refused([](CircleQuestion& q) { q.pairs[0].score = -1; }), Errc::invalid_input);
  EXPECT_EQ(refused([](CircleQuestion& q) { q.least = 1; }), Errc::invalid_input);
  EXPECT_EQ(refused([](CircleQuestion& q) { q.least = 4; }), Errc::invalid_input);
  EXPECT_EQ(refused([](CircleQuestion& q) { q.together = {{0, 4}}; }), Errc::invalid_input);
  EXPECT_EQ(refused([](CircleQuestion& q) {
              q.together = {{0, 1}, {1, 2}, {2, 3}};
            }),
            Errc::conflict);
}

struct Forgery {
  const char* detail;
  void (*forge)(CirclesFormed&);
};

TEST(CheckCircles, SeesEveryForgery) {
  CircleQuestion question;
  question.keys = {1, 2, 3, 4, 5, 6, 7};
  for (Index i = 0; i < 6; ++i) {
    for (Index j = i + 1; j < 6; ++j) {
      if (i + j != 5) question.pairs.push_back({i, j, static_cast<std::int32_t>(10 * i + j)});
    }
  }
  question.least = question.most = 3;
  question.together = {{0, 1}};
  const auto answer = form_circles(question);
  ASSERT_TRUE(answer && check_circles(question, *answer));
  ASSERT_EQ(answer->seated, 6U);
  ASSERT_EQ(answer->circle_of[0], 0U);
  ASSERT_EQ(answer->circle_of[4], 1U);  // 4 may not meet 1, who stays with 0
  const Forgery all[] = {
      {"sizes differ", [](CirclesFormed& a) { a.circle_of.pop_back(); }},
      {"sizes differ", [](CirclesFormed& a) { a.certificate.price.pop_back(); }},
      {"a circle that is not there", [](CirclesFormed& a) { a.circle_of[0] = 2; }},
      {"a circle of another size", [](CirclesFormed& a) { ++a.circles; }},
      {"a circle of another size", [](CirclesFormed& a) { a.circle_of[0] = nobody; }},
      {"a circle of another size", [](CirclesFormed& a) { a.circle_of[0] = 1; }},
      {"some who stay together are apart",
       [](CirclesFormed& a) { std::swap(a.circle_of[0], a.circle_of[4]); }},
      {"two who may not meet",
       [](CirclesFormed& a) { a.circle_of = {0, 0, 1, 1, 0, 1, nobody}; }},
      {"a price below 0", [](CirclesFormed& a) { a.certificate.price[6] = -1; }},
      {"a sum is wrong", [](CirclesFormed& a) { ++a.points; }},
      {"a sum is wrong", [](CirclesFormed& a) { --a.seated; }},
      {"a sum is wrong", [](CirclesFormed& a) { --a.certificate.bound; }},
      {"optimal is not what it says", [](CirclesFormed& a) { a.optimal = !a.optimal; }},
  };
  for (const Forgery& each : all) {
    SCOPED_TRACE(each.detail);
    CirclesFormed forged = *answer;
    each.forge(forged);

    const base::Done sound = check_circles(question, forged);

    ASSERT_FALSE(sound);
    EXPECT_EQ(sound.error().detail, each.detail);
  }
}

}  // namespace
}  // namespace pairbook::matching
