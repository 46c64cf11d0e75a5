// Pointer, keys and time: what the person did to a thing, and what moves by itself.
#include <algorithm>
#include <cmath>

#include "ui/widgets/inner.hpp"

namespace pairbook::ui {
namespace {

constexpr std::int64_t motion_ms = 140;
constexpr std::int64_t tip_delay_ms = 500;

}  // namespace

const Action* Frame::Inner::action(std::uint32_t of, Action::Kind kind) const {
  for (const Action& each : input.actions)
    if (each.id == of && each.kind == kind) return &each;
  return nullptr;
}

bool Frame::Inner::key_pressed(std::uint32_t of, std::string_view chord) const {
  return std::ranges::any_of(input.actions, [&](const Action& each) {
    return each.id == of && each.kind == Action::Kind::key && each.value == chord;
  });
}

bool Frame::Inner::covered() const {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  return std::ranges::any_of(keep.overlays, [&](const Overlay& over) {
    if (over.layer <= layer()) return false;
    if (over.modal) return true;
    return mouse.x >= over.rect.x && mouse.x < over.rect.x + over.rect.width &&
           mouse.y >= over.rect.y && mouse.y < over.rect.y + over.rect.height;
  });
}

bool Frame::Inner::pointer_in(const Rect& logical) const {
  if (covered()) return false;
  const Rect at = physical(intersection(logical, clip()));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  return at.width > 0 && at.height > 0 && mouse.x >= at.x && mouse.x < at.x + at.width &&
         mouse.y >= at.y && mouse.y < at.y + at.height;
}

bool Frame::Inner::pointer_in_any(const Rect& one, const Rect& other) const {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const auto in_it = [&](const Rect& logical) {
    const Rect at = physical(logical);
    return mouse.x >= at.x && mouse.x < at.x + at.width && mouse.y >= at.y &&
           mouse.y < at.y + at.height;
  };
  return in_it(one) || in_it(other);
}

Contact Frame::Inner::interact(std::uint32_t of, const Rect& logical, bool enabled,
                               bool allow_overlap) {
  const Rect at = physical(logical);
  const ImRect box(at.x, at.y, at.x + at.width, at.y + at.height);
  const bool beneath = covered();
  const bool reachable = enabled && !beneath;
  ImGui::PushItemFlag(ImGuiItemFlags_Disabled, !reachable);
  ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
  if (allow_overlap) ImGui::SetNextItemAllowOverlap();
  Contact contact;
  const bool is_seen = ImGui::ItemAdd(box, of);
  // What lies beneath a dialog must not take the pointer from it, not even as disabled.
  if (beneath && ImGui::GetActiveID() == of) ImGui::ClearActiveID();
  if (is_seen && !beneath)
    contact.pressed = ImGui::ButtonBehavior(box, of, &contact.hovered, &contact.held);
  ImGui::PopItemFlag();
  ImGui::PopItemFlag();
  if (!reachable) contact = {};
  if (contact.hovered) cursor = Cursor::pointer;
  if (!enabled && pointer_in(logical)) cursor = Cursor::not_allowed;
  if (enabled && (action(of, Action::Kind::press) || action(of, Action::Kind::toggle)))
    contact.pressed = true;
  return contact;
}

float Frame::Inner::remembered(std::uint32_t of, float otherwise) const {
  const auto found = keep.measured.find(of);
  return found == keep.measured.end() ? otherwise : found->second;
}

void Frame::Inner::remember(std::uint32_t of, float value) {
  const auto [found, is_new] = keep.measured.try_emplace(of, value);
  if (!is_new && std::abs(found->second - value) < 0.5F) return;
  found->second = value;
  unsettled = true;
}

float Frame::Inner::animate(std::uint32_t of, float target) {
  auto [found, is_new] =
      keep.motions.try_emplace(of, FrameState::Inner::Motion{target, target, 0});
  auto& motion = found->second;
  const auto at = [&] {
    const float part = std::clamp(
        static_cast<float>(input.now_ms - motion.started) / static_cast<float>(motion_ms), 0.0F,
        1.0F);
    const float eased = 1 - (1 - part) * (1 - part) * (1 - part);
    return motion.from + (motion.to - motion.from) * eased;
  };
  if (is_new || input.reduced_motion) {
    motion = {target, target, 0};
    return target;
  }
  if (motion.to != target) motion = {at(), target, input.now_ms};
  if (input.now_ms - motion.started < motion_ms && motion.from != motion.to) {
    frames = std::max(frames, 1);
    return at();
  }
  return motion.to;
}

bool Frame::Inner::tip_due(std::uint32_t of, bool hovered) {
  auto& since = keep.hovered_since;
  if (!hovered) {
    since.erase(of);
    return false;
  }
  const std::int64_t due = since.try_emplace(of, input.now_ms).first->second + tip_delay_ms;
  if (input.now_ms >= due) return true;
  wake = std::min(wake.value_or(due), due);
  return false;
}

}  // namespace pairbook::ui
