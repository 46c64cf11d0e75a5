#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "answers.hpp"

namespace pairbook::matching {

// Tests of points_weighed: each value a person has is worth something of its own.

struct Weighed {
  std::uint32_t worth = 0;
  std::uint32_t via = untold;  // as in Said
};
/// A person's values with what each is worth.
using OfPerson = std::map<std::uint32_t, Weighed>;

/// Makes the test of what all mentees and mentors have; at most `points` in all.
void finish_weighed(const std::vector<OfPerson>& mentees, const std::vector<OfPerson>& mentors,
                    int points, Test& test, Said* said);

/// Gives those without an answer what those who answered earn on average: who has is said by
/// the test's levels.
void settle_unknown(Test& test);

}  // namespace pairbook::matching
