#pragma once

#include <functional>
#include <memory>
#include <string>

#include "sync-server/core/caller.hpp"
#include "sync-server/options.hpp"
#include "sync-server/store/keeper.hpp"

/// What the options mean for the core and for the store.
namespace pairbook::relay {

/// `listening` is where it listens, with the port that was given for 0.
[[nodiscard]] CoreSettings settings_of(const Options& options, const Endpoint& listening,
                                       bool is_encrypted);

/// Of a prepared store. `voice` names this relay in hints to others; without it, it gives none.
[[nodiscard]] std::unique_ptr<Keeper> keeper_of(const Options& options,
                                                const std::string& voice,
                                                std::function<void(Told)> tell);

}  // namespace pairbook::relay
