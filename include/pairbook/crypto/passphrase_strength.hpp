#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pairbook::crypto {

/// Why a passphrase, or a part of it, is easier or harder to guess than it looks.
enum class StrengthReason {
  too_short,        // the whole is short, whatever is in it
  common_password,  // among those tried first
  common_word,      // an everyday word or name
  own_word,         // a word from the surroundings: the programme's name, "pairbook"
  repeated,         // aaaa, abcabc
  sequence,         // abcd, 4321
  keyboard_walk,    // qwerty, asdf
  date,             // 1987, 24121987, 24.12.87
  look_alikes,      // p4ssw0rd: attackers swap too
  capital_only_first,
  several_words,  // praise: words in a row are strong and easy to keep
  long_enough,    // praise
};

/// Where in the passphrase: bytes [begin, end).
struct StrengthFinding {
  StrengthReason reason{};
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const StrengthFinding&) const = default;
};

struct Strength {
  /// 0 guessed at once · 1 within hours · 2 within weeks or months · 3 years · 4 centuries, for
  /// somebody who has the book and can try 10,000 stretched guesses a second.
  int level = 0;
  /// About how many guesses: 2 to this power.
  int log2_guesses = 0;
  std::vector<StrengthFinding> findings;
};

/// An honest, cautious guess at how many guesses a passphrase withstands.
///
/// It takes the cheapest way to put the passphrase together from words, repeats, sequences,
/// dates, walks over the keyboard and single signs. Words not on our short list still count as
/// words when they can be spoken: an attacker's list is longer than ours.
/// Shape:  level 3 begins at 2^38, level 4 at 2^48. `own_words` are folded and searched for.
/// Source: the method of zxcvbn (Wheeler, USENIX Security 2016), with lists of our own.
[[nodiscard]] Strength passphrase_strength(std::string_view passphrase,
                                           const std::vector<std::string_view>& own_words = {});

}  // namespace pairbook::crypto
