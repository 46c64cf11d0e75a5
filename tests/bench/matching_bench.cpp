// Matching against LEMON's network simplex and cost scaling: the same instances in the same
// run, seconds of processor time and the most memory held, as ratios. All three must find the
// same value.
#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/made_people.hpp"
#include "bench/question_as_flow.hpp"
#include "pairbook/matching/assign_over_all.hpp"
#include "pairbook/matching/fair_floor.hpp"
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
using namespace pairbook::bench;

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
  const Assignment question = made_question(mentees, mentors, 20261122);
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

/// What forcing one pair would change, with everything else kept, and the highest floor for the
/// worst pair with the optimum under it: against cold solves by LEMON.
bool one_change_and_floor() {
  const Assignment question = made_question(10'000, 4'200, 7);
  const auto solved = SolvedAssignment::solve(question);
  if (!solved) return false;
  const Flow flow = flow_of(question);
  const Figure simplex = measure([&] { return -by_network_simplex(flow); });

  std::vector<double> took;
  for (std::size_t i = 0, at = 0; i < 2000; ++i) {
    at = (at + 7919) % question.arcs.size();
    std::timespec begin{}, end{};
    std::timespec_get(&begin, TIME_UTC);
    const auto answer = solved->if_locked({&question.arcs[at], 1});
    std::timespec_get(&end, TIME_UTC);
    took.push_back(static_cast<double>(end.tv_sec - begin.tv_sec) +
                   static_cast<double>(end.tv_nsec - begin.tv_nsec) / 1e9);
  }
  std::sort(took.begin(), took.end());
  const double median = took[took.size() / 2], most = took[took.size() * 95 / 100];
  std::printf("one pair forced: median %.0f us, 95 %% %.0f us; LEMON anew %.3f s\n",
              median * 1e6, most * 1e6, simplex.seconds);
  std::printf("| one change, 95 %%, against a solve by LEMON | 1/%.0f | at most 1/500 | %s |\n",
              simplex.seconds / most, most * 500 <= simplex.seconds ? "yes" : "no");

  bool proven = false;
  const Figure floor = measure([&] {
    const auto fair = fair_floor(question);
    proven = fair && check_certificate(question, *fair);
    return fair ? std::int64_t{fair->floor} : 0;
  });
  const double solves = 13 * simplex.seconds / floor.seconds;
  std::printf("worst pair at least %lld, and the optimum under it: %.3f s, with its check\n",
              static_cast<long long>(floor.value), floor.seconds);
  std::printf(
      "| floor and optimum under it, against 13 solves by LEMON | 1/%.0f | at most 1/60 | "
      "%s |\n",
      solves, solves >= 60 ? "yes" : "no");
  return proven && solved->answer().value == simplex.value;
}

}  // namespace

// `matching_bench large` also proves 50,000 x 21,000, which takes minutes.
int main(int count, char** words) {
  const bool same = compare("small programme", 200, 150, 1.0) &
                    compare("places abound", 10'000, 4'200, 0.1) &
                    compare("places are short", 10'000, 2'500, 0.2);
  const bool warm = one_change_and_floor();
  const bool proven =
      over_all_pairs(10'000, 3'334) &&
      (count < 2 || std::string_view(words[1]) != "large" || over_all_pairs(50'000, 21'000));
  return same && warm && proven ? 0 : 1;
}
