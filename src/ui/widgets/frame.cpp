#include "pairbook/ui/frame.hpp"

#include <algorithm>
#include <cmath>

#include "ui/widgets/inner.hpp"

namespace pairbook::ui {
namespace {

constexpr std::uint32_t page_scope = 0x9A1B00C5U;

bool takes_focus(const Node& node) {
  if (node.disabled || node.skip_tab) return false;
  switch (node.role) {
    case Role::button:
    case Role::link:
    case Role::text_field:
    case Role::text_area:
    case Role::checkbox:
    case Role::radio:
    case Role::slider:
    case Role::select:
    case Role::file_picker:
    case Role::tab:
      return true;
    default:
      return false;
  }
}

bool lies_within(const std::vector<Node>& nodes, const Node& node, std::uint32_t ancestor) {
  std::uint32_t parent = node.parent;
  for (std::size_t depth = 0; parent != 0 && depth < 32; ++depth) {
    if (parent == ancestor) return true;
    const auto found = std::ranges::find(nodes, parent, &Node::id);
    parent = found == nodes.end() ? 0 : found->parent;
  }
  return false;
}

const Node* first_to_focus(const SemanticTree& tree, std::uint32_t overlay) {
  for (const Node& node : tree.nodes)
    if (takes_focus(node) && lies_within(tree.nodes, node, overlay)) return &node;
  return nullptr;
}

}  // namespace

FrameState::FrameState() : inner_(std::make_unique<Inner>()) {}
FrameState::~FrameState() = default;

Frame::Frame(FrameState& state, const FrameInput& input, const Theme& theme, TextRuns& runs)
    : inner_(std::make_unique<Inner>(state.inner(), input, theme, runs)) {
  Inner& in = *inner_;
  in.scopes.push_back(page_scope);
  in.parents.push_back(0);
  in.layers.push_back(Layer::page);
  in.tree.right_to_left = input.right_to_left;
  in.boxes.push_back({.x = 0, .width = input.width});
  in.regions.push_back({0, in.page(), Layer::page});
  if (in.keep.last_focus != input.focused_id) {
    in.keep.last_focus = input.focused_id;
    in.keep.scroll_to = input.focused_id;
  }
  if (in.keep.measured.size() > 20000) in.keep.measured.clear();
  if (in.keep.motions.size() > 20000) in.keep.motions.clear();

  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({input.width, input.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  ImGui::PopStyleVar(3);
  in.draw = ImGui::GetWindowDrawList();
  in.draw->ChannelsSplit(static_cast<int>(Layer::count));
  in.draw->ChannelsSetCurrent(0);
  const Color bg = theme.bg;
  in.draw->AddRectFilled({0, 0}, {input.width, input.height},
                         IM_COL32(bg.red, bg.green, bg.blue, 255));
}

Frame::~Frame() {
  if (!inner_->finished) (void)finish();
}

const FrameInput& Frame::input() const {
  return inner_->input;
}
const Theme& Frame::theme() const {
  return inner_->theme;
}

bool Frame::shortcut(std::string_view chord) {
  auto& known = inner_->tree.shortcuts;
  if (std::ranges::find(known, chord) == known.end()) known.emplace_back(chord);
  return inner_->key_pressed(0, chord);
}

void Frame::say_where(std::string_view title, std::string_view language) {
  inner_->tree.title = title;
  inner_->tree.language = language;
}

void Frame::focus(std::uint32_t id) {
  inner_->tree.focus_request = id;
}
std::uint32_t Frame::id_of(Key key) const {
  return inner_->id(key);
}

bool Frame::changed(Key key, std::uint32_t value) {
  const auto [found, is_new] = inner_->keep.last_values.try_emplace(key.hash, value);
  const bool differs = is_new || found->second != value;
  found->second = value;
  return differs;
}

void Frame::keep(Key key, std::uint32_t value) {
  inner_->keep.last_values[key.hash] = value;
}

std::uint32_t Frame::kept(Key key) const {
  const auto found = inner_->keep.last_values.find(key.hash);
  return found == inner_->keep.last_values.end() ? 0 : found->second;
}

bool Frame::overlay_open() const {
  return std::ranges::any_of(inner_->keep.overlays, &Overlay::takes_focus);
}

namespace {

// A dialog that opens takes the focus; one that closes gives it back to what had it.
void move_focus_with_overlays(Frame::Inner& in) {
  auto& before = in.keep.overlays;
  for (Overlay& now : in.overlays) {
    const auto was = std::ranges::find(before, now.id, &Overlay::id);
    now.opener = was != before.end() ? was->opener : in.input.focused_id;
    if (was != before.end() || !now.takes_focus || in.tree.focus_request != 0) continue;
    if (const Node* first = first_to_focus(in.tree, now.id)) in.tree.focus_request = first->id;
  }
  for (const Overlay& was : before) {
    if (!was.takes_focus || was.opener == 0) continue;
    if (std::ranges::find(in.overlays, was.id, &Overlay::id) != in.overlays.end()) continue;
    if (in.tree.focus_request == 0 &&
        std::ranges::find(in.tree.nodes, was.opener, &Node::id) != in.tree.nodes.end())
      in.tree.focus_request = was.opener;
  }
}

// The browser's own fields would show through what is painted over them.
void hide_fields_under_overlays(Frame::Inner& in) {
  for (const Overlay& over : in.overlays) {
    for (Node& node : in.tree.nodes) {
      if (node.role != Role::text_field && node.role != Role::text_area) continue;
      if (lies_within(in.tree.nodes, node, over.id)) continue;
      if (over.modal || overlaps(over.rect, node.rect)) node.hidden_by_popup = true;
    }
  }
}

}  // namespace

SemanticTree Frame::finish() {
  Inner& in = *inner_;
  in.finished = true;
  for (Overlay& overlay : in.overlays) overlay.rect = in.physical(overlay.rect);
  move_focus_with_overlays(in);
  hide_fields_under_overlays(in);
  const bool same =
      std::ranges::equal(in.keep.overlays, in.overlays, {}, &Overlay::rect, &Overlay::rect);
  if (!same) in.unsettled = true;
  in.keep.overlays = in.overlays;
  if (in.unsettled) in.frames = std::max(in.frames, 1);
  in.draw->ChannelsMerge();
  ImGui::End();
  return std::move(in.tree);
}

int Frame::wants_frames() const {
  return inner_->frames;
}
std::optional<std::int64_t> Frame::wake_at() const {
  return inner_->wake;
}
Cursor Frame::cursor() const {
  return inner_->cursor;
}
bool Frame::unsettled() const {
  return inner_->unsettled;
}

std::size_t Frame::Inner::emit(Node node, const Rect& logical) {
  if (node.parent == 0) node.parent = parents.back();
  node.rect = physical(logical);
  node.clip = physical(clip());
  const bool is_list = node.role == Role::table || node.role == Role::list;
  if (keep.scroll_to == node.id && is_list) keep.scroll_to = 0;  // its rows are scrolled to
  if (keep.scroll_to == node.id && keep.scroll_to != 0 && regions.back().id != 0) {
    keep.scroll_to = 0;
    const Rect& view = regions.back().view;
    auto& scroll = keep.scrolls[regions.back().id];
    const float margin = std::min(48.0F, view.height / 4);
    float by = 0;
    if (bottom(logical) + margin > bottom(view)) by = bottom(logical) + margin - bottom(view);
    if (logical.y - margin < view.y + by) by = logical.y - margin - view.y;
    // A thing higher than the view, or already in it, stays where it is.
    const bool inside = logical.y >= view.y && bottom(logical) <= bottom(view);
    if (!inside && by != 0) {
      scroll.offset =
          std::clamp(scroll.offset + by, 0.0F, std::max(0.0F, scroll.content - view.height));
      unsettled = true;
    }
  }
  tree.nodes.push_back(std::move(node));
  return tree.nodes.size() - 1;
}

}  // namespace pairbook::ui
