#include "sync-server/security_headers.hpp"

#include <array>

namespace pairbook::relay {
namespace {

// The camera reads QR codes; passkeys and copying are asked for by the person. The rest is off.
constexpr std::string_view permissions_policy =
    "camera=(self), clipboard-write=(self), fullscreen=(self), "
    "publickey-credentials-get=(self), "
    "accelerometer=(), autoplay=(), clipboard-read=(), display-capture=(), encrypted-media=(), "
    "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), "
    "picture-in-picture=(), screen-wake-lock=(), sync-xhr=(), usb=(), xr-spatial-tracking=()";

constexpr std::array<FixedHeader, 6> headers{{
    {"Content-Security-Policy", content_security_policy},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", permissions_policy},
}};

}  // namespace

std::span<const FixedHeader> security_headers() {
  return headers;
}

}  // namespace pairbook::relay
