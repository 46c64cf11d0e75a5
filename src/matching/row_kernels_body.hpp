// Included by one source for each instruction set, and compiled for it. Nothing here calls
// anything from outside: a shared inline function could end up compiled for a processor that is
// not there.
#pragma once

#include "row_kernels.hpp"

namespace pairbook::matching {
namespace {

std::int64_t relax(const std::int32_t* cost, const std::int64_t* price, std::int64_t here,
                   Index row, std::int64_t* __restrict__ distance,
                   Index* __restrict__ reached_by, std::size_t count) {
  std::int64_t least = INT64_MAX;
  for (std::size_t j = 0; j < count; ++j) {
    const std::int64_t there = here + cost[j] - price[j];
    const std::int64_t before = distance[j];
    const std::int64_t now = there < before ? there : before;
    distance[j] = now;
    reached_by[j] = there < before ? row : reached_by[j];
    least = now < least ? now : least;
  }
  return least;
}

std::size_t find(const std::int64_t* values, std::size_t from, std::size_t count,
                 std::int64_t value) {
  constexpr std::size_t block = 32;
  std::size_t j = from;
  for (; j + block <= count; j += block) {
    std::int64_t any = 0;
    for (std::size_t k = j; k < j + block; ++k) any |= values[k] == value ? 1 : 0;
    if (any != 0) break;
  }
  for (; j < count; ++j) {
    if (values[j] == value) return j;
  }
  return count;
}

std::int32_t most_gain(const std::int32_t* scores, const std::int32_t* prices,
                       std::size_t count) {
  std::int32_t most = INT32_MIN;
  for (std::size_t j = 0; j < count; ++j) {
    const std::int32_t gain = scores[j] < 0 ? INT32_MIN : scores[j] - prices[j];
    most = gain > most ? gain : most;
  }
  return most;
}

std::int32_t least_sum(const std::int32_t* cost, const std::int32_t* price, std::size_t count) {
  std::int32_t least = INT32_MAX;
  for (std::size_t j = 0; j < count; ++j) {
    const std::int32_t sum = cost[j] + price[j];
    least = sum < least ? sum : least;
  }
  return least;
}

bool any_reaches(const std::int32_t* scores, std::int32_t least, const std::int32_t* leasts,
                 std::size_t count) {
  std::int32_t any = 0;
  for (std::size_t j = 0; j < count; ++j) {
    const std::int32_t lower = least < leasts[j] ? least : leasts[j];
    any |= scores[j] >= lower ? 1 : 0;
  }
  return any != 0;
}

void tops(const std::int32_t* values, std::size_t count, std::int32_t* __restrict__ out) {
  for (std::size_t j = 0; j + 16 <= count; j += 16) {
    std::int32_t most = values[j];
    for (std::size_t k = j; k < j + 16; ++k) most = values[k] > most ? values[k] : most;
    out[j / 16] = most;
  }
}

void from_top(std::int32_t top, const std::int32_t* cost, std::int32_t* __restrict__ out,
              std::size_t count) {
  for (std::size_t j = 0; j < count; ++j) out[j] = top - cost[j];
}

Range range(const std::int32_t* values, std::size_t count) {
  std::int32_t least = INT32_MAX;
  std::int32_t most = INT32_MIN;
  for (std::size_t j = 0; j < count; ++j) {
    least = values[j] < least ? values[j] : least;
    most = values[j] > most ? values[j] : most;
  }
  return {least, most};
}

constexpr RowKernels compiled_here{relax,       find, most_gain, least_sum,
                                   any_reaches, tops, from_top,  range};

}  // namespace
}  // namespace pairbook::matching
