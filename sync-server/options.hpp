#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync-server/limits.hpp"
#include "sync-server/store/stores.hpp"

namespace pairbook::relay {

/// An address to listen on. Port 0 is any free one.
struct Endpoint {
  std::string address;  // an IPv4 or IPv6 address, without brackets
  std::uint16_t port = 0;

  bool operator==(const Endpoint&) const = default;
};

/// "127.0.0.1:8080", "[::1]:8080" or "localhost:8080".
[[nodiscard]] std::optional<Endpoint> endpoint(std::string_view text);

/// "http://[::1]:8080/", or with https.
[[nodiscard]] std::string url(const Endpoint& endpoint, bool is_encrypted = false);

/// What the program is asked to do.
enum class Task { serve, check, back_up, restore, migrate };

struct Options {
  Task task = Task::serve;
  std::filesystem::path web;         // empty: the app is not served
  StoreName store;                   // not named: nothing is kept; for migrate, from where
  StoreName to;                      // for migrate
  std::string copy;                  // for back_up and restore
  bool notify = true;                // hints between relays of one database
  std::int64_t sweep_seconds = 30;   // between looks at what other relays of it wrote
  std::vector<std::string> origins;  // empty: as the address to listen on says
  std::uint64_t place_bytes = 64 * 1024 * 1024;
  std::uint64_t places = 100'000;
  std::int64_t retention_days = 400;
  std::int64_t hello_seconds = 30;
  std::int64_t frames_per_second = 200;
  std::int64_t kib_per_second = 1024;
  Endpoint listen{"127.0.0.1", 8080};
  std::filesystem::path tls_certificate;  // empty: plain HTTP
  std::filesystem::path tls_key;
  std::optional<Endpoint> health;
  std::chrono::seconds watch_seconds{2};
  Limits limits;
  SiteLimits site_limits;
};

/// What to print instead of running, and the exit status.
struct Stop {
  std::string text;
  int status = 0;
};

/// Options from the command line, the environment and the file named by --config; the first
/// that says something counts. `environment` holds variables by name; PAIRBOOK_RELAY_WEB is
/// --web.
[[nodiscard]] std::expected<Options, Stop> read_options(
    const std::vector<std::string>& arguments,
    const std::map<std::string, std::string>& environment);

}  // namespace pairbook::relay
