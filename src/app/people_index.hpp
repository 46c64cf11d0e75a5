#pragma once

#include <span>

#include "state.hpp"

namespace pairbook::app {

/// Makes search keys for at most `most` people; true when there are more to make.
bool freshen_keys(PeopleIndex& index, const domain::Programme& programme, std::size_t most);
/// Marks what these ops touch; everything when there are none.
void mark_stale(PeopleIndex& index, const domain::Programme& programme,
                std::span<const domain::Op> ops);
/// Whether to list people again now, while work goes on by itself: of many changes one after
/// the other only some are shown, and with keys still being made a list must be twice as long.
[[nodiscard]] bool list_is_worth_it(Model::State& state);
/// Filters anew, and sorts anew, if something changed that it goes by. Many people are sorted
/// in slices, one a call, and meanwhile the list stays as it was. Cost: one look at everybody.
void freshen_list(PeopleView& view, const domain::Programme& programme);
/// Whether the page of people still waits for its list, with nothing else to wait for.
[[nodiscard]] bool lists_people(const Model::State& state);

/// When something changed: looks at some more people, and tells when it has seen everybody.
void count_people(Model::State& state);

}  // namespace pairbook::app
