#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pairbook/base/result.hpp"

namespace pairbook::base {

using Bytes = std::vector<std::byte>;
using BytesView = std::span<const std::byte>;

/// The bytes of a text, and back. No copy is made by bytes_of(): it views the text.
[[nodiscard]] BytesView bytes_of(std::string_view text);
[[nodiscard]] std::string text_of(BytesView bytes);

/// Lower-case hexadecimal.
[[nodiscard]] std::string to_hex(BytesView bytes);
/// Errors: invalid_input when a character is no hex digit or the length is odd.
[[nodiscard]] Result<Bytes> from_hex(std::string_view text);

/// Builds the canonical little-endian encoding used by every format of ours.
class ByteWriter {
 public:
  void u8(std::uint8_t value);
  void u16(std::uint16_t value);
  void u32(std::uint32_t value);
  void u64(std::uint64_t value);
  void i64(std::int64_t value);
  /// Unsigned LEB128 in its shortest form.
  void varint(std::uint64_t value);
  /// The bytes as they are, without a length.
  void raw(BytesView bytes);
  /// varint length, then the bytes.
  void blob(BytesView bytes);
  void text(std::string_view text);

  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] BytesView view() const { return bytes_; }
  [[nodiscard]] Bytes take() { return std::move(bytes_); }

 private:
  Bytes bytes_;
};

/// Reads what ByteWriter wrote and remembers the first error: read every field, ask once.
///
/// After an error every read yields zero or empty. Lengths are checked against what is left and
/// against the caller's limit before anything is allocated.
class ByteReader {
 public:
  explicit ByteReader(BytesView bytes) : bytes_(bytes) {}

  std::uint8_t u8();
  std::uint16_t u16();
  std::uint32_t u32();
  std::uint64_t u64();
  std::int64_t i64();
  /// Errors: a number in more bytes than it needs, or over 64 bits.
  std::uint64_t varint();
  /// A varint that must not exceed `limit`: counts and lengths.
  std::size_t count(std::size_t limit);
  BytesView raw(std::size_t size);
  BytesView blob(std::size_t limit);
  /// Errors: also when the bytes are not valid UTF-8.
  std::string text(std::size_t limit);

  template <std::size_t N>
  std::array<std::byte, N> fixed() {
    std::array<std::byte, N> out{};
    const BytesView from = raw(N);
    for (std::size_t i = 0; i < from.size(); ++i) out[i] = from[i];
    return out;
  }

  /// Marks the input as bad for a reason of the caller's own.
  void refuse(Errc code, std::string_view detail);
  [[nodiscard]] bool ok() const { return !failed_; }
  [[nodiscard]] std::size_t left() const { return failed_ ? 0 : bytes_.size() - at_; }
  [[nodiscard]] std::size_t position() const { return at_; }
  /// The first error, or corrupt when bytes are left over.
  [[nodiscard]] Done finish() const;

 private:
  BytesView bytes_;
  std::size_t at_ = 0;
  bool failed_ = false;
  Error error_;
};

}  // namespace pairbook::base
