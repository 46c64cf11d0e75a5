#pragma once

#include <span>

#include "state.hpp"

namespace pairbook::app {

/// Makes search keys for at most `most` people; true when there are more to make.
bool freshen_keys(PeopleIndex& index, const domain::Programme& programme, std::size_t most);
/// Marks what these ops touch; everything when there are none.
void mark_stale(PeopleIndex& index, const domain::Programme& programme,
                std::span<const domain::Op> ops);
/// Filters and sorts anew, if something changed. Cost: one look at everybody.
void freshen_list(PeopleView& view, const domain::Programme& programme);

/// Cost: one look at everybody, when something changed.
void count_people(Model::State& state);

}  // namespace pairbook::app
