#pragma once

#include <expected>
#include <functional>
#include <string>

#include "sync-server/options.hpp"
#include "sync-server/site_folder.hpp"

namespace pairbook::relay {

/// What is listening, with the ports that were given for 0.
struct Listening {
  Endpoint site;
  std::optional<Endpoint> health;
  bool is_encrypted = false;
};

/// Serves until SIGINT or SIGTERM, then lets answers under way finish. SIGHUP reads the folder
/// and the certificate again. One thread for all connections, and two or three of the store's.
///
/// Errors: one sentence: an address that is in use or not ours, too few file handles, a store
///         that cannot be used.
[[nodiscard]] std::expected<void, std::string> serve(
    const Options& options, SiteRead first,
    const std::function<void(const Listening&)>& on_ready);

}  // namespace pairbook::relay
