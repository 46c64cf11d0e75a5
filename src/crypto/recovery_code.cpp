// code  := sign{32}                       5 bits each, highest first
// bits  := seed (16 bytes) checksum (first 4 bytes of BLAKE2b-256(label, seed))
// sign  := "0".."9" | "A".."Z" without I L O U
#include "pairbook/crypto/recovery_code.hpp"

#include <algorithm>

#include "pairbook/base/text.hpp"
#include "pairbook/crypto/hash.hpp"

namespace pairbook::crypto {

namespace {

constexpr std::string_view signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view checksum_label = "pairbook/v1/recovery/checksum";
constexpr std::size_t seed_size = 16;
constexpr std::size_t code_size = 20;
constexpr std::size_t code_signs = code_size * 8 / 5;
constexpr std::size_t group_signs = code_signs / RecoveryCode::groups;

using Code = std::array<std::byte, code_size>;

/// 0..31, -1 for a separator, -2 for a sign that cannot occur.
int value_of(char c) {
  if (c == ' ' || c == '-' || c == '\t' || c == '\n' || c == '\r') return -1;
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'I' || c == 'L') return 1;
  if (c == 'O') return 0;
  const std::size_t at = signs.find(c);
  return at == std::string_view::npos ? -2 : static_cast<int>(at);
}

Code with_checksum(base::BytesView seed) {
  Code code{};
  std::copy(seed.begin(), seed.end(), code.begin());
  const Digest sum = hash({base::bytes_of(checksum_label), seed});
  std::copy_n(sum.begin(), code_size - seed_size, code.begin() + seed_size);
  return code;
}

std::string signs_of(const Code& code) {
  std::string out;
  unsigned held = 0;
  int bits = 0;
  for (const std::byte b : code) {
    held = held << 8 | std::to_integer<unsigned>(b);
    bits += 8;
    for (; bits >= 5; bits -= 5) out += signs[held >> (bits - 5) & 31U];
    held &= (1U << bits) - 1;
  }
  return out;
}

}  // namespace

RecoveryCode RecoveryCode::random(base::RandomSource& random) {
  std::array<std::byte, seed_size> seed{};
  random.fill(seed);
  RecoveryCode code(Secret::of(seed));
  wipe(seed);
  return code;
}

base::Result<RecoveryCode> RecoveryCode::read(std::string_view typed) {
  Code code{};
  std::size_t count = 0;
  for (const char c : typed) {
    const int value = value_of(c);
    if (value == -1) continue;
    if (value < 0) {
      const auto group = static_cast<long long>(std::min(count / group_signs + 1, groups));
      return base::fail(base::Errc::invalid_input, "group " + base::to_text(group),
                        "a sign that never occurs");
    }
    if (count >= code_signs) {
      return base::fail(base::Errc::invalid_input, "length", "more than 32 signs");
    }
    for (std::size_t bit = 0; bit < 5; ++bit) {
      if ((value >> (4 - bit) & 1) == 0) continue;
      const std::size_t at = count * 5 + bit;
      code[at / 8] |= std::byte{0x80} >> (at % 8);
    }
    ++count;
  }
  if (count != code_signs) {
    return base::fail(base::Errc::invalid_input, "length", "fewer than 32 signs");
  }
  const base::BytesView seed = base::BytesView(code).first(seed_size);
  if (!same_bytes(with_checksum(seed), code)) {
    return base::fail(base::Errc::invalid_input, "checksum", "some sign is wrong");
  }
  RecoveryCode out(Secret::of(seed));
  wipe(code);
  return out;
}

std::string RecoveryCode::text() const {
  std::string out;
  for (std::size_t i = 0; i < groups; ++i) {
    if (i > 0) out += '-';
    out += group(i);
  }
  return out;
}

std::string RecoveryCode::group(std::size_t index) const {
  if (index >= groups) return {};
  return signs_of(with_checksum(seed_.bytes())).substr(index * group_signs, group_signs);
}

bool RecoveryCode::is_group(std::size_t index, std::string_view typed) const {
  const std::string wanted = group(index);
  std::string read;
  for (const char c : typed) {
    const int value = value_of(c);
    if (value == -2) return false;
    if (value >= 0) read += signs[static_cast<std::size_t>(value)];
  }
  return !wanted.empty() && read == wanted;
}

Key RecoveryCode::key(const Salt& salt) const {
  std::array<std::byte, Key::size> wide{};
  std::copy(seed_.bytes().begin(), seed_.bytes().end(), wide.begin());
  auto seed = Key::from(wide);
  wipe(wide);
  return derive(*seed, "pairbook/v1/recovery/slot", salt);
}

RecoveryCode RecoveryCode::clone() const {
  return RecoveryCode(Secret::of(seed_.bytes()));
}

}  // namespace pairbook::crypto
