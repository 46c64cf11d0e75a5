#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

struct Move {
  Index mentee = 0;
  Index from = nobody;  // mentor before, or nobody
  Index to = nobody;    // mentor after, or nobody
  bool operator==(const Move&) const = default;
};

/// What a change would do to the whole.
struct WhatIf {
  std::int64_t value = 0;    // lost (negative: gained)
  std::int64_t total = 0;    // points lost
  std::int32_t matched = 0;  // pairs lost
  std::vector<Move> moves;   // everybody who would move, by mentee
};

/// A solved assignment that stays warm: the price of a change is one or two shortest paths from
/// the prices at hand, never a new solve.
///
/// Shape: `value` is exact. `moves` is one way to reach it; where several are equally good, the
///        one nearest to hand, which need not be the one assign() takes.
class SolvedAssignment {
 public:
  /// Errors: those of assign(), and cancelled.
  [[nodiscard]] static base::Result<SolvedAssignment> solve(const Assignment& assignment,
                                                            const KeepGoing& keep_going = {});
  /// Takes up an answer that was found elsewhere, and checks its certificate.
  /// Errors: those of assign(), and corrupt when it is not a proven optimum.
  [[nodiscard]] static base::Result<SolvedAssignment> resume(const Assignment& assignment,
                                                             const Assigned& answer);
  SolvedAssignment(SolvedAssignment&&) noexcept;
  SolvedAssignment& operator=(SolvedAssignment&&) noexcept;
  ~SolvedAssignment();

  [[nodiscard]] const Assigned& answer() const;

  /// Value lost when these pairs are locked too (no mentee twice, none that is locked already);
  /// a score is given because a locked pair needs no arc.
  /// Errors: invalid_input; conflict when a mentor has no place left that is not locked.
  [[nodiscard]] base::Result<WhatIf> if_locked(std::span<const Arc> pairs) const;

  /// Value lost when this mentee may not have the mentor they have.
  /// Errors: invalid_input when they have none or are locked.
  [[nodiscard]] base::Result<WhatIf> if_forbidden(Index mentee) const;

  /// At least this much value is lost when the pair is locked: never below 0 for a pair that
  /// has an arc with this score.
  /// Cost: none.
  [[nodiscard]] std::int64_t lost_at_least(const Arc& pair) const;

 private:
  struct Inside;
  explicit SolvedAssignment(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace pairbook::matching
