#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "pairbook/crypto/passphrase_strength.hpp"

namespace pairbook::crypto {

/// A passphrase as the estimate sees it: code points, lower-cased where they are ASCII.
struct Letters {
  std::vector<char32_t> lower;
  std::vector<bool> upper;
  std::vector<std::size_t> byte;  // where each begins, and the end
};

/// A stretch of the passphrase that an attacker would try as a whole.
///
/// Units: tenths of a bit. `reason` is absent for what is merely tried sign by sign.
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
  int cost = 0;
  std::optional<StrengthReason> reason;
  bool is_word = false;
  bool is_swapped = false;  // look-alike signs were needed to recognise it
};

[[nodiscard]] Letters letters_of(std::string_view passphrase);

/// Every part that some rule recognises, and each sign by itself.
[[nodiscard]] std::vector<Part> parts_of(const Letters& letters,
                                         const std::vector<std::string_view>& own_words);

}  // namespace pairbook::crypto
