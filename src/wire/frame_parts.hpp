#pragma once

#include <vector>

#include "pairbook/base/bytes.hpp"
#include "pairbook/wire/frame.hpp"

// The parts that frames of both sides are made of; grammar in frame_parts.cpp.
namespace pairbook::wire {

// The type of each frame, as it stands on the wire. Never used again for another one.
enum class Type : std::uint8_t {
  hello = 0x01,
  create = 0x02,
  prove = 0x03,
  append = 0x04,
  read = 0x05,
  subscribe = 0x06,
  unsubscribe = 0x07,
  credit = 0x08,
  rotate = 0x09,
  trim = 0x0a,
  remove = 0x0b,
  welcome = 0x41,
  place = 0x42,
  appended = 0x43,
  chunk = 0x44,
  event = 0x45,
  done = 0x46,
  lagging = 0x47,
  changed = 0x48,
  refused = 0x49,
};
inline constexpr std::uint8_t first_notice = 0xc0;

void write_head(base::ByteWriter& out, Type type, std::uint32_t request);

struct FrameHead {
  std::uint8_t type = 0;
  std::uint32_t request = 0;
};
// Refuses too long a frame and another version.
FrameHead read_head(base::ByteReader& in, std::size_t size);

std::uint64_t read_number(base::ByteReader& in, std::uint64_t least = 0);
template <class T>
T read_choice(base::ByteReader& in, std::uint8_t least, std::uint8_t most) {
  const std::uint8_t value = in.u8();
  if (value < least || value > most) in.refuse(base::Errc::corrupt, "no such choice");
  return static_cast<T>(in.ok() ? value : least);
}
PlaceId read_place(base::ByteReader& in);

void write(base::ByteWriter& out, const Doors& doors);
Doors read_doors(base::ByteReader& in);
void write(base::ByteWriter& out, const Head& head);
Head read_end(base::ByteReader& in);
void write(base::ByteWriter& out, const std::vector<NewEntry>& entries);
// At least `least` of them.
std::vector<NewEntry> read_entries(base::ByteReader& in, std::size_t least);
NewEntry read_entry(base::ByteReader& in);
void write(base::ByteWriter& out, const NewEntry& entry);

}  // namespace pairbook::wire
