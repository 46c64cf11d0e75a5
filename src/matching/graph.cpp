#include "graph.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "pairbook/base/keyed.hpp"
#include "pairbook/base/text.hpp"

namespace pairbook::matching {

using base::Done;
using base::Errc;
using base::fail;

namespace {

constexpr std::size_t most_people = 4'000'000;
constexpr std::size_t most_arcs = 1'000'000'000;
// Sums of costs over all people stay far below 2^63, with room for prices and distances.
constexpr std::int64_t most_value = std::int64_t{1} << 58;

std::string at(const char* list, std::size_t index) {
  return std::string(list) + "[" + base::to_text(static_cast<long long>(index)) + "]";
}

template <class Person>
std::vector<Index> by_key(const std::vector<Person>& people) {
  std::vector<base::Keyed> keys(people.size());
  for (Index i = 0; i < keys.size(); ++i) keys[i] = {people[i].key, i};
  base::sort(keys);
  std::vector<Index> order(people.size());
  for (Index i = 0; i < keys.size(); ++i) order[i] = keys[i].place;
  return order;
}

Done check_pairs(const Assignment& assignment) {
  const std::size_t n = assignment.mentees.size();
  const std::size_t m = assignment.mentors.size();
  const auto outside = [&](const auto& pair) { return pair.mentee >= n || pair.mentor >= m; };
  for (std::size_t i = 0; i < assignment.arcs.size(); ++i) {
    const Arc& arc = assignment.arcs[i];
    if (outside(arc)) return fail(Errc::invalid_input, at("arcs", i), "no such person");
    if (arc.score < 0) return fail(Errc::invalid_input, at("arcs", i), "negative score");
  }
  for (std::size_t i = 0; i < assignment.forbidden.size(); ++i) {
    if (outside(assignment.forbidden[i])) {
      return fail(Errc::invalid_input, at("forbidden", i), "no such person");
    }
  }
  std::vector<Index> locked_to(n, nobody);
  std::vector<std::uint32_t> taken(m, 0);
  for (std::size_t i = 0; i < assignment.locked.size(); ++i) {
    const Arc& arc = assignment.locked[i];
    if (outside(arc) || arc.score < 0) {
      return fail(Errc::invalid_input, at("locked", i), "no such person, or negative score");
    }
    if (locked_to[arc.mentee] != nobody) {
      return fail(Errc::conflict, at("locked", i), "mentee is locked twice");
    }
    locked_to[arc.mentee] = arc.mentor;
    if (++taken[arc.mentor] > assignment.mentors[arc.mentor].capacity) {
      return fail(Errc::conflict, at("locked", i), "more locked pairs than places");
    }
  }
  for (std::size_t i = 0; i < assignment.forbidden.size(); ++i) {
    const Couple& couple = assignment.forbidden[i];
    if (locked_to[couple.mentee] == couple.mentor) {
      return fail(Errc::conflict, at("forbidden", i), "pair is locked and forbidden");
    }
  }
  return {};
}

Done check_sizes(const Assignment& assignment) {
  if (assignment.mentees.size() > most_people || assignment.mentors.size() > most_people) {
    return fail(Errc::too_large, "people", "more than four million");
  }
  if (assignment.arcs.size() > most_arcs) return fail(Errc::too_large, "arcs");
  if (assignment.weight < 1) return fail(Errc::invalid_input, "weight", "below 1");
  std::int64_t most = 1;
  for (const Arc& arc : assignment.arcs) most = std::max<std::int64_t>(most, arc.score);
  for (const Arc& arc : assignment.locked) most = std::max<std::int64_t>(most, arc.score);
  if (__builtin_mul_overflow(most, assignment.weight, &most)) {
    return fail(Errc::too_large, "weight");
  }
  std::int64_t worst = 0;
  for (const AssignMentee& mentee : assignment.mentees) {
    if (mentee.penalty < -most_value || mentee.penalty > most_value) {
      return fail(Errc::too_large, "penalty");
    }
    worst = std::max(worst, mentee.penalty < 0 ? -mentee.penalty : mentee.penalty);
  }
  const auto people =
      static_cast<std::int64_t>(assignment.mentees.size() + assignment.mentors.size() + 1);
  std::int64_t all = 0;
  if (most > most_value || __builtin_mul_overflow(most + worst, people, &all) ||
      all > most_value) {
    return fail(Errc::too_large, "scores", "sums leave 64 bits");
  }
  return {};
}

void take_off_locks(const Assignment& assignment, Graph& graph) {
  std::vector<bool> locked(assignment.mentees.size(), false);
  for (const Arc& arc : assignment.locked) {
    locked[arc.mentee] = true;
    --graph.places[graph.mentor_as[arc.mentor]];
  }
  for (const Index i : by_key(assignment.mentees)) {
    if (locked[i]) continue;
    graph.mentee_as[i] = graph.mentees();
    graph.mentee_at.push_back(i);
  }
}

/// Turns rows into columns or columns into rows; what comes out is sorted.
void transpose(const std::vector<std::uint32_t>& from_begin, const std::vector<Edge>& from,
               std::vector<std::uint32_t>& to_begin, std::vector<Edge>& to) {
  for (const Edge& edge : from) ++to_begin[edge.to + 1];
  std::partial_sum(to_begin.begin(), to_begin.end(), to_begin.begin());
  std::vector<std::uint32_t> next(to_begin.begin(), to_begin.end() - 1);
  to.resize(from.size());
  for (Index i = 0; i + 1 < from_begin.size(); ++i) {
    for (std::uint32_t e = from_begin[i]; e < from_begin[i + 1]; ++e) {
      to[next[from[e].to]++] = Edge{i, from[e].cost};
    }
  }
}

bool any_twice(const Graph& graph) {
  for (Index i = 0; i < graph.mentees(); ++i) {
    const auto row = graph.row_of(i);
    for (std::size_t e = 1; e < row.size(); ++e) {
      if (row[e].to == row[e - 1].to) return true;
    }
  }
  return false;
}

}  // namespace

base::Result<Graph> make_graph(const Assignment& assignment) {
  if (const Done done = check_sizes(assignment); !done) return base::pass_on(done);
  if (const Done done = check_pairs(assignment); !done) return base::pass_on(done);

  Graph graph;
  graph.weight = assignment.weight;
  graph.mentor_at = by_key(assignment.mentors);
  graph.mentor_as.resize(assignment.mentors.size());
  graph.mentee_as.assign(assignment.mentees.size(), nobody);
  for (Index j = 0; j < graph.mentors(); ++j) {
    graph.mentor_as[graph.mentor_at[j]] = j;
    graph.places.push_back(assignment.mentors[graph.mentor_at[j]].capacity);
  }
  take_off_locks(assignment, graph);
  for (const Arc& arc : assignment.arcs) graph.top = std::max(graph.top, arc.score);
  for (const Index i : graph.mentee_at) {
    graph.stay_out.push_back(assignment.weight * graph.top + assignment.mentees[i].penalty);
  }

  const auto couple = [](const auto& pair) {
    return base::Keyed{std::uint64_t{pair.mentee} << 32U | pair.mentor};
  };
  std::vector<base::Keyed> forbidden;
  for (const Couple& pair : assignment.forbidden) forbidden.push_back(couple(pair));
  base::sort(forbidden);
  const auto left_out = [&](const Arc& arc) {
    const Index mentee = graph.mentee_as[arc.mentee];
    return mentee == nobody || graph.places[graph.mentor_as[arc.mentor]] == 0 ||
           (!forbidden.empty() &&
            std::binary_search(forbidden.begin(), forbidden.end(), couple(arc)));
  };

  // First into columns in the order they come, then into rows, which sorts the rows, then into
  // columns again, which sorts the columns.
  std::vector<std::uint32_t> begin(graph.mentors() + std::size_t{1}, 0);
  for (const Arc& arc : assignment.arcs) {
    if (!left_out(arc)) ++begin[graph.mentor_as[arc.mentor] + 1];
  }
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  graph.column.resize(begin.back());
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  for (const Arc& arc : assignment.arcs) {
    if (left_out(arc)) continue;
    graph.column[next[graph.mentor_as[arc.mentor]]++] =
        Edge{graph.mentee_as[arc.mentee], graph.top - arc.score};
  }
  graph.row_begin.assign(graph.mentees() + std::size_t{1}, 0);
  transpose(begin, graph.column, graph.row_begin, graph.row);
  graph.column_begin.assign(graph.mentors() + std::size_t{1}, 0);
  transpose(graph.row_begin, graph.row, graph.column_begin, graph.column);
  if (any_twice(graph)) return fail(Errc::invalid_input, "arcs", "a pair twice");
  return graph;
}

}  // namespace pairbook::matching
