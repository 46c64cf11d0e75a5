// target   = [ "http" [ "s" ] "://" authority ] path [ "?" query ]
// path     = "/" [ part *( "/" part ) ]
// part     = 1*( char / "%" hex hex )      first decoded character not "."
// char     = a byte 21-7E except "%" "\" "#"  ; others only encoded
// A decoded byte is never 00-1F, 7F, "/" or "\"; the decoded path is UTF-8.
#include "sync-server/request_path.hpp"

#include "pairbook/base/text.hpp"

namespace pairbook::relay {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_plain(char c) {
  return c > 0x20 && c < 0x7f && c != '%' && c != '\\' && c != '#';
}

bool may_be_decoded(unsigned char c) {
  return c >= 0x20 && c != 0x7f && c != '/' && c != '\\';
}

// A proxy may send the absolute form; what is before its path does not concern us.
std::string_view without_origin(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    target.remove_prefix(scheme.size());
    const auto slash = target.find_first_of("/?");
    return slash == std::string_view::npos ? "/" : target.substr(slash);
  }
  return target;
}

}  // namespace

std::expected<std::string, BadPath> request_path(std::string_view target, std::size_t longest) {
  if (target.size() > longest) return std::unexpected(BadPath::too_long);
  target = without_origin(target);
  if (!target.starts_with('/')) return std::unexpected(BadPath::malformed);
  for (const char c : target.substr(0, target.find('?'))) {
    if (c != '%' && !is_plain(c)) return std::unexpected(BadPath::malformed);
  }
  target = target.substr(1, target.find('?') - 1);

  std::string path;
  path.reserve(target.size());
  for (std::size_t at = 0; at < target.size(); ++at) {
    if (target[at] != '%') {
      path.push_back(target[at]);
      continue;
    }
    if (at + 2 >= target.size()) return std::unexpected(BadPath::malformed);
    const int high = hex_digit(target[at + 1]);
    const int low = hex_digit(target[at + 2]);
    if (high < 0 || low < 0) return std::unexpected(BadPath::malformed);
    const auto byte = static_cast<unsigned char>(high * 16 + low);
    if (!may_be_decoded(byte)) return std::unexpected(BadPath::malformed);
    path.push_back(static_cast<char>(byte));
    at += 2;
  }
  if (!path.empty() && !is_site_path(path)) return std::unexpected(BadPath::malformed);
  return path;
}

bool is_site_path(std::string_view path) {
  if (!base::is_utf8(path)) return false;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c != '/' && !may_be_decoded(byte)) return false;
  }
  while (true) {
    const auto slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (part.empty() || part.front() == '.') return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace pairbook::relay
