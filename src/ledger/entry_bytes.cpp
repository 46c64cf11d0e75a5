// body     := version:u8=1 space[16] epoch:u32 device[16] seq:varint>=1 previous[32]
//             ms[6] counter:u16 schema:u16 change[16] context head ops
// context  := count:varint<=1024 { device[16] seq:varint>=1 }     devices ascending, not the
// own head     := 0:u8 | 1:u8 sequence:varint chain[32] ops      := count:varint in 1..4096 {
// kind:varint<2^32 critical:u8 in 0..1 payload:blob }
//
// Integers little-endian, varint and blob as in base/bytes.hpp. `previous` is zero exactly when
// seq is 1. A body is at most 60 KiB.
#include <array>

#include "pairbook/ledger/entry.hpp"

namespace pairbook::ledger {

using base::ByteReader;
using base::ByteWriter;
using base::Errc;

namespace {

constexpr std::uint8_t entry_version = 1;

void write_context(ByteWriter& out, const VersionVector& context) {
  out.varint(context.size());
  for (const Dot& dot : context.dots()) {
    out.raw(dot.device.bytes);
    out.varint(dot.seq);
  }
}

void read_context(ByteReader& in, Entry& entry) {
  const std::size_t count = in.count(max_context);
  DeviceId last;
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    const Dot dot{{in.fixed<16>()}, in.varint()};
    if (dot.seq == 0) in.refuse(Errc::corrupt, "a device seen nothing of");
    if (i > 0 && dot.device <= last) in.refuse(Errc::corrupt, "devices not ascending");
    if (dot.device == entry.device) in.refuse(Errc::corrupt, "own device in the context");
    if (in.ok()) entry.context.raise(dot);
    last = dot.device;
  }
}

void read_head(ByteReader& in, Entry& entry) {
  const std::uint8_t present = in.u8();
  if (present > 1) in.refuse(Errc::corrupt, "neither with nor without a head");
  if (present != 1) return;
  SeenHead head;
  head.sequence = in.varint();
  head.chain = in.fixed<32>();
  entry.seen_head = head;
}

void read_ops(ByteReader& in, Entry& entry) {
  const std::size_t count = in.count(max_ops);
  if (count == 0) in.refuse(Errc::corrupt, "an entry without ops");
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    OpBytes op;
    const std::uint64_t kind = in.varint();
    if (kind > 0xFFFF'FFFFU) in.refuse(Errc::corrupt, "kind over 32 bits");
    op.kind = static_cast<std::uint32_t>(kind);
    const std::uint8_t critical = in.u8();
    if (critical > 1) in.refuse(Errc::corrupt, "neither critical nor not");
    op.critical = critical == 1;
    const base::BytesView payload = in.blob(max_entry_body);
    op.payload.assign(payload.begin(), payload.end());
    if (in.ok()) entry.ops.push_back(std::move(op));
  }
}

}  // namespace

base::Bytes encode(const Entry& entry) {
  ByteWriter out;
  out.u8(entry_version);
  out.raw(entry.space.bytes);
  out.u32(entry.epoch);
  out.raw(entry.device.bytes);
  out.varint(entry.seq);
  out.raw(entry.previous);
  for (unsigned i = 0; i < 6; ++i) out.u8(static_cast<std::uint8_t>(entry.clock.ms >> (8 * i)));
  out.u16(entry.clock.counter);
  out.u16(entry.schema);
  out.raw(entry.change.bytes);
  write_context(out, entry.context);
  out.u8(entry.seen_head ? 1 : 0);
  if (entry.seen_head) {
    out.varint(entry.seen_head->sequence);
    out.raw(entry.seen_head->chain);
  }
  out.varint(entry.ops.size());
  for (const OpBytes& op : entry.ops) {
    out.varint(op.kind);
    out.u8(op.critical ? 1 : 0);
    out.blob(op.payload);
  }
  return out.take();
}

base::Result<Entry> decode_entry(base::BytesView body) {
  if (body.size() > max_entry_body) return base::fail(Errc::too_large, "entry", "over 60 KiB");
  ByteReader in(body);
  const std::uint8_t version = in.u8();
  if (in.ok() && version != entry_version) {
    const bool newer = version > entry_version;
    in.refuse(newer ? Errc::unsupported_version : Errc::corrupt, "version of an entry");
  }
  Entry entry;
  entry.space.bytes = in.fixed<16>();
  entry.epoch = in.u32();
  entry.device.bytes = in.fixed<16>();
  entry.seq = in.varint();
  entry.previous = in.fixed<32>();
  if (in.ok() && (entry.seq == 0 || (entry.seq == 1) != (entry.previous == crypto::Digest{}))) {
    in.refuse(Errc::corrupt, "a broken chain");
  }
  const auto ms = in.fixed<6>();
  for (unsigned i = 0; i < 6; ++i) {
    entry.clock.ms |= std::to_integer<std::uint64_t>(ms[i]) << (8 * i);
  }
  entry.clock.counter = in.u16();
  entry.schema = in.u16();
  entry.change.bytes = in.fixed<16>();
  read_context(in, entry);
  read_head(in, entry);
  read_ops(in, entry);
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return entry;
}

crypto::Digest hash_of(const Entry& entry) {
  return crypto::hash(encode(entry));
}

}  // namespace pairbook::ledger
