#pragma once

#include "engine.hpp"

namespace pairbook::matching {

/// The engine's state in the words of the question.
[[nodiscard]] Assigned answer_of(const Assignment& assignment, const Graph& graph,
                                 const Engine& engine);

/// assign() from the mates and prices (by mentor) of a question that was much like this one.
[[nodiscard]] base::Result<Assigned> assign_from(const Assignment& assignment,
                                                 const std::vector<Index>& mentor_of,
                                                 const std::vector<std::int64_t>& prices,
                                                 const KeepGoing& keep_going);

}  // namespace pairbook::matching
