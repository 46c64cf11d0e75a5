#include "pairbook/ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace pairbook::ui {
namespace {

double linear(std::uint8_t channel) {
  const double part = channel / 255.0;
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) +
         0.0722 * linear(color.blue);
}

std::uint8_t over(std::uint8_t top, std::uint8_t below, std::uint8_t alpha) {
  return static_cast<std::uint8_t>((top * alpha + below * (255 - alpha) + 127) / 255);
}

constexpr Theme light_theme{
    .bg = Color::hex(0xFBFBFA),
    .surface = Color::hex(0xFFFFFF),
    .surface2 = Color::hex(0xF4F4F2),
    .text = Color::hex(0x1C1C1A),
    .text2 = Color::hex(0x55554F),
    .text3 = Color::hex(0x6B6B65),
    .accent = Color::hex(0x2F5BD3),
    .on_accent = Color::hex(0xFFFFFF),
    .success = Color::hex(0x1B7A43),
    .warning = Color::hex(0x8A5A00),
    .danger = Color::hex(0xB3261E),
    .info = Color::hex(0x1F6A8C),
    .border = Color::hex(0x85857F),
    .hairline = Color::hex(0xDEDEDA),
    .ring = Color::hex(0x1D4ED8),
    .scrim = Color::hex(0x1C1C1A).faded(96),
    .shadow = Color::hex(0x1C1C1A).faded(44),
};

constexpr Theme dark_theme{
    .bg = Color::hex(0x131316),
    .surface = Color::hex(0x1B1B1F),
    .surface2 = Color::hex(0x232329),
    .text = Color::hex(0xECECEE),
    .text2 = Color::hex(0xB4B4BC),
    .text3 = Color::hex(0x9A9AA3),
    .accent = Color::hex(0x8FB0FF),
    .on_accent = Color::hex(0x10131C),
    .success = Color::hex(0x6FD498),
    .warning = Color::hex(0xE9B44C),
    .danger = Color::hex(0xFF9A92),
    .info = Color::hex(0x7CC7E8),
    .border = Color::hex(0x7C7C86),
    .hairline = Color::hex(0x34343B),
    .ring = Color::hex(0xA9C1FF),
    .scrim = Color::hex(0x000000).faded(150),
    .shadow = Color::hex(0x000000).faded(130),
    .dark = true,
};

constexpr Theme with_high_contrast(Theme theme) {
  const Color ink = theme.dark ? Color::hex(0xFFFFFF) : Color::hex(0x000000);
  const Color paper = theme.dark ? Color::hex(0x000000) : Color::hex(0xFFFFFF);
  theme.bg = theme.surface = theme.surface2 = paper;
  theme.text = theme.text2 = theme.text3 = theme.border = theme.hairline = ink;
  theme.accent = theme.ring = theme.dark ? Color::hex(0xA9C1FF) : Color::hex(0x0B2E9B);
  theme.on_accent = paper;
  theme.shadow = paper.faded(0);
  theme.high_contrast = true;
  return theme;
}

constexpr Theme light_contrast_theme = with_high_contrast(light_theme);
constexpr Theme dark_contrast_theme = with_high_contrast(dark_theme);

}  // namespace

Color blend(Color top, Color under) {
  return {over(top.red, under.red, top.alpha), over(top.green, under.green, top.alpha),
          over(top.blue, under.blue, top.alpha), 255};
}

double contrast_ratio(Color a, Color b) {
  const double one = luminance(a), two = luminance(b);
  return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

const Theme& Theme::light() {
  return light_theme;
}
const Theme& Theme::dark_one() {
  return dark_theme;
}
const Theme& Theme::light_contrast() {
  return light_contrast_theme;
}
const Theme& Theme::dark_contrast() {
  return dark_contrast_theme;
}

const Theme& Theme::choose(bool dark, bool high_contrast) {
  if (high_contrast) return dark ? dark_contrast_theme : light_contrast_theme;
  return dark ? dark_theme : light_theme;
}

}  // namespace pairbook::ui
