#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "pairbook/ui/text_runs.hpp"

namespace pairbook::web {

/// Text runs drawn by the browser and kept in a few textures.
///
/// Shape: pages of shelves. When all pages are full, the page that was out of use for longest
/// is
///        wiped; a page used in this frame never is, so what is being painted stays valid.
class TextAtlas final : public ui::TextRuns {
 public:
  /// Begins a frame at a pixel density. A new density wipes everything.
  void begin_frame(float dpr);
  /// Everything is drawn anew when asked for next.
  void wipe();
  /// The textures are gone (lost context, or never a context): draw anew when asked.
  void forget_textures();
  /// Without a context nothing is drawn; measuring goes on.
  void set_drawing(bool drawing) { drawing_ = drawing; }

  float measure(std::string_view text, float size, bool bold) override;
  ui::ShapedRun shape(std::string_view text, float size, bool bold) override;

 private:
  struct Page {
    std::uint32_t texture = 0;
    std::uint64_t used_in = 0;
    int shelf_top = 0, shelf_height = 0, pen = 0;
    std::vector<std::string> keys;
  };
  struct Kept {
    ui::ShapedRun run;
    std::size_t page = 0;
  };
  struct Spot {
    std::size_t page;
    int x, y;
  };

  bool find_room(Page& page, int width, int height, int& x, int& y);
  Spot place(int width, int height);
  void wipe(Page& page);

  std::vector<Page> pages_;
  std::unordered_map<std::string, Kept> runs_;
  std::unordered_map<std::string, float> widths_;
  std::uint64_t frame_ = 0;
  float dpr_ = 1;
  bool drawing_ = true;
};

}  // namespace pairbook::web
