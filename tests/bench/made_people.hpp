#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "pairbook/base/random.hpp"
#include "pairbook/matching/assign.hpp"

namespace pairbook::bench {

/// Somebody with skills of different popularity, goals and a stage; mentors have one to five
/// places.
struct Somebody {
  std::uint64_t skills = 0;
  std::uint32_t goals = 0;
  int stage = 0;
  std::uint32_t places = 1;
};

inline std::vector<Somebody> population(base::SeededRandom& random, std::size_t count,
                                        bool mentors) {
  // The smaller of two numbers comes more often: some skills are wanted by everybody.
  const auto popular = [&](std::uint64_t below) {
    return std::min(random.below(below), random.below(below));
  };
  std::vector<Somebody> out(count);
  for (Somebody& who : out) {
    for (std::uint64_t i = 0; i < 3 + random.below(6); ++i) {
      who.skills |= std::uint64_t{1} << popular(64);
    }
    for (int i = 0; i < 3; ++i) who.goals |= 1U << popular(12);
    who.stage = static_cast<int>(random.below(7) + (mentors ? 3 : 0));
    who.places = static_cast<std::uint32_t>(1 + random.below(5));
  }
  return out;
}

inline int score(const Somebody& mentee, const Somebody& mentor) {
  const int wanted = std::popcount(mentee.skills);
  const int offered = std::popcount(mentee.skills & mentor.skills);
  const int goals = std::popcount(mentee.goals & mentor.goals);
  const int gap = mentor.stage - mentee.stage;
  const int by_gap[] = {200, 600, 1000, 900, 700, 500};
  const int stage = gap < 0 || gap > 5 ? 0 : by_gap[gap];
  return offered * 6000 / std::max(wanted, 1) + std::min(goals, 3) * 1000 + stage;
}

/// Everybody keeps the 50 mentors who score best, so that many want the same few.
inline matching::Assignment made_question(matching::Index mentees, matching::Index mentors,
                                          std::uint64_t seed) {
  constexpr std::size_t best = 50;
  base::SeededRandom random(seed);
  const auto wanting = population(random, mentees, false);
  const auto offering = population(random, mentors, true);
  matching::Assignment out;
  for (matching::Index i = 0; i < mentees; ++i) out.mentees.push_back({random.next(), 0});
  for (matching::Index j = 0; j < mentors; ++j)
    out.mentors.push_back({random.next(), offering[j].places});
  std::vector<std::pair<int, matching::Index>> all;
  for (matching::Index i = 0; i < mentees; ++i) {
    all.clear();
    for (matching::Index j = 0; j < mentors; ++j)
      all.emplace_back(-score(wanting[i], offering[j]), j);
    const auto kept = static_cast<std::ptrdiff_t>(std::min(best, all.size()));
    std::partial_sort(all.begin(), all.begin() + kept, all.end());
    for (auto each = all.begin(); each != all.begin() + kept; ++each) {
      out.arcs.push_back({i, each->second, -each->first});
    }
  }
  matching::aim_for(matching::Goal::most_matched, out);
  return out;
}

}  // namespace pairbook::bench
