#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "mirror_buffer.hpp"
#include "pairbook/app/model.hpp"
#include "pairbook/app/screen.hpp"
#include "pairbook/app/update.hpp"
#include "pairbook/ui/frame.hpp"
#include "renderer.hpp"
#include "text_atlas.hpp"

namespace pairbook::web {

/// Chance from the browser.
class BrowserRandom final : public base::RandomSource {
 public:
  void fill(std::span<std::byte> out) override;
};

/// The person's system settings, as the page reports them.
struct SystemWishes {
  bool dark = false, contrast = false, stillness = false, coarse = false, forced_colors = false;
};

/// The running page: holds the model, draws when asked, hands effects to the page.
///
/// Shape: nothing runs by itself. The page calls in when something happened, and draw() when a
///        frame is due; each call ends with the page knowing whether more frames are wanted.
class Shell {
 public:
  /// False when there is no WebGL2: the mirror is the page then.
  bool start(base::Bytes regular, base::Bytes semibold, base::Bytes icons);

  void handle(const app::Event& event);
  void act(ui::Action action);
  void resize(float width, float height, float dpr);
  void follow(const SystemWishes& wishes);
  void scroll(float dx, float dy);
  void draw();
  void context_lost() { renderer_.lose(); }
  void context_restored();

 private:
  [[nodiscard]] const ui::Theme& theme() const;
  [[nodiscard]] const app::Screen& screen();
  void take_actions();
  [[nodiscard]] ui::SemanticTree draw_once(std::optional<app::Intent>& intent, bool& unsettled);
  void tell_colors(const ui::Theme& theme);

  app::Model model_;
  BrowserRandom random_;
  ui::FrameState state_;
  TextAtlas runs_;
  Renderer renderer_;
  MirrorBuffer mirror_;
  std::optional<app::Screen> screen_;  // none: the model changed since it was made
  std::deque<ui::Action> actions_;
  ui::FrameInput input_;
  SystemWishes wishes_;
  const ui::Theme* told_colors_ = nullptr;
  int cursor_ = 0;
  bool started_ = false;
  base::Bytes regular_, semibold_, icons_;  // ImGui reads from them for as long as it runs
};

}  // namespace pairbook::web
