#pragma once

#include <vector>

#include "pairbook/app/effect.hpp"
#include "pairbook/app/event.hpp"
#include "pairbook/app/model.hpp"
#include "pairbook/app/screen.hpp"
#include "pairbook/base/random.hpp"
#include "pairbook/domain/decide.hpp"

namespace pairbook::app {

/// The single door into the application. Intents are events; the effects are carried out in
/// order.
///
/// Cost: one event is short (20 ms at most in a browser); longer work asks for Continue or a
/// job.
[[nodiscard]] std::vector<Effect> update(Model& model, const Event& event,
                                         const domain::Moment& moment,
                                         base::RandomSource& random);

/// What is to be seen. Cost: the rows in view, not the people there are.
[[nodiscard]] Screen present(const Model& model, const domain::Moment& moment);

}  // namespace pairbook::app
