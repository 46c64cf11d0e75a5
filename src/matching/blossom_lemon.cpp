// The one file that knows LEMON: Edmonds' blossoms with the primal-dual method of Galil, Micali
// and Gabow. It is compiled as C++17 and with exceptions, which its headers want.
#define LEMON_ONLY_TEMPLATES
#include <lemon/matching.h>
#include <lemon/smart_graph.h>

#include "blossom.hpp"

namespace pairbook::matching {

namespace {

using Graph = lemon::SmartGraph;
using Worth = Graph::EdgeMap<std::int64_t>;
using Solver = lemon::MaxWeightedMatching<Graph, Worth>;
static_assert(Solver::dualScale == 4, "prices are in quarters");

// LEMON tells sets after all sets within them, so a set's members are the last of the line once
// those that are in no smaller set are added.
void line_up_sets(const Graph& graph, const Solver& solver, BlossomAnswer& out) {
  std::vector<bool> in_line(out.price.size(), false);
  for (int k = 0; k < solver.blossomNum(); ++k) {
    for (Solver::BlossomIt node(solver, k); node != lemon::INVALID; ++node) {
      const auto at = static_cast<std::uint32_t>(graph.id(node));
      if (in_line[at]) continue;
      in_line[at] = true;
      out.line.push_back(at);
    }
    const auto end = static_cast<std::uint32_t>(out.line.size());
    const auto size = static_cast<std::uint32_t>(solver.blossomSize(k));
    out.sets.push_back({end - size, end, solver.blossomValue(k)});
  }
}

}  // namespace

BlossomAnswer heaviest_matching(std::uint32_t nodes, const std::vector<BlossomEdge>& edges) {
  Graph graph;
  graph.reserveNode(static_cast<int>(nodes));
  graph.reserveEdge(static_cast<int>(edges.size()));
  for (std::uint32_t i = 0; i < nodes; ++i) graph.addNode();
  for (const BlossomEdge& edge : edges) {
    graph.addEdge(Graph::nodeFromId(static_cast<int>(edge.one)),
                  Graph::nodeFromId(static_cast<int>(edge.other)));
  }
  Worth worth(graph);
  for (std::size_t e = 0; e < edges.size(); ++e) {
    worth[Graph::edgeFromId(static_cast<int>(e))] = edges[e].worth;
  }
  Solver solver(graph, worth);
  solver.run();

  BlossomAnswer out;
  for (std::uint32_t i = 0; i < nodes; ++i) {
    const Graph::Node node = Graph::nodeFromId(static_cast<int>(i));
    const Graph::Node mate = solver.mate(node);
    out.partner.push_back(mate == lemon::INVALID ? BlossomAnswer::alone
                                                 : static_cast<std::uint32_t>(graph.id(mate)));
    out.price.push_back(solver.nodeValue(node));
  }
  line_up_sets(graph, solver, out);
  return out;
}

}  // namespace pairbook::matching
