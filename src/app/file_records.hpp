#pragma once

#include <optional>
#include <vector>

#include "pairbook/app/keeper.hpp"
#include "pairbook/crypto/sign.hpp"
#include "pairbook/ledger/version_vector.hpp"

namespace pairbook::app {

// Two sealed records that the keeper puts beside the history.

/// The file in which a device writes. It counts only while that device is the keyring's.
struct Home {
  ledger::DeviceId device;
  FilePlace place{};
  bool operator==(const Home&) const = default;
};
inline constexpr const char* home_record = "book/home";
[[nodiscard]] base::Bytes encode(const Home& home);
/// Errors: corrupt, unsupported_version.
[[nodiscard]] base::Result<Home> decode_home(base::BytesView bytes);

/// Public keys of devices that this book was before: their signatures can be checked as long
/// as the history is there. Ascending.
using FormerDevices = std::vector<crypto::PublicKey>;
inline constexpr const char* devices_record = "book/devices";
inline constexpr std::size_t most_former_devices = 4096;
[[nodiscard]] base::Bytes encode(const FormerDevices& devices);
/// Errors: corrupt, unsupported_version, too_large.
[[nodiscard]] base::Result<FormerDevices> decode_devices(base::BytesView bytes);

}  // namespace pairbook::app
