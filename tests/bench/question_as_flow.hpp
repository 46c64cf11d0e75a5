#pragma once

#include "bench/lemon_peer.hpp"
#include "pairbook/matching/assign.hpp"

namespace pairbook::bench {

/// Mentees send one unit each, to a mentor or to nobody.
inline Flow flow_of(const matching::Assignment& question) {
  const int n = static_cast<int>(question.mentees.size());
  const int m = static_cast<int>(question.mentors.size());
  Flow flow;
  flow.nodes = n + m + 1;
  flow.senders = n;
  const auto add = [&](int from, int to, std::int64_t cost, int capacity) {
    flow.ends.emplace_back(from, to);
    flow.cost.push_back(cost);
    flow.capacity.push_back(capacity);
  };
  std::size_t at = 0;
  for (int i = 0; i < n; ++i) {
    for (; at < question.arcs.size() && static_cast<int>(question.arcs[at].mentee) == i; ++at) {
      const matching::Arc& arc = question.arcs[at];
      add(i, n + static_cast<int>(arc.mentor), -question.weight * arc.score, 1);
    }
    add(i, n + m, question.mentees[static_cast<std::size_t>(i)].penalty, 1);
  }
  for (int j = 0; j < m; ++j) {
    const auto capacity = question.mentors[static_cast<std::size_t>(j)].capacity;
    add(n + j, n + m, 0, static_cast<int>(capacity));
  }
  return flow;
}

}  // namespace pairbook::bench
