#include "pairbook/sync/relay_address.hpp"

#include <algorithm>

namespace pairbook::sync {
namespace {

constexpr std::size_t longest = 253;

bool takes(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

bool is_host(std::string_view text) {
  return !text.empty() && text.size() <= longest && std::ranges::all_of(text, [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
           letter == '-' || letter == '.' || letter == ':';
  });
}

}  // namespace

std::optional<RelayAddress> RelayAddress::parse(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  std::string_view rest = lower;
  RelayAddress address;
  if (takes(rest, "ws://") || takes(rest, "http://")) {
    address.is_encrypted = false;
  } else if (!takes(rest, "wss://") && !takes(rest, "https://")) {
    return std::nullopt;
  }
  if (rest.ends_with('/')) rest.remove_suffix(1);
  const bool is_v6 = rest.starts_with('[');
  const auto end = is_v6 ? rest.find(']') : rest.rfind(':');
  if (is_v6 && end == std::string_view::npos) return std::nullopt;
  const std::string_view host = is_v6 ? rest.substr(1, end - 1) : rest.substr(0, end);
  std::string_view port =
      is_v6 ? rest.substr(end + 1) : rest.substr(std::min(rest.size(), host.size()));
  const bool has_port = !port.empty();
  if (has_port && !takes(port, ":")) return std::nullopt;
  if (has_port && (!is_digits(port) || std::stoi(std::string(port)) > 65'535 ||
                   std::stoi(std::string(port)) == 0)) {
    return std::nullopt;
  }
  if (!is_host(host) || (!is_v6 && host.find(':') != std::string_view::npos))
    return std::nullopt;
  const std::string usual = address.is_encrypted ? "443" : "80";
  address.host = host;
  address.port = has_port ? std::to_string(std::stoi(std::string(port))) : usual;
  address.origin = (address.is_encrypted ? "wss://" : "ws://") +
                   (is_v6 ? "[" + address.host + "]" : address.host) +
                   (address.port == usual ? "" : ":" + address.port);
  return address;
}

}  // namespace pairbook::sync
