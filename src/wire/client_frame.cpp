// hello       := 01  origin:text in 1..256 nonce[32]
// create      := 02  doors signature[64]
// prove       := 03  place door:u8 in 1..3 key[32] signature[64]
// append      := 04  place expected:number entries(1..)
// read        := 05  place from:number>=1
// subscribe   := 06  place from:number>=1
// unsubscribe := 07  place
// credit      := 08  bytes:number in 1..16 MiB
// rotate      := 09  place number:number>=2 expected:number>=1 doors entries(0..) signature[64]
// trim        := 0a  place below:number>=1
// delete      := 0b  place
//
// The byte is the frame's type; head and parts in frame_parts.cpp.
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

  void operator()(const Hello& frame) {
    write_head(out, Type::hello, request);
    out.text(frame.origin);
    out.raw(frame.nonce);
  }
  void operator()(const Create& frame) {
    write_head(out, Type::create, request);
    write(out, frame.doors);
    out.raw(frame.signature);
  }
  void operator()(const Prove& frame) {
    write_head(out, Type::prove, request);
    out.raw(frame.place.bytes);
    out.u8(static_cast<std::uint8_t>(frame.door));
    out.raw(frame.key);
    out.raw(frame.signature);
  }
  void operator()(const Append& frame) {
    write_head(out, Type::append, request);
    out.raw(frame.place.bytes);
    out.varint(frame.expected);
    write(out, frame.entries);
  }
  void operator()(const Read& frame) { place_and_number(Type::read, frame.place, frame.from); }
  void operator()(const Subscribe& frame) {
    place_and_number(Type::subscribe, frame.place, frame.from);
  }
  void operator()(const Unsubscribe& frame) { only_place(Type::unsubscribe, frame.place); }
  void operator()(const Credit& frame) {
    write_head(out, Type::credit, request);
    out.varint(frame.bytes);
  }
  void operator()(const Rotate& frame) {
    write_head(out, Type::rotate, request);
    out.raw(frame.place.bytes);
    out.varint(frame.number);
    out.varint(frame.expected);
    write(out, frame.doors);
    write(out, frame.entries);
    out.raw(frame.signature);
  }
  void operator()(const Trim& frame) { place_and_number(Type::trim, frame.place, frame.below); }
  void operator()(const Delete& frame) { only_place(Type::remove, frame.place); }

  void only_place(Type type, const PlaceId& place) {
    write_head(out, type, request);
    out.raw(place.bytes);
  }
  void place_and_number(Type type, const PlaceId& place, std::uint64_t number) {
    only_place(type, place);
    out.varint(number);
  }
};

Hello read_hello(ByteReader& in) {
  Hello frame;
  frame.origin = in.text(max_origin);
  if (frame.origin.empty()) in.refuse(Errc::corrupt, "no origin");
  frame.nonce = in.fixed<32>();
  return frame;
}

Create read_create(ByteReader& in) {
  Create frame;
  frame.doors = read_doors(in);
  frame.signature = in.fixed<64>();
  return frame;
}

Prove read_prove(ByteReader& in) {
  Prove frame;
  frame.place = read_place(in);
  frame.door = read_choice<Door>(in, 1, 3);
  frame.key = in.fixed<32>();
  frame.signature = in.fixed<64>();
  return frame;
}

Append read_append(ByteReader& in) {
  Append frame;
  frame.place = read_place(in);
  frame.expected = read_number(in);
  frame.entries = read_entries(in, 1);
  return frame;
}

Credit read_credit(ByteReader& in) {
  const std::uint64_t bytes = read_number(in, 1);
  if (bytes > max_credit) in.refuse(Errc::too_large, "credit over 16 MiB");
  return {bytes};
}

Rotate read_rotate(ByteReader& in) {
  Rotate frame;
  frame.place = read_place(in);
  frame.number = read_number(in, 2);
  frame.expected = read_number(in, 1);
  frame.doors = read_doors(in);
  frame.entries = read_entries(in, 0);
  frame.signature = in.fixed<64>();
  return frame;
}

template <class T>
T read_place_and_number(ByteReader& in) {
  const PlaceId place = read_place(in);
  return {place, read_number(in, 1)};
}

FromClient read_body(ByteReader& in, std::uint8_t type) {
  switch (static_cast<Type>(type)) {
    case Type::hello:
      return read_hello(in);
    case Type::create:
      return read_create(in);
    case Type::prove:
      return read_prove(in);
    case Type::append:
      return read_append(in);
    case Type::read:
      return read_place_and_number<Read>(in);
    case Type::subscribe:
      return read_place_and_number<Subscribe>(in);
    case Type::unsubscribe:
      return Unsubscribe{read_place(in)};
    case Type::credit:
      return read_credit(in);
    case Type::rotate:
      return read_rotate(in);
    case Type::trim:
      return read_place_and_number<Trim>(in);
    case Type::remove:
      return Delete{read_place(in)};
    default:
      in.refuse(Errc::unsupported_version, "a frame no client of this version sends");
      return Credit{};
  }
}

}  // namespace

base::Bytes encode(const ClientFrame& frame) {
  Writer writer{.out = {}, .request = frame.request};
  std::visit(writer, frame.body);
  return writer.out.take();
}

base::Result<ClientFrame> decode_from_client(base::BytesView bytes) {
  ByteReader in(bytes);
  const FrameHead head = read_head(in, bytes.size());
  if (const auto none = in.ok() ? base::Done{} : in.finish(); !none) return base::pass_on(none);
  ClientFrame frame{head.request, read_body(in, head.type)};
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return frame;
}

}  // namespace pairbook::wire
