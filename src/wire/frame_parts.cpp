// frame   := version:u8=1 type:u8 request:u32 body        at most 256 KiB
// place   := [16]
// doors   := admin[32] read[32] write[32]
// head    := next:number>=1 chain[32]
// entries := count:varint<=64 { entry }                   sealed forms together <= 192 KiB
// entry   := kind:u8 in 0..2 id[16] sealed:blob in 1..65536
// number  := varint < 2^53
//
// Integers little-endian, varint and blob as in base/bytes.hpp. There is one way to write a
// frame; anything else is refused, also bytes left over.
#include "wire/frame_parts.hpp"

#include "pairbook/wire/limits.hpp"

namespace pairbook::wire {

using base::ByteReader;
using base::ByteWriter;
using base::Errc;

void write_head(ByteWriter& out, Type type, std::uint32_t request) {
  out.u8(version);
  out.u8(static_cast<std::uint8_t>(type));
  out.u32(request);
}

FrameHead read_head(ByteReader& in, std::size_t size) {
  if (size > max_frame) in.refuse(Errc::too_large, "a frame over 256 KiB");
  const std::uint8_t spoken = in.u8();
  if (in.ok() && spoken != version) {
    in.refuse(spoken > version ? Errc::unsupported_version : Errc::corrupt,
              "version of a frame");
  }
  FrameHead head;
  head.type = in.u8();
  head.request = in.u32();
  return head;
}

std::uint64_t read_number(ByteReader& in, std::uint64_t least) {
  const std::uint64_t value = in.varint();
  if (value > max_number) in.refuse(Errc::too_large, "a number of 2^53 or more");
  if (value < least) in.refuse(Errc::corrupt, "a number too small");
  return in.ok() ? value : least;
}

PlaceId read_place(ByteReader& in) {
  return {in.fixed<16>()};
}

void write(ByteWriter& out, const Doors& doors) {
  out.raw(doors.admin);
  out.raw(doors.read);
  out.raw(doors.write);
}

Doors read_doors(ByteReader& in) {
  Doors doors;
  doors.admin = in.fixed<32>();
  doors.read = in.fixed<32>();
  doors.write = in.fixed<32>();
  return doors;
}

void write(ByteWriter& out, const Head& head) {
  out.varint(head.next);
  out.raw(head.chain);
}

Head read_end(ByteReader& in) {
  Head head;
  head.next = read_number(in, 1);
  head.chain = in.fixed<32>();
  return head;
}

void write(ByteWriter& out, const NewEntry& entry) {
  out.u8(static_cast<std::uint8_t>(entry.kind));
  out.raw(entry.id.bytes);
  out.blob(entry.sealed);
}

NewEntry read_entry(ByteReader& in) {
  NewEntry entry;
  entry.kind = read_choice<EntryKind>(in, 0, 2);
  entry.id.bytes = in.fixed<16>();
  const base::BytesView sealed = in.blob(max_entry);
  if (sealed.empty()) in.refuse(Errc::corrupt, "an empty entry");
  entry.sealed.assign(sealed.begin(), sealed.end());
  return entry;
}

void write(ByteWriter& out, const std::vector<NewEntry>& entries) {
  out.varint(entries.size());
  for (const NewEntry& entry : entries) write(out, entry);
}

std::vector<NewEntry> read_entries(ByteReader& in, std::size_t least) {
  const std::size_t count = in.count(max_append_entries);
  if (count < least) in.refuse(Errc::corrupt, "no entries");
  std::vector<NewEntry> entries;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    NewEntry entry = read_entry(in);
    bytes += entry.sealed.size();
    if (bytes > max_append_bytes) in.refuse(Errc::too_large, "entries over 192 KiB");
    if (in.ok()) entries.push_back(std::move(entry));
  }
  return entries;
}

bool may_be_skipped(base::BytesView frame) {
  return frame.size() >= 6 && frame.size() <= max_frame &&
         std::to_integer<unsigned>(frame[0]) == version &&
         std::to_integer<unsigned>(frame[1]) >= first_notice;
}

}  // namespace pairbook::wire
