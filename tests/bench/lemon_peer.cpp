#include "bench/lemon_peer.hpp"

#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

namespace {

using Graph = lemon::StaticDigraph;

template <class Solver>
std::int64_t solve(const Flow& flow) {
  Graph graph;
  graph.build(flow.nodes, flow.ends.begin(), flow.ends.end());
  Graph::ArcMap<std::int64_t> costs(graph);
  Graph::ArcMap<int> capacities(graph);
  Graph::NodeMap<int> supply(graph, 0);
  for (std::size_t a = 0; a < flow.ends.size(); ++a) {
    costs[graph.arc(static_cast<int>(a))] = flow.cost[a];
    capacities[graph.arc(static_cast<int>(a))] = flow.capacity[a];
  }
  for (int i = 0; i < flow.senders; ++i) supply[graph.node(i)] = 1;
  supply[graph.node(flow.nodes - 1)] = -flow.senders;
  Solver solver(graph);
  solver.upperMap(capacities).costMap(costs).supplyMap(supply);
  return solver.run() == Solver::OPTIMAL ? solver.template totalCost<std::int64_t>() : 0;
}

}  // namespace

std::int64_t by_network_simplex(const Flow& flow) {
  return solve<lemon::NetworkSimplex<Graph, int, std::int64_t>>(flow);
}
std::int64_t by_cost_scaling(const Flow& flow) {
  return solve<lemon::CostScaling<Graph, int, std::int64_t>>(flow);
}
