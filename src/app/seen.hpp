#pragma once

#include "state.hpp"

namespace pairbook::app {

struct Turn;

// While names are hidden, everything that is shown, printed or saved is made from `seen()`, so
// that no screen has to think of it; only what decides, writes down and matches reads the
// programme itself.

/// The programme as it may be seen now: itself, or with codes for names.
[[nodiscard]] const domain::Programme& seen(const Model::State& state);
[[nodiscard]] bool names_hidden(const Model::State& state);
/// Whether this person's own page may be read and changed.
[[nodiscard]] bool may_be_read(const Model::State& state, const domain::PersonId& id);
[[nodiscard]] domain::CodeWords code_words(const Speaker& say);

/// Makes what may be seen anew, after any change of the programme.
void veil_again(Model::State& state, const Speaker& say);
/// Names were hidden or shown: what was typed, filtered and told by name goes.
void forget_names(Turn& turn);

/// How a change is called now.
[[nodiscard]] const std::string& label_of(const OpenedBook& book, const Change& change);

}  // namespace pairbook::app
