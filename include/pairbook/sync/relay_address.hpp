#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pairbook::sync {

/// Where a relay is, as its operator gave it out.
struct RelayAddress {
  bool is_encrypted = true;
  std::string host;    // in lower case; an IPv6 address without its brackets
  std::string port;    // digits
  std::string origin;  // "wss://relay.example", as is signed: docs/protocol.md

  /// "wss://relay.example:8443", also with https:// or http:// as it stands in a browser, and
  /// with a slash at the end. Nothing for what is no address of a relay.
  [[nodiscard]] static std::optional<RelayAddress> parse(std::string_view text);
};

}  // namespace pairbook::sync
