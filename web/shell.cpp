#include "shell.hpp"

#include <algorithm>
#include <utility>

#include "host.hpp"
#include "imgui.h"
#include "letters.hpp"
#include "pairbook/ui/draw.hpp"

namespace pairbook::web {
namespace {

constexpr int most_passes = 5;  // layouts that settle, and intents that change the screen

domain::Moment moment_now() {
  const auto now = static_cast<std::int64_t>(host_now());
  const std::int64_t local =
      now + std::int64_t{60'000} * host_zone_offset(static_cast<double>(now));
  constexpr std::int64_t day = 86'400'000;
  return {.when = {now},
          .today = {static_cast<std::int32_t>((local - (local % day + day) % day) / day)}};
}

bool may_end_a_frame(ui::Action::Kind kind) {
  using enum ui::Action::Kind;
  return kind == press || kind == set_value || kind == toggle || kind == submit ||
         kind == key || kind == escape;
}

std::uint32_t rgb(ui::Color color) {
  return static_cast<std::uint32_t>(color.red) << 16 |
         static_cast<std::uint32_t>(color.green) << 8 | color.blue;
}

}  // namespace

void BrowserRandom::fill(std::span<std::byte> out) {
  host_random(out.data(), out.size());
}

bool Shell::start(base::Bytes regular, base::Bytes semibold, base::Bytes icons) {
  regular_ = std::move(regular);
  semibold_ = std::move(semibold);
  icons_ = std::move(icons);
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.ConfigInputTrickleEventQueue = true;
  const bool painting = renderer_.start();
  runs_.set_drawing(painting);
  state_.load_fonts(regular_, semibold_, icons_);
  started_ = true;
  return painting;
}

void Shell::handle(const app::Event& event) {
  const std::vector<app::Effect> effects = app::update(model_, event, moment_now(), random_);
  screen_.reset();
  for (const app::Effect& effect : effects) {
    const base::Bytes bytes = pack(effect);
    host_effect(bytes.data(), bytes.size());
  }
  host_kick(1);
}

void Shell::act(ui::Action action) {
  // Only the latest text of a field counts, so that fast typing is one change a frame.
  if (action.kind == ui::Action::Kind::set_value && !actions_.empty() &&
      actions_.back().kind == action.kind && actions_.back().id == action.id)
    actions_.back().value = std::move(action.value);
  else
    actions_.push_back(std::move(action));
  host_kick(2);
}

void Shell::resize(float width, float height, float dpr) {
  input_.width = width;
  input_.height = height;
  input_.dpr = dpr;
}

void Shell::follow(const SystemWishes& wishes) {
  wishes_ = wishes;
  input_.reduced_motion = wishes.stillness;
  input_.coarse_pointer = wishes.coarse;
  host_kick(2);
}

void Shell::scroll(float dx, float dy) {
  input_.scroll_x += dx;
  input_.scroll_y += dy;
}

void Shell::context_restored() {
  runs_.forget_textures();
  renderer_.restore();
  host_kick(2);
}

const ui::Theme& Shell::theme() const {
  const bool dark = screen_ && screen_->theme != app::Theme::system
                        ? screen_->theme == app::Theme::dark
                        : wishes_.dark;
  const bool contrast = screen_ && screen_->contrast != app::Contrast::system
                            ? screen_->contrast == app::Contrast::high
                            : wishes_.contrast;
  return ui::Theme::choose(dark, contrast);
}

const app::Screen& Shell::screen() {
  if (!screen_) screen_ = app::present(model_, moment_now());
  return *screen_;
}

// Focus changes are followed here; of the rest, one thing a frame can be answered.
void Shell::take_actions() {
  input_.actions.clear();
  bool full = false;
  while (!actions_.empty() && !full) {
    ui::Action action = std::move(actions_.front());
    actions_.pop_front();
    if (action.kind == ui::Action::Kind::focus) {
      input_.focused_id = action.id;
      input_.focus_visible = action.value == "visible";
    } else if (action.kind == ui::Action::Kind::blur && input_.focused_id == action.id) {
      input_.focused_id = 0;
      input_.focus_visible = false;
    }
    full = may_end_a_frame(action.kind);
    input_.actions.push_back(std::move(action));
  }
}

ui::SemanticTree Shell::draw_once(std::optional<app::Intent>& intent, bool& unsettled) {
  const app::Screen& shown = screen();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {input_.width, input_.height};
  io.DisplayFramebufferScale = {input_.dpr, input_.dpr};
  const std::int64_t before =
      std::exchange(input_.now_ms, static_cast<std::int64_t>(host_now()));
  io.DeltaTime = std::clamp(static_cast<float>(input_.now_ms - before) / 1000.0F, 0.001F, 0.1F);
  renderer_.begin_frame();
  runs_.begin_frame(input_.dpr);
  ImGui::NewFrame();
  const ui::Theme& look = theme();
  tell_colors(look);
  ui::Frame frame(state_, input_, look, runs_);
  intent = ui::draw(frame, shown);
  ui::SemanticTree tree = frame.finish();
  ImGui::Render();
  unsettled = frame.unsettled();
  if (frame.wants_frames() > 0) host_kick(frame.wants_frames());
  if (const auto wake = frame.wake_at()) host_wake(static_cast<double>(*wake));
  if (const int cursor = static_cast<int>(frame.cursor()); cursor != cursor_) {
    cursor_ = cursor;
    host_cursor(cursor);
  }
  return tree;
}

void Shell::draw() {
  if (!started_ || input_.width <= 0) return;
  take_actions();
  ui::SemanticTree tree;
  std::uint32_t focus = 0;
  for (int pass = 0; pass < most_passes; ++pass) {
    std::optional<app::Intent> intent;
    bool unsettled = false;
    tree = draw_once(intent, unsettled);
    if (tree.focus_request != 0) focus = tree.focus_request;
    input_.actions.clear();
    input_.scroll_x = input_.scroll_y = 0;
    if (intent) handle(app::Event{std::move(*intent)});
    if (!unsettled && !intent) break;
    // Textures asked for by a pass that is not painted must exist in the next.
    if (!renderer_.painting()) renderer_.paint(0, 0, 0);
  }
  if (!actions_.empty()) host_kick(1);
  const ui::Theme& colors = theme();
  renderer_.paint(static_cast<int>(input_.width * input_.dpr + 0.5F),
                  static_cast<int>(input_.height * input_.dpr + 0.5F), rgb(colors.bg));
  tree.focus_request = focus;
  const base::Bytes changes = mirror_.changes(std::move(tree), input_.focused_id);
  if (!changes.empty()) host_mirror(changes.data(), changes.size());
}

void Shell::tell_colors(const ui::Theme& theme) {
  if (told_colors_ == &theme) return;
  told_colors_ = &theme;
  runs_.wipe();  // emoji bring the colour of the text beside them
  host_colors(rgb(theme.bg), rgb(theme.text), rgb(theme.text3), rgb(theme.accent),
              theme.dark ? 1 : 0);
}

}  // namespace pairbook::web
