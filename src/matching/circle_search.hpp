#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "pairbook/base/random.hpp"
#include "pairbook/matching/form_circles.hpp"

namespace pairbook::matching {

/// People who stay together, in the order of keys, and who may meet whom.
struct CircleUnits {
  struct Meet {
    Index unit = 0;
    std::int64_t points = 0;
  };
  std::vector<std::uint32_t> size;       // people
  std::vector<std::int64_t> inside;      // points among them
  std::vector<std::vector<Meet>> meets;  // by unit, ascending; only those who may
};

/// Fills circles and exchanges people between them while that brings something.
///
/// Between any two steps every circle holds at most `most` people who all may meet.
class CircleSearch {
 public:
  CircleSearch(const CircleUnits& units, std::uint32_t circles, std::uint32_t least,
               std::uint32_t most, std::uint64_t seed);

  void fill();
  /// Until no single move or exchange brings anything.
  void settle();
  /// Small disorder, settled again, and taken back where it is no better; until the steps are
  /// used up or it is stopped.
  void shake(const KeepGoing& keep_going);
  /// Circles with fewer than `least` people end, and who was in them goes where there is room.
  void end_small_circles();
  /// Instead of all these, for a few units: every way there is.
  void try_all();

  [[nodiscard]] Index circle_of(Index unit) const { return at_[unit]; }

  struct Worth {
    std::int64_t people = 0;
    std::int64_t points = 0;
    auto operator<=>(const Worth&) const = default;
  };
  [[nodiscard]] const Worth& worth() const { return worth_; }

 private:
  struct Step {
    Index unit = 0;
    Index from = nobody;
  };

  struct Best {
    Worth worth;
    std::vector<Index> at;
  };
  void try_all(Index unit, std::uint32_t left, Best& best);

  [[nodiscard]] std::size_t cell(Index unit, Index circle) const {
    return std::size_t{unit} * circles_ + circle;
  }
  /// True when the unit may meet everybody there, but for one who leaves.
  [[nodiscard]] bool may_join(Index unit, Index circle, Index leaving) const;
  [[nodiscard]] bool fits(Index unit, Index circle, Index leaving) const;
  [[nodiscard]] bool stay_large(Index circle, Index leaving, Index coming) const;
  void look_around(Index unit);
  void put(Index unit, Index circle);
  void wake_one(Index unit);
  void wake(Index circle);
  void settle_those_awake();
  [[nodiscard]] bool improve(Index unit);
  [[nodiscard]] bool seat(Index unit);
  [[nodiscard]] bool seat_by_moving(Index unit);
  [[nodiscard]] bool exchange(Index unit);
  void push_in();
  void disturb();
  void take_back();

  const CircleUnits& units_;
  std::uint32_t circles_, least_, most_, even_;
  base::SeededRandom random_;
  std::vector<Index> at_;                    // by unit
  std::vector<std::vector<Index>> members_;  // by circle
  std::vector<std::uint32_t> people_;        // by circle
  std::vector<bool> open_;                   // by circle
  std::vector<std::int64_t> points_with_;    // by unit and circle
  std::vector<std::uint32_t> may_meet_;      // by unit and circle: how many there
  std::vector<std::int64_t> with_;           // by unit: points with the one looked around
  std::vector<bool> meets_;                  // by unit: may meet the one looked around
  Index around_ = nobody;
  Worth worth_;
  std::vector<Index> waiting_;  // to be improved
  std::vector<bool> waits_;
  std::vector<Step> steps_;  // since the last good state
  std::uint64_t looks_ = 0;
};

}  // namespace pairbook::matching
