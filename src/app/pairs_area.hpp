#pragma once

#include "turn.hpp"

namespace pairbook::app {

/// Makes the list of pairs again, as filtered, searched and sorted.
void list_pairs_again(Model::State& state, base::Date today);
[[nodiscard]] std::string name_of(const Speaker& say, const domain::Programme& programme,
                                  const domain::PersonId& id);

}  // namespace pairbook::app
