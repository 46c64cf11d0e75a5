#pragma once

#include <string>
#include <vector>

#include "pairbook/domain/programme.hpp"
#include "pairbook/matching/problem.hpp"

namespace pairbook::matching {

using People = std::vector<const domain::Person*>;

/// Turns the answers to one rule into numbers: from here on nothing compares words.
class TestBuilder {
 public:
  TestBuilder(const domain::Programme& programme, const People& mentees, const People& mentors)
      : programme_(programme), mentees_(mentees), mentors_(mentors) {}

  /// The rule as a test, and its values as people read them. A rule that is no test (an earlier
  /// pair, a manager) yields false.
  [[nodiscard]] bool build(const domain::Rule& rule, std::uint32_t number, Test& test,
                           std::vector<std::string>& words) const;
  [[nodiscard]] std::vector<std::uint8_t> applies(const domain::OnlyWhen& when,
                                                  const People& people) const;

 private:
  void take_values(const domain::FieldKey& mentee, const domain::FieldKey& mentor, Test& test,
                   std::vector<std::string>& words) const;
  [[nodiscard]] std::vector<std::int64_t> levels(const People& people,
                                                 const domain::FieldKey& key) const;
  void take_weeks(const domain::MeetingTime& rule, Test& test) const;
  void take_weeks_of(const People& people, const domain::FieldKey& availability,
                     const domain::FieldKey& zone, std::vector<std::int64_t>& said,
                     std::vector<std::uint64_t>& weeks) const;

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
