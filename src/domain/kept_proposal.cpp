#include "pairbook/domain/kept_proposal.hpp"

#include <algorithm>

#include "pairbook/base/sort.hpp"

namespace pairbook::domain {

std::int64_t points_of(const std::vector<KeptPair>& pairs) {
  std::int64_t sum = 0;
  for (const KeptPair& pair : pairs) sum += pair.points;
  return sum;
}

void add_pairs(std::vector<KeptPair>& to, const std::vector<KeptPair>& more) {
  to.insert(to.end(), more.begin(), more.end());
  base::sort(to, [](const KeptPair& a, const KeptPair& b) { return a.mentee < b.mentee; });
  const auto twice = [](const KeptPair& a, const KeptPair& b) { return a.mentee == b.mentee; };
  to.erase(std::unique(to.begin(), to.end(), twice), to.end());
}

Comparison compare(const std::vector<KeptPair>& one, const std::vector<KeptPair>& other) {
  Comparison out;
  auto a = one.begin();
  auto b = other.begin();
  while (a != one.end() || b != other.end()) {
    if (b == other.end() || (a != one.end() && a->mentee < b->mentee)) {
      out.only_one.push_back(*a++);
    } else if (a == one.end() || b->mentee < a->mentee) {
      out.only_other.push_back(*b++);
    } else {
      if (a->mentor == b->mentor) {
        ++out.same;
      } else {
        out.moved.push_back({a->mentee, a->mentor, b->mentor});
      }
      ++a, ++b;
    }
  }
  return out;
}

}  // namespace pairbook::domain
