#include "pairbook/crypto/secret.hpp"

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace pairbook::crypto {

void wipe(std::span<std::byte> memory) {
  if (!memory.empty()) sodium_memzero(memory.data(), memory.size());
}

bool same_bytes(base::BytesView a, base::BytesView b) {
  if (a.size() != b.size()) return false;
  return a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

Key Key::random(base::RandomSource& random) {
  Key key;
  random.fill(key.bytes_);
  return key;
}

base::Result<Key> Key::from(base::BytesView bytes) {
  if (bytes.size() != size) {
    return base::fail(base::Errc::invalid_input, "key", "a key is 32 bytes");
  }
  Key key;
  std::copy(bytes.begin(), bytes.end(), key.bytes_.begin());
  return key;
}

Key::Key(Key&& other) noexcept : bytes_(other.bytes_) {
  wipe(other.bytes_);
}

Key& Key::operator=(Key&& other) noexcept {
  if (this != &other) {
    bytes_ = other.bytes_;
    wipe(other.bytes_);
  }
  return *this;
}

Key::~Key() {
  wipe(bytes_);
}

Key Key::clone() const {
  Key copy;
  copy.bytes_ = bytes_;
  return copy;
}

Secret Secret::of(base::BytesView bytes) {
  Secret secret;
  secret.bytes_ = std::make_unique<std::byte[]>(bytes.size());
  secret.size_ = bytes.size();
  std::copy(bytes.begin(), bytes.end(), secret.bytes_.get());
  return secret;
}

Secret Secret::of(std::string_view text) {
  return of(base::bytes_of(text));
}

Secret::Secret(Secret&& other) noexcept
    : bytes_(std::move(other.bytes_)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
  if (this != &other) {
    wipe({bytes_.get(), size_});
    bytes_ = std::move(other.bytes_);
    size_ = std::exchange(other.size_, 0);
  }
  return *this;
}

Secret::~Secret() {
  wipe({bytes_.get(), size_});
}

}  // namespace pairbook::crypto
