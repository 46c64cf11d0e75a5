#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "pairbook/base/bytes.hpp"
#include "pairbook/base/random.hpp"
#include "pairbook/base/result.hpp"

namespace pairbook::crypto {

/// Overwrites memory in a way that the compiler may not leave out.
void wipe(std::span<std::byte> memory);

/// Equal or not, in a time that depends on the lengths only.
[[nodiscard]] bool same_bytes(base::BytesView a, base::BytesView b);

/// A key of 32 bytes. It cannot be copied or printed, and is wiped when it goes.
///
/// Whoever really needs a second one says so with clone().
class Key {
 public:
  static constexpr std::size_t size = 32;

  [[nodiscard]] static Key random(base::RandomSource& random);
  /// Errors: invalid_input unless it is 32 bytes.
  [[nodiscard]] static base::Result<Key> from(base::BytesView bytes);

  Key(const Key&) = delete;
  Key& operator=(const Key&) = delete;
  Key(Key&& other) noexcept;
  Key& operator=(Key&& other) noexcept;
  ~Key();

  [[nodiscard]] Key clone() const;
  [[nodiscard]] base::BytesView bytes() const { return bytes_; }
  [[nodiscard]] bool operator==(const Key& other) const {
    return same_bytes(bytes_, other.bytes_);
  }

 private:
  Key() = default;
  std::array<std::byte, size> bytes_{};
};

/// Secret bytes of any length, such as a passphrase on its way to stretch(). Same manners as
/// Key.
class Secret {
 public:
  Secret() = default;
  [[nodiscard]] static Secret of(base::BytesView bytes);
  [[nodiscard]] static Secret of(std::string_view text);

  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  Secret(Secret&& other) noexcept;
  Secret& operator=(Secret&& other) noexcept;
  ~Secret();

  [[nodiscard]] base::BytesView bytes() const { return {bytes_.get(), size_}; }
  [[nodiscard]] bool empty() const { return size_ == 0; }

 private:
  std::unique_ptr<std::byte[]> bytes_;
  std::size_t size_ = 0;
};

}  // namespace pairbook::crypto
