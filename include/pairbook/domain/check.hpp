#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pairbook/base/time.hpp"
#include "pairbook/domain/rules.hpp"

namespace pairbook::domain {

/// How a pair is for one of the two, asked after the first meetings.
enum class PairFit : std::uint8_t { good, deciding, not_a_fit };

/// What one side answered. A later answer takes its place; the history keeps both.
struct Check {
  base::Date on;
  PairFit fit = PairFit::good;
  std::optional<int> satisfaction;  // 1..5
  std::string note;
  bool operator==(const Check&) const = default;
};

/// Whether somebody whose pair ended wants another partner.
enum class Another : std::uint8_t {
  no,
  wanted,  // goes first in the next matching
  found,   // has been matched again since
};

/// What is known of a pair since its first meetings, by side.
struct FollowUp {
  std::optional<Check> mentor, mentee;
  Another for_mentor = Another::no;  // counts once the pair has ended
  Another for_mentee = Another::no;

  [[nodiscard]] bool empty() const { return *this == FollowUp{}; }
  bool operator==(const FollowUp&) const = default;

  [[nodiscard]] std::optional<Check>& of(Side side) {
    return side == Side::mentor ? mentor : mentee;
  }
  [[nodiscard]] const std::optional<Check>& of(Side side) const {
    return side == Side::mentor ? mentor : mentee;
  }
};

inline constexpr int most_satisfaction = 5;

}  // namespace pairbook::domain
