#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pairbook/base/id.hpp"
#include "pairbook/base/time.hpp"
#include "pairbook/domain/person.hpp"

namespace pairbook::domain {

using PairId = base::Id<struct PairTag>;

/// Why a pair has its points, as it was when the pair was approved.
struct Reason {
  std::string criterion;  // in words, as the rule read then
  int points = 0;
  std::string fact;  // "Security", "2 grades above"
  bool operator==(const Reason&) const = default;
};

enum class PairState : std::uint8_t { active, ended };

struct Pair {
  PairId id;
  MentorId mentor;
  MenteeId mentee;
  int round = 1;
  int points = 0;
  std::vector<Reason> reasons;
  base::Date approved;
  PairState state = PairState::active;
  base::Date ended;        // when state is ended
  std::string ended_note;  // may be empty; no fault is asked for
  bool operator==(const Pair&) const = default;
};

/// What a coordinator decided about two people before any round.
enum class Verdict : std::uint8_t { none, locked, forbidden };

}  // namespace pairbook::domain
