#pragma once

#include <optional>

#include "pairbook/app/effect.hpp"
#include "pairbook/app/event.hpp"
#include "pairbook/base/bytes.hpp"

// What goes between the application and the page, as bytes: the first says which alternative of
// app::Effect or app::Event it is, the rest are its fields in order. web/js/letters.js has the
// other side.
namespace pairbook::web {

[[nodiscard]] base::Bytes pack(const app::Effect& effect);

/// Nothing when the bytes are no event of ours. Intents do not come this way.
[[nodiscard]] std::optional<app::Event> unpack_event(base::BytesView bytes);

/// What this device remembers in the open. What cannot be read is left at its default.
[[nodiscard]] base::Bytes pack(const app::Preferences& preferences);
[[nodiscard]] app::Preferences unpack_preferences(base::BytesView bytes);

/// A job's answer: 1 and the output, or 0 and the error.
[[nodiscard]] base::Bytes pack(const base::Result<base::Bytes>& outcome);

}  // namespace pairbook::web
