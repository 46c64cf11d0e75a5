#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace pairbook::relay {

/// Bytes of an answer. Shared, because a slow reader may still be taking the bytes of a file
/// when the folder has changed and the site has been read again.
using Bytes = std::shared_ptr<const std::string>;

/// One file of the web app with its pre-compressed forms, if the build made them.
struct SiteFile {
  Bytes plain;
  Bytes brotli;     // from "name.br"
  Bytes gzip;       // from "name.gz"
  std::string tag;  // of the plain bytes, for ETag
  std::string_view media_type;
  bool hashed = false;  // the name says what is inside, so it may be kept for ever
};

/// The web app: every file by its path ("index.html", "fonts/inter.0a1b2c3d.ttf"). A request
/// looks a name up and nothing else, so no request can reach outside of it.
struct Site {
  std::map<std::string, SiteFile, std::less<>> files;

  [[nodiscard]] const SiteFile* find(std::string_view path) const;
  [[nodiscard]] std::size_t bytes() const;
};

/// Adds a file. "x.js.br" and "x.js.gz" become forms of "x.js" in `settle`.
void add_file(Site& site, std::string path, std::string content);

/// Call after the last `add_file`.
void settle(Site& site);

/// By the ending of the name; "application/octet-stream" if it is not known.
[[nodiscard]] std::string_view media_type(std::string_view path);

/// Whether a name carries a hash of its content: <name>.<hash>.<ending>, where <hash> is 8 to
/// 64 of 0-9 a-f and <ending> has no dot. "pairbook.1f3a9c20.wasm" does; "pairbook.wasm",
/// "v.1.2.js" and "a.1F3A9C20.js" do not.
[[nodiscard]] bool is_content_hashed(std::string_view path);

}  // namespace pairbook::relay
