// How alike what two people write is.
#include <gtest/gtest.h>

#include "pairbook/matching/propose.hpp"
#include "some_problem.hpp"

namespace pairbook::matching {
namespace {

using namespace domain;
using namespace testing_support;

/// Some mentors and mentees with a text each, whose points for it are at most 100.
class Texts {
 public:
  Texts& mentor(std::string text) { return add(std::move(text), true); }
  Texts& mentee(std::string text) { return add(std::move(text), false); }

  /// By their numbers among the mentees and among the mentors.
  [[nodiscard]] int points(unsigned mentee, unsigned mentor) const {
    const Fit fit = solved();
    return score_pair(fit.problem, place(fit, mentees_[mentee]), place(fit, mentors_[mentor]))
        .points;
  }
  [[nodiscard]] Fact fact(unsigned mentee, unsigned mentor) const {
    const Fit fit = solved();
    const Explanation why =
        explain(fit, place(fit, mentees_[mentee]), place(fit, mentors_[mentor]));
    return why.facts.empty() ? Fact{} : why.facts.front();
  }
  /// Ids in another order.
  unsigned turned = 0;

 private:
  Texts& add(std::string text, bool mentor) {
    (mentor ? mentors_ : mentees_).push_back(static_cast<unsigned>(texts_.size()));
    is_mentor_.push_back(mentor);
    texts_.push_back(std::move(text));
    return *this;
  }
  [[nodiscard]] unsigned number(unsigned at) const {
    return turned == 0 ? at + 1 : turned - at;
  }
  [[nodiscard]] Index place(const Fit& fit, unsigned at) const {
    return is_mentor_[at] ? fit.position(mentor_id(number(at)))
                          : fit.position(mentee_id(number(at)));
  }
  [[nodiscard]] Fit solved() const {
    ProgrammeBuilder builder = a_programme().with(a_field("about", FieldKind::long_text));
    for (unsigned at = 0; at < texts_.size(); ++at) {
      const unsigned n = number(at);
      auto person = is_mentor_[at] ? a_mentor(n) : a_mentee(n);
      if (!texts_[at].empty()) person.says("about", {texts_[at]});
      builder.with(person);
    }
    Programme programme = builder;
    programme.rules.rules = {{PointsForText{{key("about"), key("about")}, 100}, {}, true}};
    return fit(programme);
  }

  std::vector<std::string> texts_;
  std::vector<bool> is_mentor_;
  std::vector<unsigned> mentors_, mentees_;
};

Texts some_people() {
  return Texts()
      .mentor("I am the head gardener of a vegetable farm.")
      .mentor("Accounting for charities; I keep the books of three museums.")
      .mentor("Nursing in a children's hospital.")
      .mentor("I teach chess and mathematics.")
      .mentee("I want to learn gardening and to grow vegetables.")
      .mentee("How does a museum do its accounts?")
      .mentee("I would like to work in hospitals, with children.")
      .mentee("I play the violin.");
}

TEST(PointsForText, GoWhereTwoWriteAboutTheSame) {
  const Texts people = some_people();

  for (unsigned mentee = 0; mentee < 3; ++mentee) {
    for (unsigned mentor = 0; mentor < 4; ++mentor) {
      if (mentor == mentee) continue;
      EXPECT_GT(people.points(mentee, mentee), 2 * people.points(mentee, mentor))
          << mentee << " " << mentor;
    }
    EXPECT_GE(people.points(mentee, mentee), 30) << mentee;
  }
  for (unsigned mentor = 0; mentor < 4; ++mentor) EXPECT_LT(people.points(3, mentor), 15);
}

TEST(PointsForText, AreAllForTheSameTextAndNoneForNothingInCommon) {
  const Texts people = Texts()
                           .mentor("Beekeeping in old orchards")
                           .mentor("Tax law")
                           .mentee("Beekeeping in old orchards!")
                           .mentee("tax LAW");

  EXPECT_EQ(people.points(0, 0), 100);
  EXPECT_EQ(people.points(1, 1), 100);
  EXPECT_EQ(people.points(0, 1), 0);
  EXPECT_EQ(people.points(1, 0), 0);
}

TEST(PointsForText, AreNotForWhatEverybodyWrites) {
  Texts people;
  for (int i = 0; i < 5; ++i) {
    people.mentor("I would be so glad to help.");
    people.mentee("I would be so glad to help.");
  }

  EXPECT_EQ(people.points(0, 0), 0);
}

TEST(PointsForText, TellTheWordsTheMentorUsedToo) {
  const Texts people = some_people();

  EXPECT_EQ(people.fact(2, 2).values, std::vector<std::string>{"children"});
}

TEST(PointsForText, AreTheAverageForWhoWroteNothing) {
  Texts people = some_people();
  people.mentee("");

  const Fact fact = people.fact(4, 0);

  EXPECT_TRUE(fact.unknown);
  EXPECT_GT(fact.points, 0);
  EXPECT_LT(fact.points, people.points(0, 0));
}

TEST(PointsForText, KnowOtherScripts) {
  const Texts people = Texts()
                           .mentor("病院で看護師をしています")
                           .mentor("Преподаю математику в школе")
                           .mentor("مهندس في بناء الجسور")
                           .mentee("看護師になりたいです")
                           .mentee("Хочу учить математике")
                           .mentee("أريد أن أبني الجسور");

  for (unsigned each = 0; each < 3; ++each) {
    for (unsigned other = 0; other < 3; ++other) {
      if (other != each) {
        EXPECT_GT(people.points(each, each), people.points(each, other));
      }
    }
  }
}

TEST(PointsForText, AreTheSameInAnyOrderOfPeople) {
  Texts people = some_people();
  std::vector<int> before, after;
  const auto all = [&](std::vector<int>& out) {
    for (unsigned mentee = 0; mentee < 4; ++mentee) {
      for (unsigned mentor = 0; mentor < 4; ++mentor)
        out.push_back(people.points(mentee, mentor));
    }
  };
  all(before);

  people.turned = 50;

  all(after);
  EXPECT_EQ(after, before);
}

TEST(PointsForText, ReadOnlyTheBeginningOfALongText) {
  const std::string dots(4000, '.');
  const Texts people = Texts()
                           .mentor(dots.substr(1) + "s beekeeping")
                           .mentor(dots.substr(20) + " beekeeping")
                           .mentee("beekeeping");

  EXPECT_EQ(people.points(0, 0), 0);
  EXPECT_EQ(people.points(0, 1), 100);
}

}  // namespace
}  // namespace pairbook::matching
