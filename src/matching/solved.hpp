#pragma once

#include "engine.hpp"

namespace pairbook::matching {

/// The engine's state in the words of the question.
[[nodiscard]] Assigned answer_of(const Assignment& assignment, const Graph& graph,
                                 const Engine& engine);

}  // namespace pairbook::matching
