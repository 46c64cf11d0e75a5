#include "pairbook/base/bytes.hpp"

#include "pairbook/base/text.hpp"

namespace pairbook::base {

BytesView bytes_of(std::string_view text) {
  return std::as_bytes(std::span(text));
}

std::string text_of(BytesView bytes) {
  return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

std::string to_hex(BytesView bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const std::byte b : bytes) {
    out += digits[std::to_integer<unsigned>(b) >> 4];
    out += digits[std::to_integer<unsigned>(b) & 15U];
  }
  return out;
}

Result<Bytes> from_hex(std::string_view text) {
  const auto digit = [](char c) -> int {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
  };
  if (text.size() % 2 != 0) return fail(Errc::invalid_input, "hex", "odd length");
  Bytes out;
  out.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = digit(text[i]);
    const int low = digit(text[i + 1]);
    if (high < 0 || low < 0) return fail(Errc::invalid_input, "hex", "not a hex digit");
    out.push_back(static_cast<std::byte>(high * 16 + low));
  }
  return out;
}

void ByteWriter::u8(std::uint8_t value) {
  bytes_.push_back(static_cast<std::byte>(value));
}
void ByteWriter::u16(std::uint16_t value) {
  for (unsigned i = 0; i < 2; ++i) u8(static_cast<std::uint8_t>(value >> (8 * i)));
}
void ByteWriter::u32(std::uint32_t value) {
  for (unsigned i = 0; i < 4; ++i) u8(static_cast<std::uint8_t>(value >> (8 * i)));
}
void ByteWriter::u64(std::uint64_t value) {
  for (unsigned i = 0; i < 8; ++i) u8(static_cast<std::uint8_t>(value >> (8 * i)));
}
void ByteWriter::i64(std::int64_t value) {
  u64(static_cast<std::uint64_t>(value));
}
void ByteWriter::varint(std::uint64_t value) {
  while (value >= 0x80) {
    u8(static_cast<std::uint8_t>(value | 0x80));
    value >>= 7;
  }
  u8(static_cast<std::uint8_t>(value));
}
void ByteWriter::raw(BytesView bytes) {
  bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
}
void ByteWriter::blob(BytesView bytes) {
  varint(bytes.size());
  raw(bytes);
}
void ByteWriter::text(std::string_view text) {
  blob(bytes_of(text));
}

void ByteReader::refuse(Errc code, std::string_view detail) {
  if (failed_) return;
  failed_ = true;
  error_ = Error{code, "byte " + to_text(static_cast<long long>(at_)), std::string(detail)};
}

BytesView ByteReader::raw(std::size_t size) {
  if (failed_) return {};
  if (bytes_.size() - at_ < size) {
    refuse(Errc::corrupt, "ends too early");
    return {};
  }
  const BytesView out = bytes_.subspan(at_, size);
  at_ += size;
  return out;
}

namespace {

std::uint64_t little_endian(BytesView bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) {
    value = value << 8 | std::to_integer<std::uint64_t>(bytes[i]);
  }
  return value;
}

}  // namespace

std::uint8_t ByteReader::u8() {
  return static_cast<std::uint8_t>(little_endian(raw(1)));
}
std::uint16_t ByteReader::u16() {
  return static_cast<std::uint16_t>(little_endian(raw(2)));
}
std::uint32_t ByteReader::u32() {
  return static_cast<std::uint32_t>(little_endian(raw(4)));
}
std::uint64_t ByteReader::u64() {
  return little_endian(raw(8));
}
std::int64_t ByteReader::i64() {
  return static_cast<std::int64_t>(u64());
}

std::uint64_t ByteReader::varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 70; shift += 7) {
    const std::uint8_t part = u8();
    if (failed_) return 0;
    if (shift == 63 && part > 1) break;
    value |= static_cast<std::uint64_t>(part & 0x7F) << shift;
    if (part < 0x80) {
      if (part == 0 && shift != 0) refuse(Errc::corrupt, "number longer than needed");
      return failed_ ? 0 : value;
    }
  }
  refuse(Errc::corrupt, "number too large");
  return 0;
}

std::size_t ByteReader::count(std::size_t limit) {
  const std::uint64_t value = varint();
  if (value > limit) {
    refuse(Errc::too_large, "more than the limit");
    return 0;
  }
  return static_cast<std::size_t>(value);
}

BytesView ByteReader::blob(std::size_t limit) {
  return raw(count(limit));
}

std::string ByteReader::text(std::size_t limit) {
  std::string out = text_of(blob(limit));
  if (!is_utf8(out)) {
    refuse(Errc::corrupt, "text is not UTF-8");
    out.clear();
  }
  return out;
}

Done ByteReader::finish() const {
  if (failed_) return std::unexpected(error_);
  if (at_ != bytes_.size()) {
    return fail(Errc::corrupt, "byte " + to_text(static_cast<long long>(at_)),
                "bytes left over");
  }
  return {};
}

}  // namespace pairbook::base
