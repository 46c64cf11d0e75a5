#include "pairbook/matching/assign_again.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "random_assignment.hpp"

namespace pairbook::matching {
namespace {

using base::SeededRandom;
using testing::draw;
using testing::random_assignment;

/// One edit of the kind that people make while they look at a proposal.
class Editor {
 public:
  Editor(SeededRandom& random, Assignment& question) : random_(&random), question_(&question) {}

  void edit(const Assigned& answer) {
    switch (random_->below(8)) {
      case 0:
        return lock(draw(*random_, question_->mentees.size()),
                    draw(*random_, question_->mentors.size()));
      case 1:
        if (!question_->locked.empty()) question_->locked.pop_back();
        return;
      case 2:
        return forbid(answer);
      case 3:
        return swap(answer);
      case 4:
        question_->mentors[draw(*random_, question_->mentors.size())].capacity =
            static_cast<std::uint32_t>(random_->below(5));
        return keep_places_of_locks();
      case 5:
        return insert();
      case 6:
        return remove_mentee(draw(*random_, question_->mentees.size()));
      default:
        return score_anew();
    }
  }

 private:
  void lock(Index mentee, Index mentor) {
    auto& locked = question_->locked;
    if (mentor == nobody) return;
    if (std::any_of(locked.begin(), locked.end(),
                    [&](const Arc& arc) { return arc.mentee == mentee; })) {
      return;
    }
    locked.push_back({mentee, mentor, static_cast<std::int32_t>(random_->below(100))});
    std::erase(question_->forbidden, Couple{mentee, mentor});
    keep_places_of_locks();
  }
  void keep_places_of_locks() {
    std::vector<std::uint32_t> taken(question_->mentors.size(), 0);
    std::erase_if(question_->locked, [&](const Arc& arc) {
      return ++taken[arc.mentor] > question_->mentors[arc.mentor].capacity;
    });
  }
  void forbid(const Assigned& answer) {
    const auto i = draw(*random_, answer.mentor_of.size());
    const Couple pair{i, answer.mentor_of[i]};
    if (pair.mentor == nobody || is_locked(i)) return;
    question_->forbidden.push_back(pair);
  }
  [[nodiscard]] bool is_locked(Index mentee) const {
    return std::any_of(question_->locked.begin(), question_->locked.end(),
                       [&](const Arc& arc) { return arc.mentee == mentee; });
  }
  void swap(const Assigned& answer) {
    const auto one = draw(*random_, answer.mentor_of.size());
    const auto other = draw(*random_, answer.mentor_of.size());
    if (one == other) return;
    lock(one, answer.mentor_of[other]);
    lock(other, answer.mentor_of[one]);
  }
  void insert() {
    const auto i = static_cast<Index>(question_->mentees.size());
    question_->mentees.push_back({random_->next(), question_->mentees[0].penalty});
    for (Index j = 0; j < question_->mentors.size(); ++j) {
      if (random_->below(3) != 0) continue;
      question_->arcs.push_back({i, j, static_cast<std::int32_t>(random_->below(100))});
    }
    if (random_->below(3) != 0) return;
    const auto j = static_cast<Index>(question_->mentors.size());
    question_->mentors.push_back({random_->next(), 2});
    for (Index k = 0; k < question_->mentees.size(); k += 2) {
      question_->arcs.push_back({k, j, static_cast<std::int32_t>(random_->below(100))});
    }
  }
  void remove_mentee(Index gone) {
    if (question_->mentees.size() < 8) return;
    question_->mentees.erase(question_->mentees.begin() + static_cast<std::ptrdiff_t>(gone));
    const auto take_from = [&](auto& pairs) {
      std::erase_if(pairs, [&](const auto& pair) { return pair.mentee == gone; });
      for (auto& pair : pairs) pair.mentee -= pair.mentee > gone ? 1 : 0;
    };
    take_from(question_->arcs);
    take_from(question_->locked);
    take_from(question_->forbidden);
  }
  void score_anew() {
    const auto at = draw(*random_, question_->arcs.size());
    question_->arcs[at].score = static_cast<std::int32_t>(random_->below(100));
  }

  SeededRandom* random_;
  Assignment* question_;
};

TEST(AssignAgain, EqualsANewSolveThroughoutALongSeriesOfEdits) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    SeededRandom random(seed);
    Assignment question = random_assignment(
        random, {.mentees = 40, .mentors = static_cast<Index>(12 + 3 * seed)});
    aim_for(seed % 2 == 0 ? Goal::best_total : Goal::most_matched, question);
    Assignment earlier = question;
    Assigned answer = *assign(question);
    for (int step = 0; step < 400; ++step) {
      SCOPED_TRACE(seed * 1000 + static_cast<std::uint64_t>(step));
      Editor(random, question).edit(answer);
      // Now and then the aim is set anew, as a programme that grew would.
      if (step % 50 == 49) aim_for(Goal::most_matched, question);

      const auto again = assign_again(question, earlier, answer);
      const auto anew = assign(question);

      ASSERT_TRUE(again && anew);
      ASSERT_TRUE(again->optimal);
      ASSERT_EQ(again->value, anew->value);
      ASSERT_TRUE(check_certificate(question, *again));
      earlier = question;
      answer = *again;
    }
  }
}

TEST(AssignAgain, LeavesPairsThatNoEditConcerns) {
  SeededRandom random(7);
  Assignment question = random_assignment(random, {.mentees = 60, .mentors = 40, .scores = 3});
  aim_for(Goal::most_matched, question);
  const Assigned before = *assign(question);
  Assignment after = question;
  std::reverse(after.mentors.begin(), after.mentors.end());
  for (Arc& arc : after.arcs) arc.mentor = 39 - arc.mentor;

  const auto again = assign_again(after, question, before);

  ASSERT_TRUE(again);
  for (Index i = 0; i < 60; ++i) {
    const Index mentor = before.mentor_of[i];
    EXPECT_EQ(again->mentor_of[i], mentor == nobody ? nobody : 39 - mentor);
  }
}

}  // namespace
}  // namespace pairbook::matching
