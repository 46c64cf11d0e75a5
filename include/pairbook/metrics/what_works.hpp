#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pairbook/domain/programme.hpp"
#include "pairbook/metrics/share.hpp"

namespace pairbook::metrics {

/// How some pairs turned out, by what their people answered after the first meetings.
struct Outcome {
  Ratio good;  // pairs of which everybody who answered says that it is a good fit; of all that
               // answered
  Ratings satisfaction;  // one for each pair in which somebody gave one: the mean of its two
  bool operator==(const Outcome&) const = default;
};

/// Pairs that had points from something against those that had none.
struct Comparison {
  std::string criterion;  // in the words of the pairs' reasons
  Outcome with, without;
  bool operator==(const Comparison&) const = default;
};

/// What goes with good pairs: not what makes them, which no comparison after the fact can tell.
///
/// Shape: pairs with an answer of either side, ended ones too; in the order of the criteria's
///        names. Criteria that all of them or none of them had points from compare nothing and
///        are left out.
struct WhatWorks {
  Outcome all;
  int middle_points = 0;  // `by_points.with` are pairs of more points than this
  Comparison by_points;
  std::vector<Comparison> criteria;
  bool operator==(const WhatWorks&) const = default;
};
[[nodiscard]] WhatWorks what_works(const domain::Programme& programme);

/// Pairs with an answer of either side.
[[nodiscard]] std::int64_t answered_pairs(const domain::Programme& programme);

enum class Verdict : std::uint8_t {
  too_few,  // the difference may be anything
  alike,    // within a tenth of each other, as sure as 19 times in 20
  better,   // with it
  worse,    // with it
};
/// What the interval of the difference of the two shares allows to say.
[[nodiscard]] Verdict verdict_on(const Comparison& comparison);

}  // namespace pairbook::metrics
