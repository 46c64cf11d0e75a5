// Independent of the engine on purpose: it reads the question and the answer, nothing else.
#include <algorithm>
#include <set>
#include <utility>

#include "pairbook/matching/assign_many.hpp"

namespace pairbook::matching {

namespace {

using Pair = std::pair<Index, Index>;

/// What each arc that is open would bring a mentee, mentee by mentee.
struct Offers {
  std::vector<std::size_t> begin;  // by mentee, one more
  std::vector<std::int64_t> worth;
};

template <class IsOpen>
Offers offers_of(const ManyQuestion& question, const std::vector<std::int64_t>& price,
                 const IsOpen& is_open) {
  Offers out;
  out.begin.assign(question.mentees.size() + 1, 0);
  for (const Arc& arc : question.arcs) out.begin[arc.mentee + 1] += is_open(arc) ? 1 : 0;
  for (std::size_t i = 1; i < out.begin.size(); ++i) out.begin[i] += out.begin[i - 1];
  out.worth.resize(out.begin.back());
  std::vector<std::size_t> next(out.begin.begin(), out.begin.end() - 1);
  for (const Arc& arc : question.arcs) {
    if (!is_open(arc)) continue;
    out.worth[next[arc.mentee]++] = question.weight * arc.score - price[arc.mentor];
  }
  return out;
}

}  // namespace

base::Done check_certificate(const ManyQuestion& question, const ManyAssigned& answer) {
  const auto wrong = [](const char* what) { return base::fail(base::Errc::corrupt, "", what); };
  const std::size_t n = question.mentees.size();
  const std::size_t m = question.mentors.size();
  const std::vector<std::int64_t>& price = answer.certificate.price;
  const std::vector<std::int64_t>& gain = answer.certificate.gain;
  if (gain.size() != n || price.size() != m) return wrong("sizes differ");

  std::set<Pair> made;
  std::vector<std::int64_t> has(n, 0), holds(m, 0);
  for (const Couple& pair : answer.pairs) {
    if (pair.mentee >= n || pair.mentor >= m) return wrong("somebody who is not there");
    if (!made.emplace(pair.mentee, pair.mentor).second) return wrong("a pair counted twice");
    if (++has[pair.mentee] > question.mentees[pair.mentee].wants) return wrong("too many");
    if (++holds[pair.mentor] > question.mentors[pair.mentor].capacity) {
      return wrong("more pairs than places");
    }
  }

  std::int64_t total = 0, bound = 0;
  std::set<Pair> closed;
  std::vector<std::int64_t> locks_of(n, 0), locks_at(m, 0);
  for (const Arc& lock : question.locked) {
    if (made.erase({lock.mentee, lock.mentor}) == 0) return wrong("a locked pair is missing");
    closed.emplace(lock.mentee, lock.mentor);
    ++locks_of[lock.mentee];
    ++locks_at[lock.mentor];
    total += lock.score;
    bound += question.weight * lock.score;
  }
  for (const Couple& pair : question.forbidden) closed.emplace(pair.mentee, pair.mentor);
  const auto is_open = [&](const Arc& arc) {
    return question.mentors[arc.mentor].capacity > locks_at[arc.mentor] &&
           (closed.empty() || !closed.contains({arc.mentee, arc.mentor}));
  };
  for (const Arc& arc : question.arcs) {
    if (is_open(arc) && made.erase({arc.mentee, arc.mentor}) == 1) total += arc.score;
  }
  if (!made.empty()) return wrong("a pair that is not allowed");

  std::int64_t value = question.weight * total;
  std::uint32_t filled = 0, matched = 0;
  for (std::size_t j = 0; j < m; ++j) {
    const ManyMentor& mentor = question.mentors[j];
    const std::int64_t places = mentor.capacity - locks_at[j];
    const std::int64_t by_locks = std::min<std::int64_t>(mentor.least, locks_at[j]);
    const std::int64_t least = mentor.least - by_locks;
    filled += static_cast<std::uint32_t>(std::min<std::int64_t>(holds[j], mentor.least));
    bound += question.bonus * by_locks;
    bound += std::max({std::int64_t{0}, least * (price[j] + question.bonus),
                       places * price[j] + least * question.bonus});
  }
  value += question.bonus * filled;

  Offers offers = offers_of(question, price, is_open);
  for (std::size_t i = 0; i < n; ++i) {
    const ManyMentee& mentee = question.mentees[i];
    const std::int64_t wants = std::min<std::int64_t>(mentee.wants, std::int64_t(m));
    value -= mentee.each * (wants - has[i]) + (wants > 0 && has[i] == 0 ? mentee.none : 0);
    matched += has[i] > 0 ? 1U : 0U;
    const auto first = offers.worth.begin() + static_cast<std::ptrdiff_t>(offers.begin[i]);
    const auto last = offers.worth.begin() + static_cast<std::ptrdiff_t>(offers.begin[i + 1]);
    std::sort(first, last, std::greater<>());
    std::int64_t most = 0;
    for (std::int64_t k = 0; k < wants - locks_of[i]; ++k) {
      const std::int64_t without =
          -mentee.each - (k == 0 && locks_of[i] == 0 ? mentee.none : 0);
      most += k < last - first ? std::max(without, *(first + static_cast<std::ptrdiff_t>(k)))
                               : without;
    }
    if (gain[i] < most) return wrong("a gain is understated");
    bound += gain[i];
  }
  if (total != answer.total || value != answer.value || matched != answer.matched ||
      filled != answer.least_filled || bound != answer.certificate.bound) {
    return wrong("a sum is wrong");
  }
  if (answer.optimal != (value == bound)) return wrong("optimal is not what it says");
  return {};
}

}  // namespace pairbook::matching
