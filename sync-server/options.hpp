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

namespace pairbook::relay {

/// An address to listen on. Port 0 is any free one.
struct Endpoint {
  std::string address;  // an IPv4 or IPv6 address, without brackets
  std::uint16_t port = 0;

  bool operator==(const Endpoint&) const = default;
};

/// "127.0.0.1:8080", "[::1]:8080" or "localhost:8080".
[[nodiscard]] std::optional<Endpoint> endpoint(std::string_view text);

/// "http://[::1]:8080/"
[[nodiscard]] std::string url(const Endpoint& endpoint);

struct Options {
  std::filesystem::path web;
  Endpoint listen{"127.0.0.1", 8080};
  std::optional<Endpoint> health;
  bool check_only = false;
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
