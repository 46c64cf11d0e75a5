#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "pairbook/base/random.hpp"
#include "pairbook/base/time.hpp"
#include "pairbook/sync/admission.hpp"
#include "pairbook/vault/keyring.hpp"

namespace pairbook::sync {

/// The first half of the hash of a person's key: enough to know them again.
using Fingerprint = std::array<std::byte, 16>;
[[nodiscard]] Fingerprint fingerprint_of(const crypto::PublicKey& person);

/// What two people read to each other to be sure of a key: "05132 91827 …", six groups of five
/// digits.
///
/// Cost to forge: about 2^99 keys have to be tried for another one with the same number.
[[nodiscard]] std::string safety_number(const crypto::PublicKey& person);

/// Whoever holds it may ask to be let into a space; a person there decides.
///
/// Source: docs/formats/invitation.md
struct Invitation {
  std::array<std::byte, 16> secret{};
  Fingerprint inviter{};
  Part part = Part::works_along;
  base::Instant expires;
  std::string relay;  // RelayAddress::origin
  bool operator==(const Invitation&) const = default;

  [[nodiscard]] InvitationId id() const;
  /// The place at a relay where those who have it meet. Whoever has it can make it.
  [[nodiscard]] vault::SpaceKeys lobby() const;
};

inline constexpr std::size_t max_relay = 300;
/// Longer is no invitation.
inline constexpr std::size_t max_invitation_text = 700;

[[nodiscard]] base::Bytes encode(const Invitation& invitation);
/// Errors: corrupt, unsupported_version.
[[nodiscard]] base::Result<Invitation> decode_invitation(base::BytesView bytes);

/// "https://relay.example/#/join/…": to be sent to one person. The part after # never reaches a
/// server.
[[nodiscard]] std::string link_of(const Invitation& invitation);
/// From a link, or only what comes after "/join/", with blanks and line ends anywhere.
///
/// Errors: invalid_input for what is no link of that kind; corrupt when some of it is missing
///         or mistyped; unsupported_version.
[[nodiscard]] base::Result<Invitation> read_link(std::string_view text);

}  // namespace pairbook::sync
