#pragma once

#include <span>
#include <string_view>

namespace pairbook::relay {

struct FixedHeader {
  std::string_view name;
  std::string_view value;
};

/// What a page of ours may do. `wasm-unsafe-eval` compiles WebAssembly and nothing else; there
/// is no inline script and no inline style; every page we serve follows it.
inline constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' "
    "wss:; style-src 'self'; img-src 'self' blob: data:; font-src 'self' data: blob:; "
    "worker-src 'self' blob:; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types pairbook";

/// Sent with every answer, also with refusals.
[[nodiscard]] std::span<const FixedHeader> security_headers();

}  // namespace pairbook::relay
