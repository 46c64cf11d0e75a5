#pragma once

#include <array>
#include <cstdint>

namespace pairbook::relay {

/// What the core has done since it started. Counts only: no id and no address.
struct SyncCounts {
  std::uint64_t callers = 0;  // connections that speak the protocol, since the start
  std::uint64_t callers_open = 0;
  std::uint64_t frames = 0;  // from clients
  std::uint64_t entries_added = 0;
  std::uint64_t entries_known = 0;  // sent again and found to be there
  std::uint64_t bytes_added = 0;    // of sealed entries
  std::uint64_t events = 0;         // EVENT frames sent
  std::uint64_t lagging = 0;        // times somebody could not keep up
  std::uint64_t looked_at = 0;  // callers in a place, each time something has happened there
  std::uint64_t rotations = 0;
  std::uint64_t not_kept = 0;  // changes and questions the store could not carry out
  std::array<std::uint64_t, 20> refused{};  // by wire::ErrorCode
};

}  // namespace pairbook::relay
