#pragma once

#include <cstdint>
#include <vector>

#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

/// Mentors by distance, nearest first, equal distances by number: a binary heap of our own,
/// because the order of equals in std::priority_queue differs between libraries.
class DistanceHeap {
 public:
  explicit DistanceHeap(std::size_t mentors = 0) : slot_(mentors, none) {}

  [[nodiscard]] bool empty() const { return items_.empty(); }
  [[nodiscard]] std::int64_t nearest() const { return items_.front().distance; }
  void clear() {
    for (const Item& item : items_) slot_[item.mentor] = none;
    items_.clear();
  }
  /// Puts a mentor in, or nearer than it was.
  void put(Index mentor, std::int64_t distance) {
    std::uint32_t at = slot_[mentor];
    if (at == none) {
      at = static_cast<std::uint32_t>(items_.size());
      items_.push_back({});
    }
    rise(at, {distance, mentor});
  }
  Index take() {
    const Index mentor = items_.front().mentor;
    slot_[mentor] = none;
    const Item last = items_.back();
    items_.pop_back();
    if (!items_.empty()) sink(last);
    return mentor;
  }

 private:
  struct Item {
    std::int64_t distance = 0;
    Index mentor = 0;
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  static bool before(const Item& a, const Item& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.mentor < b.mentor;
  }
  void set(std::uint32_t at, const Item& item) {
    items_[at] = item;
    slot_[item.mentor] = at;
  }
  void rise(std::uint32_t at, const Item& item) {
    while (at > 0 && before(item, items_[(at - 1) / 2])) {
      set(at, items_[(at - 1) / 2]);
      at = (at - 1) / 2;
    }
    set(at, item);
  }
  void sink(const Item& item) {
    const auto size = static_cast<std::uint32_t>(items_.size());
    std::uint32_t at = 0;
    for (std::uint32_t child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && before(items_[child + 1], items_[child])) ++child;
      if (!before(items_[child], item)) break;
      set(at, items_[child]);
      at = child;
    }
    set(at, item);
  }

  std::vector<Item> items_;
  std::vector<std::uint32_t> slot_;  // by mentor
};

}  // namespace pairbook::matching
