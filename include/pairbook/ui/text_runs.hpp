#pragma once

#include <cstdint>
#include <string_view>

namespace pairbook::ui {

/// A string drawn by somebody else (the browser) into a texture.
///
/// Units: CSS pixels from the pen position on the base line; texture coordinates 0..1.
struct ShapedRun {
  std::uint64_t texture = 0;  // what the renderer calls it
  float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
  float left = 0, top = 0;  // of the picture, from the pen: `top` is negative
  float width = 0, height = 0;
  bool coloured = false;  // has emoji in it: not to be tinted
};

/// Draws strings that the bundled Latin font cannot: Arabic, Thai, Chinese, emoji, also an Ł.
/// The web shell shapes them with the browser's own text engine and caches them by string,
/// size, weight and pixel density; tests use a simple stand-in.
class TextRuns {
 public:
  virtual ~TextRuns() = default;
  /// Width of one line. `size` is the type size in CSS pixels (an em).
  [[nodiscard]] virtual float measure(std::string_view text, float size, bool bold) = 0;
  /// A picture of one line, white where it may be tinted. Width 0 means: nothing to draw yet.
  [[nodiscard]] virtual ShapedRun shape(std::string_view text, float size, bool bold) = 0;
};

/// True when the bundled font has every character and needs no shaping: the string is painted
/// by us. False: it goes to TextRuns.
[[nodiscard]] bool is_bundled_text(std::string_view text);

}  // namespace pairbook::ui
