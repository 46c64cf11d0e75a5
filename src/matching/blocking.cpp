#include "blocking.hpp"

#include <algorithm>
#include <utility>

namespace pairbook::matching {

Blocking::Blocking(const Problem& problem, const Solution& solution)
    : problem_(problem),
      mentor_of_(solution.mentor_of),
      further_(solution.further),
      has_(problem.mentees.size(), INT64_MAX),
      least_(problem.mentors.size(), INT64_MAX) {
  wishes_ = std::any_of(problem.tests.begin(), problem.tests.end(),
                        [](const Test& test) { return test.wishes; });
  std::vector<std::uint32_t> held(problem.mentors.size(), 0), got(problem.mentees.size(), 0);
  const auto count = [&](Index mentee, Index mentor, std::int32_t points) {
    has(mentee, mentor, points);
    ++held[mentor];
    ++got[mentee];
  };
  for (Index i = 0; i < mentor_of_.size(); ++i) {
    if (mentor_of_[i] != nobody) count(i, mentor_of_[i], solution.points[i]);
  }
  for (const FurtherPair& pair : further_) count(pair.mentee, pair.mentor, pair.points);
  for (Index i = 0; i < got.size(); ++i) {
    if (got[i] < problem.mentees[i].places) has_[i] = INT64_MIN;
  }
  for (Index j = 0; j < held.size(); ++j) {
    if (held[j] < problem.mentors[j].places) least_[j] = INT64_MIN;
  }
}

void Blocking::has(Index mentee, Index mentor, std::int32_t points) {
  const Likes likes = likes_of(problem_, mentee, mentor, points);
  has_[mentee] = std::min<std::int64_t>(has_[mentee], likes.by_mentee);
  least_[mentor] = std::min<std::int64_t>(least_[mentor], likes.by_mentor);
}

bool Blocking::is_further(const Arc& arc) const {
  const auto order = [](const FurtherPair& pair) {
    return std::pair(pair.mentee, pair.mentor);
  };
  const auto at =
      std::ranges::lower_bound(further_, std::pair(arc.mentee, arc.mentor), {}, order);
  return at != further_.end() && at->mentee == arc.mentee && at->mentor == arc.mentor;
}

}  // namespace pairbook::matching
