#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "sync-server/core/sync_counts.hpp"

namespace pairbook::relay {

/// What the relay has done since it started. Counts only: no address, no path, no name.
struct Counts {
  std::array<std::uint64_t, 6> answers{};  // by first digit of the status; [0] is not used
  std::uint64_t bytes_sent = 0;            // heads and bodies
  std::uint64_t connections = 0;           // accepted, also those turned away
  std::uint64_t connections_open = 0;
  std::uint64_t connections_refused = 0;  // 503 or closed at once: over the limit
  std::uint64_t timeouts = 0;             // heads, answers and idle connections cut off
  std::uint64_t malformed = 0;            // requests that are not HTTP
  std::uint64_t tls_failures = 0;         // connections that could not be encrypted
  std::uint64_t accept_errors = 0;        // such as no file handles left
  std::uint64_t site_reads = 0;           // of the web folder
  std::uint64_t site_read_errors = 0;     // the site before stays in use
};

/// In Prometheus' text format. `site_files` and `site_bytes` describe what is served now;
/// `sync` is null for a relay without a store.
[[nodiscard]] std::string metrics_text(const Counts& counts, std::uint64_t site_files,
                                       std::uint64_t site_bytes,
                                       const SyncCounts* sync = nullptr);

}  // namespace pairbook::relay
