#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sync-server/site.hpp"

namespace pairbook::relay {

/// What matters of a request. A header that was not sent is empty.
struct Request {
  std::string_view method;
  std::string_view target;
  std::string_view accept_encoding{};
  std::string_view if_none_match{};
};

struct Header {
  std::string_view name;
  std::string value;
};

/// What to send. The loop adds Date, Content-Length (`length`) and Connection.
struct Answer {
  unsigned status = 200;
  std::vector<Header> headers;  // with the security headers
  Bytes body;                   // nothing for HEAD and 304
  std::size_t length = 0;       // of the body that GET gets

  /// Empty if there is no such header.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// The web app and /healthz, for the public address.
///
/// Shape:  GET and HEAD; "/" is index.html; an unknown path is the site's 404.html, or a plain
///         page of our own: the app keeps its routes in the fragment, so nothing falls back to
///         index.html.
[[nodiscard]] Answer answer(const Site& site, const Request& request,
                            std::size_t longest_target);

/// /healthz and /metrics, for the operator's address. `metrics` is their text.
[[nodiscard]] Answer answer_health(const Request& request, std::string metrics,
                                   std::size_t longest_target);

/// A short page for a refusal: 400, 404, 405, 406, 413, 414, 431, 503.
[[nodiscard]] Answer refusal(unsigned status);

/// The same for whoever asks without encryption where it is spoken.
[[nodiscard]] Answer only_encrypted();

}  // namespace pairbook::relay
