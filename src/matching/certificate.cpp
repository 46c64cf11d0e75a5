// Independent of the engine on purpose: it reads the question and the answer, nothing else.
#include <set>
#include <utility>

#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

base::Done check_certificate(const Assignment& question, const Assigned& answer) {
  const auto wrong = [](const char* what) { return base::fail(base::Errc::corrupt, "", what); };
  const std::size_t n = question.mentees.size();
  const std::size_t m = question.mentors.size();
  const std::vector<std::int64_t>& price = answer.certificate.price;
  const std::vector<std::int64_t>& gain = answer.certificate.gain;
  if (answer.mentor_of.size() != n || gain.size() != n || price.size() != m) {
    return wrong("sizes differ");
  }

  std::vector<std::int64_t> places(m);
  for (std::size_t j = 0; j < m; ++j) places[j] = question.mentors[j].capacity;
  std::vector<bool> accounted(n, false);
  std::int64_t total = 0;
  std::int64_t value = 0;
  std::int64_t bound = 0;
  std::uint32_t matched = 0;
  for (const Arc& arc : question.locked) {
    if (answer.mentor_of[arc.mentee] != arc.mentor) return wrong("a locked pair is missing");
    if (accounted[arc.mentee]) return wrong("locked twice");
    accounted[arc.mentee] = true;
    if (--places[arc.mentor] < 0) return wrong("more locked pairs than places");
    total += arc.score;
    bound += question.weight * arc.score;
    ++matched;
  }
  const std::vector<bool> locked = accounted;
  std::vector<std::int64_t> left = places;
  for (std::size_t j = 0; j < m; ++j) {
    if (price[j] < 0) return wrong("a price below 0");
    bound += places[j] * price[j];
  }

  std::set<std::pair<Index, Index>> forbidden;
  for (const Couple& pair : question.forbidden) forbidden.emplace(pair.mentee, pair.mentor);
  for (const Arc& arc : question.arcs) {
    if (locked[arc.mentee] || places[arc.mentor] == 0) continue;
    if (!forbidden.empty() && forbidden.contains({arc.mentee, arc.mentor})) continue;
    if (question.weight * arc.score - price[arc.mentor] > gain[arc.mentee]) {
      return wrong("a gain is understated");
    }
    if (answer.mentor_of[arc.mentee] != arc.mentor) continue;
    if (accounted[arc.mentee]) return wrong("a pair counted twice");
    accounted[arc.mentee] = true;
    if (--left[arc.mentor] < 0) return wrong("more pairs than places");
    total += arc.score;
    ++matched;
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (locked[i]) continue;
    bound += gain[i];
    if (gain[i] < -question.mentees[i].penalty) return wrong("a gain is understated");
    if (accounted[i]) continue;
    if (answer.mentor_of[i] != nobody) return wrong("a pair that is not allowed");
    value -= question.mentees[i].penalty;
  }
  value += question.weight * total;
  if (total != answer.total || value != answer.value || matched != answer.matched ||
      bound != answer.certificate.bound) {
    return wrong("a sum is wrong");
  }
  if (answer.optimal != (value == bound)) return wrong("optimal is not what it says");
  return {};
}

}  // namespace pairbook::matching
