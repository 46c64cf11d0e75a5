#include "blocking.hpp"

#include <algorithm>

namespace pairbook::matching {

Blocking::Blocking(const Problem& problem, const Solution& solution)
    : problem_(problem),
      mentor_of_(solution.mentor_of),
      has_(problem.mentees.size(), INT64_MIN),
      least_(problem.mentors.size(), INT64_MAX) {
  wishes_ = std::any_of(problem.tests.begin(), problem.tests.end(),
                        [](const Test& test) { return test.wishes; });
  std::vector<std::uint32_t> held(problem.mentors.size(), 0);
  for (Index i = 0; i < mentor_of_.size(); ++i) {
    const Index j = mentor_of_[i];
    if (j == nobody) continue;
    const Likes likes = likes_of(problem, i, j, solution.points[i]);
    has_[i] = likes.by_mentee;
    least_[j] = std::min<std::int64_t>(least_[j], likes.by_mentor);
    ++held[j];
  }
  for (Index j = 0; j < held.size(); ++j) {
    if (held[j] < problem.mentors[j].places) least_[j] = INT64_MIN;
  }
}

}  // namespace pairbook::matching
