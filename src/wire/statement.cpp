// create  := "pairbook/v1/relay/create" challenge doors
// prove   := "pairbook/v1/relay/prove" challenge place[16] door:u8 key[32]
// rotate  := "pairbook/v1/relay/rotate" origin:text place[16] number expected doors entries
// challenge := origin:text relay-nonce[32] client-nonce[32]
// id      := "pairbook/v1/space-id" admin[32]        as vault/keyring names a space
// chain   := "pairbook/v1/relay/chain" place[16]
// link    := "pairbook/v1/relay/link" before[32] sequence:u64 kind:u8 id[16] hash-of-sealed[32]
//
// doors and entries as in frame_parts.cpp; number and expected are varints.
#include "pairbook/wire/statement.hpp"

#include "wire/frame_parts.hpp"

namespace pairbook::wire {

using base::ByteWriter;

namespace {

ByteWriter labelled(std::string_view label) {
  ByteWriter out;
  out.raw(base::bytes_of(label));
  return out;
}

void write(ByteWriter& out, const Challenge& challenge) {
  out.text(challenge.origin);
  out.raw(challenge.relay);
  out.raw(challenge.client);
}

}  // namespace

base::Bytes create_statement(const Challenge& challenge, const Doors& doors) {
  ByteWriter out = labelled("pairbook/v1/relay/create");
  write(out, challenge);
  write(out, doors);
  return out.take();
}

base::Bytes prove_statement(const Challenge& challenge, const Prove& proof) {
  ByteWriter out = labelled("pairbook/v1/relay/prove");
  write(out, challenge);
  out.raw(proof.place.bytes);
  out.u8(static_cast<std::uint8_t>(proof.door));
  out.raw(proof.key);
  return out.take();
}

base::Bytes rotate_statement(std::string_view origin, const Rotate& rotate) {
  ByteWriter out = labelled("pairbook/v1/relay/rotate");
  out.text(origin);
  out.raw(rotate.place.bytes);
  out.varint(rotate.number);
  out.varint(rotate.expected);
  write(out, rotate.doors);
  write(out, rotate.entries);
  return out.take();
}

base::Bytes place_statement(const PublicKey& admin) {
  ByteWriter out = labelled("pairbook/v1/space-id");
  out.raw(admin);
  return out.take();
}

base::Bytes first_link_statement(const PlaceId& place) {
  ByteWriter out = labelled("pairbook/v1/relay/chain");
  out.raw(place.bytes);
  return out.take();
}

base::Bytes link_statement(const Digest& before, std::uint64_t sequence, EntryKind kind,
                           const EntryId& id, const Digest& hash_of_sealed) {
  ByteWriter out = labelled("pairbook/v1/relay/link");
  out.raw(before);
  out.u64(sequence);
  out.u8(static_cast<std::uint8_t>(kind));
  out.raw(id.bytes);
  out.raw(hash_of_sealed);
  return out.take();
}

}  // namespace pairbook::wire
