// invitation := version:u8=1 secret[16] inviter[16] part:u8 in 1..2 expires:varint
// relay:text<=300 sum[4]
//
// expires: seconds since 1970. sum: the first four bytes of
// BLAKE2b-256("pairbook/v1/invitation" all before it); it is there to notice mistyping. As
// text: base64url without "=".
#include "pairbook/sync/invitation.hpp"

#include <algorithm>

#include "pairbook/crypto/base64url.hpp"
#include "pairbook/crypto/hash.hpp"
#include "pairbook/sync/relay_address.hpp"
#include "sync/version.hpp"

namespace pairbook::sync {

using base::Bytes;
using base::BytesView;
using base::Errc;

namespace {

constexpr std::string_view marker = "/join/";
constexpr std::size_t sum_size = 4;
constexpr std::uint64_t latest = 1ULL << 40;  // seconds: far enough

crypto::Digest sum_of(BytesView bytes) {
  return crypto::hash({base::bytes_of("pairbook/v1/invitation"), bytes});
}

crypto::Key lobby_key(const Invitation& invitation, std::string_view label) {
  crypto::Digest wide =
      crypto::hash({base::bytes_of("pairbook/v1/invitation/secret"), invitation.secret});
  const auto key = crypto::Key::from(wide);
  crypto::wipe(wide);
  return crypto::derive(*key, label);
}

}  // namespace

Fingerprint fingerprint_of(const crypto::PublicKey& person) {
  const crypto::Digest hash =
      crypto::hash({base::bytes_of("pairbook/v1/person/fingerprint"), person.bytes});
  Fingerprint out{};
  std::copy_n(hash.begin(), out.size(), out.begin());
  return out;
}

std::string safety_number(const crypto::PublicKey& person) {
  constexpr std::size_t groups = 6, bytes_a_group = 5;
  const crypto::Digest hash =
      crypto::hash({base::bytes_of("pairbook/v1/person/safety-number"), person.bytes});
  std::string out;
  for (std::size_t group = 0; group < groups; ++group) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < bytes_a_group; ++i)
      number = number << 8U | std::to_integer<std::uint64_t>(hash[group * bytes_a_group + i]);
    std::string digits = std::to_string(number % 100'000);
    digits.insert(0, 5 - digits.size(), '0');
    out += (group == 0 ? "" : " ") + digits;
  }
  return out;
}

InvitationId Invitation::id() const {
  const crypto::Digest hash =
      crypto::hash({base::bytes_of("pairbook/v1/invitation/id"), secret});
  InvitationId id;
  std::copy_n(hash.begin(), id.bytes.size(), id.bytes.begin());
  return id;
}

vault::SpaceKeys Invitation::lobby() const {
  return vault::SpaceKeys::of(vault::SpaceKind::pair,
                              lobby_key(*this, "pairbook/v1/invitation/admin"),
                              {1, lobby_key(*this, "pairbook/v1/invitation/key")});
}

Bytes encode(const Invitation& invitation) {
  base::ByteWriter out;
  out.u8(1);
  out.raw(invitation.secret);
  out.raw(invitation.inviter);
  out.u8(static_cast<std::uint8_t>(invitation.part));
  out.varint(static_cast<std::uint64_t>(std::max<std::int64_t>(invitation.expires.ms, 0)) /
             1000);
  out.text(invitation.relay);
  out.raw(BytesView(sum_of(out.view())).first(sum_size));
  return out.take();
}

base::Result<Invitation> decode_invitation(BytesView bytes) {
  base::ByteReader in(bytes);
  read_version(in);
  Invitation out;
  out.secret = in.fixed<16>();
  out.inviter = in.fixed<16>();
  const std::uint8_t part = in.u8();
  if (in.ok() && (part < 1 || part > 2)) in.refuse(Errc::corrupt, "part");
  out.part = static_cast<Part>(part);
  const std::uint64_t seconds = in.varint();
  if (in.ok() && seconds > latest) in.refuse(Errc::corrupt, "expires");
  out.expires.ms = static_cast<std::int64_t>(seconds) * 1000;
  out.relay = in.text(max_relay);
  const std::size_t summed = in.position();
  const auto sum = in.fixed<sum_size>();
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  const auto address = RelayAddress::parse(out.relay);
  if (!address || address->origin != out.relay)
    return base::fail(Errc::corrupt, "invitation", "no address of a relay");
  if (!std::ranges::equal(sum, BytesView(sum_of(bytes.first(summed))).first(sum_size)))
    return base::fail(Errc::corrupt, "invitation", "mistyped");
  return out;
}

std::string link_of(const Invitation& invitation) {
  std::string site = invitation.relay;
  site.replace(0, 2, "http");  // ws:// and wss://
  return site + "/#" + std::string(marker) + crypto::to_base64url(encode(invitation));
}

base::Result<Invitation> read_link(std::string_view text) {
  if (text.size() > max_invitation_text)
    return base::fail(Errc::invalid_input, "invitation", "too long");
  const auto at = text.find(marker);
  const bool is_link = at != std::string_view::npos;
  if (is_link) text.remove_prefix(at + marker.size());
  const auto bytes = crypto::from_base64url(text);
  if (!is_link && (!bytes || bytes->size() < 32))
    return base::fail(Errc::invalid_input, "invitation", "no link of that kind");
  if (!bytes) return base::fail(Errc::corrupt, "invitation", "mistyped");
  return decode_invitation(*bytes);
}

}  // namespace pairbook::sync
