#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "pairbook/base/random.hpp"
#include "pairbook/base/result.hpp"
#include "pairbook/crypto/secret.hpp"
#include "pairbook/crypto/stretch.hpp"

namespace pairbook::crypto {

/// What is printed on a recovery sheet: 128 random bits that open a book without its
/// passphrase.
///
/// Written as eight groups of four signs, `7K3M-…`, in Crockford's base32 (no I, L, O, U): 16
/// bytes of seed and 4 bytes of checksum. A slip of the pen is found before any key is tried.
class RecoveryCode {
 public:
  static constexpr std::size_t groups = 8;

  [[nodiscard]] static RecoveryCode random(base::RandomSource& random);

  /// Reads what a person typed: any case, blanks and dashes anywhere, I and L as 1, O as 0.
  ///
  /// Errors: invalid_input; where is "group 3" when a sign there cannot occur, "length" when
  ///         signs are missing or too many, "checksum" when some sign is wrong.
  [[nodiscard]] static base::Result<RecoveryCode> read(std::string_view typed);

  /// `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`, also what the QR on the sheet holds.
  [[nodiscard]] std::string text() const;
  /// Group 0 to 7, to ask a person to type two of them back.
  [[nodiscard]] std::string group(std::size_t index) const;
  /// Whether a person typed that group; as tolerant as read().
  [[nodiscard]] bool is_group(std::size_t index, std::string_view typed) const;

  /// The key of the recovery slot. The seed cannot be guessed, so it needs no slow stretching.
  [[nodiscard]] Key key(const Salt& salt) const;

  [[nodiscard]] RecoveryCode clone() const;

 private:
  explicit RecoveryCode(Secret seed) : seed_(std::move(seed)) {}
  Secret seed_;
};

}  // namespace pairbook::crypto
