// Which encoding a spreadsheet's text has, decided in this order:
//   1. a byte order mark says so (UTF-8, UTF-16 LE, UTF-16 BE);
//   2. zero bytes at every other place: UTF-16;
//   3. valid UTF-8;
//   4. mostly valid UTF-8: UTF-8 with damage;
//   5. Windows-1252, which gives every byte a letter but five.
#include "text_decoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "pairbook/base/text.hpp"

namespace pairbook::codec {

namespace {

using base::BytesView;
using base::Errc;
using base::fail;

/// U+0080..U+009F of Windows-1252; 0xFFFD where there is none.
constexpr std::array<char16_t, 32> windows_letters = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

constexpr std::size_t looked_at = 4096;

std::string_view as_text(BytesView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

unsigned byte_at(BytesView bytes, std::size_t at) {
  return std::to_integer<unsigned>(bytes[at]);
}

DecodedText from_windows(std::string_view text) {
  DecodedText out{{}, Encoding::windows_1252, true, false};
  out.text.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 && byte < 0xA0) {
      const char16_t letter = windows_letters[byte - 0x80U];
      out.damaged |= letter == 0xFFFD;
      base::append_utf8(out.text, letter);
    } else {
      base::append_utf8(out.text, byte);
    }
  }
  return out;
}

DecodedText from_utf16(BytesView bytes, bool big_endian, bool guessed) {
  DecodedText out{{}, big_endian ? Encoding::utf16_be : Encoding::utf16_le, guessed, false};
  out.damaged = bytes.size() % 2 != 0;
  out.text.reserve(bytes.size());
  const auto unit = [&](std::size_t at) -> char32_t {
    const unsigned first = byte_at(bytes, at), second = byte_at(bytes, at + 1);
    return big_endian ? first << 8U | second : second << 8U | first;
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
        at += 2;
      }
    }
    if (c >= 0xD800 && c < 0xE000) {
      c = 0xFFFD;
      out.damaged = true;
    }
    base::append_utf8(out.text, c);
  }
  return out;
}

/// How UTF-16 without a mark looks: zeros at every other place, and hardly any elsewhere.
bool looks_like_utf16(BytesView bytes, bool& big_endian) {
  const std::size_t size = std::min(bytes.size(), looked_at) & ~std::size_t{1};
  std::size_t even = 0, odd = 0;
  for (std::size_t at = 0; at < size; at += 2) {
    even += byte_at(bytes, at) == 0 ? 1U : 0U;
    odd += byte_at(bytes, at + 1) == 0 ? 1U : 0U;
  }
  big_endian = even > odd;
  return size >= 4 && std::max(even, odd) * 4 >= size / 2 &&
         std::min(even, odd) * 20 <= even + odd;
}

/// UTF-8 in which a few bytes were broken on the way, or nothing when it is not that.
bool repair_utf8(std::string_view text, std::string& repaired) {
  std::size_t good = 0, bad = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = base::next_code_point(text, at);
    if (c == 0xFFFD && at == start + 1) {
      ++bad;
    } else {
      good += at > start + 1 ? 1U : 0U;
    }
    base::append_utf8(repaired, c);
  }
  return good >= bad * 4;
}

bool begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

/// The name of a kind of file that is no text, or nothing.
std::string_view binary_kind(std::string_view text) {
  using namespace std::string_view_literals;
  if (begins(text, "PK\x03\x04"sv)) {
    if (text.substr(0, 256).find("opendocument.spreadsheet") != std::string_view::npos) {
      return not_a_table::open_document;
    }
    return text.find("xl/") != std::string_view::npos ? not_a_table::excel : not_a_table::zip;
  }
  if (begins(text, "\xD0\xCF\x11\xE0"sv)) return not_a_table::old_excel;
  if (begins(text, "%PDF"sv)) return not_a_table::pdf;
  // A version follows, which no text has there: a column may well be called "Pairbook".
  constexpr std::string_view book = "PAIRBOOK";
  if (begins(text, book) && text.size() > book.size() &&
      static_cast<unsigned char>(text[book.size()]) < '\t') {
    return not_a_table::book;
  }
  return {};
}

/// None of eight letters is below the space: eight at once, because a file has millions.
bool has_no_control(const char* letters) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, letters, sizeof eight);
  return ((eight - 0x2020202020202020ULL) & ~eight & 0x8080808080808080ULL) == 0;
}

bool is_control(char c) {
  return c > 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r';
}

/// The same for text that holds something else than rows; and how many letters in it are none.
std::string_view text_kind(std::string_view text, std::size_t& controls) {
  const std::string_view inner = base::trim(text.substr(0, looked_at));
  if (inner.empty() && base::trim(text).empty()) return not_a_table::empty;
  const std::string start = base::fold_case(inner.substr(0, 64));
  for (const std::string_view sign : {"<!doctype", "<html", "<table", "<?xml"}) {
    if (begins(start, sign)) return not_a_table::web_page;
  }
  if (begins(inner, "{") || begins(inner, "[{")) return not_a_table::json;
  for (std::size_t at = 0; at < text.size(); ++at) {
    while (text.size() - at >= 8 && has_no_control(text.data() + at)) at += 8;
    if (at == text.size()) break;
    const char c = text[at];
    if (c == 0) return not_a_table::binary;
    controls += is_control(c) ? 1U : 0U;
  }
  return controls * 50 > text.size() ? not_a_table::binary : std::string_view{};
}

DecodedText decode(BytesView file) {
  const std::string_view text = as_text(file);
  if (begins(text, "\xFF\xFE")) return from_utf16(file.subspan(2), false, false);
  if (begins(text, "\xFE\xFF")) return from_utf16(file.subspan(2), true, false);
  if (begins(text, "\xEF\xBB\xBF") && base::is_utf8(text)) {
    return {std::string(text.substr(3)), Encoding::utf8_bom, false, false};
  }
  bool big_endian = false;
  if (looks_like_utf16(file, big_endian)) return from_utf16(file, big_endian, true);
  if (base::is_utf8(text)) return {std::string(text), Encoding::utf8, false, false};
  const bool marked = begins(text, "\xEF\xBB\xBF");
  std::string repaired;
  if (repair_utf8(text.substr(marked ? 3 : 0), repaired) || marked) {
    return {std::move(repaired), marked ? Encoding::utf8_bom : Encoding::utf8, false, true};
  }
  return from_windows(text);
}

}  // namespace

base::Result<DecodedText> decode_text(BytesView file) {
  if (file.size() > max_file_bytes) return fail(Errc::too_large, "file", "more than 64 MiB");
  if (const auto kind = binary_kind(as_text(file)); !kind.empty()) {
    return fail(Errc::invalid_input, std::string(kind));
  }
  DecodedText decoded = decode(file);
  std::size_t controls = 0;
  if (const auto kind = text_kind(decoded.text, controls); !kind.empty()) {
    return fail(Errc::invalid_input, std::string(kind));
  }
  if (controls >
      0) {  // a few strays: blanks, or what is written again might be taken for binary
    std::replace_if(decoded.text.begin(), decoded.text.end(), is_control, ' ');
    decoded.damaged = true;
  }
  return decoded;
}

}  // namespace pairbook::codec
