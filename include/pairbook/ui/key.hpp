#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "pairbook/base/id.hpp"

namespace pairbook::ui {

/// What tells a thing on the screen from its neighbours: a word for fixed things ("save"), an
/// entity's id for rows. Together with the keys of what it lies in it becomes the node's id,
/// so it must not depend on a label or a row number.
struct Key {
  std::uint32_t hash = offset;

  // NOLINTBEGIN(google-explicit-constructor): a key is written as the word or id itself
  constexpr Key(std::string_view word) { add(word); }
  constexpr Key(const char* word) : Key(std::string_view(word)) {}
  template <std::integral Number>
  constexpr Key(Number number) {
    for (std::size_t i = 0; i < 8; ++i)
      add_byte(static_cast<std::uint8_t>(static_cast<std::uint64_t>(number) >> (8 * i)));
  }
  template <class Tag>
  constexpr Key(const base::Id<Tag>& id) {
    for (const std::byte byte : id.bytes) add_byte(static_cast<std::uint8_t>(byte));
  }
  // NOLINTEND

  /// The id of a thing with this key inside `parent`. Never 0.
  [[nodiscard]] constexpr std::uint32_t within(std::uint32_t parent) const {
    Key joined(static_cast<std::uint64_t>(parent) << 32 | hash);
    return joined.hash == 0 ? 1 : joined.hash;
  }

 private:
  // FNV-1a, 32 bits.
  static constexpr std::uint32_t offset = 2166136261U, prime = 16777619U;
  constexpr void add_byte(std::uint8_t byte) { hash = (hash ^ byte) * prime; }
  constexpr void add(std::string_view word) {
    for (const char c : word) add_byte(static_cast<std::uint8_t>(c));
  }
};

}  // namespace pairbook::ui
