#include "pairbook/matching/assign_many.hpp"

#include <algorithm>
#include <utility>

#include "many_engine.hpp"
#include "pairbook/base/keyed.hpp"

namespace pairbook::matching {

using base::Done;
using base::Errc;
using base::fail;

namespace {

constexpr std::int64_t most_value = std::int64_t{1} << 58;

/// The most pairs there can be.
std::int64_t most_pairs(const ManyQuestion& question) {
  std::int64_t places = 0, wanted = 0;
  for (const ManyMentor& mentor : question.mentors) places += mentor.capacity;
  for (const ManyMentee& mentee : question.mentees) wanted += mentee.wants;
  const auto any = static_cast<std::int64_t>(question.arcs.size() + question.locked.size());
  return std::min({places, wanted, any});
}

std::int64_t top_of(const ManyQuestion& question) {
  std::int64_t top = 0;
  for (const Arc& arc : question.arcs) top = std::max<std::int64_t>(top, arc.score);
  for (const Arc& arc : question.locked) top = std::max<std::int64_t>(top, arc.score);
  return top;
}

/// Above `most_value` where it leaves that, which is then refused.
std::int64_t product(std::int64_t a, std::int64_t b) {
  std::int64_t out = 0;
  return __builtin_mul_overflow(a, b, &out) || out > most_value ? most_value + 1 : out;
}

std::uint64_t key_of(Index mentee, Index mentor) {
  return std::uint64_t{mentee} << 32U | mentor;
}

/// Everything the engine does not look at: locks, vetoes and what they leave.
struct Ready {
  Assignment open;                   // capacities and arcs that are left
  std::vector<std::uint32_t> wants;  // by mentee, as in the question
  std::vector<std::uint32_t> least;
  std::vector<bool> has_lock;  // by mentee
};

Done check_sums(const ManyQuestion& question) {
  if (question.weight < 1) return fail(Errc::invalid_input, "weight", "below 1");
  if (question.bonus < 0) return fail(Errc::invalid_input, "bonus", "below 0");
  std::int64_t most = 0;
  if (__builtin_mul_overflow(question.weight, top_of(question), &most) || most > most_value ||
      question.bonus > most_value) {
    return fail(Errc::too_large, "scores");
  }
  most += question.bonus;
  std::int64_t missing = 0;
  std::int64_t units = 1;
  for (const ManyMentee& mentee : question.mentees) {
    if (mentee.each < 0 || mentee.none < 0) return fail(Errc::invalid_input, "mentees", "cost");
    if (mentee.each > most_value || mentee.none > most_value) {
      return fail(Errc::too_large, "mentees", "cost");
    }
    missing = std::max(missing, mentee.each + mentee.none);
    units += std::min<std::int64_t>(mentee.wants,
                                    static_cast<std::int64_t>(question.mentors.size() + 1));
  }
  for (const ManyMentor& mentor : question.mentors) {
    if (mentor.least > mentor.capacity) {
      return fail(Errc::invalid_input, "mentors", "a least above the capacity");
    }
    units += std::min<std::int64_t>(mentor.capacity,
                                    static_cast<std::int64_t>(question.mentees.size() + 1));
  }
  std::int64_t all = 0;
  if (__builtin_mul_overflow(most + missing, units, &all) || all > most_value) {
    return fail(Errc::too_large, "scores", "sums leave 64 bits");
  }
  return {};
}

base::Result<Ready> take_off_locks(const ManyQuestion& question) {
  const std::size_t n = question.mentees.size();
  const std::size_t m = question.mentors.size();
  Ready out;
  out.has_lock.assign(n, false);
  for (const ManyMentee& mentee : question.mentees) {
    // More than there are mentors is no different.
    out.wants.push_back(std::min(mentee.wants, static_cast<std::uint32_t>(m)));
    out.open.mentees.push_back({mentee.key, 0});
  }
  for (const ManyMentor& mentor : question.mentors) {
    out.least.push_back(mentor.least);
    out.open.mentors.push_back({mentor.key, mentor.capacity});
  }
  std::vector<base::Keyed> left_out;
  for (const Couple& pair : question.forbidden) {
    if (pair.mentee >= n || pair.mentor >= m) {
      return fail(Errc::invalid_input, "forbidden", "no such person");
    }
    left_out.push_back({key_of(pair.mentee, pair.mentor)});
  }
  base::sort(left_out);
  const auto is_left_out = [&](Index mentee, Index mentor) {
    return !left_out.empty() && std::binary_search(left_out.begin(), left_out.end(),
                                                   base::Keyed{key_of(mentee, mentor)});
  };
  std::vector<base::Keyed> locked;
  for (const Arc& lock : question.locked) {
    if (lock.mentee >= n || lock.mentor >= m || lock.score < 0) {
      return fail(Errc::invalid_input, "locked", "no such person, or negative score");
    }
    if (is_left_out(lock.mentee, lock.mentor)) {
      return fail(Errc::conflict, "locked", "pair is locked and forbidden");
    }
    AssignMentor& mentor = out.open.mentors[lock.mentor];
    if (mentor.capacity == 0 || out.wants[lock.mentee] == 0) {
      return fail(Errc::conflict, "locked", "more locked pairs than places or than wanted");
    }
    --mentor.capacity;
    --out.wants[lock.mentee];
    if (out.least[lock.mentor] > 0) --out.least[lock.mentor];
    out.has_lock[lock.mentee] = true;
    locked.push_back({key_of(lock.mentee, lock.mentor)});
  }
  base::sort(locked);
  if (std::adjacent_find(locked.begin(), locked.end()) != locked.end()) {
    return fail(Errc::conflict, "locked", "a pair is locked twice");
  }
  left_out.insert(left_out.end(), locked.begin(), locked.end());
  base::sort(left_out);
  for (const Arc& arc : question.arcs) {
    // make_graph() refuses those who are not there.
    if (arc.mentee < n && (out.wants[arc.mentee] == 0 || is_left_out(arc.mentee, arc.mentor))) {
      if (arc.mentor >= m || arc.score < 0) return fail(Errc::invalid_input, "arcs");
      continue;
    }
    out.open.arcs.push_back(arc);
  }
  return out;
}

/// What a mentee's k-th missing mentor costs, of those left after the locks.
std::int64_t missing(const ManyMentee& mentee, const Ready& ready, Index i, std::size_t k) {
  return mentee.each + (k == 0 && !ready.has_lock[i] ? mentee.none : 0);
}

base::Result<ManyGraph> many_graph(const ManyQuestion& question, Ready& ready) {
  ready.open.weight = question.weight;
  base::Result<Graph> graph = make_graph(ready.open);
  if (!graph) return base::pass_on(graph);
  ManyGraph out{std::move(*graph), {}, {}, {}, {}, question.bonus};
  const std::int64_t top = question.weight * out.graph.top;
  for (const Index i : out.graph.mentee_at) {
    out.wants.push_back(ready.wants[i]);
    out.each.push_back(top + missing(question.mentees[i], ready, i, 1));
    out.last.push_back(top + missing(question.mentees[i], ready, i, 0));
  }
  for (const Index j : out.graph.mentor_at) out.least.push_back(ready.least[j]);
  return out;
}

/// The pairs in the order of the question, and what they are worth.
void take_pairs(const ManyQuestion& question, const ManyGraph& graph, const ManyEngine& engine,
                ManyAssigned& out) {
  for (const Arc& lock : question.locked) {
    out.pairs.push_back({lock.mentee, lock.mentor});
    out.total += lock.score;
  }
  for (Index i = 0; i < graph.graph.mentees(); ++i) {
    for (const Edge& edge : engine.edges_of(i)) {
      out.pairs.push_back({graph.graph.mentee_at[i], graph.graph.mentor_at[edge.to]});
      out.total += graph.graph.top - edge.cost;
    }
  }
  std::sort(out.pairs.begin(), out.pairs.end(), [](const Couple& a, const Couple& b) {
    return key_of(a.mentee, a.mentor) < key_of(b.mentee, b.mentor);
  });
  std::vector<std::uint32_t> has(question.mentees.size(), 0), holds(question.mentors.size(), 0);
  for (const Couple& pair : out.pairs) {
    ++has[pair.mentee];
    ++holds[pair.mentor];
  }
  out.value = question.weight * out.total;
  for (Index i = 0; i < has.size(); ++i) {
    const ManyMentee& mentee = question.mentees[i];
    const auto most = std::min(mentee.wants, static_cast<std::uint32_t>(holds.size()));
    out.value -= mentee.each * (most - has[i]);
    if (has[i] > 0) ++out.matched;
    if (has[i] == 0 && most > 0) out.value -= mentee.none;
  }
  for (Index j = 0; j < holds.size(); ++j) {
    out.least_filled += std::min(holds[j], question.mentors[j].least);
  }
  out.value += question.bonus * out.least_filled;
}

void prove(const ManyQuestion& question, const Ready& ready, const ManyGraph& graph,
           const ManyEngine& engine, ManyAssigned& out) {
  ManyCertificate& proof = out.certificate;
  proof.price.assign(question.mentors.size(), 0);
  proof.gain.assign(question.mentees.size(), 0);
  for (const Arc& lock : question.locked) proof.bound += question.weight * lock.score;
  for (Index j = 0; j < question.mentors.size(); ++j) {
    const std::int64_t price = engine.price(graph.graph.mentor_as[j]);
    proof.price[j] = price;
    const std::int64_t least = ready.least[j], places = ready.open.mentors[j].capacity;
    proof.bound += question.bonus * (question.mentors[j].least - least);  // locks fill them
    proof.bound += std::max({std::int64_t{0}, least * (price + question.bonus),
                             places * price + least * question.bonus});
  }
  std::vector<std::int64_t> worth;
  for (Index i = 0; i < graph.graph.mentees(); ++i) {
    const Index at = graph.graph.mentee_at[i];
    worth.clear();
    for (const Edge& edge : graph.graph.row_of(i)) {
      worth.push_back(question.weight * graph.graph.top - graph.graph.cost(edge) -
                      engine.price(edge.to));
    }
    const std::size_t wants = ready.wants[at];
    const std::size_t most = std::min(wants, worth.size());
    std::partial_sort(worth.begin(), worth.begin() + static_cast<std::ptrdiff_t>(most),
                      worth.end(), std::greater<>());
    for (std::size_t k = 0; k < wants; ++k) {
      const std::int64_t without = -missing(question.mentees[at], ready, at, k);
      proof.gain[at] += k < most ? std::max(without, worth[k]) : without;
    }
    proof.bound += proof.gain[at];
  }
  out.optimal = out.value == proof.bound;
}

}  // namespace

void aim_for(Goal goal, ManyQuestion& question) {
  const std::int64_t pairs = most_pairs(question);
  const std::int64_t points = product(pairs, top_of(question));
  const bool total_first = goal == Goal::best_total;
  question.weight = total_first ? pairs + 1 : 1;
  question.bonus = total_first ? product(question.weight, points) + pairs + 1 : points + 1;
  for (ManyMentee& mentee : question.mentees) {
    mentee.each = total_first ? 1 : points + 1;
    mentee.none = total_first ? 0 : points + 1;
  }
}

base::Result<ManyAssigned> assign_many(const ManyQuestion& question,
                                       const KeepGoing& keep_going) {
  if (const Done done = check_sums(question); !done) return base::pass_on(done);
  base::Result<Ready> ready = take_off_locks(question);
  if (!ready) return base::pass_on(ready);
  const base::Result<ManyGraph> graph = many_graph(question, *ready);
  if (!graph) return base::pass_on(graph);
  ManyEngine engine(*graph);
  if (!engine.solve(keep_going)) engine.seat_the_rest();
  ManyAssigned out;
  take_pairs(question, *graph, engine, out);
  prove(question, *ready, *graph, engine, out);
  return out;
}

}  // namespace pairbook::matching
