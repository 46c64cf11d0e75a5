#include "answers.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "pairbook/base/text.hpp"
#include "pairbook/domain/availability.hpp"
#include "zones.hpp"

namespace pairbook::matching {

using domain::Field;
using domain::FieldKey;
using domain::FieldKind;
using domain::Person;

namespace {

constexpr std::int64_t most_gap = std::int64_t{1} << 52;

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;  // clang 16 needs to be told

/// "-3.25" in thousandths; more digits are cut off.
std::optional<std::int64_t> read_number(std::string_view text) {
  constexpr std::int64_t most = 1'000'000'000'000;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::int64_t value = 0;
  int decimals = -1;
  bool any = false;
  for (const char c : text) {
    if (c == '.' && decimals < 0) {
      decimals = 0;
    } else if (c >= '0' && c <= '9') {
      any = true;
      if (decimals >= 3) continue;
      if (decimals >= 0) ++decimals;
      value = std::min(most, value * 10 + (c - '0'));
    } else {
      return std::nullopt;
    }
  }
  if (!any) return std::nullopt;
  for (int i = std::max(decimals, 0); i < 3; ++i) value *= 10;
  return negative ? -value : value;
}

/// A week of local time moved to UTC, round its end.
std::array<std::uint64_t, week_words> shifted(const domain::WeekMask& week, int minutes_ahead) {
  constexpr int quarters = 7 * 24 * 4;
  std::array<std::uint64_t, week_words> out{};
  const int shift = minutes_ahead / 15;
  for (int i = 0; i < quarters; ++i) {
    const auto from = static_cast<std::size_t>(i);
    if ((week[from / 64] >> (from % 64) & 1U) == 0) continue;
    const auto to = static_cast<std::size_t>((i - shift + 2 * quarters) % quarters);
    out[to / 64] |= std::uint64_t{1} << (to % 64);
  }
  return out;
}

void finish(ValueSets& sets, std::size_t people, bool& exact) {
  sets.mask.assign(people, 0);
  for (std::size_t i = 0; i < people; ++i) {
    for (std::uint32_t v = sets.begin[i]; v < sets.begin[i + 1]; ++v) {
      sets.mask[i] |= std::uint64_t{1} << (sets.values[v] % 64);
      exact = exact && sets.values[v] < 64;
    }
  }
}

}  // namespace

const std::vector<std::string>& values_of(const Person& person, const FieldKey& key) {
  static const std::vector<std::string> none;
  const auto found = person.answers.find(key);
  return found == person.answers.end() ? none : found->second.values;
}

std::vector<std::string> names_in(const Person& person, const FieldKey& key) {
  std::vector<std::string> names;
  for (const std::string& value : values_of(person, key)) {
    for (std::string& name : base::split(value, ";|\n\r")) names.push_back(std::move(name));
  }
  return names;
}

NameBook::NameBook(const People& people) {
  for (Index i = 0; i < people.size(); ++i) {
    known_.emplace(base::fold_case(people[i]->name), i);
    if (people[i]->email) known_.emplace(people[i]->email->folded(), i);
  }
}

std::vector<Index> NameBook::find(std::string_view name) const {
  std::vector<Index> found;
  const auto [first, last] = known_.equal_range(base::fold_case(name));
  for (auto it = first; it != last; ++it) found.push_back(it->second);
  return found;
}

void finish_values(Test& test) {
  if (test.mentee_values.begin.empty()) return;
  test.exact = true;
  finish(test.mentee_values, test.mentee_values.begin.size() - 1, test.exact);
  finish(test.mentor_values, test.mentor_values.begin.size() - 1, test.exact);
}

/// Values that are words already, as numbers in the order of their folded forms.
void TestBuilder::take_words(const std::vector<std::vector<std::string>>& mentees,
                             const std::vector<std::vector<std::string>>& mentors, Test& test,
                             std::vector<std::string>& words) {
  std::map<std::string, std::string> known;  // folded, and as it was first written
  for (const auto* side : {&mentors, &mentees}) {
    for (const auto& values : *side) {
      for (const std::string& value : values) known.emplace(base::fold_case(value), value);
    }
  }
  std::map<std::string_view, std::uint32_t> number;
  for (const auto& [folded, value] : known) {
    number.emplace(folded, static_cast<std::uint32_t>(words.size()));
    words.push_back(value);
  }
  const auto take = [&](const std::vector<std::vector<std::string>>& people, ValueSets& sets) {
    sets.begin.push_back(0);
    for (const auto& values : people) {
      const auto first = static_cast<std::ptrdiff_t>(sets.values.size());
      for (const std::string& value : values)
        sets.values.push_back(number.at(base::fold_case(value)));
      std::sort(sets.values.begin() + first, sets.values.end());
      sets.values.erase(std::unique(sets.values.begin() + first, sets.values.end()),
                        sets.values.end());
      sets.begin.push_back(static_cast<std::uint32_t>(sets.values.size()));
    }
  };
  take(mentees, test.mentee_values);
  take(mentors, test.mentor_values);
  finish_values(test);
}

void TestBuilder::take_values(const FieldKey& mentee, const FieldKey& mentor, Test& test,
                              std::vector<std::string>& words) const {
  const auto all = [](const People& people, const FieldKey& key) {
    std::vector<std::vector<std::string>> out;
    for (const Person* person : people) out.push_back(values_of(*person, key));
    return out;
  };
  take_words(all(mentees_, mentee), all(mentors_, mentor), test, words);
}

/// The places, and one more value, without words, for those who would meet online.
void TestBuilder::take_meeting_places(const domain::MeetSomewhere& rule, Test& test,
                                      Said& said) const {
  const auto all = [&](const People& people, const FieldKey& key) {
    std::vector<std::vector<std::string>> out;
    for (const Person* person : people) {
      out.push_back(values_of(*person, key));
      const auto& online = values_of(*person, rule.online);
      // Whoever did not say where they are passes like everybody without an answer.
      if (!out.back().empty() && !online.empty() && domain::is_yes(online.front()))
        out.back().emplace_back();
    }
    return out;
  };
  test.kind = TestKind::share;
  take_words(all(mentees_, rule.place.mentee), all(mentors_, rule.place.mentor), test,
             said.words);
}

std::vector<std::int64_t> TestBuilder::levels(const People& people, const FieldKey& key) const {
  const Field* field = find_field(programme_, key);
  std::vector<std::int64_t> out;
  for (const Person* person : people) {
    const std::vector<std::string>& values = values_of(*person, key);
    std::int64_t level = no_level;
    if (!values.empty() && field != nullptr && field->kind == FieldKind::scale) {
      const int step = domain::scale_step(*field, domain::Answer{values});
      if (step >= 0) level = step * levels_a_step;
    } else if (!values.empty()) {
      level = read_number(values.front()).value_or(no_level);
    }
    out.push_back(level);
  }
  return out;
}

void TestBuilder::take_weeks_of(const People& people, const FieldKey& availability,
                                const FieldKey& zone, std::vector<std::int64_t>& said,
                                std::vector<std::uint64_t>& weeks) const {
  for (const Person* person : people) {
    std::vector<domain::WeeklySlot> slots;
    for (const std::string& value : values_of(*person, availability)) {
      if (const auto read = domain::read_slots(value)) {
        slots.insert(slots.end(), read->begin(), read->end());
      }
    }
    std::optional<ZoneOffsets> offsets = ZoneOffsets{};
    if (!zone.empty()) {
      const auto& answer = values_of(*person, zone);
      offsets = answer.empty() ? std::nullopt : zone_offsets(answer.front());
    }
    const bool known = !slots.empty() && offsets.has_value();
    said.push_back(known ? 0 : no_level);
    const domain::WeekMask week = known ? domain::week_mask(slots) : domain::WeekMask{};
    for (const int ahead : {offsets ? offsets->january : 0, offsets ? offsets->july : 0}) {
      const auto in_utc = shifted(week, ahead);
      weeks.insert(weeks.end(), in_utc.begin(), in_utc.end());
    }
  }
}

void TestBuilder::take_weeks(const domain::MeetingTime& rule, Test& test) const {
  test.quarters = static_cast<std::uint32_t>(std::clamp((rule.minutes + 14) / 15, 1, 672));
  take_weeks_of(mentees_, rule.availability.mentee, rule.time_zone, test.mentee_level,
                test.mentee_weeks);
  take_weeks_of(mentors_, rule.availability.mentor, rule.time_zone, test.mentor_level,
                test.mentor_weeks);
}

std::vector<std::uint8_t> TestBuilder::applies(const domain::OnlyWhen& when,
                                               const People& people) const {
  const std::string wanted = base::fold_case(when.answer);
  std::vector<std::uint8_t> out;
  for (const Person* person : people) {
    const auto& values = values_of(*person, when.field);
    out.push_back(std::any_of(values.begin(), values.end(), [&](const std::string& value) {
      return base::fold_case(value) == wanted;
    }));
  }
  return out;
}

bool TestBuilder::build(const domain::Rule& rule, std::uint32_t number, Test& test,
                        Said& said) const {
  const auto compare_values = [&](TestKind kind, const domain::Compared& fields) {
    test.kind = kind;
    take_values(fields.mentee, fields.mentor, test, said.words);
    return true;
  };
  const auto compare_levels = [&](TestKind kind, const domain::Compared& fields) {
    test.kind = kind;
    test.mentee_level = levels(mentees_, fields.mentee);
    test.mentor_level = levels(mentors_, fields.mentor);
    return true;
  };
  const bool is_test = std::visit(
      Overloaded{
          [&](const domain::MustDiffer& c) {
            return compare_values(TestKind::differ, c.fields);
          },
          [&](const domain::MustShare& c) { return compare_values(TestKind::share, c.fields); },
          [&](const domain::GapWithin& c) {
            test.least = c.at_least * levels_a_step;
            test.most = c.at_most * levels_a_step;
            return compare_levels(TestKind::gap_within, c.fields);
          },
          [&](const domain::MeetingTime& c) {
            test.kind = TestKind::meeting_time;
            take_weeks(c, test);
            return true;
          },
          [&](const domain::PointsForSame& c) {
            test.points = c.points;
            return compare_values(TestKind::points_same, c.fields);
          },
          [&](const domain::PointsForShared& c) {
            test.points = c.points_each;
            test.at_most = c.at_most;
            return compare_values(TestKind::points_shared, c.fields);
          },
          [&](const domain::PointsForOffered& c) {
            test.points = c.points_each;
            test.at_most = c.at_most;
            return compare_values(TestKind::points_shared, {c.offered, c.wanted});
          },
          [&](const domain::PointsForGap& c) {
            for (const auto& [gap, points] : c.points_by_gap) {
              test.gap_points.push_back({gap * levels_a_step, points});
            }
            return compare_levels(TestKind::points_gap, c.fields);
          },
          [&](const domain::MustBeEnough& c) {
            test.most = most_gap;
            return compare_levels(TestKind::gap_within, c.fields);
          },
          [&](const domain::MeetSomewhere& c) {
            take_meeting_places(c, test, said);
            return true;
          },
          [&](const domain::PointsForSkills& c) {
            take_skills(c, test, said);
            return true;
          },
          [&](const domain::PointsForEnough& c) {
            take_enough(c, test);
            return true;
          },
          [&](const domain::PointsForTransition& c) {
            take_transitions(c, test, said);
            return true;
          },
          [&](const domain::PointsForWish& c) {
            take_wishes(c, test);
            return true;
          },
          [&](const domain::PointsForScore& c) {
            take_scores(c, test);
            return true;
          },
          [&](const domain::PointsForClose& c) {
            take_scales(c, test);
            return true;
          },
          [&](const domain::PointsForText& c) {
            take_texts(c, test, said);
            return true;
          },
          // An earlier pair, a manager, somebody they named: these leave out single pairs.
          [](const auto&) { return false; },
      },
      rule.criterion);
  if (!is_test) return false;
  test.rule = number;
  if (rule.only_when) {
    const bool of_mentor = rule.only_when->side == domain::Side::mentor;
    (of_mentor ? test.mentor_applies : test.mentee_applies) =
        applies(*rule.only_when, of_mentor ? mentors_ : mentees_);
  }
  return true;
}

}  // namespace pairbook::matching
