#pragma once

namespace pairbook::web {

/// The canvas's WebGL2 context and ImGui's drawing on it.
class Renderer {
 public:
  /// False when the browser has no WebGL2: then frames are not painted and the mirror is the
  /// page.
  bool start();
  /// The context came back after a loss: everything on the graphics card is made anew.
  void restore();
  void lose() { painting_ = false; }
  [[nodiscard]] bool painting() const { return painting_; }

  void begin_frame();
  /// Paints what ImGui::Render() prepared.
  void paint(int width, int height, unsigned background);

 private:
  bool painting_ = false;
};

}  // namespace pairbook::web
