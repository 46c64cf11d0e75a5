#pragma once

// Read by C++17 too: LEMON's allocators are no longer in the language after it.
#include <cstdint>
#include <vector>

namespace pairbook::matching {

struct BlossomEdge {
  std::uint32_t one = 0;
  std::uint32_t other = 0;
  std::int64_t worth = 0;  // above 0
};

/// A matching of greatest worth in a general graph, and what proves it, in quarters of worth.
struct BlossomAnswer {
  struct Set {
    std::uint32_t begin = 0;  // in `line`
    std::uint32_t end = 0;
    std::int64_t price = 0;
  };
  static constexpr std::uint32_t alone = 0xFFFFFFFF;

  std::vector<std::uint32_t> partner;  // by node, or alone
  std::vector<std::int64_t> price;     // by node
  std::vector<std::uint32_t> line;     // the nodes of all odd sets, each set in one piece
  std::vector<Set> sets;
};

/// Shape: the same edges in the same order give the same answer on every machine.
[[nodiscard]] BlossomAnswer heaviest_matching(std::uint32_t nodes,
                                              const std::vector<BlossomEdge>& edges);

}  // namespace pairbook::matching
