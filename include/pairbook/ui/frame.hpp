#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "pairbook/ui/key.hpp"
#include "pairbook/ui/semantics.hpp"
#include "pairbook/ui/text_runs.hpp"
#include "pairbook/ui/theme.hpp"

namespace pairbook::ui {

/// What the shell tells a frame. Mouse buttons and positions go to ImGui's own queue; all else
/// is here.
struct FrameInput {
  /// What the person did by keyboard, typing or assistive technology. At most one press,
  /// set_value, toggle or submit a frame (a frame returns one intent); the rest wait a frame.
  std::vector<Action> actions;
  std::uint32_t focused_id = 0;  // the mirrored element that has the browser's focus
  bool focus_visible = false;    // it wants a ring (:focus-visible)
  float width = 1280, height = 800;
  float dpr = 1;
  float scroll_x = 0, scroll_y = 0;  // wheel or finger, in CSS pixels; positive shows what is
                                     // further down or towards the end
  bool reduced_motion = false, coarse_pointer = false, right_to_left = false;
  /// True where no DOM field shows what is typed (tests, pictures): paint it ourselves.
  bool paint_field_text = false;
  std::int64_t now_ms = 0;
};

/// What widgets remember between frames: scroll positions, running animations, measured
/// heights, the fonts. Belongs to the shell, one for each ImGui context; no globals.
class FrameState {
 public:
  FrameState();
  ~FrameState();
  FrameState(const FrameState&) = delete;
  FrameState& operator=(const FrameState&) = delete;

  /// TTF bytes, which must outlive the ImGui context: Inter 400, Inter 600, the icons.
  void load_fonts(std::span<const std::byte> regular, std::span<const std::byte> semibold,
                  std::span<const std::byte> icons);

  struct Inner;
  [[nodiscard]] Inner& inner() { return *inner_; }

 private:
  std::unique_ptr<Inner> inner_;
};

enum class Cursor : std::uint8_t { arrow, pointer, text, not_allowed };

/// One frame of drawing, between ImGui::NewFrame and ImGui::Render:
/// ```cpp
/// ui::Frame frame(state, input, theme, runs);
/// auto intent = ui::draw(frame, screen);
/// SemanticTree tree = frame.finish();
/// ```
/// Shape: widgets measure what they cannot know beforehand and remember it for the next frame.
///        While `unsettled()`, draw once more before presenting (three times at most).
class Frame {
 public:
  Frame(FrameState& state, const FrameInput& input, const Theme& theme, TextRuns& runs);
  ~Frame();
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  [[nodiscard]] const FrameInput& input() const;
  [[nodiscard]] const Theme& theme() const;

  /// Below 600 pixels: one column, cards instead of tables.
  [[nodiscard]] bool narrow() const { return input().width < 600; }
  /// From 900 pixels: a rail of places at the side.
  [[nodiscard]] bool roomy() const { return input().width >= 900; }

  /// True in the frame in which the chord was pressed ("Control+K", "?", "Escape"). Asking
  /// makes it known to the browser, which then leaves that chord to us. Control means Command
  /// on a Mac.
  [[nodiscard]] bool shortcut(std::string_view chord);

  /// The document's title and the language of the page.
  void say_where(std::string_view title, std::string_view language);
  /// Moves the focus to a thing after this frame. The last request wins.
  void focus(std::uint32_t id);
  /// The id of a thing that is (or will be) drawn with this key at this place.
  [[nodiscard]] std::uint32_t id_of(Key key) const;

  /// True when what is kept under this key differs from last time (also the first time).
  [[nodiscard]] bool changed(Key key, std::uint32_t value);
  /// A number kept from frame to frame; 0 before anything was kept.
  void keep(Key key, std::uint32_t value);
  [[nodiscard]] std::uint32_t kept(Key key) const;
  /// A dialog or menu was open in the last frame: Escape is for it.
  [[nodiscard]] bool overlay_open() const;

  /// Ends the frame. Call once, when everything is drawn.
  [[nodiscard]] SemanticTree finish();

  /// After finish(): how many more frames are wanted right away (0 when idle), when to wake for
  /// a tooltip, and which cursor to show.
  [[nodiscard]] int wants_frames() const;
  [[nodiscard]] std::optional<std::int64_t> wake_at() const;
  [[nodiscard]] Cursor cursor() const;
  [[nodiscard]] bool unsettled() const;

  struct Inner;
  [[nodiscard]] Inner& inner() { return *inner_; }
  [[nodiscard]] const Inner& inner() const { return *inner_; }

 private:
  std::unique_ptr<Inner> inner_;
};

}  // namespace pairbook::ui
