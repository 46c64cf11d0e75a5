#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pairbook/ui/frame.hpp"

// What lies behind Frame and FrameState. Only files in this folder see it, and only they see
// ImGui. All rects are logical: x counts from the start of the line, which is the right edge
// when the page reads from right to left. `physical()` turns them into pixels at the very end.
namespace pairbook::ui {

/// Layers, lowest first: each is a channel of the draw list and hides what is under it from
/// the pointer.
enum class Layer : int { page, popup, dialog, dialog_popup, toast, tip, count };

struct Overlay {
  std::uint32_t id = 0;
  Layer layer = Layer::page;
  Rect rect;
  bool modal = false;
  bool takes_focus = false;
  std::uint32_t opener = 0;  // what had the focus when it opened
};

struct ScrollMemory {
  float offset = 0;
  float content = 0;
  float view = 0;
};

struct FontFace {
  ImFont* font = nullptr;
  float per_em = 1;  // ImGui's size (ascent + descent) for an em of 1
  float ascent = 1;  // from the top of that line to the base line, for an em of 1
};

struct FrameState::Inner {
  FontFace regular, semibold, icons;
  std::unordered_map<std::uint32_t, float> measured;
  struct Motion {
    float from = 0, to = 0;
    std::int64_t started = 0;
  };
  std::unordered_map<std::uint32_t, Motion> motions;
  std::unordered_map<std::uint32_t, ScrollMemory> scrolls;
  std::unordered_map<std::uint32_t, std::int64_t> hovered_since;
  std::vector<Overlay> overlays;  // of the last frame, in the order they were opened
  std::uint32_t last_focus = 0;
  std::uint32_t scroll_to = 0;  // bring this into view when it is emitted
  std::unordered_map<std::uint32_t, std::uint32_t> last_values;
};

/// A place that things are put into, one under the other or side by side.
struct Box {
  float x = 0, width = 0;
  float top = 0, y = 0;  // y: the end of what was put there
  float gap = space::m;
  bool any = false;
  float stretch = 0;  // cards here are at least this high
  float excess = 0;   // what that added
  // side by side
  bool row = false;
  bool bottoms = false;  // lower things stand at the bottom of the line
  float next_x = 0, line_height = 0, line_top = 0;
  float natural = 0;  // width that everything would take on one line
  float spring_natural = -1;
};

/// A part of the page that scrolls, or the page itself.
struct Region {
  std::uint32_t id = 0;
  Rect view;  // logical
  Layer layer = Layer::page;
};

/// What a pointer does to a thing.
struct Contact {
  bool hovered = false, held = false, pressed = false;
};

struct Frame::Inner {
  FrameState::Inner& keep;
  FrameInput input;
  const Theme& theme;
  TextRuns& runs;
  ImDrawList* draw = nullptr;
  SemanticTree tree;
  std::vector<std::uint32_t> parents;
  std::vector<std::uint32_t> scopes;
  std::vector<Box> boxes;
  std::vector<Region> regions;
  std::vector<Layer> layers;
  std::vector<Overlay> overlays;
  std::uint32_t scroll_taker = 0;  // the innermost region under the pointer
  bool scroll_used = false;
  int frames = 0;
  std::optional<std::int64_t> wake;
  Cursor cursor = Cursor::arrow;
  bool unsettled = false;
  bool finished = false;

  Inner(FrameState::Inner& state, const FrameInput& in, const Theme& look, TextRuns& shaped)
      : keep(state), input(in), theme(look), runs(shaped) {}

  // --- identity and meaning ---
  [[nodiscard]] std::uint32_t id(Key key) const { return key.within(scopes.back()); }
  /// Adds a node; parent, clip and the pixel rect are filled in here. Returns its place.
  std::size_t emit(Node node, const Rect& logical);
  [[nodiscard]] bool has_focus(std::uint32_t id) const {
    return input.focused_id == id && id != 0;
  }
  [[nodiscard]] bool shows_ring(std::uint32_t id) const {
    return has_focus(id) && input.focus_visible;
  }

  // --- what the person did ---
  [[nodiscard]] const Action* action(std::uint32_t id, Action::Kind kind) const;
  [[nodiscard]] bool key_pressed(std::uint32_t id, std::string_view chord) const;
  Contact interact(std::uint32_t id, const Rect& logical, bool enabled,
                   bool allow_overlap = false);
  [[nodiscard]] bool pointer_in(const Rect& logical) const;
  [[nodiscard]] bool pointer_in_any(const Rect& one, const Rect& other) const;
  [[nodiscard]] bool covered() const;  // the pointer belongs to a higher layer

  // --- layout ---
  [[nodiscard]] Box& box() { return boxes.back(); }
  Rect place(float width, float height);
  Rect place_full(float height) { return place(-1, height); }
  [[nodiscard]] float available() const;
  void open_box(const Rect& area, float gap);
  float close_box();  // its height
  [[nodiscard]] float control_height() const { return input.coarse_pointer ? 44.0F : 36.0F; }

  // --- memory ---
  [[nodiscard]] float remembered(std::uint32_t id, float otherwise) const;
  void remember(std::uint32_t id, float value);
  /// Moves towards `target` in 140 ms, at once when motion is reduced.
  float animate(std::uint32_t id, float target);
  [[nodiscard]] bool tip_due(std::uint32_t id, bool hovered);

  // --- layers ---
  [[nodiscard]] Layer layer() const { return layers.back(); }
  void enter(Layer layer, const Rect& clip);
  void leave();
  void push_clip(const Rect& logical);
  void pop_clip();
  [[nodiscard]] Rect clip() const;
  [[nodiscard]] Rect page() const { return {0, 0, input.width, input.height}; }

  // --- pixels ---
  [[nodiscard]] Rect physical(const Rect& logical) const;
  [[nodiscard]] float snap(float at) const;
  [[nodiscard]] bool visible(const Rect& logical) const;
};

/// `outer` without a margin all around.
[[nodiscard]] inline Rect inset(const Rect& outer, float by) {
  return {outer.x + by, outer.y + by, outer.width - 2 * by, outer.height - 2 * by};
}
[[nodiscard]] bool overlaps(const Rect& a, const Rect& b);
[[nodiscard]] Rect intersection(const Rect& a, const Rect& b);
[[nodiscard]] inline float bottom(const Rect& rect) {
  return rect.y + rect.height;
}
[[nodiscard]] inline float end(const Rect& rect) {
  return rect.x + rect.width;
}

}  // namespace pairbook::ui
