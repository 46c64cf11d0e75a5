#pragma once

#include <string>
#include <vector>

#include "pairbook/domain/decide.hpp"
#include "pairbook/domain/op.hpp"

namespace pairbook::domain {

/// What became of an op: it changed the programme, or it made no sense there and says why.
struct Outcome {
  bool applied = true;
  std::string ignored_because;  // for the list of ignored entries
  bool operator==(const Outcome&) const = default;
};

/// Folds one op into the programme. Never fails: ops come from other devices, in any order,
/// perhaps from an older version.
Outcome apply(Programme& programme, const Op& op, const Moment& moment);

/// The ops that take `op` back, given the programme just before it. Empty when it changed
/// nothing.
[[nodiscard]] std::vector<Op> invert(const Programme& before, const Op& op);

}  // namespace pairbook::domain
