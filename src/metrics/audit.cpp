#include "pairbook/metrics/audit.hpp"

#include <algorithm>

#include "pairbook/base/sort.hpp"

namespace pairbook::metrics {
namespace {

struct Group {
  std::vector<int> matched;  // 1 or 0, of everybody
  std::vector<int> points;   // of those in a pair
  std::int64_t wished = 0, granted = 0;
  [[nodiscard]] std::int64_t people() const {
    return static_cast<std::int64_t>(matched.size());
  }
  [[nodiscard]] std::int64_t pairs() const { return static_cast<std::int64_t>(points.size()); }
};

std::int64_t sum_of(const std::vector<int>& values) {
  std::int64_t sum = 0;
  for (const int value : values) sum += value;
  return sum;
}

/// The value at a tenth of the way up.
int tenth(std::vector<int> values) {
  const std::size_t at = (values.size() + 9) / 10 - 1;
  base::sort(values);
  return values[at];
}

struct Hidden {
  bool people = false, points = false, wishes = false;
};

GroupFigures figures_of(const Group& group, const Hidden& hidden, int least) {
  GroupFigures out;
  if (hidden.people) return out;
  out.people = static_cast<int>(group.people());
  out.matched = Ratio{group.pairs(), group.people()};
  if (!hidden.points) {
    out.points = Ratio{sum_of(group.points), group.pairs()};
    if (group.pairs() >= 2 * std::int64_t{least}) out.low_points = tenth(group.points);
  }
  if (!hidden.wishes) out.granted = Ratio{group.granted, group.wished};
  return out;
}

/// Whether a share is below another.
bool below(const Ratio& a, const Ratio& b) {
  return a.part * b.whole < b.part * a.whole;
}

void compare(const std::vector<Group>& groups, Audit& out) {
  std::vector<std::vector<int>> matched, points;
  bool any = false;
  for (std::size_t g = 0; g + 1 < groups.size(); ++g) {
    const auto& rate = out.groups[g].matched;
    if (!rate || rate->whole == 0) continue;
    matched.push_back(groups[g].matched);
    if (out.groups[g].points) points.push_back(groups[g].points);
    if (!any || below(*rate, *out.groups[out.lowest].matched)) out.lowest = g;
    if (!any || below(*out.groups[out.highest].matched, *rate)) out.highest = g;
    any = true;
  }
  out.matched = permutation_chance(matched);
  out.points = permutation_chance(points);
  if (matched.size() < 2) return;
  const Ratio low = *out.groups[out.lowest].matched, high = *out.groups[out.highest].matched;
  if (high.part > 0)
    out.lowest_to_highest = Ratio{low.part * high.whole, low.whole * high.part};
}

}  // namespace

std::vector<bool> hidden_cells(std::span<const std::int64_t> people, int least,
                               std::vector<bool> hidden) {
  hidden.resize(people.size() + 1, false);
  std::int64_t cells = 0, inside = 0, fullest = 0;
  const auto hide = [&](std::size_t cell) {
    hidden[cell] = true;
    ++cells;
    inside += people[cell];
    fullest += people[cell] == least - 1 ? 1 : 0;
  };
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (hidden[i] || (people[i] > 0 && people[i] < least)) hide(i);
  }
  // By their sum: when each must have one, or all have `least` - 1.
  const auto told = [&] {
    return cells < 2 || inside < least || inside <= cells || fullest == cells;
  };
  while (cells > 0 && told()) {
    std::size_t next = people.size();
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (hidden[i] || people[i] == 0) continue;
      if (next == people.size() || people[i] < people[next]) next = i;
    }
    if (next == people.size()) break;
    // All of this size: which of two equal ones is hidden would tell something.
    const std::int64_t size = people[next];
    for (std::size_t i = next; i < people.size(); ++i) {
      if (!hidden[i] && people[i] == size) hide(i);
    }
  }
  if (cells > 0 && told()) hidden.assign(hidden.size(), true);
  return hidden;
}

Audit audit(std::span<const PersonResult> people, std::size_t answers, int least) {
  std::vector<Group> groups(answers + 1);
  Group all;
  for (const PersonResult& person : people) {
    const bool said = person.group >= 0 && static_cast<std::size_t>(person.group) < answers;
    for (Group* group :
         {&groups[said ? static_cast<std::size_t>(person.group) : answers], &all}) {
      group->matched.push_back(person.matched ? 1 : 0);
      if (person.matched) group->points.push_back(person.points);
      group->wished += person.wished ? 1 : 0;
      group->granted += person.wished && person.granted ? 1 : 0;
    }
  }
  std::vector<std::int64_t> in_group, in_pairs, wished;
  for (const Group& group : groups) {
    in_group.push_back(group.people());
    in_pairs.push_back(group.pairs());
    wished.push_back(group.wished);
  }
  const auto no_people = hidden_cells(in_group, least);
  const auto no_points = hidden_cells(in_pairs, least, no_people);
  const auto no_wishes = hidden_cells(wished, least, no_people);
  Audit out;
  for (std::size_t g = 0; g <= groups.size(); ++g) {
    const Hidden hidden{no_people[g], no_points[g], no_wishes[g]};
    if (g < groups.size()) {
      out.groups.push_back(figures_of(groups[g], hidden, least));
    } else {
      out.all = figures_of(all, hidden, least);
    }
  }
  compare(groups, out);
  return out;
}

}  // namespace pairbook::metrics
