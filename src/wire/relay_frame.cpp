// welcome  := 41  nonce[32] time-ms:u64 limits relay:text<=200
// limits   := place-bytes places hello-seconds retention-days gone-days        each a number
// place    := 42  place scope:u8 in 0..2 number:number>=1 first:number>=1 head bytes:number
// appended := 43  place count:varint in 1..64 { sequence:number>=1 known:u8 in 0..1 } head
// chunk    := 44  place next:number>=1 chain[32] head placed
// placed   := count:varint<=1024 { sequence:number>=1 entry }    ascending, each below next
// event    := 45  as chunk
// done     := 46
// lagging  := 47  place next:number>=1
// changed  := 48  place number:number>=1 scope:u8 in 0..2
// refused  := 49  code:u16 in 1..19 retry-ms:number hint:text<=200
//
// The byte is the frame's type; head and parts in frame_parts.cpp. In a chunk, next <=
// head.next.
#include "pairbook/wire/limits.hpp"
#include "wire/frame_parts.hpp"

namespace pairbook::wire {

using base::ByteReader;
using base::ByteWriter;
using base::Errc;

namespace {

struct Writer {
  ByteWriter out;
  std::uint32_t request;

  void operator()(const Welcome& frame) {
    write_head(out, Type::welcome, request);
    out.raw(frame.nonce);
    out.u64(frame.time_ms);
    const RelayLimits& limits = frame.limits;
    for (const std::uint64_t limit : {limits.place_bytes, limits.places, limits.hello_seconds,
                                      limits.retention_days, limits.gone_days}) {
      out.varint(limit);
    }
    out.text(frame.relay);
  }
  void operator()(const Place& frame) {
    write_head(out, Type::place, request);
    out.raw(frame.place.bytes);
    out.u8(static_cast<std::uint8_t>(frame.scope));
    out.varint(frame.number);
    out.varint(frame.first);
    write(out, frame.head);
    out.varint(frame.bytes);
  }
  void operator()(const Appended& frame) {
    write_head(out, Type::appended, request);
    out.raw(frame.place.bytes);
    out.varint(frame.entries.size());
    for (const Stored& stored : frame.entries) {
      out.varint(stored.sequence);
      out.u8(stored.known ? 1 : 0);
    }
    write(out, frame.head);
  }
  void operator()(const Chunk& frame) { write_chunk(Type::chunk, frame); }
  void operator()(const Event& frame) { write_chunk(Type::event, frame.chunk); }
  void operator()(const Done&) { write_head(out, Type::done, request); }
  void operator()(const Lagging& frame) {
    write_head(out, Type::lagging, request);
    out.raw(frame.place.bytes);
    out.varint(frame.next);
  }
  void operator()(const Changed& frame) {
    write_head(out, Type::changed, request);
    out.raw(frame.place.bytes);
    out.varint(frame.number);
    out.u8(static_cast<std::uint8_t>(frame.scope));
  }
  void operator()(const Refused& frame) {
    write_head(out, Type::refused, request);
    out.u16(static_cast<std::uint16_t>(frame.code));
    out.varint(frame.retry_ms);
    out.text(frame.hint);
  }

  void write_chunk(Type type, const Chunk& chunk) {
    write_head(out, type, request);
    out.raw(chunk.place.bytes);
    out.varint(chunk.next);
    out.raw(chunk.chain);
    write(out, chunk.head);
    out.varint(chunk.entries.size());
    for (const PlacedEntry& placed : chunk.entries) {
      out.varint(placed.sequence);
      write(out, placed.entry);
    }
  }
};

Welcome read_welcome(ByteReader& in) {
  Welcome frame;
  frame.nonce = in.fixed<32>();
  frame.time_ms = in.u64();
  RelayLimits& limits = frame.limits;
  for (std::uint64_t* limit : {&limits.place_bytes, &limits.places, &limits.hello_seconds,
                               &limits.retention_days, &limits.gone_days}) {
    *limit = read_number(in);
  }
  frame.relay = in.text(max_text);
  return frame;
}

Place read_place_frame(ByteReader& in) {
  Place frame;
  frame.place = read_place(in);
  frame.scope = read_choice<Scope>(in, 0, 2);
  frame.number = read_number(in, 1);
  frame.first = read_number(in, 1);
  frame.head = read_end(in);
  frame.bytes = read_number(in);
  return frame;
}

Appended read_appended(ByteReader& in) {
  Appended frame;
  frame.place = read_place(in);
  const std::size_t count = in.count(max_append_entries);
  if (count == 0) in.refuse(Errc::corrupt, "nothing was stored");
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    const std::uint64_t sequence = read_number(in, 1);
    frame.entries.push_back({sequence, read_choice<std::uint8_t>(in, 0, 1) == 1});
  }
  frame.head = read_end(in);
  return frame;
}

Chunk read_chunk(ByteReader& in) {
  Chunk chunk;
  chunk.place = read_place(in);
  chunk.next = read_number(in, 1);
  chunk.chain = in.fixed<32>();
  chunk.head = read_end(in);
  if (chunk.next > chunk.head.next) in.refuse(Errc::corrupt, "goes on beyond the end");
  const std::size_t count = in.count(max_chunk_entries);
  std::uint64_t last = 0;
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    const std::uint64_t sequence = read_number(in, last + 1);
    if (sequence >= chunk.next) in.refuse(Errc::corrupt, "an entry beyond where to go on");
    NewEntry entry = read_entry(in);
    if (in.ok()) chunk.entries.push_back({sequence, std::move(entry)});
    last = sequence;
  }
  return chunk;
}

Lagging read_lagging(ByteReader& in) {
  const PlaceId place = read_place(in);
  return {place, read_number(in, 1)};
}

Changed read_changed(ByteReader& in) {
  Changed frame;
  frame.place = read_place(in);
  frame.number = read_number(in, 1);
  frame.scope = read_choice<Scope>(in, 0, 2);
  return frame;
}

Refused read_refused(ByteReader& in) {
  Refused frame;
  const auto code = error_code(in.u16());
  if (!code) in.refuse(Errc::corrupt, "no such error");
  frame.code = code.value_or(ErrorCode::malformed);
  frame.retry_ms = read_number(in);
  frame.hint = in.text(max_text);
  return frame;
}

FromRelay read_body(ByteReader& in, std::uint8_t type) {
  switch (static_cast<Type>(type)) {
    case Type::welcome:
      return read_welcome(in);
    case Type::place:
      return read_place_frame(in);
    case Type::appended:
      return read_appended(in);
    case Type::chunk:
      return read_chunk(in);
    case Type::event:
      return Event{read_chunk(in)};
    case Type::done:
      return Done{};
    case Type::lagging:
      return read_lagging(in);
    case Type::changed:
      return read_changed(in);
    case Type::refused:
      return read_refused(in);
    default:
      in.refuse(Errc::unsupported_version, "a frame no relay of this version sends");
      return Done{};
  }
}

}  // namespace

base::Bytes encode(const RelayFrame& frame) {
  Writer writer{.out = {}, .request = frame.request};
  std::visit(writer, frame.body);
  return writer.out.take();
}

base::Result<RelayFrame> decode_from_relay(base::BytesView bytes) {
  ByteReader in(bytes);
  const FrameHead head = read_head(in, bytes.size());
  if (const auto none = in.ok() ? base::Done{} : in.finish(); !none) return base::pass_on(none);
  RelayFrame frame{head.request, read_body(in, head.type)};
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return frame;
}

}  // namespace pairbook::wire
