#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pairbook/base/bytes.hpp"
#include "pairbook/matching/fair_floor.hpp"
#include "pairbook/matching/gaps.hpp"

namespace pairbook::matching {

/// What a committee weighs when it looks at a proposal: the two goals beside each other, what a
/// least number of points would cost, and what would give more people a pair.
struct Outlook {
  FloorPoint best_total, most_matched;  // both under the rules as they are
  std::vector<RuleGap> rules;

  /// The rest is worked out while at most `most_pairs_for_outlook` pairs are allowed.
  bool whole = false;
  PlaceGaps places;
  /// By floor, rising, without the least points of the rules: as many pairs as there can be,
  /// and their highest total. `fair` is among the floors: the highest at which as many are
  /// matched.
  std::vector<FloorPoint> floors;
  std::int32_t fair = 0;
  bool operator==(const Outlook&) const = default;
};

inline constexpr std::uint64_t most_pairs_for_outlook = 4'000'000;
inline constexpr std::size_t most_mentors_asked = 400;

/// Cost:   some dozen solves of a question of the same size.
/// Errors: conflict when the solution is not proven or the problem is_many(); those of solve(),
/// assign(); cancelled.
[[nodiscard]] base::Result<Outlook> look_out(const Problem& problem, const Solution& solution,
                                             const KeepGoing& keep_going = {});

/// Bytes for a second instance of ourselves; the grammar is at the head of outlook_bytes.cpp.
[[nodiscard]] base::Bytes encode_outlook(const Outlook& outlook);
/// Errors: corrupt (also when it cannot be of this problem), unsupported_version, too_large.
[[nodiscard]] base::Result<Outlook> decode_outlook(base::BytesView bytes,
                                                   const Problem& problem);

}  // namespace pairbook::matching
