// manifest := version:u8=1 generation:u64 rows:varint sum[64] header[32] previous[32]
//             next_position:u64 count:varint<=4096 { space[16] device[16] seq:varint>=1
//             hash[32] }
//
// Spaces ascending. Sealed like a row, with the manifests' key; its row version is the
// generation.
#include "manifest.hpp"

namespace pairbook::vault {

using base::Errc;

std::string manifest_key(std::uint64_t generation) {
  return generation % 2 == 0 ? "head/manifest-a" : "head/manifest-b";
}

base::Bytes encode(const Manifest& manifest) {
  base::ByteWriter out;
  out.u8(1);
  out.u64(manifest.generation);
  out.varint(manifest.rows);
  for (const std::uint64_t lane : manifest.sum) out.u64(lane);
  out.raw(manifest.header);
  out.raw(manifest.previous);
  out.u64(manifest.next_position);
  out.varint(manifest.own.size());
  for (const OwnEnd& own : manifest.own) {
    out.raw(own.space.bytes);
    out.raw(own.end.dot.device.bytes);
    out.varint(own.end.dot.seq);
    out.raw(own.end.hash);
  }
  return out.take();
}

base::Result<Manifest> decode_manifest(base::BytesView bytes) {
  base::ByteReader in(bytes);
  const std::uint8_t version = in.u8();
  if (in.ok() && version != 1) {
    in.refuse(version > 1 ? Errc::unsupported_version : Errc::corrupt, "version of a manifest");
  }
  Manifest out;
  out.generation = in.u64();
  out.rows = in.varint();
  for (std::uint64_t& lane : out.sum) lane = in.u64();
  out.header = in.fixed<32>();
  out.previous = in.fixed<32>();
  out.next_position = in.u64();
  const std::size_t count = in.count(4096);
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    OwnEnd own;
    own.space.bytes = in.fixed<16>();
    own.end.dot.device.bytes = in.fixed<16>();
    own.end.dot.seq = in.varint();
    own.end.hash = in.fixed<32>();
    if (own.end.dot.seq == 0) in.refuse(Errc::corrupt, "an own entry with number 0");
    if (i > 0 && own.space <= out.own.back().space) {
      in.refuse(Errc::corrupt, "spaces not ascending");
    }
    if (in.ok()) out.own.push_back(own);
  }
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return out;
}

}  // namespace pairbook::vault
