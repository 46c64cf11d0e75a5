#include "ui/harness.hpp"

#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>

#include "pairbook/base/text.hpp"
#include "ui/picture.hpp"

namespace {

struct HookedItem {
  ImGuiID id;
  ImRect box;
};
// What ImGui's test hooks report; one harness draws at a time.
std::vector<HookedItem> hooked;

}  // namespace

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box,
                                 const ImGuiLastItemData*) {
  const ImGuiWindow* window = context->CurrentWindow;
  // Our one window; ImGui keeps another for itself.
  const bool ours = window && std::string_view(window->Name) == "page";
  if (ours && id != 0 && id != window->MoveId && id != window->ID) hooked.push_back({id, box});
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
  return nullptr;
}

namespace pairbook::ui {
namespace {

std::vector<std::byte> read_file(const std::string& path) {
  std::vector<std::byte> bytes;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) {
    ADD_FAILURE() << "cannot read " << path;
    return bytes;
  }
  std::byte buffer[4096];
  for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;)
    bytes.insert(bytes.end(), buffer, buffer + got);
  std::fclose(file);
  return bytes;
}

// Stands in for the browser's text engine: each character a little block.
class BlockRuns final : public TextRuns {
 public:
  float measure(std::string_view text, float size, bool) override {
    return static_cast<float>(base::count_code_points(text)) * size * 0.56F;
  }
  ShapedRun shape(std::string_view text, float size, bool bold) override {
    ShapedRun run;
    run.width = measure(text, size, bold);
    run.height = size * 0.5F;
    run.top = -run.height;
    run.texture = 0xB10C;
    return run;
  }
};

// Accepts every texture that ImGui asks for, as a renderer must.
void serve_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantCreate ||
        texture->Status == ImTextureStatus_WantUpdates) {
      texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID + 1));
      texture->SetStatus(ImTextureStatus_OK);
    } else if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }
}

bool contains(const Rect& outer, const ImRect& inner) {
  constexpr float slack = 1.5F;
  return inner.Min.x >= outer.x - slack && inner.Min.y >= outer.y - slack &&
         inner.Max.x <= outer.x + outer.width + slack &&
         inner.Max.y <= outer.y + outer.height + slack;
}

Rect seen_part(const Node& node) {
  const float x = std::max(node.rect.x, node.clip.x), y = std::max(node.rect.y, node.clip.y);
  return {x, y, std::min(node.rect.x + node.rect.width, node.clip.x + node.clip.width) - x,
          std::min(node.rect.y + node.rect.height, node.clip.y + node.clip.height) - y};
}

bool share_pixels(const Rect& a, const Rect& b) {
  constexpr float slack = 1;
  return a.width > 0 && b.width > 0 && a.height > 0 && b.height > 0 &&
         a.x + slack < b.x + b.width && b.x + slack < a.x + a.width &&
         a.y + slack < b.y + b.height && b.y + slack < a.y + a.height;
}

std::string told(const Node& node) {
  char text[200];
  std::snprintf(text, sizeof text, "node \"%s\" (role %d) at %.0f,%.0f %.0fx%.0f",
                node.name.substr(0, 60).c_str(), static_cast<int>(node.role),
                static_cast<double>(node.rect.x), static_cast<double>(node.rect.y),
                static_cast<double>(node.rect.width), static_cast<double>(node.rect.height));
  return text;
}

}  // namespace

bool is_interactive(Role role) {
  switch (role) {
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

struct Harness::Inner {
  Draw draw;
  ImGuiContext* context = nullptr;
  std::vector<std::byte> regular, semibold, icons;
  std::unique_ptr<FrameState> state;
  BlockRuns runs;
  FrameInput input;
  const Theme* theme = nullptr;
  SemanticTree tree;
  std::vector<HookedItem> items;
  int wanted = 0;
  int vertices = 0;
};

Harness::Harness(Draw draw, const Stage& stage) : inner_(std::make_unique<Inner>()) {
  Inner& in = *inner_;
  in.draw = std::move(draw);
  in.context = ImGui::CreateContext();
  ImGui::SetCurrentContext(in.context);  // another one's may still be
  in.context->TestEngineHookItems = true;
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.MouseDrawCursor = false;
  const std::string assets = PAIRBOOK_ASSETS;
  in.regular = read_file(assets + "/inter-400.ttf");
  in.semibold = read_file(assets + "/inter-600.ttf");
  in.icons = read_file(assets + "/icons.ttf");
  in.state = std::make_unique<FrameState>();
  in.state->load_fonts(in.regular, in.semibold, in.icons);
  in.theme = &Theme::choose(stage.dark, stage.high_contrast);
  in.input.width = stage.width;
  in.input.height = stage.height;
  in.input.dpr = stage.dpr;
  in.input.right_to_left = stage.right_to_left;
  in.input.coarse_pointer = stage.coarse;
  in.input.reduced_motion = true;
  in.input.paint_field_text = true;
  in.input.now_ms = 1'000'000;
  io.AddMousePosEvent(-1000, -1000);
  (void)step();
}

Harness::Harness(const app::Screen& screen, const Stage& stage)
    : Harness([&screen](Frame& frame) { return ui::draw(frame, screen); }, stage) {}

Harness::~Harness() {
  ImGui::SetCurrentContext(inner_->context);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext(inner_->context);
}

std::optional<app::Intent> Harness::step() {
  Inner& in = *inner_;
  ImGui::SetCurrentContext(in.context);
  std::optional<app::Intent> intent;
  std::uint32_t focus = 0;
  for (int pass = 0; pass < 5; ++pass) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {in.input.width, in.input.height};
    io.DisplayFramebufferScale = {in.input.dpr, in.input.dpr};
    io.DeltaTime = 0.016F;
    in.input.now_ms += 16;
    hooked.clear();
    ImGui::NewFrame();
    Frame frame(*in.state, in.input, *in.theme, in.runs);
    auto asked = in.draw(frame);
    in.tree = frame.finish();
    ImGui::Render();
    serve_textures();
    in.items = hooked;
    in.wanted = frame.wants_frames();
    in.vertices = ImGui::GetDrawData()->TotalVtxCount;
    if (asked && !intent) intent = std::move(asked);
    if (in.tree.focus_request != 0) focus = in.tree.focus_request;
    in.input.actions.clear();
    in.input.scroll_x = in.input.scroll_y = 0;
    if (!frame.unsettled()) break;
  }
  if (focus != 0) {
    in.input.focused_id = focus;
    in.input.focus_visible = true;
  }
  in.tree.focus_request = focus;
  return intent;
}

const SemanticTree& Harness::tree() const {
  return inner_->tree;
}
const FrameInput& Harness::input() const {
  return inner_->input;
}
bool Harness::wanted_frames() const {
  return inner_->wanted > 0;
}
int Harness::vertices() const {
  return inner_->vertices;
}

const Node* Harness::find(Role role, std::string_view name) const {
  const auto& nodes = inner_->tree.nodes;
  for (const Node& node : nodes)
    if (node.role == role && node.name == name) return &node;
  for (const Node& node : nodes)
    if (node.role == role && node.name.find(name) != std::string::npos) return &node;
  return nullptr;
}

const Node& Harness::get(Role role, std::string_view name) const {
  const Node* node = find(role, name);
  static const Node none;
  if (!node)
    ADD_FAILURE() << "nothing on the screen has role " << static_cast<int>(role)
                  << " and the name " << name;
  return node ? *node : none;
}

std::vector<const Node*> Harness::all(Role role) const {
  std::vector<const Node*> found;
  for (const Node& node : inner_->tree.nodes)
    if (node.role == role) found.push_back(&node);
  return found;
}

std::optional<app::Intent> Harness::click_at(float x, float y) {
  ImGui::SetCurrentContext(inner_->context);
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(x, y);
  auto intent = step();
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  if (auto asked = step()) intent = std::move(asked);
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  if (auto asked = step()) intent = std::move(asked);
  if (auto asked = step()) intent = std::move(asked);
  return intent;
}

void Harness::hover(float x, float y) {
  ImGui::SetCurrentContext(inner_->context);
  ImGui::GetIO().AddMousePosEvent(x, y);
  (void)step();
  (void)step();
}

std::optional<app::Intent> Harness::click(Role role, std::string_view name) {
  const Rect rect = seen_part(get(role, name));
  return click_at(rect.x + rect.width / 2, rect.y + rect.height / 2);
}

std::optional<app::Intent> Harness::act(Action action) {
  inner_->input.actions.push_back(std::move(action));
  return step();
}

std::optional<app::Intent> Harness::press(Role role, std::string_view name) {
  const Node& node = get(role, name);
  const bool ticks = role == Role::checkbox || role == Role::radio;
  return act(
      {.id = node.id, .kind = ticks ? Action::Kind::toggle : Action::Kind::press, .value = {}});
}

std::optional<app::Intent> Harness::fill(Role role, std::string_view name, std::string value) {
  return act(
      {.id = get(role, name).id, .kind = Action::Kind::set_value, .value = std::move(value)});
}

std::optional<app::Intent> Harness::key(std::uint32_t id, std::string chord) {
  return act({.id = id, .kind = Action::Kind::key, .value = std::move(chord)});
}

void Harness::focus(std::uint32_t id) {
  inner_->input.focused_id = id;
  inner_->input.focus_visible = true;
  (void)step();
}

void Harness::scroll(float by) {
  ImGui::SetCurrentContext(inner_->context);
  ImGui::GetIO().AddMousePosEvent(inner_->input.width / 2, inner_->input.height / 2);
  (void)step();
  inner_->input.scroll_y = by;
  (void)step();
}

void Harness::pass_time(std::int64_t ms) {
  inner_->input.now_ms += ms;
}

void Harness::save_picture(const std::string& path) {
  ImGui::SetCurrentContext(inner_->context);
  (void)step();
  save_png(path, paint_picture(*ImGui::GetDrawData()));
}

std::vector<std::string> Harness::problems() const {
  const auto& nodes = inner_->tree.nodes;
  std::vector<std::string> found;
  std::map<std::uint32_t, const Node*> by_id;
  for (const Node& node : nodes) {
    if (!by_id.emplace(node.id, &node).second)
      found.push_back("two things share an id: " + told(node));
    if (node.parent != 0 && !by_id.contains(node.parent))
      found.push_back("comes before its parent: " + told(node));
    if (is_interactive(node.role) && node.name.empty())
      found.push_back("has no name: " + told(node));
    if (!base::is_utf8(node.name)) found.push_back("not UTF-8: " + told(node));
    const bool off_side =
        node.rect.x < -1 || node.rect.x + node.rect.width > inner_->input.width + 1;
    if (off_side && node.role != Role::group)
      found.push_back("sticks out at the side: " + told(node));
    if (is_interactive(node.role) && node.rect.height < 23.5F && node.role != Role::link)
      found.push_back("is too small to hit: " + told(node));
  }
  for (const HookedItem& item : inner_->items) {
    const auto node = by_id.find(item.id);
    if (node == by_id.end()) {
      char text[120];
      std::snprintf(text, sizeof text, "painted without a meaning: item %08X at %.0f,%.0f",
                    item.id, static_cast<double>(item.box.Min.x),
                    static_cast<double>(item.box.Min.y));
      found.emplace_back(text);
    } else if (!contains(node->second->rect, item.box)) {
      found.push_back("means another place than it paints: " + told(*node->second));
    }
  }
  // Two things to press never share pixels, unless one lies in a layer above.
  const auto top_of = [&](const Node& node) {
    const Node* at = &node;
    for (int depth = 0; depth < 32 && at->parent != 0; ++depth) at = by_id.at(at->parent);
    return at;
  };
  const auto in_popup = [&](const Node& node) {
    const Role role = top_of(node)->role;
    return role == Role::dialog || role == Role::status || role == Role::alert;
  };
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (std::size_t j = i + 1; j < nodes.size(); ++j) {
      const Node &a = nodes[i], &b = nodes[j];
      if (!is_interactive(a.role) || !is_interactive(b.role) || a.only_by_keyboard ||
          b.only_by_keyboard)
        continue;
      if (in_popup(a) || in_popup(b)) continue;
      if (share_pixels(seen_part(a), seen_part(b)))
        found.push_back("overlap: " + told(a) + " and " + told(b));
    }
  }
  return found;
}

}  // namespace pairbook::ui
