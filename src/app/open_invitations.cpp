// sync/invitations := version:u8=1 count:varint<=256 { invitation:blob<=512 whom:text<=200 }
// sync/joining     := version:u8=1 invitation:blob<=512 name:text<=200
//
// invitation: docs/formats/invitation.md
#include "pairbook/app/open_invitations.hpp"

namespace pairbook::app {

namespace {

constexpr std::size_t max_invitation = 512;

sync::Invitation read_invitation(base::ByteReader& in) {
  const auto invitation = sync::decode_invitation(in.blob(max_invitation));
  if (invitation) return *invitation;
  if (in.ok()) in.refuse(invitation.error().code, "invitation");
  return {};
}

std::string read_name(base::ByteReader& in) {
  std::string name = in.text(sync::max_member_name);
  if (in.ok() && !sync::is_member_name(name)) in.refuse(base::Errc::corrupt, "name");
  return name;
}

void read_version(base::ByteReader& in) {
  const std::uint8_t version = in.u8();
  if (in.ok() && version != 1)
    in.refuse(version > 1 ? base::Errc::unsupported_version : base::Errc::corrupt, "version");
}

}  // namespace

base::Bytes encode(const std::vector<OpenInvitation>& invitations) {
  base::ByteWriter out;
  out.u8(1);
  out.varint(invitations.size());
  for (const OpenInvitation& one : invitations) {
    out.blob(encode(one.invitation));
    out.text(one.whom);
  }
  return out.take();
}

base::Result<std::vector<OpenInvitation>> decode_invitations(base::BytesView bytes) {
  base::ByteReader in(bytes);
  read_version(in);
  std::vector<OpenInvitation> out;
  const std::size_t count = in.count(most_invitations);
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    OpenInvitation one;
    one.invitation = read_invitation(in);
    one.whom = read_name(in);
    out.push_back(std::move(one));
  }
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return out;
}

base::Bytes encode(const Joining& joining) {
  base::ByteWriter out;
  out.u8(1);
  out.blob(encode(joining.invitation));
  out.text(joining.name);
  return out.take();
}

base::Result<Joining> decode_joining(base::BytesView bytes) {
  base::ByteReader in(bytes);
  read_version(in);
  Joining out;
  out.invitation = read_invitation(in);
  out.name = read_name(in);
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return out;
}

}  // namespace pairbook::app
