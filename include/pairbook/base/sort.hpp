#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace pairbook::base {

/// Says whether the item at place `a` comes before the one at place `b`.
using ComesBefore = bool (*)(const void* context, std::uint32_t a, std::uint32_t b);

/// The places of `count` items in order; equal items keep theirs.
[[nodiscard]] std::vector<std::uint32_t> sorted_places(std::size_t count, ComesBefore before,
                                                       const void* context);

/// Puts a list in order; equal items keep their places.
///
/// The standard library makes its sort anew for every kind of list and order, some 1.3 kB of
/// the app's download each time. This one is compiled once and asks back which of two comes
/// first. For lists that people read; what is sorted by the million, or at every press of a
/// key, takes std::sort.
///
/// Cost: n log n questions through a pointer; every item is moved twice.
template <class Item, class Less = std::less<>>
void sort(std::vector<Item>& items, Less less = {}) {
  const auto comes_before = [&](std::uint32_t a, std::uint32_t b) {
    return less(std::as_const(items[a]), std::as_const(items[b]));
  };
  using Question = decltype(comes_before);
  const auto ask = [](const void* context, std::uint32_t a, std::uint32_t b) {
    return (*static_cast<const Question*>(context))(a, b);
  };
  const auto places = sorted_places(items.size(), ask, &comes_before);
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const std::uint32_t place : places) sorted.push_back(std::move(items[place]));
  items = std::move(sorted);
}

}  // namespace pairbook::base
