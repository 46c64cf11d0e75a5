// An Outlook as bytes, from a second instance of the same version: never stored.
//
//   outlook = version:u8 (1)  best_total:point  most_matched:point
//             varint { rule }  whole:u8 (0 or 1)  asked:varint  worth:varint  varint { place }
//             fair:varint  varint { point }
//   point   = floor:varint  matched:varint  total:i64
//   rule    = rule:u32  mentees:varint  mentors:varint  pairs:varint  test:u32  wanted:i64
//             helped:varint  hour:varint  hour_helped:varint
//   place   = mentor:varint  pairs:u8 (0 or 1)  points:i64  mentee:varint (0: nobody, else
//             position + 1)
#include "pairbook/matching/outlook.hpp"

namespace pairbook::matching {

using base::ByteReader;
using base::ByteWriter;
using base::Errc;

namespace {

constexpr std::uint8_t version = 1;
constexpr std::size_t most_rules = 1000;
constexpr std::size_t most_floors = 1000;
constexpr std::size_t most_points = 0x7FFFFFFF;
constexpr std::size_t hours_a_week = 7 * 24;

void write(ByteWriter& out, const FloorPoint& point) {
  out.varint(static_cast<std::uint64_t>(point.floor));
  out.varint(point.matched);
  out.i64(point.total);
}

class OutlookReader {
 public:
  OutlookReader(base::BytesView bytes, const Problem& problem)
      : in_(bytes), problem_(problem) {}

  base::Result<Outlook> read() {
    if (in_.u8() != version && in_.ok()) in_.refuse(Errc::unsupported_version, "outlook");
    out_.best_total = point();
    out_.most_matched = point();
    const std::size_t rules = in_.count(most_rules);
    for (std::size_t i = 0; i < rules && in_.ok(); ++i) read_rule();
    const std::uint8_t whole = in_.u8();
    if (whole > 1) in_.refuse(Errc::corrupt, "neither 0 nor 1");
    out_.whole = whole == 1;
    out_.places.asked = mentors();
    out_.places.worth = mentors();
    const std::size_t places = in_.count(out_.places.asked);
    for (std::size_t i = 0; i < places && in_.ok(); ++i) read_place();
    out_.fair = static_cast<std::int32_t>(in_.count(most_points));
    const std::size_t floors = in_.count(most_floors);
    for (std::size_t i = 0; i < floors && in_.ok(); ++i) {
      const FloorPoint next = point();
      if (!out_.floors.empty() && next.floor <= out_.floors.back().floor)
        in_.refuse(Errc::corrupt, "floors out of order");
      out_.floors.push_back(next);
    }
    if (const base::Done done = in_.finish(); !done) return base::pass_on(done);
    return std::move(out_);
  }

 private:
  std::uint32_t mentees() {
    return static_cast<std::uint32_t>(in_.count(problem_.mentees.size()));
  }
  std::uint32_t mentors() {
    return static_cast<std::uint32_t>(in_.count(problem_.mentors.size()));
  }
  FloorPoint point() {
    FloorPoint out;
    out.floor = static_cast<std::int32_t>(in_.count(most_points));
    out.matched = mentees();
    out.total = in_.i64();
    if (out.total < 0) in_.refuse(Errc::corrupt, "a sum");
    return out;
  }
  void read_rule() {
    RuleGap gap;
    gap.rule = in_.u32();
    gap.mentees = mentees();
    gap.mentors = mentors();
    gap.pairs = mentees();
    gap.test = in_.u32();
    gap.wanted = in_.i64();
    gap.helped = mentees();
    gap.hour = static_cast<std::uint32_t>(in_.count(hours_a_week - 1));
    gap.hour_helped = mentees();
    if (gap.test != nobody && gap.test >= problem_.tests.size())
      in_.refuse(Errc::corrupt, "no such rule");
    out_.rules.push_back(gap);
  }
  void read_place() {
    PlaceGap gap;
    gap.mentor = mentors();
    gap.pairs = in_.u8();
    gap.points = in_.i64();
    const std::uint32_t mentee = mentees();
    gap.mentee = mentee == 0 ? nobody : mentee - 1;
    if (in_.ok() && (gap.mentor >= problem_.mentors.size() || gap.pairs > 1))
      in_.refuse(Errc::corrupt, "no such place");
    out_.places.places.push_back(gap);
  }

  ByteReader in_;
  const Problem& problem_;
  Outlook out_;
};

}  // namespace

base::Bytes encode_outlook(const Outlook& outlook) {
  ByteWriter out;
  out.u8(version);
  write(out, outlook.best_total);
  write(out, outlook.most_matched);
  out.varint(outlook.rules.size());
  for (const RuleGap& gap : outlook.rules) {
    out.u32(gap.rule);
    out.varint(gap.mentees);
    out.varint(gap.mentors);
    out.varint(gap.pairs);
    out.u32(gap.test);
    out.i64(gap.wanted);
    out.varint(gap.helped);
    out.varint(gap.hour);
    out.varint(gap.hour_helped);
  }
  out.u8(outlook.whole ? 1 : 0);
  out.varint(outlook.places.asked);
  out.varint(outlook.places.worth);
  out.varint(outlook.places.places.size());
  for (const PlaceGap& gap : outlook.places.places) {
    out.varint(gap.mentor);
    out.u8(static_cast<std::uint8_t>(gap.pairs));
    out.i64(gap.points);
    out.varint(gap.mentee == nobody ? 0 : std::uint64_t{gap.mentee} + 1);
  }
  out.varint(static_cast<std::uint64_t>(outlook.fair));
  out.varint(outlook.floors.size());
  for (const FloorPoint& point : outlook.floors) write(out, point);
  return out.take();
}

base::Result<Outlook> decode_outlook(base::BytesView bytes, const Problem& problem) {
  return OutlookReader(bytes, problem).read();
}

}  // namespace pairbook::matching
