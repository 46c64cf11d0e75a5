// progress := version:u8=1 next:varint in 1..2^53-1 chain[32] sent:varint
//
// Record: "sync/" and the first 32 hex digits of BLAKE2b-256("pairbook/v1/sync/relay" space[16]
// origin).
#include "pairbook/sync/progress.hpp"

#include "pairbook/crypto/hash.hpp"
#include "pairbook/wire/limits.hpp"
#include "pairbook/wire/statement.hpp"

namespace pairbook::sync {

using base::Errc;

Progress Progress::none(const ledger::SpaceId& space) {
  return {{1, crypto::hash(wire::first_link_statement({space.bytes}))}, 0};
}

std::string progress_record(const ledger::SpaceId& space, std::string_view origin) {
  const crypto::Digest hash = crypto::hash(
      {base::bytes_of("pairbook/v1/sync/relay"), space.bytes, base::bytes_of(origin)});
  return "sync/" + base::to_hex(base::BytesView(hash).first(16));
}

base::Bytes encode(const Progress& progress) {
  base::ByteWriter out;
  out.u8(1);
  out.varint(progress.head.next);
  out.raw(progress.head.chain);
  out.varint(progress.sent);
  return out.take();
}

base::Result<Progress> decode_progress(base::BytesView bytes) {
  base::ByteReader in(bytes);
  const std::uint8_t version = in.u8();
  if (in.ok() && version != 1) {
    in.refuse(version > 1 ? Errc::unsupported_version : Errc::corrupt, "version of a progress");
  }
  Progress out;
  out.head.next = in.varint();
  if (in.ok() && (out.head.next == 0 || out.head.next > wire::max_number)) {
    in.refuse(Errc::corrupt, "no such sequence");
  }
  out.head.chain = in.fixed<32>();
  out.sent = in.varint();
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return out;
}

}  // namespace pairbook::sync
