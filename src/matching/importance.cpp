#include "importance.hpp"

#include <algorithm>

namespace pairbook::matching {

namespace {

constexpr std::int64_t half = 50, same = 100, twice = 200;

/// Half at the low end of the scale, twice at its high end, the same in the middle.
std::int64_t rating(const domain::Field* field, const domain::Person& person) {
  if (field == nullptr || field->options.size() < 2) return 0;
  const auto answer = person.answers.find(field->key);
  if (answer == person.answers.end()) return 0;
  const std::int64_t step = domain::scale_step(*field, answer->second);
  const auto last = static_cast<std::int64_t>(field->options.size()) - 1;
  if (step < 0) return 0;
  return 2 * step <= last ? half + (same - half) * 2 * step / last
                          : same + (twice - same) * (2 * step - last) / last;
}

}  // namespace

Importance importance_of(const domain::Programme& programme, const domain::Rules& rules,
                         const People& people) {
  Importance out(rules.rules.size());
  struct Rated {
    std::size_t rule;
    const domain::Field* field;
    std::int64_t points;
  };
  std::vector<Rated> rated;
  for (std::size_t r = 0; r < rules.rules.size(); ++r) {
    const domain::Rule& rule = rules.rules[r];
    if (!rule.on || rule.importance.empty()) continue;
    const int points = domain::most_points(rule.criterion);
    if (points > 0) rated.push_back({r, find_field(programme, rule.importance), points});
  }
  for (std::size_t i = 0; i < people.size(); ++i) {
    std::int64_t weighed = 0, points = 0;
    int count = 0;
    for (const Rated& each : rated) {
      const std::int64_t said = rating(each.field, *people[i]);
      if (said == 0) continue;
      weighed += said * each.points;
      points += each.points;
      ++count;
    }
    for (const Rated& each : rated) {
      std::int64_t said = rating(each.field, *people[i]);
      if (said == 0) continue;
      if (count > 1) said = std::clamp(said * same * points / weighed, half, twice);
      out[each.rule].resize(people.size(), 0);
      out[each.rule][i] = static_cast<std::uint8_t>(said);
    }
  }
  return out;
}

}  // namespace pairbook::matching
