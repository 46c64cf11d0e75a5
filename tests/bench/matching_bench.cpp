// Matching against LEMON's network simplex and cost scaling: the same instances in the same
// run, seconds of processor time and the most memory held, as ratios. All three must find the
// same value.
//
// Instances: people with skills of different popularity, a stage and goals; everybody keeps the
// 50 mentors who score best, so that many want the same few. Mentors have one to five places.
#include <malloc.h>

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/lemon_peer.hpp"
#include "pairbook/base/random.hpp"
#include "pairbook/matching/assign_over_all.hpp"
#include "pairbook/matching/what_if.hpp"

namespace {

std::size_t held = 0, most_held = 0;

void* hold(std::size_t size) {
  void* const at = std::malloc(size);
  if (at == nullptr) std::abort();
  held += malloc_usable_size(at);
  most_held = std::max(most_held, held);
  return at;
}
void let_go(void* at) {
  if (at != nullptr) held -= malloc_usable_size(at);
  std::free(at);
}

}  // namespace

void* operator new(std::size_t size) {
  return hold(size);
}
void* operator new[](std::size_t size) {
  return hold(size);
}
void operator delete(void* at) noexcept {
  let_go(at);
}
void operator delete[](void* at) noexcept {
  let_go(at);
}
void operator delete(void* at, std::size_t) noexcept {
  let_go(at);
}
void operator delete[](void* at, std::size_t) noexcept {
  let_go(at);
}

namespace {

using namespace pairbook;
using namespace pairbook::matching;

struct Somebody {
  std::uint64_t skills = 0;
  std::uint32_t goals = 0;
  int stage = 0;
  std::uint32_t places = 1;
};

std::vector<Somebody> population(base::SeededRandom& random, std::size_t count, bool mentors) {
  // The smaller of two numbers comes more often: some skills are wanted by everybody.
  const auto popular = [&](std::uint64_t below) {
    return std::min(random.below(below), random.below(below));
  };
  std::vector<Somebody> out(count);
  for (Somebody& who : out) {
    for (std::uint64_t i = 0; i < 3 + random.below(6); ++i) {
      who.skills |= std::uint64_t{1} << popular(64);
    }
    for (int i = 0; i < 3; ++i) who.goals |= 1U << popular(12);
    who.stage = static_cast<int>(random.below(7) + (mentors ? 3 : 0));
    who.places = static_cast<std::uint32_t>(1 + random.below(5));
  }
  return out;
}

int score(const Somebody& mentee, const Somebody& mentor) {
  const int wanted = std::popcount(mentee.skills);
  const int offered = std::popcount(mentee.skills & mentor.skills);
  const int goals = std::popcount(mentee.goals & mentor.goals);
  const int gap = mentor.stage - mentee.stage;
  const int by_gap[] = {200, 600, 1000, 900, 700, 500};
  const int stage = gap < 0 || gap > 5 ? 0 : by_gap[gap];
  return offered * 6000 / std::max(wanted, 1) + std::min(goals, 3) * 1000 + stage;
}

Assignment instance(Index mentees, Index mentors, std::uint64_t seed) {
  constexpr std::size_t best = 50;
  base::SeededRandom random(seed);
  const auto wanting = population(random, mentees, false);
  const auto offering = population(random, mentors, true);
  Assignment out;
  for (Index i = 0; i < mentees; ++i) out.mentees.push_back({random.next(), 0});
  for (Index j = 0; j < mentors; ++j)
    out.mentors.push_back({random.next(), offering[j].places});
  std::vector<std::pair<int, Index>> all;
  for (Index i = 0; i < mentees; ++i) {
    all.clear();
    for (Index j = 0; j < mentors; ++j) all.emplace_back(-score(wanting[i], offering[j]), j);
    const auto kept = static_cast<std::ptrdiff_t>(std::min(best, all.size()));
    std::partial_sort(all.begin(), all.begin() + kept, all.end());
    for (auto each = all.begin(); each != all.begin() + kept; ++each) {
      out.arcs.push_back({i, each->second, -each->first});
    }
  }
  aim_for(Goal::most_matched, out);
  return out;
}

/// Mentees send one unit each, to a mentor or to nobody.
Flow flow_of(const Assignment& question) {
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
      const Arc& arc = question.arcs[at];
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

struct Figure {
  double seconds = 0;
  double mebibytes = 0;
  std::int64_t value = 0;
};

/// The best of three: whatever else the machine does only ever adds.
Figure measure(const std::function<std::int64_t()>& solve) {
  Figure best;
  for (int round = 0; round < 3; ++round) {
    const std::size_t before = held;
    most_held = held;
    const std::clock_t start = std::clock();
    const std::int64_t value = solve();
    const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    if (round == 0 || took < best.seconds) best.seconds = took;
    best.mebibytes = static_cast<double>(most_held - before) / (1024 * 1024);
    best.value = value;
  }
  return best;
}

bool compare(const char* name, Index mentees, Index mentors, double promised) {
  const Assignment question = instance(mentees, mentors, 20261122);
  const Flow flow = flow_of(question);
  const Figure ours = measure([&] {
    const auto answer = assign(question);
    return answer && answer->optimal ? answer->value : 0;
  });
  const Figure simplex = measure([&] { return -by_network_simplex(flow); });
  const Figure scaling = measure([&] { return -by_cost_scaling(flow); });
  std::printf("%s: %u mentees, %u mentors, %zu arcs\n", name, mentees, mentors,
              question.arcs.size());
  const auto line = [&](const char* who, const Figure& figure) {
    std::printf(
        "  %-24s %8.3f s %8.1f MiB   ours by this: %.3f of the time, %.2f of the memory\n", who,
        figure.seconds, figure.mebibytes, ours.seconds / figure.seconds,
        ours.mebibytes / figure.mebibytes);
  };
  std::printf("  %-24s %8.3f s %8.1f MiB\n", "Pairbook", ours.seconds, ours.mebibytes);
  line("LEMON network simplex", simplex);
  line("LEMON cost scaling", scaling);
  const double time = ours.seconds / simplex.seconds,
               memory = ours.mebibytes / simplex.mebibytes;
  std::printf(
      "| matching, %s, time against LEMON's network simplex | %.3f | at most %.2f | %s |\n",
      name, time, promised, time <= promised ? "yes" : "no");
  std::printf("| matching, %s, memory against the same | %.2f | at most 0.33 | %s |\n", name,
              memory, memory <= 1.0 / 3 ? "yes" : "no");
  const bool same =
      ours.value != 0 && ours.value == simplex.value && ours.value == scaling.value;
  if (!same) std::printf("  NOT THE SAME OPTIMUM\n");
  return same;
}

/// The proven optimum over every pair there is, scoring included; places are one to five.
bool over_all_pairs(Index mentees, Index mentors) {
  base::SeededRandom random(20261123);
  const auto wanting = population(random, mentees, false);
  const auto offering = population(random, mentors, true);
  Assignment people;
  for (Index i = 0; i < mentees; ++i) people.mentees.push_back({random.next(), 0});
  std::int64_t places = 0;
  for (const Somebody& mentor : offering) {
    people.mentors.push_back({random.next(), mentor.places});
    places += mentor.places;
  }
  // A pair is worth more than all points together: 10,000 is the most one can score.
  const std::int64_t most_pairs = std::min(places, std::int64_t{mentees});
  for (AssignMentee& mentee : people.mentees) mentee.penalty = most_pairs * 10'000 + 1;
  const ScoreRow scores = [&](Index i, std::span<std::int32_t> row) {
    // What depends on the mentee alone is worked out once: points for skills and for stages.
    const Somebody& mentee = wanting[i];
    const int wanted = std::max(std::popcount(mentee.skills), 1);
    std::int32_t by_skills[65] = {}, by_stage[16] = {};
    for (int k = 0; k <= wanted; ++k) by_skills[k] = k * 6000 / wanted;
    for (int stage = 0; stage < 16; ++stage) {
      by_stage[stage] = score({0, 0, mentee.stage, 1}, {0, 0, stage, 1});
    }
    for (std::size_t j = 0; j < row.size(); ++j) {
      const Somebody& mentor = offering[j];
      const int goals = std::popcount(mentee.goals & mentor.goals);
      row[j] = by_skills[std::popcount(mentee.skills & mentor.skills)] +
               std::min(goals, 3) * 1000 + by_stage[mentor.stage];
    }
  };
  std::uint32_t rounds = 0;
  std::size_t tried = 0;
  bool proven = false;
  const Figure figure = measure([&] {
    const auto answer = assign_over_all(people, scores);
    if (!answer) return std::int64_t{0};
    rounds = answer->rounds;
    tried = answer->tried;
    proven = answer->assigned.optimal;
    return answer->assigned.value;
  });
  std::printf(
      "all pairs of %u mentees and %u mentors (%lld places): %u rounds, %zu pairs tried\n",
      mentees, mentors, static_cast<long long>(places), rounds, tried);
  std::printf(
      "| matching, proven over all pairs of %u x %u, scoring included | %.2f s, %.0f MiB |",
      mentees, mentors, figure.seconds, figure.mebibytes);
  const bool small = mentees <= 10'000;
  const bool kept = small ? figure.seconds <= 0.5 : figure.mebibytes <= 150;
  std::printf(small ? " at most 0.5 s | %s |\n" : " under 150 MiB | %s |\n",
              kept && proven ? "yes" : "no");
  return proven;
}

/// What forcing one pair would change, with everything else kept: the time of one answer.
void one_change() {
  const Assignment question = instance(10'000, 4'200, 7);
  const auto solved = SolvedAssignment::solve(question);
  if (!solved) return;
  std::vector<double> took;
  for (std::size_t i = 0, at = 0; i < 2000; ++i) {
    at = (at + 7919) % question.arcs.size();
    std::timespec begin{}, end{};
    std::timespec_get(&begin, TIME_UTC);
    const auto answer = solved->if_locked({&question.arcs[at], 1});
    std::timespec_get(&end, TIME_UTC);
    took.push_back(static_cast<double>(end.tv_sec - begin.tv_sec) * 1e6 +
                   static_cast<double>(end.tv_nsec - begin.tv_nsec) / 1e3);
  }
  std::sort(took.begin(), took.end());
  std::printf("one pair forced, everything else kept: median %.0f us, 95 %% %.0f us\n",
              took[took.size() / 2], took[took.size() * 95 / 100]);
}

}  // namespace

// `matching_bench large` also proves 50,000 x 21,000, which takes minutes.
int main(int count, char** words) {
  const bool same = compare("small programme", 200, 150, 1.0) &
                    compare("places abound", 10'000, 4'200, 0.1) &
                    compare("places are short", 10'000, 2'500, 0.2);
  one_change();
  const bool proven =
      over_all_pairs(10'000, 3'334) &&
      (count < 2 || std::string_view(words[1]) != "large" || over_all_pairs(50'000, 21'000));
  return same && proven ? 0 : 1;
}
