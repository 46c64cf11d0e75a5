#pragma once

#include <chrono>
#include <cstddef>

namespace pairbook::relay {

/// Everything a stranger could ask too much of. Options change those that say so; the rest are
/// fixed. docs/operations.md lists them.
struct Limits {
  std::size_t connections = 1024;           // --max-connections; more get 503
  std::size_t header_bytes = 16 * 1024;     // --max-header-bytes; more get 431
  std::size_t target_bytes = 2048;          // of a request line; more get 414
  std::size_t requests = 1000;              // --max-requests on one connection, then it closes
  std::chrono::seconds header_seconds{10};  // --header-seconds for a whole request head
  std::chrono::seconds idle_seconds{30};    // --idle-seconds between two requests
  std::chrono::seconds write_seconds{30};   // --write-seconds for each piece of an answer
  std::chrono::seconds ping_seconds{60};    // --ping-seconds without a word on /sync
  std::chrono::seconds stop_seconds{5};     // --stop-seconds for answers under way at the end
  std::size_t piece_bytes = 64 * 1024;      // of an answer, written at once
  std::size_t refusals = 64;                // 503 answers written at the same time
};

/// What a web folder may hold. It is read into memory, so it is bounded.
struct SiteLimits {
  std::size_t files = 4096;
  std::size_t file_bytes = 32 * 1024 * 1024;
  std::size_t all_bytes = 128 * 1024 * 1024;
  int depth = 8;
};

}  // namespace pairbook::relay
