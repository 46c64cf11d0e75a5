// Independent of the search on purpose: it reads the question and the answer, nothing else.
#include <algorithm>
#include <numeric>

#include "pairbook/matching/form_circles.hpp"

namespace pairbook::matching {

namespace {

/// How many people are with each in what stays together, themselves too; 0: take no part.
std::vector<std::uint32_t> people_together(const CircleQuestion& question) {
  std::vector<Index> lowest(question.keys.size());
  std::iota(lowest.begin(), lowest.end(), Index{0});
  for (bool changed = true; changed;) {
    changed = false;
    for (const Couple& both : question.together) {
      const Index low = std::min(lowest[both.mentee], lowest[both.mentor]);
      changed = changed || lowest[both.mentee] != low || lowest[both.mentor] != low;
      lowest[both.mentee] = lowest[both.mentor] = low;
    }
  }
  std::vector<std::uint32_t> count(lowest.size(), 0), out(lowest.size(), 0);
  for (const Index low : lowest) ++count[low];
  for (const Peers& pair : question.pairs) out[pair.one] = out[pair.other] = 1;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i] == 1 || count[lowest[i]] > 1) out[i] = count[lowest[i]];
  }
  return out;
}

std::int64_t bound_of(const CircleQuestion& question, std::size_t others,
                      const std::vector<std::int64_t>& price) {
  std::vector<std::vector<std::int64_t>> worth(question.keys.size());
  for (const Peers& pair : question.pairs) {
    worth[pair.one].push_back(pair.score - price[pair.other]);
    worth[pair.other].push_back(pair.score - price[pair.one]);
  }
  std::int64_t twice = 0;
  for (std::size_t i = 0; i < worth.size(); ++i) {
    twice += static_cast<std::int64_t>(others) * price[i];
    std::sort(worth[i].begin(), worth[i].end(), std::greater<>());
    for (std::size_t k = 0; k < std::min(others, worth[i].size()); ++k) {
      twice += std::max<std::int64_t>(worth[i][k], 0);
    }
  }
  return twice / 2;
}

}  // namespace

base::Done check_circles(const CircleQuestion& question, const CirclesFormed& answer) {
  const auto wrong = [](const char* what) { return base::fail(base::Errc::corrupt, "", what); };
  const std::size_t n = question.keys.size();
  if (answer.circle_of.size() != n || answer.certificate.price.size() != n) {
    return wrong("sizes differ");
  }
  const std::vector<std::uint32_t> with = people_together(question);
  const auto people = static_cast<std::size_t>(
      std::count_if(with.begin(), with.end(), [](auto w) { return w > 0; }));
  const CircleSizes sizes = sizes_of_circles(people, question.least, question.most);
  const std::uint32_t most =
      sizes.circles == 0 ? 0
                         : std::max(sizes.most, *std::max_element(with.begin(), with.end()));

  std::vector<std::size_t> size(answer.circles, 0), may_meet(answer.circles, 0);
  std::uint32_t seated = 0;
  for (const Index circle : answer.circle_of) {
    if (circle == nobody) continue;
    if (circle >= answer.circles) return wrong("a circle that is not there");
    ++size[circle];
    ++seated;
  }
  if (sizes.circles == 0 && answer.circles > 0) return wrong("too many circles");
  for (const std::size_t in : size) {
    if (in < question.least || in > most) return wrong("a circle of another size");
  }
  std::vector<Peers> listed = question.pairs;
  for (Peers& pair : listed) {
    if (pair.one > pair.other) std::swap(pair.one, pair.other);
  }
  const auto order = [](const Peers& a, const Peers& b) {
    return a.one != b.one ? a.one < b.one : a.other < b.other;
  };
  std::sort(listed.begin(), listed.end(), order);
  std::int64_t points = 0;
  for (const Peers& pair : listed) {
    const Index circle = answer.circle_of[pair.one];
    if (circle == nobody || circle != answer.circle_of[pair.other]) continue;
    points += pair.score;
    ++may_meet[circle];
  }
  // Those who stay together may not be listed: every such pair is looked for, also what follows
  // from several.
  std::vector<std::vector<Index>> closed(n);
  for (const Couple& both : question.together) {
    if (answer.circle_of[both.mentee] != answer.circle_of[both.mentor]) {
      return wrong("some who stay together are apart");
    }
    closed[both.mentee].push_back(both.mentor);
    closed[both.mentor].push_back(both.mentee);
  }
  for (Index i = 0; i < n; ++i) {
    if (closed[i].empty() || answer.circle_of[i] == nobody) continue;
    std::vector<Index> reach = {i};
    for (std::size_t at = 0; at < reach.size(); ++at) {
      for (const Index next : closed[reach[at]]) {
        if (std::find(reach.begin(), reach.end(), next) == reach.end()) reach.push_back(next);
      }
    }
    for (const Index other : reach) {
      if (other <= i) continue;
      const bool is_listed =
          std::binary_search(listed.begin(), listed.end(), Peers{i, other, 0}, order);
      if (!is_listed) ++may_meet[answer.circle_of[i]];
    }
  }
  for (std::size_t c = 0; c < size.size(); ++c) {
    if (may_meet[c] != size[c] * (size[c] - 1) / 2) return wrong("two who may not meet");
  }
  for (const std::int64_t price : answer.certificate.price) {
    if (price < 0) return wrong("a price below 0");
  }
  const std::int64_t bound =
      sizes.circles == 0 ? 0 : bound_of(question, most - 1, answer.certificate.price);
  if (seated != answer.seated || points != answer.points || bound != answer.certificate.bound) {
    return wrong("a sum is wrong");
  }
  const std::size_t seats = std::size_t{sizes.circles} * most;
  const bool optimal =
      sizes.circles == 0 || (seated == std::min(people, seats) && points == bound);
  if (answer.optimal != optimal) return wrong("optimal is not what it says");
  return {};
}

}  // namespace pairbook::matching
