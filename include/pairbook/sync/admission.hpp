#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pairbook/base/id.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/crypto/hash.hpp"
#include "pairbook/crypto/sign.hpp"
#include "pairbook/ledger/entry.hpp"

namespace pairbook::sync {

/// Names an invitation to those who are in; tells nothing of its secret.
using InvitationId = base::Id<struct InvitationTag>;

/// What a member may do.
enum class Part : std::uint8_t {
  works_along = 1,  // read and write everything
  leads = 2         // also let others in
};

/// How the one who let somebody in knew that it was them.
enum class Verified : std::uint8_t {
  by_link = 1,         // whoever had the link
  number_compared = 2  // they told each other the safety number
};

/// A member lets a person in.
///
/// Source: docs/formats/members.md
struct Admission {
  std::vector<crypto::Digest> past;  // latest entries about members that its author had seen
  crypto::PublicKey person;
  std::string name;
  Part part = Part::works_along;
  Verified verified = Verified::by_link;
  InvitationId invitation;
  bool operator==(const Admission&) const = default;
};

inline constexpr std::uint32_t admission_op = 0x4002;
/// What a person is called, in their own words.
inline constexpr std::uint32_t name_op = 0x4003;

inline constexpr std::size_t max_member_name = 200;  // bytes
inline constexpr std::size_t max_past = 64;

/// Fit for a member's name: something to see, on one line, not too long.
[[nodiscard]] bool is_member_name(std::string_view text);

[[nodiscard]] ledger::OpBytes to_op(const Admission& admission);
/// Errors: corrupt, unsupported_version, too_large.
[[nodiscard]] base::Result<Admission> decode_admission(base::BytesView payload);

[[nodiscard]] ledger::OpBytes to_name_op(std::string_view name);
/// Errors: as decode_admission().
[[nodiscard]] base::Result<std::string> decode_name(base::BytesView payload);

}  // namespace pairbook::sync
