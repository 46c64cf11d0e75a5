// Rules that compare amounts: enough hours, scores that were given, steps of a questionnaire.
#include <algorithm>

#include "answers.hpp"
#include "pairbook/base/sort.hpp"

namespace pairbook::matching {

using domain::Field;
using domain::FieldKey;
using domain::FieldKind;

namespace {

std::vector<std::int64_t> answered(const std::vector<std::int64_t>& levels) {
  std::vector<std::int64_t> out;
  for (const std::int64_t level : levels) {
    if (level != no_level) out.push_back(level);
  }
  base::sort(out);
  return out;
}

/// What `points` gives on average, over at most 256 people of each side, evenly taken from the
/// lowest to the highest.
template <class Points>
std::int32_t average(const std::vector<std::int64_t>& mentees,
                     const std::vector<std::int64_t>& mentors, Points points) {
  constexpr std::size_t most = 256;
  const auto some = [](std::vector<std::int64_t> levels) {
    if (levels.size() <= most) return levels;
    std::vector<std::int64_t> out;
    for (std::size_t i = 0; i < most; ++i) out.push_back(levels[i * levels.size() / most]);
    return out;
  };
  const auto a = some(answered(mentees));
  const auto b = some(answered(mentors));
  if (a.empty() || b.empty()) return 0;
  std::int64_t sum = 0;
  for (const std::int64_t mentee : a) {
    for (const std::int64_t mentor : b) sum += points(mentee, mentor);
  }
  return static_cast<std::int32_t>(sum / static_cast<std::int64_t>(a.size() * b.size()));
}

/// Steps of a scale as parts of it, or numbers as parts of the highest, in thousandths.
void as_parts(std::vector<std::int64_t>& levels, const Field* field, int highest) {
  const bool scale = field != nullptr && field->kind == FieldKind::scale;
  const std::int64_t whole =
      scale ? std::max<std::int64_t>(static_cast<std::int64_t>(field->options.size()) - 1, 1)
            : std::max(highest, 1);
  for (std::int64_t& level : levels) {
    if (level != no_level) level = std::clamp<std::int64_t>(level / whole, 0, levels_a_step);
  }
}

std::int64_t middle_of(const std::vector<std::int64_t>& levels) {
  const auto known = answered(levels);
  if (known.empty()) return -1;
  std::int64_t sum = 0;
  for (const std::int64_t level : known) sum += level;
  return sum / static_cast<std::int64_t>(known.size());
}

}  // namespace

void TestBuilder::take_enough(const domain::PointsForEnough& rule, Test& test) const {
  test.kind = TestKind::points_enough;
  test.points = rule.points;
  const auto take = [&](const People& people, const FieldKey& key) {
    std::vector<std::int64_t> out = levels(people, key);
    const Field* field = find_field(programme_, key);
    // The lowest step of a scale is not nothing.
    if (field != nullptr && field->kind == FieldKind::scale) {
      for (std::int64_t& level : out) {
        if (level != no_level) level += levels_a_step;
      }
    }
    return out;
  };
  test.mentee_level = take(mentees_, rule.fields.mentee);
  test.mentor_level = take(mentors_, rule.fields.mentor);
  Test pair;
  pair.kind = test.kind;
  pair.points = test.points;
  pair.mentee_level = pair.mentor_level = {0};
  test.unknown = average(test.mentee_level, test.mentor_level,
                         [&](std::int64_t mentee, std::int64_t mentor) {
                           pair.mentee_level[0] = mentee;
                           pair.mentor_level[0] = mentor;
                           return points_of(pair, 0, 0);
                         });
}

void TestBuilder::take_scores(const domain::PointsForScore& rule, Test& test) const {
  test.kind = TestKind::points_score;
  test.points = rule.points;
  const auto take = [&](const People& people, const FieldKey& key) {
    std::vector<std::int64_t> out = levels(people, key);
    as_parts(out, find_field(programme_, key), rule.highest);
    return out;
  };
  test.mentee_level = take(mentees_, rule.mentee);
  test.mentor_level = take(mentors_, rule.mentor);
  test.least = middle_of(test.mentee_level);
  test.most = middle_of(test.mentor_level);
}

void TestBuilder::take_scales(const domain::PointsForClose& rule, Test& test) const {
  test.kind = TestKind::points_close;
  test.points = rule.points;
  test.width = static_cast<std::uint32_t>(rule.scales.size());
  test.mentee_level.assign(mentees_.size() * test.width, no_level);
  test.mentor_level.assign(mentors_.size() * test.width, no_level);
  std::int64_t sum = 0;
  std::int64_t answered_scales = 0;
  for (std::size_t k = 0; k < test.width; ++k) {
    const Field* field = find_field(programme_, rule.scales[k]);
    if (field == nullptr || field->kind != FieldKind::scale) continue;
    const auto take = [&](const People& people, std::vector<std::int64_t>& into) {
      auto out = levels(people, rule.scales[k]);
      as_parts(out, field, 1);
      for (std::size_t i = 0; i < out.size(); ++i) into[i * test.width + k] = out[i];
      return out;
    };
    const auto mentees = take(mentees_, test.mentee_level);
    const auto mentors = take(mentors_, test.mentor_level);
    if (answered(mentees).empty() || answered(mentors).empty()) continue;
    sum += average(mentees, mentors, [](std::int64_t a, std::int64_t b) {
      return levels_a_step - (a < b ? b - a : a - b);
    });
    ++answered_scales;
  }
  if (answered_scales > 0) {
    test.unknown =
        static_cast<std::int32_t>(rule.points * sum / (answered_scales * levels_a_step));
  }
}

}  // namespace pairbook::matching
