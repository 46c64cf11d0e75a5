#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pairbook/sync/invitation.hpp"

namespace pairbook::app {

/// An invitation that this book made and that nobody was let in with yet.
struct OpenInvitation {
  sync::Invitation invitation;
  std::string whom;  // for our own eyes
  bool operator==(const OpenInvitation&) const = default;
};

/// The book is one that asked to be let in somewhere, and under which name.
struct Joining {
  sync::Invitation invitation;
  std::string name;
  bool operator==(const Joining&) const = default;
};

inline constexpr const char* invitations_record = "sync/invitations";
inline constexpr const char* joining_record = "sync/joining";
inline constexpr std::size_t most_invitations = 256;

[[nodiscard]] base::Bytes encode(const std::vector<OpenInvitation>& invitations);
/// Errors: corrupt, unsupported_version, too_large.
[[nodiscard]] base::Result<std::vector<OpenInvitation>> decode_invitations(
    base::BytesView bytes);
[[nodiscard]] base::Bytes encode(const Joining& joining);
/// Errors: corrupt, unsupported_version.
[[nodiscard]] base::Result<Joining> decode_joining(base::BytesView bytes);

}  // namespace pairbook::app
