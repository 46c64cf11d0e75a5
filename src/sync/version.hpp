#pragma once

#include "pairbook/base/bytes.hpp"

namespace pairbook::sync {

/// The first byte of what is written about members: 1 today.
inline void read_version(base::ByteReader& in) {
  const std::uint8_t version = in.u8();
  if (in.ok() && version != 1) {
    in.refuse(version > 1 ? base::Errc::unsupported_version : base::Errc::corrupt, "version");
  }
}

}  // namespace pairbook::sync
