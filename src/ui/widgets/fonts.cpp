// The bundled fonts, and which strings they can show.
#include <algorithm>
#include <array>
#include <utility>

#include "pairbook/base/text.hpp"
#include "ui/widgets/inner.hpp"

namespace pairbook::ui {
namespace {

// What Inter's Latin subset has, without combining marks (they need shaping).
constexpr std::array<std::pair<char32_t, char32_t>, 16> bundled{{
    {0x20, 0x7E},
    {0xA0, 0xAC},
    {0xAE, 0xFF},
    {0x131, 0x131},
    {0x152, 0x153},
    {0x2BB, 0x2BC},
    {0x2C6, 0x2C6},
    {0x2DA, 0x2DA},
    {0x2DC, 0x2DC},
    {0x2013, 0x2014},
    {0x2018, 0x201A},
    {0x201C, 0x201E},
    {0x2022, 0x2022},
    {0x2026, 0x2026},
    {0x20AC, 0x20AC},
    {0x2122, 0x2122},
}};

std::uint32_t big_endian(std::span<const std::byte> bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count && at + i < bytes.size(); ++i)
    value = value << 8 | static_cast<std::uint32_t>(bytes[at + i]);
  return value;
}

std::size_t find_table(std::span<const std::byte> font, std::uint32_t tag) {
  const std::size_t count = big_endian(font, 4, 2);
  for (std::size_t i = 0; i < count; ++i)
    if (big_endian(font, 12 + 16 * i, 4) == tag) return big_endian(font, 12 + 16 * i + 8, 4);
  return 0;
}

// ImGui sizes a font by its line (ascent to descent), the browser by its em.
FontFace load(std::span<const std::byte> font) {
  FontFace face;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  face.font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(
      const_cast<std::byte*>(font.data()), static_cast<int>(font.size()), 16, &config);
  const std::size_t head = find_table(font, 0x68656164), hhea = find_table(font, 0x68686561);
  const float em = static_cast<float>(big_endian(font, head + 18, 2));
  const auto ascent = static_cast<std::int16_t>(big_endian(font, hhea + 4, 2));
  const auto descent = static_cast<std::int16_t>(big_endian(font, hhea + 6, 2));
  if (em > 0 && ascent > descent) {
    face.per_em = static_cast<float>(ascent - descent) / em;
    face.ascent = static_cast<float>(ascent) / em;
  }
  return face;
}

}  // namespace

bool is_bundled_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (byte >= ' ' && byte < 0x7F) {
      ++at;
      continue;
    }
    const char32_t point = base::next_code_point(text, at);
    if (!std::ranges::any_of(bundled, [&](const auto& range) {
          return point >= range.first && point <= range.second;
        }))
      return false;
  }
  return true;
}

void FrameState::load_fonts(std::span<const std::byte> regular,
                            std::span<const std::byte> semibold,
                            std::span<const std::byte> icons) {
  inner_->regular = load(regular);
  inner_->semibold = load(semibold);
  inner_->icons = load(icons);
}

}  // namespace pairbook::ui
