#pragma once

#include <cstdint>

namespace pairbook::ui {

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
  bool operator==(const Color&) const = default;

  /// 0x2F5BD3, opaque.
  [[nodiscard]] static constexpr Color hex(std::uint32_t rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8),
            static_cast<std::uint8_t>(rgb), 255};
  }
  [[nodiscard]] constexpr Color faded(std::uint8_t to) const { return {red, green, blue, to}; }
};

/// `over` painted upon `under`, as an opaque colour.
[[nodiscard]] Color blend(Color over, Color under);

/// How well two opaque colours stand apart, 1 to 21.
///
/// Source: WCAG 2.2, relative luminance and contrast ratio.
[[nodiscard]] double contrast_ratio(Color a, Color b);

/// The colours of one look. Text pairs stand apart by 4.5 at least, borders and the focus ring
/// by 3; a test computes them all. `hairline` is decoration and promises nothing.
struct Theme {
  Color bg, surface, surface2;
  Color text, text2, text3;
  Color accent, on_accent;
  Color success, warning, danger, info;
  Color border, hairline, ring;
  Color scrim;   // over the page, under a dialog
  Color shadow;  // its strongest alpha
  bool dark = false;
  bool high_contrast = false;

  [[nodiscard]] static const Theme& light();
  [[nodiscard]] static const Theme& dark_one();
  /// Black and white, thick borders, no shadows.
  [[nodiscard]] static const Theme& light_contrast();
  [[nodiscard]] static const Theme& dark_contrast();
  [[nodiscard]] static const Theme& choose(bool dark, bool high_contrast);

  [[nodiscard]] float border_width() const { return high_contrast ? 2.0F : 1.0F; }
  /// A quiet tint of a colour on a surface, for callouts, badges and what is selected.
  [[nodiscard]] Color tint(Color of) const { return of.faded(dark ? 40 : 22); }
  [[nodiscard]] Color hover() const { return text.faded(dark ? 20 : 12); }
  [[nodiscard]] Color pressed() const { return text.faded(dark ? 34 : 24); }
};

/// Steps of the 4-pixel grid.
namespace space {
inline constexpr float xs = 4, s = 8, m = 12, l = 16, xl = 24, xxl = 32, huge = 48;
}

/// Type sizes: caption, table, body, lead, section, page, hero.
namespace type {
inline constexpr float caption = 12, table = 13, body = 14, lead = 16, section = 20, page = 24,
                       hero = 32;
}

namespace radius {
inline constexpr float control = 6, card = 10, dialog = 14;
}

}  // namespace pairbook::ui
