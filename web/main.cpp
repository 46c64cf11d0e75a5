// The doors through which the page calls in. Bytes arrive in memory that the page made with
// malloc and frees itself.
#include <emscripten/em_macros.h>

#include <span>

#include "host.hpp"
#include "imgui.h"
#include "letters.hpp"
#include "pairbook/app/job.hpp"
#include "shell.hpp"

namespace {

using namespace pairbook;

web::Shell* shell = nullptr;  // made by pb_start; the worker has none

base::BytesView view(const std::byte* bytes, std::size_t size) {
  return {bytes, size};
}
base::Bytes copy(const std::byte* bytes, std::size_t size) {
  return {bytes, bytes + size};
}

class WorkerProgress final : public app::Progress {
 public:
  // Cancelling ends the whole worker, so there is never a reason to stop by itself.
  bool report(std::uint32_t part, std::uint32_t whole) override {
    const double now = host_now();
    if (now - told_ < 50 && part < whole) return true;
    told_ = now;
    host_progress(part, whole);
    return true;
  }

 private:
  double told_ = 0;
};

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE int pb_start(const std::byte* regular, std::size_t regular_size,
                                  const std::byte* semibold, std::size_t semibold_size,
                                  const std::byte* icons, std::size_t icons_size) {
  static web::Shell only;
  shell = &only;
  return only.start(copy(regular, regular_size), copy(semibold, semibold_size),
                    copy(icons, icons_size))
             ? 1
             : 0;
}

EMSCRIPTEN_KEEPALIVE void pb_event(const std::byte* bytes, std::size_t size) {
  if (const auto event = web::unpack_event(view(bytes, size))) shell->handle(*event);
}

EMSCRIPTEN_KEEPALIVE void pb_action(std::uint32_t id, int kind, const std::byte* value,
                                    std::size_t size) {
  shell->act({.id = id,
              .kind = static_cast<ui::Action::Kind>(kind),
              .value = base::text_of(view(value, size))});
}

EMSCRIPTEN_KEEPALIVE void pb_draw() {
  shell->draw();
}

EMSCRIPTEN_KEEPALIVE void pb_resize(float width, float height, float dpr) {
  shell->resize(width, height, dpr);
}

EMSCRIPTEN_KEEPALIVE void pb_follow(int dark, int contrast, int stillness, int coarse,
                                    int forced) {
  shell->follow({.dark = dark != 0,
                 .contrast = contrast != 0,
                 .stillness = stillness != 0,
                 .coarse = coarse != 0,
                 .forced_colors = forced != 0});
}

EMSCRIPTEN_KEEPALIVE void pb_scroll(float dx, float dy) {
  shell->scroll(dx, dy);
}

/// 0 moved, 1 pressed, 2 released, 3 gone from the page. The position comes before the press.
EMSCRIPTEN_KEEPALIVE void pb_pointer(int what, float x, float y, int button, int touch) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(touch != 0 ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  if (what == 3) {
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    return;
  }
  io.AddMousePosEvent(x, y);
  // The browser counts the middle button as 1, ImGui as 2.
  const int which = button == 1 ? 2 : button == 2 ? 1 : button;
  // What holds other things (a row with its own buttons) answers only a pointer it has seen
  // before: a finger, or a quick mouse, comes and presses between two frames.
  if (what == 1) shell->draw();
  if (what != 0 && which < ImGuiMouseButton_COUNT) io.AddMouseButtonEvent(which, what == 1);
}

/// The press that is going on was no press after all: a finger began to scroll.
EMSCRIPTEN_KEEPALIVE void pb_release() {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  io.AddMouseButtonEvent(0, false);
}

EMSCRIPTEN_KEEPALIVE void pb_shift(int down) {
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, down != 0);
}
EMSCRIPTEN_KEEPALIVE void pb_control(int down) {
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, down != 0);
}

EMSCRIPTEN_KEEPALIVE void pb_context_lost() {
  shell->context_lost();
}
EMSCRIPTEN_KEEPALIVE void pb_context_restored() {
  shell->context_restored();
}

/// In the worker: the answer, its size (u32) in front; valid until the next job.
EMSCRIPTEN_KEEPALIVE const std::byte* pb_job(int kind, std::byte* input, std::size_t size) {
  static base::Bytes answer;
  WorkerProgress progress;
  const auto outcome =
      app::run_job(static_cast<app::JobKind>(kind), view(input, size), progress);
  // It may have held a passphrase.
  for (std::size_t i = 0; i < size; ++i)
    const_cast<volatile std::byte*>(input)[i] = std::byte{0};
  const base::Bytes packed = web::pack(outcome);
  base::ByteWriter out;
  out.u32(static_cast<std::uint32_t>(packed.size()));
  out.raw(packed);
  answer = out.take();
  return answer.data();
}
}
