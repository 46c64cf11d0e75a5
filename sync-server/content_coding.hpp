#pragma once

#include <optional>
#include <string_view>

namespace pairbook::relay {

/// How the bytes of an answer are coded.
enum class Coding { identity, gzip, brotli };

/// "br", "gzip", or "" for identity.
[[nodiscard]] std::string_view coding_name(Coding coding);

/// What a browser takes, by its Accept-Encoding header: a quality of 0..1000 each.
struct Accepted {
  int brotli = 0;
  int gzip = 0;
  int identity = 1;

  /// Shape:  no header means identity only. Parts that cannot be read are left out. Identity
  ///         is acceptable unless it, or "*", is refused with q=0.
  [[nodiscard]] static Accepted from(std::string_view header);

  /// The best coding there is; brotli before gzip before identity at equal quality. Nothing if
  /// all that exist are refused.
  [[nodiscard]] std::optional<Coding> best(bool has_brotli, bool has_gzip) const;
};

}  // namespace pairbook::relay
