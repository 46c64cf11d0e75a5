#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pairbook/matching/assign.hpp"

namespace pairbook::matching {

struct Edge {
  Index to = 0;           // mentor in a row, mentee in a column
  std::int32_t cost = 0;  // top - score, 0 or more; times weight in every sum
};

/// An Assignment made ready for the engine: people in the order of their keys, locked mentees
/// and forbidden pairs left out, locked places taken off, scores turned into costs.
///
/// Rows and columns are sorted, so that the engine does literally the same work whatever the
/// order of the input.
struct Graph {
  std::vector<std::uint32_t> row_begin;  // by mentee, one more
  std::vector<Edge> row;
  std::vector<std::uint32_t> column_begin;  // by mentor, one more
  std::vector<Edge> column;
  std::vector<std::uint32_t> places;   // by mentor
  std::vector<std::int64_t> stay_out;  // by mentee: cost of being unmatched
  std::int64_t weight = 1;
  std::int32_t top = 0;
  std::vector<Index> mentee_at;  // position in the Assignment
  std::vector<Index> mentor_at;
  std::vector<Index> mentee_as;  // and back; nobody for the locked
  std::vector<Index> mentor_as;

  [[nodiscard]] Index mentees() const { return static_cast<Index>(mentee_at.size()); }
  [[nodiscard]] Index mentors() const { return static_cast<Index>(mentor_at.size()); }
  [[nodiscard]] std::span<const Edge> row_of(Index mentee) const {
    return {row.data() + row_begin[mentee], row.data() + row_begin[mentee + 1]};
  }
  [[nodiscard]] std::span<const Edge> column_of(Index mentor) const {
    return {column.data() + column_begin[mentor], column.data() + column_begin[mentor + 1]};
  }
  [[nodiscard]] std::int64_t cost(const Edge& edge) const { return weight * edge.cost; }
};

/// Errors: those of assign().
[[nodiscard]] base::Result<Graph> make_graph(const Assignment& assignment);

}  // namespace pairbook::matching
