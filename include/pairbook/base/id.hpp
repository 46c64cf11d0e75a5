#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/random.hpp"
#include "pairbook/base/result.hpp"

namespace pairbook::base {

/// Sixteen random bytes that name one thing of one kind: ids of different tags do not mix.
template <class Tag>
struct Id {
  std::array<std::byte, 16> bytes{};

  bool operator==(const Id&) const = default;
  // At once rather than byte by byte: maps of everybody are searched all the time.
  std::strong_ordering operator<=>(const Id& other) const {
    return std::memcmp(bytes.data(), other.bytes.data(), bytes.size()) <=> 0;
  }
  [[nodiscard]] bool is_null() const { return *this == Id{}; }
  [[nodiscard]] std::string hex() const { return to_hex(bytes); }

  [[nodiscard]] static Id random(RandomSource& random) {
    Id id;
    random.fill(id.bytes);
    return id;
  }
  /// Errors: invalid_input unless it is exactly 32 hex digits.
  [[nodiscard]] static Result<Id> from_hex(std::string_view text) {
    const auto parsed = base::from_hex(text);
    if (!parsed) return pass_on(parsed);
    if (parsed->size() != 16) return fail(Errc::invalid_input, "id", "not 16 bytes");
    Id id;
    for (std::size_t i = 0; i < 16; ++i) id.bytes[i] = (*parsed)[i];
    return id;
  }
};

}  // namespace pairbook::base
