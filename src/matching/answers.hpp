#pragma once

#include <map>
#include <string>
#include <vector>

#include "pairbook/domain/programme.hpp"
#include "pairbook/matching/problem.hpp"

namespace pairbook::matching {

using People = std::vector<const domain::Person*>;

/// No words tell a value.
inline constexpr std::uint32_t untold = 0xFFFFFFFF;

/// What a test's values are called, for people.
struct Said {
  std::vector<std::string> words;
  /// Of points_weighed, beside each value of the mentors: twice the position of the mentor's
  /// own words, and 1 when they only come near what is wanted; or untold. Empty: the values are
  /// wishes.
  std::vector<std::uint32_t> via;
};

/// Finds people by what others call them: their e-mail address or their whole name. Two of one
/// name are both found.
class NameBook {
 public:
  explicit NameBook(const People& people);
  [[nodiscard]] std::vector<Index> find(std::string_view name) const;

 private:
  std::multimap<std::string, Index> known_;
};

/// The names in an answer, in its order.
[[nodiscard]] std::vector<std::string> names_in(const domain::Person& person,
                                                const domain::FieldKey& key);

/// Turns the answers to one rule into numbers: from here on nothing compares words.
class TestBuilder {
 public:
  TestBuilder(const domain::Programme& programme, const People& mentees, const People& mentors)
      : programme_(programme), mentees_(mentees), mentors_(mentors) {}

  /// The rule as a test, and its values as people read them. A rule that is no test (an earlier
  /// pair, a manager) yields false.
  [[nodiscard]] bool build(const domain::Rule& rule, std::uint32_t number, Test& test,
                           Said& said) const;
  [[nodiscard]] std::vector<std::uint8_t> applies(const domain::OnlyWhen& when,
                                                  const People& people) const;

 private:
  static void take_words(const std::vector<std::vector<std::string>>& mentees,
                         const std::vector<std::vector<std::string>>& mentors, Test& test,
                         std::vector<std::string>& words);
  void take_values(const domain::FieldKey& mentee, const domain::FieldKey& mentor, Test& test,
                   std::vector<std::string>& words) const;
  [[nodiscard]] std::vector<std::int64_t> levels(const People& people,
                                                 const domain::FieldKey& key) const;
  void take_weeks(const domain::MeetingTime& rule, Test& test) const;
  void take_weeks_of(const People& people, const domain::FieldKey& availability,
                     const domain::FieldKey& zone, std::vector<std::int64_t>& said,
                     std::vector<std::uint64_t>& weeks) const;

  void take_meeting_places(const domain::MeetSomewhere& rule, Test& test, Said& said) const;
  // answers_weighed.cpp
  void take_skills(const domain::PointsForSkills& rule, Test& test, Said& said) const;
  void take_transitions(const domain::PointsForTransition& rule, Test& test, Said& said) const;
  void take_wishes(const domain::PointsForWish& rule, Test& test) const;
  // answers_text.cpp
  void take_texts(const domain::PointsForText& rule, Test& test, Said& said) const;
  // answers_levels.cpp
  void take_enough(const domain::PointsForEnough& rule, Test& test) const;
  void take_scores(const domain::PointsForScore& rule, Test& test) const;
  void take_scales(const domain::PointsForClose& rule, Test& test) const;

  const domain::Programme& programme_;
  const People& mentees_;
  const People& mentors_;
};

/// The answer's values; none when there is no answer.
[[nodiscard]] const std::vector<std::string>& values_of(const domain::Person& person,
                                                        const domain::FieldKey& key);

/// Fills in what follows from the values: the masks and `exact`.
void finish_values(Test& test);

}  // namespace pairbook::matching
