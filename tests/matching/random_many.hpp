#pragma once

#include <algorithm>

#include "pairbook/matching/assign_many.hpp"
#include "random_assignment.hpp"

namespace pairbook::matching::testing {

/// As random_assignment(), with up to `most_wanted` mentors for a mentee and up to `most_least`
/// places of a mentor that are filled first.
inline ManyQuestion random_many(base::SeededRandom& random, const Shape& shape,
                                std::uint32_t most_wanted, std::uint32_t most_least) {
  const Assignment one = random_assignment(random, shape);
  ManyQuestion out;
  for (const AssignMentee& mentee : one.mentees) {
    out.mentees.push_back({mentee.key, draw(random, most_wanted + std::size_t{1})});
  }
  for (const AssignMentor& mentor : one.mentors) {
    out.mentors.push_back(
        {mentor.key, mentor.capacity,
         std::min(mentor.capacity, draw(random, most_least + std::size_t{1}))});
  }
  out.arcs = one.arcs;
  return out;
}

/// A few pairs locked (with and without arcs) and some arcs forbidden.
inline void lock_and_forbid_some(base::SeededRandom& random, ManyQuestion& question) {
  std::vector<std::uint32_t> left, wants;
  for (const ManyMentor& mentor : question.mentors) left.push_back(mentor.capacity);
  for (const ManyMentee& mentee : question.mentees) wants.push_back(mentee.wants);
  const auto is_locked = [&](Index mentee, Index mentor) {
    return std::any_of(question.locked.begin(), question.locked.end(), [&](const Arc& lock) {
      return lock.mentee == mentee && lock.mentor == mentor;
    });
  };
  for (int tries = 0; tries < 3 && !question.mentees.empty(); ++tries) {
    const Index i = draw(random, question.mentees.size());
    const Index j = draw(random, question.mentors.size());
    if (left[j] == 0 || wants[i] == 0 || is_locked(i, j)) continue;
    --left[j];
    --wants[i];
    question.locked.push_back({i, j, static_cast<std::int32_t>(random.below(50))});
  }
  for (const Arc& arc : question.arcs) {
    if (random.below(6) == 0 && !is_locked(arc.mentee, arc.mentor)) {
      question.forbidden.push_back({arc.mentee, arc.mentor});
    }
  }
}

}  // namespace pairbook::matching::testing
