// Writes the questions that solvers_bench.mjs asks: make_questions KIND NUMBER... > FILE
//
//   pairs MENTEES MENTORS   .pbm, people as in made_people.hpp, 50 mentors each
//   peers PEOPLE            .pbg, the same people among themselves, 30 each
//   scores N                N x N, cost 10,000 - score of such people
//   uniform N MOST          N x N, costs from 1 to MOST
//   geometric N             N x N, whole distances of points in a square of 10,000
//   two_cost N              N x N, 100 or 1,000,000
//   machol_wien N           N x N, row x column
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>

#include "bench/made_people.hpp"

namespace {

using namespace pairbook;
using namespace pairbook::bench;

void print(const char* kind, std::initializer_list<std::int64_t> numbers) {
  std::fputs(kind, stdout);
  for (const std::int64_t number : numbers) {
    std::printf(" %lld", static_cast<long long>(number));
  }
  std::putchar('\n');
}

void pairs(matching::Index mentees, matching::Index mentors) {
  const auto question = made_question(mentees, mentors, 20261122);
  print("p pbm",
        {mentees, mentors, static_cast<std::int64_t>(question.arcs.size()), 1'000'000});
  for (matching::Index j = 0; j < mentors; ++j) {
    print("m", {j, question.mentors[j].capacity});
  }
  for (const auto& arc : question.arcs) print("a", {arc.mentee, arc.mentor, arc.score});
}

void peers(matching::Index people) {
  base::SeededRandom random(20261124);
  const auto all = population(random, people, false);
  std::set<std::pair<matching::Index, matching::Index>> kept;
  std::vector<std::pair<int, matching::Index>> others;
  const auto both = [&](matching::Index i, matching::Index j) {
    return (score(all[i], all[j]) + score(all[j], all[i])) / 2;
  };
  for (matching::Index i = 0; i < people; ++i) {
    others.clear();
    for (matching::Index j = 0; j < people; ++j) {
      if (j != i) others.emplace_back(-both(i, j), j);
    }
    const auto end = others.begin() + std::min<std::ptrdiff_t>(30, std::ssize(others));
    std::partial_sort(others.begin(), end, others.end());
    for (auto each = others.begin(); each != end; ++each) {
      kept.insert(std::minmax(i, each->second));
    }
  }
  print("p pbg", {people, static_cast<std::int64_t>(kept.size())});
  for (const auto& [one, other] : kept) print("e", {one, other, both(one, other)});
}

template <class Cost>
void matrix(std::size_t size, const Cost& cost) {
  std::string line = std::to_string(size) + " " + std::to_string(size);
  for (std::size_t i = 0; i < size; ++i) {
    std::puts(line.c_str());
    line.clear();
    for (std::size_t j = 0; j < size; ++j) line += std::to_string(cost(i, j)) + " ";
  }
  std::puts(line.c_str());
}

std::int64_t root(std::int64_t square) {
  std::int64_t low = 0, high = 100'000;
  while (low + 1 < high) {
    const std::int64_t middle = (low + high) / 2;
    (middle * middle <= square ? low : high) = middle;
  }
  return low;
}

bool write(const std::string& kind, std::size_t size, std::size_t second) {
  base::SeededRandom random(20261123);
  if (kind == "pairs") {
    pairs(static_cast<matching::Index>(size), static_cast<matching::Index>(second));
  } else if (kind == "peers") {
    peers(static_cast<matching::Index>(size));
  } else if (kind == "scores") {
    const auto wanting = population(random, size, false);
    const auto offering = population(random, size, true);
    matrix(size, [&](std::size_t i, std::size_t j) {
      return 10'000 - score(wanting[i], offering[j]);
    });
  } else if (kind == "uniform") {
    matrix(size, [&](std::size_t, std::size_t) { return 1 + random.below(second); });
  } else if (kind == "geometric") {
    std::vector<std::int64_t> x(2 * size), y(2 * size);
    for (std::size_t i = 0; i < 2 * size; ++i) {
      x[i] = static_cast<std::int64_t>(random.below(10'000));
      y[i] = static_cast<std::int64_t>(random.below(10'000));
    }
    matrix(size, [&](std::size_t i, std::size_t j) {
      const std::int64_t across = x[i] - x[size + j], up = y[i] - y[size + j];
      return root(across * across + up * up);
    });
  } else if (kind == "two_cost") {
    matrix(size,
           [&](std::size_t, std::size_t) { return random.below(2) == 0 ? 100 : 1'000'000; });
  } else if (kind == "machol_wien") {
    matrix(size, [](std::size_t i, std::size_t j) { return (i + 1) * (j + 1); });
  } else {
    return false;
  }
  return true;
}

}  // namespace

int main(int count, char** words) {
  const auto number = [&](int at) {
    return at < count ? static_cast<std::size_t>(std::strtoul(words[at], nullptr, 10)) : 0;
  };
  return count > 2 && write(words[1], number(2), number(3)) ? 0 : 2;
}
