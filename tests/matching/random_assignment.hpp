#pragma once

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "pairbook/base/random.hpp"
#include "pairbook/matching/assign.hpp"

namespace pairbook::matching::testing {

/// An index below `bound`.
inline Index draw(base::SeededRandom& random, std::size_t bound) {
  return static_cast<Index>(random.below(bound));
}

/// What a random instance is like; scores are drawn from `scores` values, so few means ties.
struct Shape {
  Index mentees = 8;
  Index mentors = 5;
  std::uint32_t most_places = 3;
  int arcs_of_100 = 50;
  std::int32_t scores = 100;
};

inline Assignment random_assignment(base::SeededRandom& random, const Shape& shape) {
  Assignment out;
  for (Index i = 0; i < shape.mentees; ++i) out.mentees.push_back({random.next(), 0});
  for (Index j = 0; j < shape.mentors; ++j) {
    const auto places = static_cast<std::uint32_t>(random.below(shape.most_places + 1));
    out.mentors.push_back({random.next(), places});
  }
  for (Index i = 0; i < shape.mentees; ++i) {
    for (Index j = 0; j < shape.mentors; ++j) {
      if (random.below(100) >= static_cast<std::uint64_t>(shape.arcs_of_100)) continue;
      const auto bound = static_cast<std::uint64_t>(shape.scores);
      out.arcs.push_back({i, j, static_cast<std::int32_t>(random.below(bound))});
    }
  }
  return out;
}

/// Two or so pairs locked (with and without arcs) and some arcs forbidden.
inline void lock_and_forbid_some(base::SeededRandom& random, Assignment& assignment) {
  std::vector<std::uint32_t> left;
  for (const AssignMentor& mentor : assignment.mentors) left.push_back(mentor.capacity);
  for (Index i = 0; i < assignment.mentees.size() && assignment.locked.size() < 2; ++i) {
    const auto j = draw(random, assignment.mentors.size());
    if (left[j] == 0 || random.below(3) == 0) continue;
    --left[j];
    assignment.locked.push_back({i, j, static_cast<std::int32_t>(random.below(50))});
  }
  for (const Arc& arc : assignment.arcs) {
    bool locked = false;
    for (const Arc& lock : assignment.locked) {
      locked = locked || (lock.mentee == arc.mentee && lock.mentor == arc.mentor);
    }
    if (!locked && random.below(6) == 0) {
      assignment.forbidden.push_back({arc.mentee, arc.mentor});
    }
  }
}

inline std::vector<Index> shuffled(std::size_t size, base::SeededRandom& random) {
  std::vector<Index> order(size);
  std::iota(order.begin(), order.end(), Index{0});
  for (std::size_t i = size; i > 1; --i) std::swap(order[i - 1], order[draw(random, i)]);
  return order;
}

}  // namespace pairbook::matching::testing
