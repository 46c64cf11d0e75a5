// What a stranger sends to the relay: a target, an Accept-Encoding and an If-None-Match header,
// one a line. Whatever they are, the answer is one of ours and its body is a file of the site.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "sync-server/answer.hpp"
#include "sync-server/request_path.hpp"

namespace {

using namespace pairbook::relay;

const Site& a_site() {
  static const Site site = [] {
    Site made;
    add_file(made, "index.html", "index");
    add_file(made, "a.0123abcd.js", "plain");
    add_file(made, "a.0123abcd.js.br", "brotli");
    settle(made);
    return made;
  }();
  return site;
}

std::string_view next_line(std::string_view& text) {
  const auto end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string_view target = next_line(text);
  const std::string_view accept_encoding = next_line(text);
  const std::string_view if_none_match = next_line(text);

  const auto path = request_path(target, 256);
  if (path && !path->empty()) require(is_site_path(*path));
  const Answer found = answer(a_site(),
                              {.method = "GET",
                               .target = target,
                               .accept_encoding = accept_encoding,
                               .if_none_match = if_none_match},
                              256);
  require(found.status == 200 || found.status == 304 || found.status == 400 ||
          found.status == 404 || found.status == 406 || found.status == 414);
  require(!found.header("Content-Security-Policy").empty());
  require((found.status == 304) == (found.body == nullptr));
  if (found.body) require(found.length == found.body->size());
  return 0;
}
