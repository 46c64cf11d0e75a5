// op 4002 := version:u8=1 count:varint<=64 { past[32] } person[32] name part:u8 verified:u8
//            invitation[16]                                              past ascending
// op 4003 := version:u8=1 name
// name    := text of 1 to 200 bytes, without control characters, not only blanks
// part    := 1 works along, 2 leads        verified := 1 by link, 2 number compared
#include "pairbook/sync/admission.hpp"

#include <algorithm>

#include "pairbook/base/text.hpp"
#include "sync/version.hpp"

namespace pairbook::sync {

using base::ByteReader;
using base::ByteWriter;
using base::Errc;

namespace {

std::string read_name(ByteReader& in) {
  std::string name = in.text(max_member_name);
  if (in.ok() && !is_member_name(name)) in.refuse(Errc::corrupt, "name");
  return name;
}

template <class Choice>
Choice read_choice(ByteReader& in, std::string_view what) {
  const std::uint8_t number = in.u8();
  if (in.ok() && (number < 1 || number > 2)) in.refuse(Errc::corrupt, what);
  return static_cast<Choice>(number);
}

}  // namespace

bool is_member_name(std::string_view text) {
  if (base::trim(text).empty() || text.size() > max_member_name || !base::is_utf8(text))
    return false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = base::next_code_point(text, at);
    const bool is_control = letter < 0x20 || (letter >= 0x7F && letter < 0xA0);
    // Line ends, and letters that turn the order of others around.
    const bool turns =
        (letter >= 0x2028 && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
    if (is_control || turns) return false;
  }
  return true;
}

ledger::OpBytes to_op(const Admission& admission) {
  ByteWriter out;
  out.u8(1);
  out.varint(admission.past.size());
  for (const crypto::Digest& hash : admission.past) out.raw(hash);
  out.raw(admission.person.bytes);
  out.text(admission.name);
  out.u8(static_cast<std::uint8_t>(admission.part));
  out.u8(static_cast<std::uint8_t>(admission.verified));
  out.raw(admission.invitation.bytes);
  return {admission_op, false, out.take()};
}

base::Result<Admission> decode_admission(base::BytesView payload) {
  ByteReader in(payload);
  read_version(in);
  Admission out;
  const std::size_t count = in.count(max_past);
  for (std::size_t i = 0; i < count && in.ok(); ++i) out.past.push_back(in.fixed<32>());
  if (in.ok() &&
      std::ranges::adjacent_find(out.past, std::ranges::greater_equal{}) != out.past.end())
    in.refuse(Errc::corrupt, "past not ascending");
  out.person.bytes = in.fixed<32>();
  out.name = read_name(in);
  out.part = read_choice<Part>(in, "part");
  out.verified = read_choice<Verified>(in, "verified");
  out.invitation.bytes = in.fixed<16>();
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return out;
}

ledger::OpBytes to_name_op(std::string_view name) {
  ByteWriter out;
  out.u8(1);
  out.text(name);
  return {name_op, false, out.take()};
}

base::Result<std::string> decode_name(base::BytesView payload) {
  ByteReader in(payload);
  read_version(in);
  std::string name = read_name(in);
  if (const auto done = in.finish(); !done) return base::pass_on(done);
  return name;
}

}  // namespace pairbook::sync
