// log row   := space[16] count:varint>=1 { entry:blob<=64Ki }          entries as in entry.md
// record    := name:text<=128 bytes:blob
// snapshot  := version:u8=1 covers state:blob<=256Mi
//            | version:u8=2 covers series:u64 parts:varint in 1..1024 bytes:varint<=256Mi
// covers    := space[16] position:u64 ms[6] counter:u16
//              count:varint<=4096 { device[16] seq:varint>=1 hash[32] }
// part      := series:u64 state[1..256Ki]
//
// Devices ascending. A snapshot is the record "vault/snapshot/<space in hex>", its parts the
// records "vault/snapshot/<space in hex>/<number>" from 0 on, the keyring (keyring.cpp) the two
// records "vault/keyring" and "vault/keyring-copy".
#include "contents.hpp"

#include "pairbook/base/text.hpp"

namespace pairbook::vault {

using base::ByteReader;
using base::Bytes;
using base::BytesView;
using base::ByteWriter;
using base::Errc;

Bytes encode(const LogRow& row) {
  ByteWriter out;
  out.raw(row.space.bytes);
  out.varint(row.entries.size());
  for (const Bytes& entry : row.entries) out.blob(entry);
  return out.take();
}

base::Result<LogRow> decode_log_row(BytesView plain, std::uint64_t position) {
  ByteReader in(plain);
  LogRow row{position, {in.fixed<16>()}, {}};
  const std::size_t count = in.count(plain.size());
  if (count == 0) in.refuse(Errc::corrupt, "a log row without entries");
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    const BytesView entry = in.blob(64 * 1024);
    if (in.ok()) row.entries.emplace_back(entry.begin(), entry.end());
  }
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return row;
}

std::string snapshot_name(const ledger::SpaceId& space) {
  return "vault/snapshot/" + space.hex();
}

Bytes encode(const Record& record) {
  ByteWriter out;
  out.text(record.name);
  out.blob(record.bytes);
  return out.take();
}

base::Result<Record> decode_record(BytesView plain) {
  ByteReader in(plain);
  Record record;
  record.name = in.text(max_record_name);
  const BytesView bytes = in.blob(max_row);
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  record.bytes.assign(bytes.begin(), bytes.end());
  return record;
}

Bytes encode(const StoredSnapshot& stored) {
  const ledger::Summary& summary = stored.snapshot.summary;
  ByteWriter out;
  out.u8(stored.parts ? 2 : 1);
  out.raw(stored.snapshot.space.bytes);
  out.u64(stored.position);
  for (unsigned i = 0; i < 6; ++i) {
    out.u8(static_cast<std::uint8_t>(summary.clock.ms >> (8 * i)));
  }
  out.u16(summary.clock.counter);
  out.varint(summary.ends.size());
  for (const ledger::ChainEnd& end : summary.ends) {
    out.raw(end.dot.device.bytes);
    out.varint(end.dot.seq);
    out.raw(end.hash);
  }
  if (stored.parts) {
    out.u64(stored.parts->series);
    out.varint(stored.parts->count);
    out.varint(stored.parts->bytes);
  } else {
    out.blob(stored.snapshot.state);
  }
  return out.take();
}

base::Result<StoredSnapshot> decode_snapshot(BytesView bytes) {
  ByteReader in(bytes);
  const std::uint8_t version = in.u8();
  if (in.ok() && version != 1 && version != 2) {
    in.refuse(version > 2 ? Errc::unsupported_version : Errc::corrupt, "version of a snapshot");
  }
  StoredSnapshot out;
  ledger::Summary& summary = out.snapshot.summary;
  out.snapshot.space.bytes = in.fixed<16>();
  out.position = in.u64();
  const auto ms = in.fixed<6>();
  for (unsigned i = 0; i < 6; ++i) {
    summary.clock.ms |= std::to_integer<std::uint64_t>(ms[i]) << (8 * i);
  }
  summary.clock.counter = in.u16();
  const std::size_t count = in.count(4096);
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    ledger::ChainEnd end;
    end.dot.device.bytes = in.fixed<16>();
    end.dot.seq = in.varint();
    end.hash = in.fixed<32>();
    if (end.dot.seq == 0) in.refuse(Errc::corrupt, "a device seen nothing of");
    if (i > 0 && end.dot.device <= summary.ends.back().dot.device) {
      in.refuse(Errc::corrupt, "devices not ascending");
    }
    if (in.ok()) summary.ends.push_back(end);
  }
  if (version == 2) {
    const Parts parts{in.u64(), in.count(max_parts), in.count(max_row)};
    if (parts.count == 0) in.refuse(Errc::corrupt, "a state in no parts");
    out.parts = parts;
    if (const auto done = in.finish(); !done) return base::pass_on(done);
    return out;
  }
  const BytesView state = in.blob(max_row);
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  out.snapshot.state.assign(state.begin(), state.end());
  return out;
}

std::string part_name(const ledger::SpaceId& space, std::size_t number) {
  return snapshot_name(space) + "/" + base::to_text(static_cast<long long>(number));
}

Bytes encode(const StatePart& part) {
  ByteWriter out;
  out.u64(part.series);
  out.raw(part.bytes);
  return out.take();
}

base::Result<StatePart> decode_part(BytesView bytes) {
  constexpr std::size_t head = 8;
  ByteReader in(bytes);
  const std::uint64_t series = in.u64();
  if (bytes.size() <= head || bytes.size() > head + part_size) {
    return base::fail(Errc::corrupt, "snapshot", "size of a part");
  }
  return StatePart{series, bytes.subspan(head)};
}

}  // namespace pairbook::vault
