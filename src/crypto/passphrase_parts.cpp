#include "passphrase_parts.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "common_words.hpp"
#include "pairbook/base/text.hpp"

namespace pairbook::crypto {

namespace {

using Parts = std::vector<Part>;

bool is_letter(char32_t c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
bool is_separator(char32_t c) {
  return c == ' ' || c == '-' || c == '_' || c == '.' || c == ',' || c == '/';
}

/// Tenths of a bit in a choice among `count`.
int choice(std::size_t count) {
  const std::uint64_t wide = std::max<std::uint64_t>(count, 1);
  const int whole = static_cast<int>(std::bit_width(wide)) - 1;
  return whole * 10 + static_cast<int>((wide - (std::uint64_t{1} << whole)) * 10 >> whole);
}

char32_t unswapped(char32_t c) {
  constexpr std::array<std::pair<char32_t, char32_t>, 11> swaps{{{'4', 'a'},
                                                                 {'@', 'a'},
                                                                 {'3', 'e'},
                                                                 {'1', 'i'},
                                                                 {'!', 'i'},
                                                                 {'0', 'o'},
                                                                 {'5', 's'},
                                                                 {'$', 's'},
                                                                 {'7', 't'},
                                                                 {'8', 'b'},
                                                                 {'9', 'g'}}};
  for (const auto& [from, to] : swaps) {
    if (c == from) return to;
  }
  return c;
}

/// Capitals cost an attacker little when only the first letter or every letter has one.
int capitals(const Letters& text, std::size_t begin, std::size_t end) {
  const auto from = text.upper.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto count =
      std::count(from, text.upper.begin() + static_cast<std::ptrdiff_t>(end), true);
  if (count == 0) return 0;
  if (static_cast<std::size_t>(count) == end - begin) return 10;
  if (count == 1 && text.upper[begin]) return 10;
  return 20 + 10 * static_cast<int>(std::min<std::ptrdiff_t>(count, 4));
}

void add_word(Parts& out, const Letters& text, std::size_t at, std::string_view word, int cost,
              StrengthReason reason) {
  if (word.size() < 3 || text.lower.size() - at < word.size()) return;
  bool swapped = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t have = text.lower[at + i];
    const auto want = static_cast<char32_t>(static_cast<unsigned char>(word[i]));
    if (have == want) continue;
    if (unswapped(have) != want) return;
    swapped = true;
  }
  const std::size_t end = at + word.size();
  out.push_back(
      {at, end, cost + capitals(text, at, end) + (swapped ? 20 : 0), reason, true, swapped});
}

void add_dictionary(Parts& out, const Letters& text,
                    const std::vector<std::string_view>& own_words) {
  const auto passwords = common_passwords();
  const auto words = common_words();
  for (std::size_t at = 0; at < text.lower.size(); ++at) {
    for (std::size_t i = 0; i < passwords.size(); ++i) {
      add_word(out, text, at, passwords[i], choice(i + 2), StrengthReason::common_password);
    }
    for (const std::string_view word : words) {
      add_word(out, text, at, word, choice(words.size()), StrengthReason::common_word);
    }
    for (const std::string_view word : own_words) {
      add_word(out, text, at, base::fold_case(word), 30, StrengthReason::own_word);
    }
  }
}

/// Whether a run of letters could be said aloud: vowels, and no heap of consonants.
bool can_be_spoken(const Letters& text, std::size_t begin, std::size_t end) {
  std::size_t vowels = 0;
  std::size_t heap = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const bool vowel =
        std::u32string_view(U"aeiouy").find(text.lower[i]) != std::u32string_view::npos;
    vowels += vowel ? 1 : 0;
    heap = vowel ? 0 : heap + 1;
    if (heap > 4) return false;
  }
  const std::size_t length = end - begin;
  return vowels * 5 >= length && vowels * 10 <= length * 8;
}

/// A word of a language we have no list of: about one in 8,000, more when it is long.
void add_spoken(Parts& out, const Letters& text) {
  const std::size_t size = text.lower.size();
  for (std::size_t begin = 0; begin < size; ++begin) {
    if (!is_letter(text.lower[begin])) continue;
    if (begin > 0 && is_letter(text.lower[begin - 1])) continue;
    std::size_t end = begin;
    while (end < size && is_letter(text.lower[end])) ++end;
    if (end - begin < 3 || !can_be_spoken(text, begin, end)) continue;
    const int extra = 15 * static_cast<int>(end - begin > 7 ? end - begin - 7 : 0);
    out.push_back(
        {begin, end, 130 + extra + capitals(text, begin, end), std::nullopt, true, false});
  }
}

int single(const Letters& text, std::size_t at) {
  const char32_t c = text.lower[at];
  if (is_digit(c)) return 33;
  if (is_letter(c)) return text.upper[at] ? 47 : 42;
  if (is_separator(c)) return at > 0 && is_letter(text.lower[at - 1]) ? 10 : 30;
  return c < 0x80 ? 45 : 50;
}

void add_repeats(Parts& out, const Letters& text) {
  const std::size_t size = text.lower.size();
  for (std::size_t begin = 0; begin < size; ++begin) {
    int unit_cost = 0;
    for (std::size_t unit = 1; unit <= 24 && begin + 2 * unit <= size; ++unit) {
      unit_cost += single(text, begin + unit - 1);
      std::size_t end = begin + unit;
      while (end < size && text.lower[end] == text.lower[end - unit]) ++end;
      const std::size_t times = (end - begin) / unit;
      if (times < (unit == 1 ? 3U : 2U)) continue;
      const int cheap = unit >= 3 ? std::min(unit_cost, 130) : unit_cost;
      out.push_back({begin, begin + times * unit, cheap + choice(times),
                     StrengthReason::repeated, false, false});
    }
  }
}

void add_sequences(Parts& out, const Letters& text) {
  const std::size_t size = text.lower.size();
  for (std::size_t begin = 0; begin + 2 < size; ++begin) {
    for (const char32_t step : {char32_t{1}, static_cast<char32_t>(-1)}) {
      std::size_t end = begin + 1;
      while (end < size && text.lower[end] == text.lower[end - 1] + step) ++end;
      if (end - begin < 3) continue;
      const char32_t first = text.lower[begin];
      const bool obvious =
          first == 'a' || first == '0' || first == '1' || first == 'z' || first == '9';
      out.push_back({begin, end, (obvious ? 20 : 45) + choice(end - begin),
                     StrengthReason::sequence, false, false});
    }
  }
}

void add_keyboard_walks(Parts& out, const Letters& text) {
  constexpr std::array<std::u32string_view, 9> paths{
      U"1234567890", U"qwertyuiop", U"asdfghjkl",
      U"zxcvbnm",    U"qwertzuiop", U"azertyuiop",
      U"yxcvbnm",    U"qsdfghjklm", U"1qaz2wsx3edc4rfv5tgb6yhn"};
  const std::size_t size = text.lower.size();
  for (std::size_t begin = 0; begin < size; ++begin) {
    for (const std::u32string_view path : paths) {
      const std::size_t start = path.find(text.lower[begin]);
      if (start == std::u32string_view::npos) continue;
      for (const bool forward : {true, false}) {
        std::size_t length = 1;
        while (begin + length < size) {
          const std::size_t next = forward ? start + length : start - length;
          if (next >= path.size() || path[next] != text.lower[begin + length]) break;
          ++length;
        }
        if (length >= 4) {
          out.push_back({begin, begin + length, 45 + choice(length),
                         StrengthReason::keyboard_walk, false, false});
        }
      }
    }
  }
}

/// A number of up to `most` digits at `at`, which moves past it.
int number(const Letters& text, std::size_t& at, std::size_t most) {
  int value = 0;
  for (std::size_t i = 0; i < most && at < text.lower.size() && is_digit(text.lower[at]); ++i) {
    value = value * 10 + static_cast<int>(text.lower[at++] - '0');
  }
  return value;
}

void add_dates(Parts& out, const Letters& text) {
  const auto add = [&](std::size_t begin, std::size_t end, int cost) {
    out.push_back({begin, end, cost, StrengthReason::date, false, false});
  };
  const auto day_and_month = [](int a, int b) {
    return a >= 1 && b >= 1 && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31));
  };
  for (std::size_t begin = 0; begin < text.lower.size(); ++begin) {
    if (!is_digit(text.lower[begin])) continue;
    std::size_t end = begin;
    const int four = number(text, end, 4);
    if (end - begin == 4 && four >= 1900 && four <= 2039) {
      add(begin, end, choice(140));
      const int month_first = number(text, end, 2);
      if (day_and_month(number(text, end, 2), month_first) && end - begin == 8)
        add(begin, end, 160);
    }
    std::size_t at = begin;
    const int first = number(text, at, 2);
    const bool apart = at < text.lower.size() && is_separator(text.lower[at]);
    at += apart ? 1 : 0;
    const int second = number(text, at, 2);
    at += apart && at < text.lower.size() && is_separator(text.lower[at]) ? 1 : 0;
    if (!day_and_month(first, second)) continue;
    const std::size_t year_at = at;
    (void)number(text, at, 4);
    const std::size_t year_digits = at - year_at;
    if (year_digits == 2 || year_digits == 4) add(begin, at, apart ? 175 : 155);
  }
}

}  // namespace

Letters letters_of(std::string_view passphrase) {
  Letters out;
  // What follows the first 256 signs can only help, and the rules above look at all pairs.
  for (std::size_t at = 0; at < passphrase.size() && out.lower.size() < 256;) {
    out.byte.push_back(at);
    const char32_t c = base::next_code_point(passphrase, at);
    const bool upper = c >= 'A' && c <= 'Z';
    out.upper.push_back(upper);
    out.lower.push_back(upper ? c - 'A' + 'a' : c);
    if (at >= passphrase.size() || out.lower.size() == 256) out.byte.push_back(at);
  }
  return out;
}

Parts parts_of(const Letters& letters, const std::vector<std::string_view>& own_words) {
  Parts out;
  for (std::size_t i = 0; i < letters.lower.size(); ++i) {
    out.push_back({i, i + 1, single(letters, i), std::nullopt, false, false});
  }
  add_dictionary(out, letters, own_words);
  add_spoken(out, letters);
  add_repeats(out, letters);
  add_sequences(out, letters);
  add_keyboard_walks(out, letters);
  add_dates(out, letters);
  return out;
}

}  // namespace pairbook::crypto
