// Case and accents away, for comparing what people type. A table of the letters people in
// Latin, Greek and Cyrillic scripts use; combining marks are dropped; everything else stays as
// it is.
#include <string_view>

#include "pairbook/base/text.hpp"

namespace pairbook::base {

namespace {

/// Base letters of U+00C0..U+017F, in order; '?' marks one that unfolds to more or to itself.
constexpr std::string_view latin =
    "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y"  // C0..FF
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllllllllnnnnnn???oooooo??"
    "rrrrrrssssss"
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";  // 100..17F

std::string_view unfolded(char32_t c) {
  switch (c) {
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xD0:
    case 0xF0:
      return "d";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0xDF:
    case 0x1E9E:
      return "ss";
    case 0xD7:
      return "\xC3\x97";
    case 0xF7:
      return "\xC3\xB7";
    case 0x132:
    case 0x133:
      return "ij";
    case 0x149:
    case 0x14A:
    case 0x14B:
      return "n";
    case 0x152:
    case 0x153:
      return "oe";
    default:
      return {};
  }
}

char32_t greek_or_cyrillic(char32_t c) {
  switch (c) {
    case 0x386:
    case 0x3AC:
      return 0x3B1;
    case 0x388:
    case 0x3AD:
      return 0x3B5;
    case 0x389:
    case 0x3AE:
      return 0x3B7;
    case 0x38A:
    case 0x3AF:
    case 0x390:
    case 0x3AA:
    case 0x3CA:
      return 0x3B9;
    case 0x38C:
    case 0x3CC:
      return 0x3BF;
    case 0x38E:
    case 0x3CD:
    case 0x3AB:
    case 0x3CB:
    case 0x3B0:
      return 0x3C5;
    case 0x38F:
    case 0x3CE:
      return 0x3C9;
    case 0x3C2:
      return 0x3C3;
    case 0x401:
    case 0x451:
      return 0x435;
    case 0x419:
    case 0x439:
      return 0x438;
    default:
      break;
  }
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c;
}

/// Latin Extended Additional comes in upper/lower pairs; its Vietnamese vowels lose their
/// marks.
char32_t vietnamese(char32_t c) {
  if (c >= 0x1EA0 && c <= 0x1EB7) return 'a';
  if (c >= 0x1EB8 && c <= 0x1EC7) return 'e';
  if (c >= 0x1EC8 && c <= 0x1ECB) return 'i';
  if (c >= 0x1ECC && c <= 0x1EE3) return 'o';
  if (c >= 0x1EE4 && c <= 0x1EF1) return 'u';
  if (c >= 0x1EF2 && c <= 0x1EF9) return 'y';
  return 0;
}

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  } else if (c >= 0x300 && c <= 0x36F) {
    return;  // a combining mark
  } else if (const std::string_view more = unfolded(c); !more.empty()) {
    out += more;
  } else if (c >= 0xC0 && c <= 0x17F && latin[c - 0xC0] != '?') {
    out += latin[c - 0xC0];
  } else if (c == 0x1A0 || c == 0x1A1) {
    out += 'o';
  } else if (c == 0x1AF || c == 0x1B0) {
    out += 'u';
  } else if (const char32_t vowel = vietnamese(c); vowel != 0) {
    out += static_cast<char>(vowel);
  } else if (c >= 0x218 && c <= 0x21B) {
    out += c <= 0x219 ? 's' : 't';
  } else {
    append_utf8(out, greek_or_cyrillic(c));
  }
}

}  // namespace

std::string fold_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_folded(out, next_code_point(text, at));
  return collapse_spaces(out);
}

}  // namespace pairbook::base
