#include "pairbook/domain/rules.hpp"

#include <algorithm>

namespace pairbook::domain {

namespace {

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;  // clang 16 needs to be told

std::vector<FieldKey> both(const Compared& fields) {
  return {fields.mentor, fields.mentee};
}

}  // namespace

bool is_must(const Criterion& criterion) {
  return std::visit(Overloaded{
                        [](const MustDiffer&) { return true; },
                        [](const MustShare&) { return true; },
                        [](const GapWithin&) { return true; },
                        [](const NotManager&) { return true; },
                        [](const NotEarlierPair&) { return true; },
                        [](const MeetingTime&) { return true; },
                        [](const PointsForSame&) { return false; },
                        [](const PointsForShared&) { return false; },
                        [](const PointsForOffered&) { return false; },
                        [](const PointsForGap&) { return false; },
                    },
                    criterion);
}

int most_points(const Criterion& criterion) {
  return std::visit(Overloaded{
                        [](const PointsForSame& c) { return c.points; },
                        [](const PointsForShared& c) { return c.at_most; },
                        [](const PointsForOffered& c) { return c.at_most; },
                        [](const PointsForGap& c) {
                          int most = 0;
                          for (const auto& [gap, points] : c.points_by_gap)
                            most = std::max(most, points);
                          return most;
                        },
                        [](const auto&) { return 0; },
                    },
                    criterion);
}

std::vector<FieldKey> fields_of(const Criterion& criterion) {
  return std::visit(Overloaded{
                        [](const NotManager& c) { return std::vector{c.manager}; },
                        [](const NotEarlierPair&) { return std::vector<FieldKey>{}; },
                        [](const MeetingTime& c) {
                          auto keys = both(c.availability);
                          if (!c.time_zone.empty()) keys.push_back(c.time_zone);
                          return keys;
                        },
                        [](const PointsForOffered& c) {
                          return std::vector{c.offered, c.wanted};
                        },
                        [](const auto& c) { return both(c.fields); },
                    },
                    criterion);
}

}  // namespace pairbook::domain
