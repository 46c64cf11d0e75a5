#include "pairbook/matching/match_peers.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "blossom.hpp"
#include "peer_pairs.hpp"

namespace pairbook::matching {

using base::Errc;
using base::fail;

base::Done check_pairs(std::span<const Peers> pairs, std::size_t people) {
  for (const Peers& pair : pairs) {
    if (pair.one >= people || pair.other >= people) {
      return fail(Errc::invalid_input, "pairs", "a person who is not there");
    }
    if (pair.one == pair.other) {
      return fail(Errc::invalid_input, "pairs", "somebody with themselves");
    }
    if (pair.score < 0) return fail(Errc::invalid_input, "pairs", "a negative score");
  }
  return {};
}

namespace {

constexpr std::size_t most_people = 4'000'000;
constexpr std::size_t most_pairs = 500'000'000;
constexpr std::int64_t most_value = std::int64_t{1} << 58;

base::Done check(const PeerQuestion& question) {
  if (question.keys.size() > most_people) {
    return fail(Errc::too_large, "people", "more than four million");
  }
  if (question.pairs.size() > most_pairs) return fail(Errc::too_large, "pairs");
  return check_pairs(question.pairs, question.keys.size());
}

/// Only those who can have a partner, in the order of their keys; pairs in the order of these.
struct Ordered {
  std::vector<Index> at;  // position in the question
  std::vector<BlossomEdge> edges;
};

Ordered ordered(const PeerQuestion& question) {
  std::vector<bool> takes_part(question.keys.size(), false);
  for (const Peers& pair : question.pairs) {
    takes_part[pair.one] = takes_part[pair.other] = true;
  }
  Ordered out;
  for (Index i = 0; i < question.keys.size(); ++i) {
    if (takes_part[i]) out.at.push_back(i);
  }
  std::sort(out.at.begin(), out.at.end(),
            [&](Index a, Index b) { return question.keys[a] < question.keys[b]; });
  std::vector<Index> as(question.keys.size(), nobody);
  for (Index i = 0; i < out.at.size(); ++i) as[out.at[i]] = i;
  out.edges.reserve(question.pairs.size());
  for (const Peers& pair : question.pairs) {
    const auto [low, high] = std::minmax(as[pair.one], as[pair.other]);
    out.edges.push_back({low, high, pair.score});
  }
  std::sort(out.edges.begin(), out.edges.end(), [](const BlossomEdge& a, const BlossomEdge& b) {
    return std::tie(a.one, a.other) < std::tie(b.one, b.other);
  });
  return out;
}

/// Weight and bonus as aim_for() has them.
base::Done aim(Goal goal, Ordered& ordered, PeersMatched& out) {
  const auto people = static_cast<std::int64_t>(ordered.at.size());
  std::int64_t top = 0;
  for (const BlossomEdge& edge : ordered.edges) top = std::max(top, edge.worth);
  const bool total_first = goal == Goal::best_total;
  out.weight = total_first ? people / 2 + 1 : 1;
  out.bonus = total_first ? 1 : people / 2 * top + 1;
  std::int64_t all = 0;
  if (__builtin_mul_overflow(out.weight * top + out.bonus, 4 * people + 1, &all) ||
      all > most_value) {
    return fail(Errc::too_large, "scores", "sums leave 64 bits");
  }
  for (BlossomEdge& edge : ordered.edges) edge.worth = out.weight * edge.worth + out.bonus;
  return {};
}

}  // namespace

base::Result<PeersMatched> match_peers(const PeerQuestion& question, Goal goal) {
  if (const base::Done done = check(question); !done) return base::pass_on(done);
  Ordered graph = ordered(question);
  const auto twice = std::adjacent_find(graph.edges.begin(), graph.edges.end(),
                                        [](const BlossomEdge& a, const BlossomEdge& b) {
                                          return a.one == b.one && a.other == b.other;
                                        });
  if (twice != graph.edges.end()) return fail(Errc::invalid_input, "pairs", "a pair twice");
  PeersMatched out;
  if (const base::Done done = aim(goal, graph, out); !done) return base::pass_on(done);
  const BlossomAnswer answer =
      heaviest_matching(static_cast<Index>(graph.at.size()), graph.edges);

  out.partner_of.assign(question.keys.size(), nobody);
  out.certificate.price.assign(question.keys.size(), 0);
  for (Index i = 0; i < graph.at.size(); ++i) {
    out.certificate.price[graph.at[i]] = answer.price[i];
    out.certificate.bound += answer.price[i];
  }
  for (const BlossomEdge& edge : graph.edges) {
    if (answer.partner[edge.one] != edge.other) continue;
    out.partner_of[graph.at[edge.one]] = graph.at[edge.other];
    out.partner_of[graph.at[edge.other]] = graph.at[edge.one];
    out.value += edge.worth;
    ++out.matched;
  }
  for (const Index i : answer.line) out.certificate.line.push_back(graph.at[i]);
  for (const BlossomAnswer::Set& set : answer.sets) {
    out.certificate.sets.push_back({set.begin, set.end, set.price});
    out.certificate.bound += set.price * ((set.end - set.begin) / 2);
  }
  out.total = (out.value - out.bonus * out.matched) / out.weight;
  out.optimal = 4 * out.value == out.certificate.bound;
  return out;
}

}  // namespace pairbook::matching
