#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pairbook/ui/draw.hpp"
#include "pairbook/ui/frame.hpp"

// Screens without a browser: the real fonts and layout, a renderer that paints nothing, and the
// semantic tree to look at. Fails the test when a widget paints what it does not mean.
namespace pairbook::ui {

struct Stage {
  float width = 1280, height = 800;
  bool dark = false, high_contrast = false, right_to_left = false, coarse = false;
  float dpr = 1;
};

class Harness {
 public:
  using Draw = std::function<std::optional<app::Intent>(Frame&)>;

  explicit Harness(Draw draw, const Stage& stage = {});
  /// Of one whole screen; `screen` must outlive the harness.
  explicit Harness(const app::Screen& screen, const Stage& stage = {});
  ~Harness();
  Harness(const Harness&) = delete;
  Harness& operator=(const Harness&) = delete;

  /// Draws until the layout is settled; what was asked for meanwhile.
  std::optional<app::Intent> step();

  [[nodiscard]] const SemanticTree& tree() const;
  /// The first node of this role whose name is, or else contains, `name`; fails without one.
  [[nodiscard]] const Node& get(Role role, std::string_view name) const;
  [[nodiscard]] const Node* find(Role role, std::string_view name) const;
  [[nodiscard]] std::vector<const Node*> all(Role role) const;

  /// Presses with the mouse: pointer to the middle, button down, button up.
  std::optional<app::Intent> click(Role role, std::string_view name);
  std::optional<app::Intent> click_at(float x, float y);
  void hover(float x, float y);
  /// As the keyboard or assistive technology does.
  std::optional<app::Intent> press(Role role, std::string_view name);
  std::optional<app::Intent> fill(Role role, std::string_view name, std::string value);
  std::optional<app::Intent> key(std::uint32_t id, std::string chord);
  std::optional<app::Intent> act(Action action);
  void focus(std::uint32_t id);
  void scroll(float by);
  void pass_time(std::int64_t ms);

  /// What is wrong with the frame as drawn: empty when nothing is.
  [[nodiscard]] std::vector<std::string> problems() const;
  [[nodiscard]] const FrameInput& input() const;
  [[nodiscard]] bool wanted_frames() const;
  /// Nodes painted and told in the last frame, and the vertices they took.
  [[nodiscard]] int vertices() const;
  /// Writes what would be seen as a PNG file.
  void save_picture(const std::string& path);

 private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

[[nodiscard]] bool is_interactive(Role role);

}  // namespace pairbook::ui
