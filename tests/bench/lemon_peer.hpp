#pragma once

#include <cstdint>
#include <utility>
#include <vector>

/// A matching as a flow for LEMON, whose headers are of an older C++ than ours: nodes 0 to
/// `senders` - 1 send one unit each to the last node.
struct Flow {
  int nodes = 0;
  int senders = 0;
  std::vector<std::pair<int, int>> ends;  // in order of where they begin
  std::vector<std::int64_t> cost;
  std::vector<int> capacity;
};

// The least cost, or 0 when no solution was found.
std::int64_t by_network_simplex(const Flow& flow);
std::int64_t by_cost_scaling(const Flow& flow);
