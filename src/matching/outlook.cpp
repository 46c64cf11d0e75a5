#include "pairbook/matching/outlook.hpp"

#include <algorithm>

#include "pairbook/base/sort.hpp"

namespace pairbook::matching {

namespace {

constexpr std::int32_t most_steps = 7;

/// 1, 2, 5, 10, 20, ...: the least of these with which a few steps reach `top`.
std::int32_t round_step(std::int32_t top) {
  std::int64_t step = 1;
  for (int i = 0; step * most_steps < top; ++i) step = i % 3 == 1 ? step / 2 * 5 : step * 2;
  return static_cast<std::int32_t>(step);
}

std::vector<std::int32_t> floors_up_to(std::int32_t top, std::int32_t fair) {
  std::vector<std::int32_t> out = {fair};
  const std::int64_t step = round_step(top);
  for (std::int64_t floor = 0; floor <= top; floor += step)
    out.push_back(static_cast<std::int32_t>(floor));
  base::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// Each part of the work counts the same, whatever it takes.
class Parts {
 public:
  Parts(const KeepGoing& keep_going, std::uint64_t parts)
      : keep_going_(keep_going), parts_(parts) {}
  KeepGoing next() {
    const std::uint64_t at = at_++;
    if (!keep_going_) return {};
    return [this, at](std::uint64_t done, std::uint64_t total) {
      constexpr std::uint64_t fine = 1000;
      return keep_going_(at * fine + (total == 0 ? 0 : std::min(done, total) * fine / total),
                         parts_ * fine);
    };
  }

 private:
  const KeepGoing& keep_going_;
  std::uint64_t parts_;
  std::uint64_t at_ = 0;
};

base::Done look_at_floors(const Problem& problem, const Solution& solution, Parts& parts,
                          Outlook& out) {
  Problem lowest = problem;
  lowest.at_least = 0;
  const base::Result<Assignment> question = to_assignment(lowest, parts.next());
  if (!question) return base::pass_on(question);
  // Without the least points there may be far more pairs.
  if (question->arcs.size() > most_pairs_for_outlook) return {};
  const base::Result<FairFloor> fair = fair_floor(*question, parts.next());
  if (!fair) return base::pass_on(fair);
  out.fair = fair->floor;
  const auto top = std::max_element(solution.points.begin(), solution.points.end());
  if (top == solution.points.end() || solution.matched == 0) return {};
  auto curve =
      floor_curve(*question, floors_up_to(std::max(*top, out.fair), out.fair), parts.next());
  if (!curve) return base::pass_on(curve);
  out.floors = std::move(*curve);
  return {};
}

}  // namespace

base::Result<Outlook> look_out(const Problem& problem, const Solution& solution,
                               const KeepGoing& keep_going) {
  if (!solution.optimal) return base::fail(base::Errc::conflict, "solution", "not proven");
  if (is_many(problem)) return base::fail(base::Errc::conflict, "problem", "several mentors");
  Parts parts(keep_going, 6);
  Outlook out;
  base::Result<std::vector<RuleGap>> rules = rule_gaps(problem, solution, parts.next());
  if (!rules) return base::pass_on(rules);
  out.rules = std::move(*rules);

  Problem other = problem;
  const bool most = problem.goal == Goal::most_matched;
  other.goal = most ? Goal::best_total : Goal::most_matched;
  const base::Result<Solution> otherwise = solve(other, parts.next());
  if (!otherwise) return base::pass_on(otherwise);
  if (!otherwise->optimal) return base::fail(base::Errc::cancelled);
  const auto point = [&](const Solution& of) {
    return FloorPoint{problem.at_least, of.matched, of.total};
  };
  out.best_total = point(most ? *otherwise : solution);
  out.most_matched = point(most ? solution : *otherwise);

  out.whole = solution.allowed_pairs <= most_pairs_for_outlook;
  if (!out.whole) return out;
  base::Result<PlaceGaps> places =
      place_gaps(problem, solution, most_mentors_asked, parts.next());
  if (!places) return base::pass_on(places);
  out.places = std::move(*places);
  if (const base::Done done = look_at_floors(problem, solution, parts, out); !done)
    return base::pass_on(done);
  return out;
}

}  // namespace pairbook::matching
