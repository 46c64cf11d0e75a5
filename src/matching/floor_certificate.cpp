// Independent of the search on purpose: it reads the question and the answer, nothing else.
#include <set>
#include <utility>

#include "pairbook/matching/fair_floor.hpp"

namespace pairbook::matching {

namespace {

/// What a cover says of the pairs that score more than `above`.
struct Checked {
  bool is_whole = true;  // somebody of it is in each of them
  std::int64_t size = 0;
};

Checked check(const Assignment& question, const Cover& cover, std::int32_t above) {
  const std::size_t n = question.mentees.size(), m = question.mentors.size();
  std::vector<bool> locked(n, false), mentees(n, false), mentors(m, false);
  std::vector<std::int64_t> places;
  for (const AssignMentor& mentor : question.mentors) places.push_back(mentor.capacity);
  for (const Arc& arc : question.locked) {
    locked[arc.mentee] = true;
    --places[arc.mentor];
  }
  Checked out;
  for (const Index i : cover.mentees) {
    if (i >= n || mentees[i]) return {false, 0};
    mentees[i] = true;
    ++out.size;
  }
  for (const Index j : cover.mentors) {
    if (j >= m || mentors[j]) return {false, 0};
    mentors[j] = true;
    out.size += places[j];
  }
  std::set<std::pair<Index, Index>> forbidden;
  for (const Couple& pair : question.forbidden) forbidden.emplace(pair.mentee, pair.mentor);
  for (const Arc& arc : question.arcs) {
    if (arc.score <= above || locked[arc.mentee] || places[arc.mentor] == 0 ||
        mentees[arc.mentee] || mentors[arc.mentor]) {
      continue;
    }
    if (!forbidden.contains({arc.mentee, arc.mentor})) out.is_whole = false;
  }
  return out;
}

}  // namespace

base::Done check_certificate(const Assignment& question, const FairFloor& answer) {
  const auto wrong = [](const char* what) { return base::fail(base::Errc::corrupt, "", what); };
  const base::Done sound =
      check_certificate(under_floor(question, answer.floor), answer.answer);
  if (!sound) return sound;
  if (!answer.answer.optimal) return wrong("the answer is not proven");
  const auto made =
      std::int64_t{answer.answer.matched} - static_cast<std::int64_t>(question.locked.size());
  const Checked all = check(question, answer.of_all, -1);
  if (!all.is_whole || all.size != made) return wrong("more pairs are not ruled out");
  const Checked above = check(question, answer.above, answer.floor);
  if (made > 0 && (!above.is_whole || above.size >= made)) {
    return wrong("a higher floor is not ruled out");
  }
  return {};
}

}  // namespace pairbook::matching
